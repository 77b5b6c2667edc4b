import type { App } from '../app.ts'
import type { DateContext } from '../domain/date-words.ts'

/** The words for dates, seen from today. */
export function dateContext(app: App): DateContext {
  return { today: app.now.day, words: app.words }
}
