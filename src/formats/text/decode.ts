import { failed, type FuError } from '../../domain/errors.ts'
import { utf8Findings } from './utf8.ts'

/** The number of line ends in a text: CRLF, CR or LF. */
export function lineEnds(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/** How many bytes are decoded at a time. */
const piece = 65_536

/** Windows-1252 from 0x80 to 0x9F, with U+FFFD for undefined bytes. Node's own decoder is wrong here. */
const windows = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ'

/** Decodes bytes as Windows-1252; `null` if a byte is undefined there. */
export function windows1252Text(bytes: Uint8Array): string | null {
  if (unknownByte(bytes) >= 0) return null
  return withWindowsSigns(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** Replaces the control characters that Node's decoder gives for 0x80 to 0x9F with the characters of Windows-1252. */
export function withWindowsSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? sign)
}

function unknownByte(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte >= 0x80 && byte < 0xa0 && windows[byte - 0x80] === '�')
}

/** Lone surrogates, and NUL, which ends a text in other languages. */
const noText = /\0|[\ud800-\udfff]/u

/**
 * Decodes a file, in pieces: UTF-8; UTF-16 of either byte order, with a byte order mark or detected; otherwise
 * Windows-1252, which older programs write. The byte order mark is left out.
 *
 * @throws FuError `failed`, with the line, for invalid bytes, NUL and lone surrogates
 */
export function* decodedText(bytes: Uint8Array): Generator<string> {
  let line = 1
  let endsInReturn = false
  for (const text of piecesOf(bytes)) {
    const found = noText.exec(text)
    if (found !== null) throw notText(found[0], line + endsIn(text.slice(0, found.index), endsInReturn))
    line += endsIn(text, endsInReturn)
    endsInReturn = text.endsWith('\r')
    yield text
  }
}

function piecesOf(bytes: Uint8Array): Iterable<string> {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes, 2, 0)
  if (first === 0xfe && second === 0xff) return utf16(bytes, 2, 1)
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  if (!marked && looksLike16(bytes, 0)) return utf16(bytes, 0, 0)
  if (!marked && looksLike16(bytes, 1)) return utf16(bytes, 0, 1)
  const start = marked ? 3 : 0
  const { whole, broken, firstBroken, halves } = utf8Findings(bytes, start)
  if (broken === 0) return utf8(bytes, start)
  // Without this, one bad byte would turn every non-ASCII letter of a UTF-8 file into two wrong ones.
  if (marked || whole > broken || halves) throw brokenUtf8(lineOf(bytes, firstBroken), halves)
  return windows1252(bytes)
}

/** Whether one byte of each pair is NUL, as in Latin text in UTF-16; `low` is the index of the other byte. */
function looksLike16(bytes: Uint8Array, low: 0 | 1): boolean {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, 64))
  return sample.length > 0 && sample.every((byte, index) => (byte === 0) === (index % 2 !== low))
}

function* utf8(bytes: Uint8Array, start: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (let from = start; from < bytes.length; from += piece) {
    yield decoder.decode(bytes.subarray(from, from + piece), { stream: true })
  }
}

function* utf16(bytes: Uint8Array, start: number, low: 0 | 1): Generator<string> {
  let held = ''
  for (let from = start; from < bytes.length; from += piece) {
    const part = bytes.subarray(from, from + piece)
    if (part.length % 2 === 1) throw failed('The file ends in the middle of a character.', again)
    const units = Array.from({ length: part.length / 2 }, (_, index) => {
      return (part[2 * index + low] ?? 0) + 256 * (part[2 * index + 1 - low] ?? 0)
    })
    const text = held + String.fromCharCode(...units)
    // The low surrogate comes with the next piece.
    const isHalf = /[\ud800-\udbff]$/.test(text) && from + piece < bytes.length
    held = isHalf ? text.slice(-1) : ''
    yield isHalf ? text.slice(0, -1) : text
  }
}

function* windows1252(bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.length; from += piece / 2) {
    const part = bytes.subarray(from, from + piece / 2)
    const text = windows1252Text(part)
    if (text === null) throw noEncoding(lineOf(bytes, from + unknownByte(part)))
    yield text
  }
}

/** The number of line ends in a piece of text; the LF of a CRLF that began in the piece before does not count. */
function endsIn(text: string, afterReturn: boolean): number {
  return lineEnds(text) - (afterReturn && text.startsWith('\n') ? 1 : 0)
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1
  for (let index = 0; index < at; index += 1) {
    if (bytes[index] === 10 || (bytes[index] === 13 && bytes[index + 1] !== 10)) line += 1
  }
  return line
}

const again = 'Is it the right file? Export the contacts again.'

function notText(found: string, line: number): FuError {
  return found === '\0'
    ? failed(`Line ${line} contains a NUL character, so the file is not text.`, again)
    : failed(`Line ${line} has half a character (a lone surrogate).`, again)
}

function brokenUtf8(line: number, halves: boolean): FuError {
  return halves
    ? failed(`Line ${line} has half a character (a lone surrogate).`, again)
    : failed(
        `Line ${line} has a character that is not valid UTF-8, unlike the rest of the file.`,
        'Save the file as UTF-8 again.',
      )
}

function noEncoding(line: number): FuError {
  return failed(
    `Line ${line} has a character that is neither UTF-8 nor Windows-1252.`,
    'Save the file as UTF-8.',
  )
}
