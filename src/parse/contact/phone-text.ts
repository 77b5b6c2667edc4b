import { labelText } from '../../domain/label.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { dialable, fewestDigits, visibleNumber } from '../../domain/phone-number.ts'

/** A number as written, with the text before or after it as its label. */
export type WrittenNumber = { readonly label: string | null; readonly value: string }

/** The longest text that is read as phone numbers. */
const longest = 400

/** The fewest digits of a number with words beside it, or of one among several numbers. */
const fewestBesideWords = 5
const fewestOfSeveral = 6

/** The fewest digits of a complete number, even with a country code. */
const fewestOfWhole = 9

/** The most digits in a remark after a number, such as "weekdays 9-17". */
const mostInRemark = 5

/** Words that only announce a number. */
const phoneWords = new Set(
  (
    'phone|phones|telephone|tel|tele|ph|t|p|number|no|nr|call|fon|telefon|telefonnummer|rufnummer|nummer|' +
    't\u00e9l|t\u00e9l\u00e9phone|num\u00e9ro|tel\u00e9fono|tfno|tlf|tf|telefono|telefoon|telefone|fone|callto|sip'
  ).split('|'),
)

/**
 * The numbers in a text, each with its label: the text before a colon, or words before or after the number. Several
 * numbers follow one another, or are written as "030 123456 / 0170 1234567" or "030 1234560/61". Empty if the text is
 * not a number.
 *
 * @example writtenNumbers('030 1234567 (Sekretariat)') // [{ label: 'sekretariat', value: '030 1234567' }]
 */
export function writtenNumbers(text: string): WrittenNumber[] {
  const visible = text
    .split(/\r\n|[\r\n\u2028\u2029]|:::/)
    .map(visibleNumber)
    .filter((line) => line !== '')
  if (visible.join(' ').length > longest) return []
  const numbers = visible.flatMap((line) => separated(withContext(withoutDecimals(line)))).map(writtenNumber)
  return numbers.some((number) => number === null)
    ? []
    : numbers.flatMap((number) => number ?? []).flatMap(endings)
}

/** A program that stored a number as a quantity writes it with ".0" at the end. */
function withoutDecimals(line: string): string {
  return line.replace(/^(\+?\d{6,})\.0$/, '$1')
}

/** The local number of a `tel:` address (RFC 3966), prefixed with its `phone-context`. */
function withContext(line: string): string {
  return line
    .replace(/^(?:tel:)?([^;]*)(.*);phone-context=(\+[\d().-]+)/i, '$3 $1$2')
    .replace(/;phone-context=[^;]*/i, '')
}

/** Separators between two numbers. */
const separator = /\s*(?:[|;,&/]|(?<=\s)(?:or|oder|ou|of|und|and|et|en)(?=\s))\s*/giu

/** Splits a line of several numbers. */
function separated(line: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: mark, index } of line.matchAll(separator)) {
    const left = line.slice(from, index)
    const right = line.slice(index + mark.length)
    if (!isBetweenNumbers(left, mark, right)) continue
    parts.push(left)
    from = index + mark.length
  }
  return [...parts, line.slice(from)]
}

