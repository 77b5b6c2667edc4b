/** What a scan of bytes as UTF-8 found. */
export type Utf8Findings = {
  /** The number of complete multi-byte characters. */
  readonly whole: number
  /** The number of bytes that do not belong to a character. */
  readonly broken: number
  /** The index of the first such byte, or -1. */
  readonly firstBroken: number
  /** Whether some of them encode surrogates, which UTF-8 does not allow. */
  readonly halves: boolean
}

/** Scans bytes as UTF-8 (RFC 3629), without decoding them. */
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

/** The length of the multi-byte character that begins with `first`; 0 if it is invalid. */
function characterLength(bytes: Uint8Array, at: number, first: number): number {
  const second = bytes[at + 1]
  if (!isMore(second)) return 0
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (!isMore(bytes[at + 2])) return 0
  if (first >= 0xe0 && first <= 0xef) {
    // An overlong form, or a surrogate.
    return (first === 0xe0 && second < 0xa0) || (first === 0xed && second >= 0xa0) ? 0 : 3
  }
  if (first < 0xf0 || first > 0xf4 || !isMore(bytes[at + 3])) return 0
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second >= 0x90) ? 0 : 4
}

function isMore(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf
}
