import { isPlainText } from './measure.ts'

/**
 * Characters that a screen interprets or hides: control characters, direction controls, tags, separators, fillers, lone
 * surrogates. Joiners and variation selectors only shape their neighbours: names and emoji need them. No language has
 * more than 30 marks on one letter (UAX #15, stream-safe text); more would cover the lines above and below.
 */
const hiddenCharacters = (): RegExp =>
  /\r\n|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}]|(?![\u{200c}\u{200d}\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}|(?<flood>(?<=\p{M}{30})\p{M}+)/gu

/**
 * Makes text from outside safe for a screen: line ends and tabs become one space each, every other character that a
 * screen would interpret or hide is escaped, and surplus marks are replaced by their count.
 *
 * @example escapeControls('a\u001b[2Jb') // 'a\\u{1b}[2Jb'
 * @example escapeControls('two\r\nlines') // 'two lines'
 */
export function escapeControls(text: string): string {
  return isPlainText(text) ? text : text.replace(hiddenCharacters(), escaped)
}

function escaped(character: string, flood: string | undefined): string {
  if (/[\r\n\t]/.test(character)) return ' '
  if (flood !== undefined) return moreMarks(Array.from(flood).length)
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}

function moreMarks(count: number): string {
  return count === 1 ? '[1 more mark]' : `[${count} more marks]`
}
