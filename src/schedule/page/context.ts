import type { DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'

/** How a page is read: its day, the moment, and the words for days. */
export type PageContext = { readonly day: Day; readonly now: Moment; readonly words: DateWords }
