/** What a screen would obey, turn or hide, and JSON would leave as it is. */
const unseen =
  /(?![\u{200c}\u{200d}\p{Variation_Selector}\n])[\p{Cc}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}\p{Default_Ignorable_Code_Point}]/gu

/**
 * A value as JSON, `indent` spaces deep or on one line. The same value is read from it; in its text stands by its number
 * whatever a screen would obey or hide.
 *
 * @example jsonText({ name: 'a\u009b31m' }) // '{"name":"a\\u009b31m"}'
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(unseen, byNumber)
}

function byNumber(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
