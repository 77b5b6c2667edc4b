import type { Moment } from '../../domain/moment.ts'
import type { DateOrder } from '../../domain/settings.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'

/**
 * Which way an incomplete date is completed, and what is refused: `ahead` is what will be due, and refuses the
 * past; `back` is what has happened, and refuses the future; `either` looks ahead and refuses neither.
 */
type Direction = 'ahead' | 'back' | 'either'

/** What a date phrase is read against. */
export type PhraseContext = {
  readonly now: Moment
  readonly week: WorkingWeek
  readonly dates: DateOrder
  /** The locale (BCP 47) whose language is read beside English, and in which refusals name dates. */
  readonly locale: string | null
  readonly direction: Direction
}
