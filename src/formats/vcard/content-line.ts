/** What no text of a card or a calendar may hold: controls, but for the tab and what ends a line. */
const controls = /(?![\t\n])\p{Cc}/gu

/**
 * Text as a value of a card or a calendar (RFC 2426, RFC 5545): line ends, commas, semicolons and backslashes
 * escaped, control characters left out.
 *
 * @example escaped('bread, milk\nand eggs') // 'bread\\, milk\\nand eggs'
 */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** The most octets of a line, its end not counted. */
const mostOctets = 75

/**
 * A line of a card or a calendar with its end, folded between characters where it is longer than 75 octets in
 * UTF-8.
 */
export function contentLine(line: string): string {
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
