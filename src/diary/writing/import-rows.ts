import type { Database } from 'better-sqlite3'
import type { ExportedContact, ExportedPlan, ExportedRun } from '../../domain/exported-diary.ts'
import type { CellValue, RowKind } from '../../domain/change.ts'
import type { Entry } from '../../domain/entry.ts'
import { highestNumber } from '../../domain/import-limits.ts'
import type { Moment } from '../../domain/moment.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { contactColumns } from '../queries/contacts.ts'
import { entryColumns } from '../queries/entries.ts'
import type { RowWriter } from './row-writer.ts'
import { cachedStatement } from '../queries/statements.ts'
import { dueColumns, promiseColumns, promisedColumns } from '../queries/promises.ts'
import { newUid } from './uid.ts'

/** The local numbers of the rows to which an imported row refers. */
export type PromiseLinks = {
  readonly contact: number
  readonly about: number | null
  readonly run: number | null
}
export type EntryLinks = { readonly contact: number; readonly promise: number | null }

/**
 * Writes rows from another diary, each with its own `uid` and moments; returns the local number. In an empty diary they
 * keep their numbers, up to `highestNumber`.
 */
export type RowImporter = {
  contact(row: ExportedContact): number
  /** Sets who referred a contact, once both are imported. */
  referrer(uid: string, from: number): void
  plan(row: ExportedPlan): number
  run(row: ExportedRun, contact: number): number
  /** Stops a running plan of this diary; returns whether it was running. */
  stop(uid: string, why: string): boolean
  promise(row: DiaryPromise, links: PromiseLinks): number
  entry(row: Entry, links: EntryLinks): number
}

/** Imports rows in one transaction; `at` is the moment of rows without one. */
export function rowImporter(db: Database, rows: RowWriter, at: Moment): RowImporter {
  let isFresh: boolean | null = null
  // A row with too high a number got the next free one, which a later row in the file may have.
  const isTaken = (kind: RowKind, id: number): boolean =>
    cachedStatement(db, `SELECT 1 FROM ${kind} WHERE id = ?`).get(id) !== undefined
  const bring = (
    kind: RowKind,
    row: { readonly id: number | null; readonly uid: string | null },
    columns: Record<string, CellValue>,
  ): number => {
    isFresh ??=
      db.prepare('SELECT 1 FROM sqlite_sequence WHERE name <> ? LIMIT 1').get('journal') === undefined
    const keeps = isFresh && row.id !== null && row.id <= highestNumber && !isTaken(kind, row.id)
    return rows.insert(kind, { ...(keeps ? { id: row.id } : {}), uid: row.uid ?? newUid(db), ...columns })
  }

  return {
    contact: (row) => {
      const added = row.addedAt ?? at
      return bring('contacts', row, {
        ...contactColumns({ ...row, source: { ...row.source, from: null } }),
        added_at: added.instant,
        added_offset: added.offset,
      })
    },
    referrer: (uid, from) => rows.update('contacts', uid, { from_id: from }),
    plan: ({ uid, name, steps, since }) =>
      rows.insert('plans', { uid, name, steps: JSON.stringify(steps), set_at: since }),
    run: (row, contact) =>
      bring('plan_runs', row, {
        contact_id: contact,
        plan: row.plan,
        steps: JSON.stringify(row.steps),
        what: row.what,
        stopped: row.stopped,
      }),
    stop: (uid, why) => {
      const isGoing = rows.image('plan_runs', uid)?.['stopped'] === null
      if (isGoing) rows.update('plan_runs', uid, { stopped: why })
      return isGoing
    },
    promise: (row, links) =>
      bring('promises', row, {
        ...promiseColumns({ ...row, contactId: links.contact, aboutId: links.about }),
        ...dueColumns(row.due),
        ...promisedColumns(row.promised),
        snoozed_until: row.snoozedUntil,
        run_id: links.run,
        step_index: links.run === null ? null : (row.step?.index ?? null),
        made_at: row.madeAt.instant,
        made_offset: row.madeAt.offset,
        ...closingColumns(row),
      }),
    entry: (row, links) =>
      bring('entries', row, entryColumns({ ...row, contactId: links.contact, promise: links.promise })),
  }
}

function closingColumns(row: DiaryPromise): Record<string, CellValue> {
  if (row.status === 'open') return { status: row.status }
  return {
    status: row.status,
    closed_at: row.closedAt.instant,
    closed_offset: row.closedAt.offset,
    reason: row.reason,
    ...(row.status === 'kept' ? { outcome: row.outcome, note: row.note } : {}),
  }
}
