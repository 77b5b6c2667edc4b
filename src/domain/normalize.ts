const letters: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
}
const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const anyLetter = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')
const anyUmlaut = new RegExp(`[${Object.keys(umlauts).join('')}]`, 'gu')
/** Apostrophes, hyphens, dashes and dots. */
const joiners = /['\u2019\u2018\u02bc`\xb4.\-\u2010-\u2013]/gu

/**
 * Removes everything that people leave out when they type a name: case, accents, apostrophes, hyphens, dots.
 *
 * @example normalizeText("Séan O'Brien-Großmann") // 'sean obriengrossmann'
 */
export function normalizeText(text: string): string {
  return folded(text).replace(joiners, '').trim().replace(/\s+/gu, ' ')
}

/**
 * The words by which a name is found: each word, each part of a hyphenated or abbreviated one, and the German and
 * Danish spellings of umlauts.
 *
 * @example searchWords("Jean-Luc O'Müller") // ['jeanluc', 'jean', 'luc', 'omuller', 'o', 'muller', 'omueller', 'mueller']
 */
export function searchWords(name: string): string[] {
  const words = new Set<string>()
  for (const spelling of [name, respelled(name)]) {
    for (const word of folded(spelling).split(/[\s,;()/]+/u)) {
      words.add(word.replace(joiners, ''))
      for (const part of word.split(joiners)) words.add(part)
      for (const ending of endings(word)) words.add(ending)
    }
  }
  words.delete('')
  return [...words]
}

/** The words of a search for a name; each must begin one of the name's `searchWords`. */
export function queryWords(text: string): string[] {
  return normalizeText(text)
    .split(/[\s,;()/]+/u)
    .filter((word) => word !== '')
}

/** The digits of a text as ASCII: full-width, Arabic and Indian ones too. */
export function digitsOf(text: string): string {
  const plain = ascii.test(text) ? text : text.normalize('NFKC').replace(/\p{Nd}/gu, asciiDigit)
  return plain.replace(/\D/g, '')
}

/** In Unicode, each set of ten digits begins at a code that ends in 0 or 6. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const column = code % 16
  return String(/\p{Nd}/u.test(String.fromCodePoint(code - column)) ? column : column - 6)
}

/** All suffixes of a name in a script without spaces, where a word may begin at any character. */
function endings(word: string): string[] {
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(word)) return []
  const characters = Array.from(word)
  return characters.map((_, index) => characters.slice(index).join(''))
}

/** ASCII needs only lower case; the Unicode data for other letters is slow to load. */
const ascii = /^[\0-\x7f]*$/

function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(anyLetter, (letter) => letters[letter] ?? letter)
}

function respelled(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(anyUmlaut, (letter) => umlauts[letter] ?? letter)
}
