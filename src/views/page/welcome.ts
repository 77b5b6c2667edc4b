import type { DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Settings } from '../../domain/settings.ts'
import { contentArea, renderRows } from '../layout/render.ts'
import { gap, hangingIndent, padRow, span, type Row } from '../layout/span.ts'
import type { Theme } from '../layout/theme.ts'
import { wrap } from '../layout/wrap.ts'

export type WelcomeOptions = {
  readonly theme: Theme
  readonly words: DateWords
  /** In columns of the screen. */
  readonly width: number
  readonly locale: string | null
  readonly settings: Pick<Settings, 'country' | 'dates'>
}

const maxLineWidth = 82
/** On a narrower screen, the meaning of a command is below it. */
const leastForColumns = 60

/** The page of an empty diary: the commands that fill it, and how numbers and dates are read. */
export function welcomeView(day: Day, { theme, words, width: screenWidth, ...rest }: WelcomeOptions): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  const rows = [
    ...wrap([span('title', words.long(day))], width),
    [],
    ...wrap([span('plain', 'The diary is empty. Begin with one of these:')], width),
    ...beginningRows(width),
    [],
    ...howItReads(rest).flatMap((sentence) => wrap([span('dim', sentence)], width)),
  ]
  return renderRows(rows, theme, margin)
}

const beginnings: readonly (readonly [command: string, meaning: string])[] = [
  ['fu add', 'a person, and what you promised them'],
  ['fu import contacts.csv', 'your address book: CSV or vCard'],
  ['fu demo', 'a sample diary to explore'],
]

/** The country for reading numbers, and the language of dates. */
function howItReads({ locale, settings }: Pick<WelcomeOptions, 'locale' | 'settings'>): string[] {
  const { country, dates } = settings
  const language = locale === null ? 'English' : nameOf('language', new Intl.Locale(locale).language)
  const orders = {
    'day-first': '27/11 is 27 November (fu config dates)',
    'month-first': '11/27 is November 27 (fu config dates)',
    none: 'for 3/4 as 3 April: fu config dates day-first',
  }
  return [
    country === null
      ? 'Country of phone numbers: not known. Set yours: fu config country AU'
      : `Country of phone numbers: ${nameOf('region', country)} (fu config country)`,
    `Language of dates: ${language}; ${orders[dates ?? 'none']}`,
  ]
}

function nameOf(type: 'language' | 'region', code: string): string {
  return new Intl.DisplayNames(['en'], { type }).of(code) ?? code
}

function beginningRows(width: number): Row[] {
  const column = Math.max(...beginnings.map(([command]) => command.length)) + 2
  return beginnings.flatMap(([command, meaning]) => {
    const head = [gap(2), span('name', command)]
    if (width < leastForColumns)
      return [head, ...hangingIndent([gap(4)], wrap([span('plain', meaning)], width - 4))]
    return [[...padRow(head, column + 2), span('plain', meaning)]]
  })
}
