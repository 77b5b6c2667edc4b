import type { Contact } from './contact.ts'
import type { EntryData } from './entry-data.ts'
import type { EntryColumns } from './entry.ts'
import type { PlanRun, PlanStep } from './plan.ts'
import type { DiaryPromise } from './promise.ts'

/** A contact of the books; one that somebody wrote into them by hand has no number and no moment yet. */
export type ExportedContact = Omit<Contact, 'id' | 'uid' | 'addedAt'> & {
  readonly [Field in 'id' | 'uid' | 'addedAt']: Contact[Field] | null
}

/** A plan as the user set it, from an instant on. */
export type ExportedPlan = {
  readonly uid: string
  readonly name: string
  readonly steps: readonly PlanStep[]
  /** Seconds since 1970 in UTC. */
  readonly since: number
}

/** A plan that was started; which of its steps have begun is told by the promises. */
export type ExportedRun = Omit<PlanRun, 'begun'>

/** A promise of the books, with how its contact is reached where the books do not hold the contact. */
export type ExportedPromise = DiaryPromise & {
  readonly phone: string | null
  readonly email: string | null
}

/** An entry of the books; `old` is what an export of an older version says in words, which had no data. */
export type ExportedEntry = EntryColumns &
  EntryData & { readonly old: { readonly remark: string | null } | null }

/** Why a row cannot be read, and its number where that can be. */
type UnreadRow = { readonly invalid: string; readonly id?: number | null }

/** One row of a book, or why it is none; `place` tells where it stands: `line 12`, `people 3`. */
export type ExportedRow<Row> = { readonly place: string } & ({ readonly row: Row } | UnreadRow)

/** Books as they are read, a row at a time. */
export type ExportedRows = {
  readonly [Book in keyof ExportedDiary]: ExportedDiary[Book] extends readonly ExportedRow<infer Row>[]
    ? Iterable<ExportedRow<Row>> | AsyncIterable<ExportedRow<Row>>
    : ExportedDiary[Book]
}

/** All that a diary holds but its undo history, as it is written out and read again. */
export type ExportedDiary = {
  readonly contacts: readonly ExportedRow<ExportedContact>[]
  readonly plans: readonly ExportedRow<ExportedPlan>[]
  readonly runs: readonly ExportedRow<ExportedRun>[]
  readonly promises: readonly ExportedRow<ExportedPromise>[]
  readonly entries: readonly ExportedRow<ExportedEntry>[]
  /** Settings that the user made, by key. */
  readonly settings: ReadonlyMap<string, string>
}
