/** What ends a line for some reader: Python's `splitlines` takes those of Unicode too. */
export const lineEnd = /\r\n?|[\n\u0085\u2028\u2029]/g

/** What no line of a card or a calendar may hold: controls, but for the tab, and what ends a line for some reader. */
const forbidden = /(?!\t)[\p{Cc}\u2028\u2029]/gu

/**
 * Text as a value of a card or a calendar (RFC 2426, RFC 5545): line ends, commas, semicolons and backslashes
 * escaped, control characters left out.
 *
 * @example escaped('bread, milk\nand eggs') // 'bread\\, milk\\nand eggs'
 */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(lineEnd, '\\n')
    .replace(forbidden, '')
}

/** The line of a property with a text, not yet folded; none where there is no text. */
export function textLine(property: string, text: string | null): string[] {
  return text === null ? [] : [`${property}:${escaped(text)}`]
}

/** The most octets of a line, its end not counted. */
const mostOctets = 75

/**
 * A line of a card or a calendar with its end, folded between characters where it is longer than 75 octets in
 * UTF-8. Every line is made here, and whatever would end it before is left out: values that should be no texts, such as
 * days, can hold anything in a diary from somebody else, and none of it becomes a property.
 */
export function contentLine(unsafe: string): string {
  const line = unsafe.replace(forbidden, '')
  // A character takes three octets at the most for each unit it has here.
  if (line.length * 3 <= mostOctets) return `${line}\r\n`
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = octetsOf(character)
    if (octets + more > mostOctets) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += more
  }
  return `${folded}\r\n`
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
