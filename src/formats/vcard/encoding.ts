import { windows1252Text } from '../text/decode.ts'

/** The only part of the Encoding Standard that is needed; every engine has it. */
declare const TextDecoder: new (
  charset: string,
  options: { fatal: boolean },
) => { readonly encoding: string; decode(bytes: Uint8Array): string }

/** The Encoding Standard decodes ASCII and Latin-1 as windows-1252; Node's decoder is wrong from 0x80 to 0x9F. */
const westEuropean = 'windows-1252'

/** A text cannot be decoded as it is marked; the message says why. */
export class NoText extends Error {}

/**
 * Decodes quoted-printable text in the named charset; without one, as UTF-8, else as windows-1252, which Western
 * European phones wrote.
 *
 * @throws NoText if the charset is not known, or the bytes are not valid in it
 */
export function fromQuotedPrintable(text: string, charset: string | null): string {
  // Characters that were not encoded stay unchanged.
  return text.replace(/[^\u0080-\uFFFF]+/g, (encoded) =>
    encoded.includes('=') ? decoded(quotedBytes(encoded), charset) : encoded,
  )
}

/**
 * Decodes base64 text.
 *
 * @throws NoText if it is not valid base64, or not text
 */
export function fromBase64(text: string, charset: string | null): string {
  const digits = withoutPadding(text.replace(/\s+/g, ''))
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of digits) {
    const value = base64.indexOf(digit)
    if (value < 0) throw new NoText(`"${excerpt(text)}" is not valid base64.`)
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes.push((bits >> held) & 0xff)
    }
  }
  return decoded(Uint8Array.from(bytes), charset)
}

/** Not a regular expression: one for "=" at the end would restart at every other "=". */
function withoutPadding(digits: string): string {
  let end = digits.length
  while (digits[end - 1] === '=') end -= 1
  return digits.slice(0, end)
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function quotedBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  let length = 0
  for (let index = 0; index < text.length; index += 1) {
    const hex = text[index] === '=' ? /^[0-9a-f]{2}/i.exec(text.slice(index + 1, index + 3)) : null
    bytes[length] = hex === null ? text.charCodeAt(index) : Number.parseInt(hex[0], 16)
    length += 1
    if (hex !== null) index += 2
  }
  return bytes.subarray(0, length)
}

function decoded(bytes: Uint8Array, charset: string | null): string {
  if (bytes.includes(0)) throw new NoText('It contains control characters.')
  if (charset !== null) return decodedIn(bytes, charset)
  try {
    return decodedIn(bytes, 'utf-8')
  } catch {
    return decodedIn(bytes, westEuropean)
  }
}

function decodedIn(bytes: Uint8Array, charset: string): string {
  let decoder
  try {
    decoder = new TextDecoder(charset, { fatal: true })
  } catch {
    throw new NoText(`The charset "${excerpt(charset)}" is not known.`)
  }
  try {
    const text = decoder.encoding === westEuropean ? windows1252Text(bytes) : decoder.decode(bytes)
    if (text !== null) return text
  } catch {
    // The decoder's own error adds nothing.
  }
  throw new NoText(`It is marked as ${excerpt(charset)}, but is not valid in that charset.`)
}

function excerpt(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text
}
