import { once } from './memoize.ts'
import { digitsOf } from './normalize.ts'

/** A telephone number as it is written, in its parts. */
export type NumberParts = {
  /** The number itself: "+49 (0) 30 1234567". */
  readonly number: string
  /** The digits of its extension. */
  readonly extension: string | null
  /** What is dialled once the call is answered, with its pauses: ",,123#". */
  readonly dialledAfter: string | null
}

/** The words before an extension, as people of several languages write it. */
const extensionWords =
  'extension|extn|ext|x|#|durchwahl|nebenstelle|apparat|dw|nst|poste|interno|int|anexo|extensi\u00f3n|' +
  'ramal|toestel|tst|anknytning|wewn|wew|\u0434\u043e\u0431'

/** Spaces, brackets, and what people set between the groups of a number. */
const between = String.raw`[\p{Nd}\s()\[\]./\u00b7\u2022\u2010-\u2015\u2212\uff0d~-]`

/** A number, from its first digit, bracket or plus sign to its last digit. */
const numberPattern = String.raw`[+\uff0b(\[]*\p{Nd}(?:${between}{0,60}\p{Nd})?[)\]]*`

/** An extension behind a number: "ext. 12", ", x12", ";ext=12". */
const extensionPattern = String.raw`[\s,;]*(?:${extensionWords})[.:=\s]*(\p{Nd}{1,10})`

/** What is dialled after it: pauses (`,` or `p`), waits (`;` or `w`), digits and tones. */
const dialledPattern = String.raw`\s*(?:;postd=)?([,;pw][\s,;pw]*[\p{Nd}*#][\p{Nd}*#,;pw\s]{0,60})`

/** A number with an extension and with what is dialled after it, at the beginning of a text. Most commands read none. */
export const dialable = once(
  () => new RegExp(String.raw`^(${numberPattern})(?:${extensionPattern})?(?:${dialledPattern})?`, 'iu'),
)

/** The fewest digits of a phone number: `000`, `911`. */
export const fewestDigits = 3

/**
 * The parts of a number; `null` where the text is no number, or has something else in it.
 *
 * @example numberParts('+1 800 901 3355,,123#')
 * // { number: '+1 800 901 3355', extension: null, dialledAfter: ',,123#' }
 */
export function numberParts(text: string): NumberParts | null {
  const value = visibleNumber(text)
  const found = dialable().exec(value)
  if (found === null || found[0].length !== value.length) return null
  const [, number = '', extension, dialledAfter] = found
  if (digitsOf(number).length < fewestDigits) return null
  return {
    number: number.trim(),
    extension: extension ?? null,
    dialledAfter: dialledAfter?.replace(/\s/gu, '') ?? null,
  }
}

/**
 * A number without the marks that nobody sees, which come with text from a web page or a chat, and without the
 * apostrophe by which a spreadsheet keeps it from being a formula.
 */
export function visibleNumber(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Variation_Selector}\u034f]/gu, '')
    .replace(/[^\S ]/gu, ' ')
    .trim()
    .replace(/^'(?=[+\uff0b(\p{Nd}])/u, '')
}
