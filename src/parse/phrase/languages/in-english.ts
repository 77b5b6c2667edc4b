import { usage, type FuError } from '../../../domain/errors.ts'
import { dictionaryOf, englishWeekdays, plainLetters, type Dictionary } from './dictionary.ts'
import type { Language } from './language.ts'

const weekday = `(?:${englishWeekdays.join('|')})`
const period = '(?:week|month|year)'

/**
 * Changes the word order of other languages to the English one; the changes are applied in sequence. Some words are not
 * in the English grammar: `th` after a number, `coming` (the first such day, or the next week), `oclock`, and `h`,
 * which may be an hour of the clock or a number of hours. `hour` and `hours` are a number of hours, except in the
 * Italian `ore 14`.
 */
const orders = (): readonly (readonly [RegExp, string])[] => [
  // `27. nov`, `1 er`, `el día 27`
  [/(?<![\d.:/])(\d{1,2})(?:\.(?= |$)| th\b)/g, '$1th'],
  [/(?<!\d )\b(?:the )?day (?=\d{1,2}(?:th)?(?: |$))/, 'the '],
  // `27 de noviembre de 2026`
  [/(?<=\b[a-z]{3}) of (?=\d{4}\b)/, ' '],
  // `la semaine prochaine`, `el viernes que viene`
  [new RegExp(String.raw`\bthe (?=${weekday}\b|(?:${period} )?(?:next|last|coming)\b)`), ''],
  [new RegExp(String.raw`\b(${weekday}|${period}) (next|last|coming)\b`), '$2 $1'],
  [new RegExp(`coming (?=${period})`), 'next '],
  [/\bcoming\b/, 'this'],
  // `vor 3 tagen`, `il y a 2 heures`
  [/^ago (\d+ (?:working )?[a-z]+)/, '$1 ago'],
  [/^(in \d+|\d+(?= h ago)) h\b(?! \d)/, '$1 hours'],
  // `alle ore 14`, `14 h 30`, `alle 14.30`, `14.30 uhr`
  [/(?<!\d )\b(?:at )?hour (?=\d)/, 'at '],
  [/\b(\d{1,2})\.(\d{2}) (?:oclock|h)\b|\bat (\d{1,2})\.(\d{2})$/, 'at $1$3:$2$4'],
  [/\b(\d{1,2}) (?:oclock|h|(?<=\bat \d{1,2} )hours?) (\d{2})\b/, '$1:$2'],
  [/(:\d{2}) (?:oclock|h)\b/, '$1'],
  [/\b(\d{1,2}) (?:oclock|h)\b|\bat (\d{1,2}) hours?\b/, '$1$2:00'],
  // `um 14`; not `um 3`, which may be in the afternoon
  [/\bat (0?[7-9]|1\d|2[0-3])$/, 'at $1:00'],
  [/\bat at\b/, 'at'],
  // `am 27`, `el viernes 27`
  [/^((?:(?:on|by) )?the) (\d{1,2})(?=$| at | \d{1,2}:)/, '$1 $2th'],
]

const numberedWeekday = new RegExp(String.raw`^((?:(?:on|by) )?${weekday}) (\d{1,2})(?=$| at | \d{1,2}:)`)

/**
 * Translates a phrase into the words and the order of the English grammar; `null` if it has a word outside the
 * language, or no words. A translated phrase that is not valid English grammar is left for that grammar to refuse.
 *
 * @throws FuError `usage` if it may be an hour of the clock or a number of hours: `9h`
 * @example inEnglish('nächsten Freitag um 14 Uhr', german) // 'next fri at 14:00'
 */
export function inEnglish(phrase: string, language: Language): string | null {
  // Most scripts use ISO dates, which need no dictionary.
  if (/^[\d\s:/.-]*$/.test(phrase)) return null
  const words = wordByWord(plainLetters(phrase), dictionaryOf(language))
  if (words === null) return null
  const [, hours] = /^(\d{1,2}) h$/.exec(words) ?? []
  if (hours !== undefined && Number(hours) <= 24) throw hourOrHours(phrase, hours, language)
  const text = orders().reduce((read, [found, english]) => read.replace(found, english), words)
  // 12 in the morning may be midnight or noon.
  if (/\b12(?::\d{2})? [ap]m\b/.test(text)) return null
  return language.hasNumberedWeekdays ? text.replace(numberedWeekday, '$1 the $2th') : text
}

/** Translates each dictionary entry, the longest first; `null` if anything is left over. */
function wordByWord(phrase: string, { words, months, longest }: Dictionary): string | null {
  const typed = phrase.split(' ')
  const english: string[] = []
  let hasWords = false
  for (let index = 0; index < typed.length;) {
    const last = english.at(-1) ?? ''
    const isBehindNumber = /^\d+\.?$/.test(last) || last === 'of' || last === 'th'
    let length = Math.min(longest, typed.length - index)
    let meaning: string | undefined
    for (; length > 0 && meaning === undefined; length -= 1) {
      const name = typed.slice(index, index + length).join(' ')
      meaning = isBehindNumber ? (months.get(name) ?? words.get(name)) : (words.get(name) ?? months.get(name))
    }
    hasWords ||= meaning !== undefined
    if (meaning === undefined && !/^[\d:/.-]+$/.test(typed[index] ?? '')) return null
    english.push(meaning ?? typed[index] ?? '')
    index += meaning === undefined ? 1 : length + 1
  }
  return hasWords ? english.join(' ') : null
}

function hourOrHours(phrase: string, hours: string, { examples }: Language): FuError {
  const [clock, count] = [examples.atNine, examples.inHours].map((example) => example.replace('9', hours))
  return usage(
    `"${phrase}" may be an hour of the clock or a number of hours from now.`,
    `Try "${clock}" or "${count}".`,
  )
}
