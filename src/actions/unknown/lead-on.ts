import type { App } from '../../app.ts'
import { FuError, usage } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { joinWords } from '../../views/layout/pluralize.ts'
import { nearest, personQueries } from '../../parse/contact/person.ts'
import { readDayPhrase } from '../../parse/phrase/day-phrase.ts'
import { settingsFrom } from '../../parse/settings/settings.ts'
import { quoted } from '../../parse/shell/quoted.ts'
import type { Day } from '../../domain/day.ts'
import { readDay } from '../read-when.ts'
import { showPage, type PageForm } from '../page/show-page.ts'

/** The command lines that a word may mean: aliases and prefixes of commands; and commands with a similar spelling. */
export type Suggestions = { readonly meant: readonly string[]; readonly near: readonly string[] }

/**
 * Handles words that are not a command: a date shows the page of that day; anything else is refused with the command
 * that was probably meant. Returns whether anything on the page is still open.
 *
 * @throws FuError `usage` with similar commands
 */
export async function leadOn(
  app: App,
  words: readonly string[],
  suggestions: Suggestions,
  form: PageForm & { readonly full: boolean },
): Promise<boolean> {
  const option = words.find((word) => word.startsWith('-'))
  const plain = words.filter((word) => !word.startsWith('-'))
  try {
    app.diary()
  } catch (error) {
    throw (error instanceof FuError ? withoutDiary(app, plain, suggestions) : null) ?? error
  }
  const day = dayMeant(app, plain)
  if (day !== null && option !== undefined) {
    throw usage(`There is no option ${quoted(option)}.`, '"fu today --help" shows the options of a page.')
  }
  if (day !== null) return showPage(app, day, form)
  const [first = ''] = words
  throw usage(`There is no command ${quoted(first)}.`, hintFor(app, words, suggestions))
}

/** The command that was meant, if the diary cannot be opened; `null` if the words may be a date or a name. */
function withoutDiary(app: App, words: readonly string[], { meant, near }: Suggestions): FuError | null {
  const [first = ''] = words
  const isNumber = /^\d+$/.test(first)
  const offered = meant.length > 0 || isNumber ? meant : near
  if (offered.length === 0 || isDate(app, words)) return null
  return usage(`There is no command ${quoted(first)}.`, didYouMean(offered))
}

/** Whether words are a date, without the settings of a diary. */
function isDate(app: App, words: readonly string[]): boolean {
  const { week, dates } = settingsFrom(new Map(), app.locale)
  try {
    readDayPhrase(words.join(' '), { now: app.now, week, dates, locale: app.locale, direction: 'either' })
    return true
  } catch (error) {
    if (error instanceof FuError) return false
    throw error
  }
}

function didYouMean(lines: readonly string[]): string {
  return `Did you mean ${joinWords(
    lines.map((line) => `"fu ${line}"`),
    'or',
  )}?`
}

/** What to type in place of an unknown command. */
function hintFor(app: App, words: readonly string[], { meant, near }: Suggestions): string {
  const [first = ''] = words
  const id = /^\d{1,9}$/.test(first) ? Number(first) : null
  if (id !== null && app.diary().promises.find(id) !== null) {
    return `${id} is a promise: "fu done ${id}", "fu tried ${id}" or "fu move ${id} fri".`
  }
  const cards = cardsMeant(app, words)
  const lines = [...meant, ...cards]
  const likely = lines.length > 0 || id !== null ? lines : near
  const offered = likely.length > 0 ? likely : cardsNear(app, first)
  return offered.length === 0 ? '"fu --help" lists the commands.' : didYouMean(offered)
}

function dayMeant(app: App, words: readonly string[]): Day | null {
  if (words.join('').trim() === '') return null
  try {
    return readDay(app, words)
  } catch (error) {
    if (error instanceof FuError && error.kind === 'usage') return null
    throw error
  }
}

/** The cards of the contacts named by all the words, or else by the first. */
function cardsMeant(app: App, words: readonly string[]): string[] {
  const texts = [words.join(' '), ...words.slice(0, 1)]
  const text = texts.find((who) =>
    personQueries(who).some((query) => app.diary().contacts.matching(query).length > 0),
  )
  return text === undefined ? [] : [`show ${text.split(/\s+/).map(shellWord).join(' ')}`]
}

function cardsNear(app: App, text: string): string[] {
  return nearest(text, app.diary().contacts.spelledLike(text)).map(
    ({ name }) => `show ${name.split(/\s+/).map(shellWord).join(' ')}`,
  )
}
