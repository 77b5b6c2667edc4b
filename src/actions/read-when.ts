import type { App } from '../app.ts'
import type { Due } from '../domain/day.ts'
import type { Moment } from '../domain/moment.ts'
import { readDayPhrase, type PhraseContext } from '../parse/phrase/day-phrase.ts'

/** A typed date phrase, read as the user's settings say. */
export function readWhen(app: App, text: string, direction: PhraseContext['direction']): Due {
  const { week, dates } = app.settings()
  return readDayPhrase(text, { now: app.now, week, dates, direction })
}

/** The moment that `--on` names, or now. */
export function readOn(app: App, text: string | undefined): Moment {
  if (text === undefined) return app.now
  const { day, time } = readWhen(app, text, 'back')
  return day === app.now.day && time === null ? app.now : app.momentAt({ day, time })
}
