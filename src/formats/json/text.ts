/** What a screen would obey, turn or hide, and JSON would leave as it is; made when a letter asks for a closer look. */
const unseen = (): RegExp =>
  /(?![\u{200c}\u{200d}\p{Variation_Selector}\n])[\p{Cc}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}\p{Default_Ignorable_Code_Point}]/gu

/** Text that needs no closer look: most Western text. */
const plainLetters = /^[\n -~]*$/

/**
 * A value as JSON, `indent` spaces deep or on one line. The same value is read from it; in its text stands by its number
 * whatever a screen would obey or hide.
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
