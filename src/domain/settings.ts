import type { WorkingWeek } from './working-week.ts'

/** Which number comes first in `27/11`; `null` where neither the user nor the locale says. */
export type DateOrder = 'day-first' | 'month-first' | null

/** How the user works, as the diary was told; where it was not, as the locale and the defaults say. */
export type Settings = {
  readonly week: WorkingWeek
  readonly dates: DateOrder
  /** ISO 3166 code of the country whose phone numbers are typed without their country code. */
  readonly country: string | null
}