function isBetweenNumbers(left: string, mark: string, right: string): boolean {
  // A slash may also follow an area code, after a country code.
  const mayBeWithin = /^[\s([]*(?:\+|00)/.test(left) || (mark === '/' && !/^[0+(]/.test(right))
  const isWhole = digitsOf(left).length >= (mayBeWithin ? fewestOfWhole : fewestOfSeveral)
  const next = right.split(separator)[0] ?? ''
  const following = mark.trim() === '/' && mark.length > 1 ? right : next
  return isWhole && digitsOf(following).length >= fewestOfSeveral && !isDialledAfter(left, mark, next)
}

/** Whether the digits after a comma or semicolon are dialled after the call is answered. */
function isDialledAfter(left: string, mark: string, next: string): boolean {
  return /[,;]/.test(mark) && (/[,;pw]\s*$/i.test(left) || /[#*]\s*$|^postd=/i.test(next))
}

/** A number rounded by a spreadsheet ("4.9171E+11"), whose last digits are lost. */
const rounded = /^\d(?:[.,]\d+)?E\+?\d+$/i

function writtenNumber(text: string): WrittenNumber | null {
  if (rounded.test(text)) return null
  const [, label = null, rest = text] =
    /^\s*(\p{L}[\p{L}\p{N} ._'\u2019-]*):(?:\/\/)?(.*)$/su.exec(text) ?? []
  const start = rest.search(/[+\uff0b([]*\p{Nd}/u)
  if (start === -1) return null
  const before = rest.slice(0, start)
  const { value, number } = beforeRemark(rest.slice(start))
  const behind = rest.slice(start + value.length)
  const digits = digitsOf(number).length
  const hasWords = before.trim() !== '' || behind.trim() !== ''
  if (digits < (hasWords ? fewestBesideWords : fewestDigits)) return null
  if (!isLabel(before) || !isRemark(behind)) return null
  const said = labelText(label ?? '')
  const own = said === null || phoneWords.has(said.toLowerCase().replace(/\.$/, '')) ? null : said
  const words = [...wordsIn(before).filter((word) => !phoneWords.has(word)), ...wordsIn(behind)]
  return { label: withWords(own, words.join(' ')), value: value.trim() }
}

/** The number at the start of a text, without the digits of a remark in brackets after it. */
function beforeRemark(text: string): { readonly value: string; readonly number: string } {
  const [value = '', number = ''] = dialable().exec(text) ?? []
  const bracket = /(?<=\p{Nd}\s*)[([][^)\]]*$/u.exec(number)
  const hasRemark = bracket !== null && /^[^)\]]*\p{L}/u.test(text.slice(value.length))
  return hasRemark
    ? { value: value.slice(0, bracket.index), number: number.slice(0, bracket.index) }
    : { value, number }
}

/** Whether the text before a number, without a colon, is a label or empty. */
function isLabel(text: string): boolean {
  return /^[\p{L}\p{M}\s.()[\]_"'\u2018-\u201f-]{0,40}$/u.test(text)
}

/** Whether the text after a number is a remark or empty. */
function isRemark(text: string): boolean {
  if (/^[\s.,;:/|()[\]"'\u2010-\u2015\u2018-\u201f-]*$/u.test(text)) return true
  return (
    /^[\s,;/|(["\u2010-\u2015-]*(?:(?<=[([])\p{Nd}{1,4}\P{L}{0,3})?\p{L}[^@]*$/u.test(text) &&
    digitsOf(text).length <= mostInRemark
  )
}

/** The words beside a number, in lower case; words with a letter come first, because a label begins with one. */
function wordsIn(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}_-]+/u)
    .map((word) => word.replace(/^[_-]+|[_-]+$/gu, ''))
    .filter((word) => word !== '')
  const first = words.findIndex((word) => /^\p{L}/u.test(word))
  return first === -1 ? [] : [...words.slice(first), ...words.slice(0, first)]
}

/** Adds the words that a label lacks; `null` if there is neither a label nor words. */
export function withWords(label: string | null, words: string | null): string | null {
  const known = (label ?? '').toLowerCase().split(' ')
  const lacking = (words ?? '').split(' ').filter((word) => !known.includes(word))
  return [label ?? '', ...lacking].join(' ').trim() || null
}

/** "030 1234560/61" is two numbers: in the second, the digits after the slash replace the last ones. */
function endings({ label, value }: WrittenNumber): WrittenNumber[] {
  const [, first = '', last = ''] = /^(.*\p{Nd})\s*\/\s*(\p{Nd}{1,3})$/u.exec(value) ?? []
  if (digitsOf(first).length < 7 || !new RegExp(String.raw`\p{Nd}{${last.length}}$`, 'u').test(first))
    return [{ label, value }]
  return [
    { label, value: first },
    { label, value: `${first.slice(0, -last.length)}${last}` },
  ]
}
