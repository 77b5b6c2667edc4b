import stringWidth from 'string-width'

/**
 * Latin, Greek and Cyrillic letters and common signs: each code unit is visible and takes one column. The Unicode data
 * that other text needs is slow to load, and most diaries never need it.
 */
const plainText =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u203b\u2190-\u2193\u2580-\u2593\u25b8\u2713\u2717]*$/

/** Whether every code unit of the text takes exactly one column. */
export function isPlainText(text: string): boolean {
  return plainText.test(text)
}

/**
 * The columns that a text takes on a screen. It must not contain control characters: see `escapeControls`.
 *
 * Measured by grapheme clusters: summing code points would count the vowel signs of Thai, Hindi or Hebrew as letters,
 * and newer emoji as narrow.
 */
export function widthOf(text: string): number {
  if (isPlainText(text)) return text.length
  return clusters(text).reduce((sum, cluster) => sum + clusterWidth(cluster), 0)
}

/** The grapheme clusters of a text: what readers see as characters. */
export function clusters(text: string): string[] {
  if (isPlainText(text)) return text.split('')
  return Array.from(segmenter().segment(text), ({ segment }) => segment)
}

function clusterWidth(cluster: string): number {
  if (/\p{Emoji_Presentation}|\p{Emoji}\u{fe0f}/u.test(cluster)) return 2
  return Math.min(2, stringWidth(cluster.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')))
}

let sharedSegmenter: Intl.Segmenter | undefined

/** Created for the first text that needs it: most pages need none. */
function segmenter(): Intl.Segmenter {
  sharedSegmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return sharedSegmenter
}
