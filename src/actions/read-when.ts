import type { App } from '../app.ts'
import type { Day, Due } from '../domain/day.ts'
import type { Moment } from '../domain/moment.ts'
import { periodAfter } from '../domain/period.ts'
import { readPeriod } from '../parse/phrase/period.ts'
import { readDayPhrase, type PhraseContext } from '../parse/phrase/day-phrase.ts'

/** Reads a typed date phrase according to the user's settings. */
export function readWhen(app: App, text: string, direction: PhraseContext['direction']): Due {
  const { week, dates } = app.settings()
  return readDayPhrase(text, { now: app.now, week, dates, locale: app.locale, direction })
}

/** The start of a period (`--since`): a length of time before now, or a date phrase of the past. */
export function readSince(app: App, text: string): Due {
  if (!/^\d+ ?(?:d|w|mo|y)$/i.test(text.trim())) return readWhen(app, text, 'back')
  const { count, unit } = readPeriod(text)
  const isCalendar = unit !== 'wd'
  return { day: isCalendar ? periodAfter(app.now.day, { count: -count, unit }) : app.now.day, time: null }
}

/** The day of a phrase; today without words. */
export function readDay(app: App, words: readonly string[]): Day {
  return words.length === 0 ? app.now.day : readWhen(app, words.join(' '), 'either').day
}

/** The moment that `--on` names, or now. */
export function readOn(app: App, text: string | undefined): Moment {
  if (text === undefined) return app.now
  const { day, time } = readWhen(app, text, 'back')
  return day === app.now.day && time === null ? app.now : app.momentAt({ day, time })
}
