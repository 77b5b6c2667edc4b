import type { DateWords } from '../../domain/date-words.ts'
import type { Day, Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Settings } from '../../domain/settings.ts'

/** The day of a page, the moment at which it is read, and the formats of its dates. */
export type PageContext = { readonly day: Day; readonly now: Moment; readonly words: DateWords }

/** The settings that a page depends on. */
export type PageSettings = Pick<
  Settings,
  'week' | 'keepInTouchPerDay' | 'answerInWorkingHours' | 'cadences'
> & {
  readonly words: DateWords
  /** The moment of a day and time on the user's clock. */
  readonly momentAt: (due: Due) => Moment
  /** Whether all of keep in touch is shown, not only the first few. */
  readonly all?: boolean
}

export type LineContext = PageContext & Pick<PageSettings, 'week' | 'answerInWorkingHours' | 'momentAt'>
