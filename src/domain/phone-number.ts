import { once } from './memoize.ts'
import { digitsOf } from './normalize.ts'

/** The parts of a phone number, as written. */
export type NumberParts = {
  /** The number itself: "+49 (0) 30 1234567". */
  readonly number: string
  /** The digits of its extension. */
  readonly extension: string | null
  /** The digits dialled after the call is answered, with their pauses: ",,123#". */
  readonly dialledAfter: string | null
}

/** The words before an extension, in several languages. */
const extensionWords =
  'extension|extn|ext|x|#|durchwahl|nebenstelle|apparat|dw|nst|poste|interno|int|anexo|extensi\u00f3n|' +
  'ramal|toestel|tst|anknytning|wewn|wew|\u0434\u043e\u0431'

/** Spaces, brackets, and other separators between the groups of a number. */
const between = String.raw`[\p{Nd}\s()\[\]./\u00b7\u2022\u2010-\u2015\u2212\uff0d~-]`

/** A number, from its first digit, bracket or plus sign to its last digit. */
const numberPattern = String.raw`[+\uff0b(\[]*\p{Nd}(?:${between}{0,60}\p{Nd})?[)\]]*`

/** An extension after a number: "ext. 12", ", x12", ";ext=12". */
const extensionPattern = String.raw`[\s,;]*(?:${extensionWords})[.:=\s]*(\p{Nd}{1,10})`

/** Digits dialled after the answer: pauses (`,` or `p`), waits (`;` or `w`), digits and tones. */
const dialledPattern = String.raw`\s*(?:;postd=)?([,;pw][\s,;pw]*[\p{Nd}*#][\p{Nd}*#,;pw\s]{0,60})`

/**
 * A number with an extension and digits dialled after the answer, at the start of a text. Built lazily, because most
 * commands read no number.
 */
export const dialable = once(
  () => new RegExp(String.raw`^(${numberPattern})(?:${extensionPattern})?(?:${dialledPattern})?`, 'iu'),
)

/** The fewest digits of a phone number: `000`, `911`. */
export const fewestDigits = 3

/**
 * The parts of a number; `null` if the text is not a number, or contains anything else.
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
 * Removes invisible marks, which come with text from a web page or a chat, and the apostrophe by which a spreadsheet
 * keeps a number from being a formula.
 */
export function visibleNumber(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Variation_Selector}\u034f]/gu, '')
    .replace(/[^\S ]/gu, ' ')
    .trim()
    .replace(/^'(?=[+\uff0b(\p{Nd}])/u, '')
}
