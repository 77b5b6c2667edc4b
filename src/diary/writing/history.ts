import type { Database } from 'better-sqlite3'
import {
  invert,
  rowKinds,
  sameImage,
  type Change,
  type HistoryEntry,
  type RowImage,
  type RowKind,
  type Undone,
} from '../../domain/change.ts'
import { isOneOf } from '../../domain/entry.ts'
import { notFound, refused } from '../../domain/errors.ts'
import { momentOf, type Moment } from '../../domain/moment.ts'
import { forgottenMark } from '../erase/forgotten-mark.ts'
import { openRowWriter, type RowWriter } from './row-writer.ts'
import { newUid } from './uid.ts'

/** What a journal entry says besides its changes. */
type Heading = { command: string; title: string; at: Moment; undoes: number | null }

type JournalRow = {
  id: number
  command: string
  title: string
  at: number
  at_offset: number
  undoes: number | null
}

type ChangeRow = { kind: RowKind; row_uid: string; before: string | null; after: string | null }

/** A journal entry that has begun: changes go into it as they are made. */
export type OpenEntry = {
  readonly id: number
  readonly keep: (change: Change) => void
  /** Gives it another title. */
  readonly entitle: (title: string) => void
}

/** Begins a journal entry in the transaction that its changes belong to. */
export function beginHistoryEntry(db: Database, heading: Heading): OpenEntry {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO journal (uid, device, command, title, at, at_offset, undoes)
       VALUES (?, (SELECT device FROM identity), ?, ?, ?, ?, ?)`,
    )
    .run(newUid(db), heading.command, heading.title, heading.at.instant, heading.at.offset, heading.undoes)
  const id = Number(lastInsertRowid)
  const insert = db.prepare('INSERT INTO journal_changes VALUES (?, ?, ?, ?, ?, ?)')
  let seq = 0
  return {
    id,
    keep: ({ kind, uid, before, after }) => {
      insert.run(id, seq, kind, uid, json(before), json(after))
      seq += 1
    },
    entitle: (title) => {
      db.prepare('UPDATE journal SET title = ? WHERE id = ?').run(title, id)
    },
  }
}

/** The journal, newest first, each entry with whether it has been taken back since. */
export function* historyEntries(db: Database): Generator<HistoryEntry & { undone: boolean }> {
  const undone = new Set<number>()
  const page = db.prepare<[number], JournalRow>(
    'SELECT * FROM journal WHERE id < ? ORDER BY id DESC LIMIT 100',
  )
  for (let rows = page.all(Number.MAX_SAFE_INTEGER); rows.length > 0; rows = page.all(rows.at(-1)?.id ?? 0)) {
    for (const row of rows) {
      const isUndone = undone.has(row.id)
      // An undo that was itself taken back takes nothing back any more: what it undid stands again.
      if (!isUndone && row.undoes !== null) undone.add(row.undoes)
      yield { ...toEntry(row), undone: isUndone }
    }
  }
}

/**
 * Takes back one journal entry (or the last one that stands), as a journal entry of its own.
 *
 * @throws FuError `not-found` where there is no such entry, `refused` where it is taken back already or a later
 * change stands in the way
 */
export function undoEntry(db: Database, wanted: number | null, at: Moment): Undone & { history: number } {
  const entry = wanted === null ? lastStanding(db) : state(db, wanted)
  const changes = changesOf(db, entry.id)
  const isEmpty = changes.length === 0
  if (isForgotten(entry) && (isEmpty || entry.command === 'forget')) throw gone(db, entry)
  const made: Change[] = []
  const rows = openRowWriter(db, (change) => made.push(change))
  // Rows that name each other come and go in the order of the changes; they are checked when all are done.
  db.pragma('defer_foreign_keys = ON')
  for (const change of invert(changes)) apply(db, rows, change, entry)
  refuseOrphans(db, made, entry)
  refuseLost(db, rows, made, entry)
  // Written last: what stands in the way is looked for in the journal, and is never this undo itself.
  const undo = beginHistoryEntry(db, {
    command: 'undo',
    title: `undo ${entry.id}: ${entry.title}`,
    at,
    undoes: entry.id,
  })
  made.forEach(undo.keep)
  return { entry, changes, history: undo.id }
}

function lastStanding(db: Database): HistoryEntry {
  for (const { undone, ...entry } of historyEntries(db)) {
    if (!undone && entry.undoes === null) return entry
  }
  throw refused('There is nothing to take back.', '"fu history" shows every command that changed the diary.')
}

/** What somebody did who was forgotten, or their forgetting. */
function isForgotten({ command, title }: HistoryEntry): boolean {
  return command === 'forget' || title.endsWith(forgottenMark)
}

function gone(db: Database, { id, title }: HistoryEntry): Error {
  for (const { undone, ...entry } of historyEntries(db)) {
    if (undone || entry.undoes !== null || entry.id >= id || isForgotten(entry)) continue
    return refused(
      `${id} (${title}) cannot be taken back: who was forgotten is gone for good.`,
      `"fu undo ${entry.id}" takes back what was done before: ${entry.title}`,
    )
  }
  return refused(
    `${id} (${title}) cannot be taken back: who was forgotten is gone for good.`,
    '"fu history" shows what stands.',
  )
}

function state(db: Database, id: number): HistoryEntry {
  for (const { undone, ...entry } of historyEntries(db)) {
    if (entry.id < id) break
    if (entry.id !== id) continue
    if (!undone) return entry
    throw refused(`${id} (${entry.title}) is taken back already.`, '"fu history" shows what stands.')
  }
  throw notFound(`There is no ${id} in the history.`, '"fu history" lists the numbers.')
}

function changesOf(db: Database, id: number): Change[] {
  return db
    .prepare<[number], ChangeRow>(
      'SELECT kind, row_uid, before, after FROM journal_changes WHERE journal_id = ? ORDER BY seq',
    )
    .all(id)
    .map(toChange)
}

function apply(db: Database, rows: RowWriter, change: Change, entry: HistoryEntry): void {
  if (!sameImage(rows.image(change.kind, change.uid), change.before)) throw inTheWay(db, change.uid, entry)
  if (change.after === null) rows.remove(change.kind, change.uid)
  else if (change.before === null) rows.insert(change.kind, { ...change.after, uid: change.uid })
  else rows.update(change.kind, change.uid, change.after)
}

/** What was written about a contact or a promise since it was made would be left without it. */
function refuseOrphans(db: Database, changes: readonly Change[], entry: HistoryEntry): void {
  for (const { kind, after, before } of changes) {
    if (after !== null || before === null) continue
    const dependents = {
      contacts: `SELECT uid FROM promises WHERE contact_id = :id OR about_id = :id
                 UNION ALL SELECT uid FROM entries WHERE contact_id = :id
                 UNION ALL SELECT uid FROM plan_runs WHERE contact_id = :id
                 UNION ALL SELECT uid FROM contacts WHERE from_id = :id LIMIT 1`,
      promises: 'SELECT uid FROM entries WHERE promise_id = :id LIMIT 1',
      plan_runs: 'SELECT uid FROM promises WHERE run_id = :id LIMIT 1',
      entries: null,
      settings: null,
      plans: null,
    }[kind]
    const dependent =
      dependents === null
        ? undefined
        : db.prepare<unknown[], { uid: string }>(dependents).get({ id: before['id'] })
    if (dependent !== undefined) throw inTheWay(db, dependent.uid, entry)
  }
}

/** What a row that comes back speaks of may have been taken back itself since. */
function refuseLost(db: Database, rows: RowWriter, changes: readonly Change[], entry: HistoryEntry): void {
  for (const { kind, uid } of changes) {
    const row = rows.image(kind, uid)
    for (const { from, table } of row === null ? [] : referencesOf(db, kind)) {
      const id = row?.[from] ?? null
      if (id === null || db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined) continue
      const lost = db
        .prepare<unknown[], { row_uid: string }>(
          `SELECT row_uid FROM journal_changes WHERE kind = ? AND after IS NULL AND before ->> 'id' = ?
           ORDER BY journal_id DESC LIMIT 1`,
        )
        .get(table, id)
      throw inTheWay(db, lost?.row_uid ?? '', entry)
    }
  }
}

/** The columns of a table that name rows of another, and which. */
function referencesOf(db: Database, kind: RowKind): { from: string; table: string }[] {
  return db.pragma(`foreign_key_list(${kind})`) as { from: string; table: string }[]
}

function inTheWay(db: Database, rowUid: string, entry: HistoryEntry): Error {
  const later = db
    .prepare<[string, number], JournalRow>(
      `SELECT j.* FROM journal_changes c JOIN journal j ON j.id = c.journal_id
       WHERE c.row_uid = ? AND j.id > ? ORDER BY j.id DESC LIMIT 1`,
    )
    .get(rowUid, entry.id)
  const what = later === undefined ? 'a later change' : `${later.id} (${later.title})`
  const hint =
    later === undefined
      ? '"fu history" shows what came after.'
      : later.command === 'forget'
        ? 'A forgetting cannot be taken back. "fu history" shows what stands.'
        : `"fu undo ${later.id}" takes that back first.`
  return refused(`${entry.id} (${entry.title}) cannot be taken back: ${what} stands in the way.`, hint)
}

function toEntry(row: JournalRow): HistoryEntry {
  const { id, command, title, undoes } = row
  return { id, command, title, undoes, at: momentOf(row.at, row.at_offset) }
}

function toChange(row: ChangeRow): Change {
  const { kind, row_uid: uid } = row
  const before = image(row.before)
  const after = image(row.after)
  if (before !== null) return { kind, uid, before, after }
  if (after !== null && isOneOf(rowKinds, kind)) return { kind, uid, before, after }
  throw new Error(`the journal has an empty change of ${uid}`)
}

function image(text: string | null): RowImage | null {
  return text === null ? null : (JSON.parse(text) as RowImage)
}

function json(row: RowImage | null): string | null {
  return row === null ? null : JSON.stringify(row)
}
