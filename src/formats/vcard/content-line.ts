/** Line ends that any reader recognizes: Python's `splitlines` includes those of Unicode. */
export const lineEnd = /\r\n?|[\n\u0085\u2028\u2029]/g

/**
 * Characters that a line of a card or a calendar must not contain: control characters other than tab, and line ends.
 */
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

/** The unfolded line of a text property; none if there is no text. */
export function textLine(property: string, text: string | null): string[] {
  return text === null ? [] : [`${property}:${escaped(text)}`]
}

/** The most octets of a line, without its end. */
const mostOctets = 75

/**
 * A line of a card or a calendar with its line end, folded between characters if it is longer than 75 octets of UTF-8.
 * Every line is made here. Characters that would end it early are removed: in a diary from somebody else, values that
 * should not be texts, such as days, can contain anything, and none of it may become a property.
 */
export function contentLine(unsafe: string): string {
  const line = unsafe.replace(forbidden, '')
  // One UTF-16 unit takes at most three octets.
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
