/**
 * Characters that a screen obeys or hides instead of showing them: controls, what turns the direction of the
 * text, tags, separators, fillers, halves of a pair. Joiners and variation selectors only shape their
 * neighbours: names and emoji need them.
 */
const unseen =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u{fff9}-\u{fffb}]|(?![\u{200c}\u{200d}\p{Variation_Selector}])\p{Default_Ignorable_Code_Point}/u
const eachUnseen = new RegExp(`\\r\\n|${unseen.source}`, 'gu')

/**
 * Text from outside, safe for a screen: line ends and tabs become one space each, every other character that
 * would be obeyed or hidden is written out.
 *
 * @example visible('a\u001b[2Jb') // 'a\\u{1b}[2Jb'
 * @example visible('two\r\nlines') // 'two lines'
 */
export function visible(text: string): string {
  return unseen.test(text) ? text.replace(eachUnseen, shown) : text
}

function shown(character: string): string {
  if (/[\r\n\t]/.test(character)) return ' '
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
