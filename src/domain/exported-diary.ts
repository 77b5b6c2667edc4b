import type { Contact } from './contact.ts'
import type { EntryData } from './entry-data.ts'
import type { EntryColumns } from './entry.ts'
import type { PlanRun, PlanStep } from './plan.ts'
import type { DiaryPromise } from './promise.ts'

/** A contact of an export; one that somebody added to the file by hand has no id and no date. */
export type ExportedContact = Omit<Contact, 'id' | 'uid' | 'addedAt'> & {
  readonly [Field in 'id' | 'uid' | 'addedAt']: Contact[Field] | null
}

/**
 * The columns that a table of contacts needs: the longest lists of any contact, and the names of plain extra fields.
 */
export type Widest = Readonly<
  Record<
    | 'phones'
    | 'emails'
    | 'addresses'
    | 'addressParts'
    | 'phoneParams'
    | 'emailParams'
    | 'links'
    | 'anniversaries',
    number
  >
> & {
  readonly extra: readonly string[]
}

/** A plan changed by the user, valid from an instant on. */
export type ExportedPlan = {
  readonly uid: string
  readonly name: string
  readonly steps: readonly PlanStep[]
  /** Seconds since 1970 in UTC. */
  readonly since: number
}

/** A plan that was started; its promises tell which steps have begun. */
export type ExportedRun = Omit<PlanRun, 'begun'>

/** A promise of an export; phone and email stand in for a contact that the export leaves out. */
export type ExportedPromise = DiaryPromise & {
  readonly phone: string | null
  readonly email: string | null
}

/** An entry of an export; `old` is the remark of an entry from an older version, which had no data. */
export type ExportedEntry = EntryColumns &
  EntryData & { readonly old: { readonly remark: string | null } | null }

/** Why a row cannot be read, and its id if that is readable. */
type UnreadRow = { readonly invalid: string; readonly id?: number | null }

/** One row of an export, or why it cannot be read; `place` is its position: `line 12`, `people 3`. */
export type ExportedRow<Row> = { readonly place: string } & ({ readonly row: Row } | UnreadRow)

/** An export that is read row by row. */
export type ExportedRows = {
  readonly [Table in keyof ExportedDiary]: ExportedDiary[Table] extends readonly ExportedRow<infer Row>[]
    ? Iterable<ExportedRow<Row>> | AsyncIterable<ExportedRow<Row>>
    : ExportedDiary[Table]
}

/** Everything in a diary except its undo history, as it is exported and imported. */
export type ExportedDiary = {
  readonly contacts: readonly ExportedRow<ExportedContact>[]
  readonly plans: readonly ExportedRow<ExportedPlan>[]
  readonly runs: readonly ExportedRow<ExportedRun>[]
  readonly promises: readonly ExportedRow<ExportedPromise>[]
  readonly entries: readonly ExportedRow<ExportedEntry>[]
  /** The settings that the user changed, by key. */
  readonly settings: ReadonlyMap<string, string>
}
