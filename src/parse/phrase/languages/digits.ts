/** The zeros of the scripts in which locales print dates: Arabic, Persian, Devanagari, Bengali, Burmese, Tibetan. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0x1040, 0xf20]

/**
 * Replaces the digits of other scripts by those of ASCII, and removes the marks of writing direction.
 *
 * @example asciiDigits('\u0662\u0667') // '27'
 */
export function asciiDigits(text: string): string {
  return text.replaceAll(/[\u200e\u200f\u061c]/g, '').replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((one) => code >= one && code < one + 10)
    return zero === undefined ? digit.normalize('NFKC') : String(code - zero)
  })
}
