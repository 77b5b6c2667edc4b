import type { ContactName, Phone } from './contact.ts'
import type { Moment } from './moment.ts'
import type { KeptPromise, OpenPromise } from './promise.ts'

/** The rows of a call log by result; the counts add up to the rows of the log. */
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

/** A number in a call log that belongs to no contact, or to several. */
export type Stranger = {
  readonly phone: Phone
  /** The name in the phone. */
  readonly name: string | null
  readonly calls: number
  readonly missed: number
  readonly last: Moment
}

/** The result of importing a call log. */
export type CallsReport = {
  readonly counts: RowCounts
  /** Calls of unknown numbers that may be recognized once the country is set. */
  readonly withoutCountry: number
  /** The first rows that cannot be read. */
  readonly invalid: readonly { readonly place: string; readonly invalid: string }[]
  readonly added: readonly ContactName[]
  readonly owed: readonly OpenPromise[]
  /** Call-backs that were owed before and now have more missed calls. */
  readonly again: readonly OpenPromise[]
  readonly closed: readonly KeptPromise[]
  /** Answers owed for entries written by hand: we spoke since, but they stay open. */
  readonly stillOpen: readonly OpenPromise[]
  readonly unwanted: readonly ContactName[]
  /** Their missed calls are older than the day from which call-backs are owed. */
  readonly tooOld: readonly ContactName[]
  readonly unknown: readonly Stranger[]
  readonly ambiguous: readonly (Stranger & { readonly contacts: readonly ContactName[] })[]
  /** Not added, because a contact of that name has other numbers. */
  readonly namesakes: readonly (Stranger & { readonly contact: ContactName })[]
}
