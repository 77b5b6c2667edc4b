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
const joiners = /['’‘ʼ`´.\-‐‑‒–]/gu

/**
 * The text without what people leave out when they type a name: case, accents, apostrophes, hyphens, dots.
 *
 * @example plain("Séan O'Brien-Großmann") // 'sean obriengrossmann'
 */
export function normalizeText(text: string): string {
  return folded(text).replace(joiners, '').trim().replace(/\s+/gu, ' ')
}

/**
 * The words a name can be found by: each word as it is spoken, each part of a joined one, and the German and
 * Danish spellings of umlauts.
 *
 * @example wordsOf("Jean-Luc O'Müller") // ['jeanluc', 'jean', 'luc', 'omuller', 'o', 'muller', 'omueller', 'mueller']
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

/** The words somebody typed to find a name, each of which must begin one of its words. */
export function queryWords(text: string): string[] {
  return normalizeText(text)
    .split(/[\s,;()/]+/u)
    .filter((word) => word !== '')
}

/** The digits of a text, in the order they stand. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '')
}

/** The ends of a name in a script that sets no space between its words: any of them may begin a word. */
function endings(word: string): string[] {
  if (!/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(word)) return []
  const characters = Array.from(word)
  return characters.map((_, index) => characters.slice(index).join(''))
}

/** Nothing is left out of ASCII but its capitals; the marks of all other letters take time to load. */
const ascii = /^[\0-\x7f]*$/

function folded(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[ßøæœđðłþħı]/gu, (letter) => letters[letter] ?? letter)
}

function respelled(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüåø]/gu, (letter) => umlauts[letter] ?? letter)
}
