import stringWidth from 'string-width'
import { memoize } from '../../domain/memoize.ts'

/** Latin, Greek and Cyrillic letters and the usual signs: one code unit, one column. Looking closer takes time. */
const plainText =
  /^[\x20-\x7e\u00a0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203b\u2190-\u2193\u2580-\u2593▸✓✗]*$/

/**
 * How many columns of a screen the text takes. It must hold no control characters: see `visible`.
 *
 * Measured by what is seen as one character, since summing code points counts the vowel signs of Thai, Hindi or
 * Hebrew as letters, and the newer emoji as narrow.
 */
export function widthOf(text: string): number {
  if (plainText.test(text)) return text.length
  return clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0)
}

/** The text, cut between what is seen as one character and the next. */
export function clusters(text: string): string[] {
  if (plainText.test(text)) return text.split('')
  return Array.from(segmenter().segment(text), ({ segment }) => segment)
}

/** A text is written in few characters, and a look at one takes as long as a row of the page. */
const clusterWidth: (cluster: string) => number = memoize((cluster) => {
  if (/\p{Emoji_Presentation}|\p{Emoji}\u{fe0f}/u.test(cluster)) return 2
  return Math.min(2, stringWidth(cluster.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')))
})

let shared: Intl.Segmenter | undefined

/** Made when the first such text comes: most pages are done without. */
function segmenter(): Intl.Segmenter {
  shared ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return shared
}
