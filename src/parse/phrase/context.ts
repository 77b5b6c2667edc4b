import type { Moment } from '../../domain/moment.ts'
import type { DateOrder } from '../../domain/settings.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'

/**
 * How an incomplete date is completed, and what is refused: `ahead` is for future dates and refuses the past; `back` is
 * for past dates and refuses the future; `either` completes ahead and refuses neither.
 */
type Direction = 'ahead' | 'back' | 'either'

/** The context for reading a date phrase. */
export type PhraseContext = {
  readonly now: Moment
  readonly week: WorkingWeek
  readonly dates: DateOrder
  /** The locale (BCP 47) whose language is read beside English, and used for dates in refusals. */
  readonly locale: string | null
  readonly direction: Direction
}
