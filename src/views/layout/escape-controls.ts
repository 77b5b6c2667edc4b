/**
 * Characters that a screen obeys or hides instead of showing them: controls, what turns the direction of the
 * text, tags, separators, fillers, halves of a pair. Joiners and variation selectors only shape their
 * neighbours: names and emoji need them. Of marks on one letter no language has more than 30 (UAX #15, stream-safe text);
 * a flood of them runs over the lines around it.
 */
const unseen = (): RegExp =>
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}]|(?![\u{200c}\u{200d}\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}|(?<flood>(?<=\p{M}{30})\p{M}+)/u

/** Letters and signs that are all shown: what is written in them alone needs no closer look, which takes time. */
const shownLetters = String.raw`\x21-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203b\u2190-\u2193\u2580-\u2593▸✓✗`

const plainText = new RegExp(`^[ ${shownLetters}]*$`)
const ordinaryText = new RegExp(`^(?:[${shownLetters}]+(?: [${shownLetters}]+)*)?$`)

/** Whether the text is shown as it is, each of its code units in a column of its own. */
export function isPlainText(text: string): boolean {
  return plainText.test(text)
}

/**
 * Whether the text is plain, with one space between its words and none around them: laid out where it has room, it would
 * be the same.
 */
export function isOrdinary(text: string): boolean {
  return ordinaryText.test(text)
}

/**
 * Text from outside, safe for a screen: line ends and tabs become one space each, every other character that
 * would be obeyed or hidden is written out, and a flood of marks counted.
 *
 * @example visible('a\u001b[2Jb') // 'a\\u{1b}[2Jb'
 * @example visible('two\r\nlines') // 'two lines'
 */
export function escapeControls(text: string): string {
  if (isPlainText(text) || !unseen().test(text)) return text
  return text.replace(new RegExp(`\\r\\n|${unseen().source}`, 'gu'), shown)
}

function shown(character: string, flood: string | undefined): string {
  if (/[\r\n\t]/.test(character)) return ' '
  if (flood !== undefined) return moreMarks(Array.from(flood).length)
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

function moreMarks(count: number): string {
  return count === 1 ? '[1 more mark]' : `[${count} more marks]`
}
