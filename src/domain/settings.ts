import type { ContactKind } from './contact.ts'
import type { Cadence } from './cadence.ts'
import type { WorkingWeek } from './working-week.ts'

/** Which number comes first in `27/11`; `null` where neither the user nor the locale says. */
export type DateOrder = 'day-first' | 'month-first' | null

/** How the user works, as the diary was told; where it was not, as the locale and the defaults say. */
export type Settings = {
  readonly week: WorkingWeek
  readonly dates: DateOrder
  /** ISO 3166 code of the country whose phone numbers are typed without their country code. */
  readonly country: string | null
  /** How many keep-in-touch lines a page shows. */
  readonly keepInTouchPerDay: number
  /** How many lines make a day full (R46). */
  readonly dayLoad: number
  /** Whether the 24 hours of an answer are counted in working time (R21). */
  readonly answerInWorkingHours: boolean
  /** How often each kind of contact is due again; kinds without a cadence are left out (R7). */
  readonly cadences: ReadonlyMap<ContactKind, Cadence>
  /** The user's name and number, as a message to somebody says them (R36). */
  readonly myName: string | null
  readonly myNumber: string | null
}
