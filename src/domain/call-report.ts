import type { ContactName, Phone } from './contact.ts'
import type { Moment } from './moment.ts'
import type { KeptPromise, OpenPromise } from './promise.ts'

/** What became of each row of a log; the sum is the number of its rows. */
export type RowCounts = {
  readonly fresh: number
  readonly known: number
  readonly unknown: number
  readonly ambiguous: number
  readonly withoutNumber: number
  readonly blocked: number
  readonly notCalls: number
  readonly invalid: number
}

/** A number in a log that no contact has, or that several have. */
export type Stranger = {
  readonly phone: Phone
  /** What the phone calls them. */
  readonly name: string | null
  readonly calls: number
  readonly missed: number
  readonly last: Moment
}

/** What came of reading a log of calls. */
export type CallsReport = {
  readonly counts: RowCounts
  /** The first of the rows that cannot be read. */
  readonly invalid: readonly { readonly place: string; readonly invalid: string }[]
  readonly added: readonly ContactName[]
  readonly owed: readonly OpenPromise[]
  /** Those owed before, to whom more calls were added. */
  readonly again: readonly OpenPromise[]
  readonly closed: readonly KeptPromise[]
  /** Owed for something that was written down by hand: we spoke since, and they stand open. */
  readonly stillOpen: readonly OpenPromise[]
  readonly unwanted: readonly ContactName[]
  /** Missed before the day from which call-backs are owed. */
  readonly tooOld: readonly ContactName[]
  readonly unknown: readonly Stranger[]
  readonly ambiguous: readonly (Stranger & { readonly contacts: readonly ContactName[] })[]
  /** Not added, since a contact of that name has other numbers. */
  readonly namesakes: readonly (Stranger & { readonly contact: ContactName })[]
}
