/** Control, direction and invisible characters that JSON does not escape; built only when a text needs the check. */
const unseen = (): RegExp =>
  /(?![\u{200c}\u{200d}\p{Variation_Selector}\n])[\p{Cc}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}\p{Default_Ignorable_Code_Point}]/gu

/** Text that needs no check: most Western text. */
const plainLetters = /^[\n -~]*$/

/**
 * A value as JSON, indented by `indent` spaces or on one line. Control, direction and invisible characters are escaped;
 * the value read back is the same.
 *
 * @example jsonText({ name: 'a\u009b31m' }) // '{"name":"a\\u009b31m"}'
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent)
  return plainLetters.test(text) ? text : text.replace(unseen(), byNumber)
}

function byNumber(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
