import type { ContactKind } from './contact.ts'
import type { Cadence } from './cadence.ts'
import type { WorkingWeek } from './working-week.ts'

/** Which number comes first in `27/11`; `null` if neither a setting nor the locale decides. */
export type DateOrder = 'day-first' | 'month-first' | null

/** The settings of the diary, with the defaults (some of them from the locale) filled in. */
export type Settings = {
  readonly week: WorkingWeek
  readonly dates: DateOrder
  /** ISO 3166 code of the country of phone numbers without a country code. */
  readonly country: string | null
  readonly keepInTouchPerDay: number
  /** How many promises make a day full (R46). */
  readonly dayLoad: number
  /** Whether the 24 hours of an answer are counted in working time (R21). */
  readonly answerInWorkingHours: boolean
  /** The default cadence of each kind of contact, where it has one (R7). */
  readonly cadences: ReadonlyMap<ContactKind, Cadence>
  /** For the messages that are left (R36). */
  readonly myName: string | null
  readonly myNumber: string | null
  readonly mail: MailSettings
}

/** The settings of the user's mailbox (R65). The commands print a secret, which the diary never stores. */
export type MailSettings = {
  /** Its path, or its address: `imap://sue@mail.hall.example`. */
  readonly box: string | null
  /** The user's own addresses. */
  readonly me: readonly string[]
  readonly passwordCommand: string | null
  readonly tokenCommand: string | null
  /** Whether a reply in a thread that the user began or answered owes an answer, or is only logged. */
  readonly replies: 'answer' | 'logged'
}
