/** What a run over bytes found, taken for UTF-8. */
export type Utf8Findings = {
  /** How many characters of several bytes are whole. */
  readonly whole: number
  /** How many bytes belong to no character. */
  readonly broken: number
  /** Where the first of these stands, or -1. */
  readonly firstBroken: number
  /** Whether some of them are halves of characters: surrogates, which UTF-8 has no place for. */
  readonly halves: boolean
}

/** Looks through bytes as UTF-8 (RFC 3629), without making text of them. */
export function utf8Findings(bytes: Uint8Array, start: number): Utf8Findings {
  let whole = 0
  let broken = 0
  let firstBroken = -1
  let halves = false
  let at = start
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      at += 1
      continue
    }
    const length = characterLength(bytes, at, first)
    if (length > 0) {
      whole += 1
      at += length
      continue
    }
    if (firstBroken < 0) firstBroken = at
    broken += 1
    halves ||=
      first === 0xed && (bytes[at + 1] ?? 0) >= 0xa0 && isMore(bytes[at + 1]) && isMore(bytes[at + 2])
    at += 1
  }
  return { whole, broken, firstBroken, halves }
}

/** The length of the character of several bytes that begins with `first`, or 0 where none does. */
function characterLength(bytes: Uint8Array, at: number, first: number): number {
  const second = bytes[at + 1]
  if (!isMore(second)) return 0
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (!isMore(bytes[at + 2])) return 0
  if (first >= 0xe0 && first <= 0xef) {
    // Too long a form of a shorter character, or half of one.
    return (first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0) ? 0 : 3
  }
  if (first < 0xf0 || first > 0xf4 || !isMore(bytes[at + 3])) return 0
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second >= 0x90) ? 0 : 4
}

function isMore(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}
