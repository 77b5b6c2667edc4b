import type { Moment } from './moment.ts'
import type { DroppedPromise } from './promise.ts'

/** The kinds of rows a command can change. */
export const rowKinds = ['contacts', 'promises', 'entries', 'settings', 'plans', 'plan_runs'] as const
export type RowKind = (typeof rowKinds)[number]

export type CellValue = string | number | null

/**
 * A snapshot of a row: every column with its value. Other rows are named by uid (`contact_uid`); `id` is the row's own
 * number on this machine.
 */
export type RowImage = Readonly<Record<string, CellValue>>

/** One row that was inserted, updated or deleted, with its snapshots before and after. */
export type Change = { readonly kind: RowKind; readonly uid: string } & (
  | { readonly before: null; readonly after: RowImage }
  | { readonly before: RowImage; readonly after: RowImage }
  | { readonly before: RowImage; readonly after: null }
)

/** One command that changed the diary. */
export type HistoryEntry = {
  readonly id: number
  readonly command: string
  /** As `fu history` and `fu undo` show it: "done 1 (Gary Lee, send the quote)". */
  readonly title: string
  readonly at: Moment
  /** The history entry that this one undid. */
  readonly undoes: number | null
  readonly data: HistoryData | null
}

/** What a history entry records besides its changes: the two contacts of a merge, or that it was erased. */
export type HistoryData = MergedCards | { readonly forgotten: true }

/** The uids of two contacts that were merged. */
export type MergedCards = { readonly gone: string; readonly kept: string }

/** The result of a command that wrote, and its number in the history. */
export type Written<Value> = { readonly value: Value; readonly history: number }

/** The command that was undone, and the changes that undid it. */
export type Undone = {
  readonly entry: HistoryEntry
  readonly changes: readonly Change[]
  /** Promises restored with somebody who does not want to be contacted, and dropped again (R58). */
  readonly dropped: readonly DroppedPromise[]
}

/**
 * The changes that undo changes: each with its snapshots swapped, the last one first. Inverting twice gives the changes
 * themselves.
 */
export function invert(changes: readonly Change[]): Change[] {
  return changes.map(inverted).toReversed()
}

/** Columns computed from others; later versions may compute them differently. */
export const derivedColumns: readonly string[] = ['lookup']

/** Defaults of columns that some snapshots do not have yet, if not `null`. */
const laterColumns: RowImage = { from_mail: 0 }

/**
 * Whether two snapshots have the same values, except for the row's number and derived columns. A column missing from a
 * snapshot counts with the default that existing rows got when the column was added.
 */
export function sameImage(a: RowImage | null, b: RowImage | null): boolean {
  if (a === null || b === null) return a === b
  const columns = new Set([...Object.keys(a), ...Object.keys(b)])
  for (const column of ['id', ...derivedColumns]) columns.delete(column)
  return [...columns].every((column) => valueIn(a, column) === valueIn(b, column))
}

/** The value of a column in a snapshot; for a column that came later, the value that every row had then, if any. */
export function valueIn(image: RowImage, column: string): CellValue {
  return image[column] ?? laterColumns[column] ?? null
}

function inverted(change: Change): Change {
  const { kind, uid, before, after } = change
  if (before === null) return { kind, uid, before: after, after: null }
  if (after === null) return { kind, uid, before: null, after: before }
  return { kind, uid, before: after, after: before }
}
