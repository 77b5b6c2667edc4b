import type { Database } from 'better-sqlite3'
import {
  invert,
  sameImage,
  type CellValue,
  type Change,
  type HistoryData,
  type HistoryEntry,
  type RowImage,
  type RowKind,
  type Undone,
} from '../../domain/change.ts'
import { notFound, refused } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { claimFile } from './device.ts'
import { SqliteError } from '../file/sqlite.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { BadValue } from '../values/rules.ts'
import { openRowWriter, type RowWriter } from './row-writer.ts'
import { newUid } from './uid.ts'
import { dropUnwanted, markedIn } from './unwanted.ts'

/** The fields of a history entry besides its changes; `undoes` is the uid of the entry that it undoes. */
type Heading = { command: string; title: string; at: Moment; undoes: string | null }

type JournalRow = {
  id: number
  uid: unknown
  command: unknown
  title: unknown
  at: unknown
  at_offset: unknown
  data: unknown
  undoes: number | null
}

/** The history, with the numbers of the entries that each entry undid. */
const selectHistory = `SELECT j.id, j.uid, j.command, j.title, j.at, j.at_offset, j.data, u.id AS undoes
  FROM journal j LEFT JOIN journal u ON u.uid = j.undoes`

type ChangeRow = { kind: unknown; row_uid: unknown; before: unknown; after: unknown }

/**
 * An open history entry: changes are added as they are made. Consecutive changes of a row are merged: otherwise a
 * command that adds to a row a thousand times would store a thousand images of it.
 */
export type OpenEntry = {
  readonly id: number
  readonly keep: (change: Change) => void
  /** Sets its title and data. */
  readonly entitle: (title: string, data: HistoryData | null) => void
}

/** Begins a history entry in the transaction of its changes. */
export function beginHistoryEntry(db: Database, heading: Heading): OpenEntry {
  claimFile(db)
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO journal (uid, device, command, title, at, at_offset, undoes)
       VALUES (?, (SELECT device FROM identity), ?, ?, ?, ?, ?)`,
    )
    .run(newUid(db), heading.command, heading.title, heading.at.instant, heading.at.offset, heading.undoes)
  const id = Number(lastInsertRowid)
  const insert = db.prepare('INSERT INTO journal_changes VALUES (?, ?, ?, ?, ?, ?)')
  // Takes the position of the later one, because it may refer to rows that were added in between.
  const extend = db.prepare('UPDATE journal_changes SET seq = ?, after = ? WHERE journal_id = ? AND seq = ?')
  const lastUpdates = new Map<string, number>()
  let seq = 0
  return {
    id,
    keep: ({ kind, uid, before, after }) => {
      const row = `${kind} ${uid}`
      const last = lastUpdates.get(row)
      const isUpdate = before !== null && after !== null
      if (isUpdate && last !== undefined) extend.run(seq, json(after), id, last)
      else if (isUpdate) insert.run(id, seq, kind, uid, json(before), json(after))
      else insert.run(id, seq, kind, uid, json(filled(before)), json(filled(after)))
      if (isUpdate) lastUpdates.set(row, seq)
      // An earlier image may refer to the deleted row, which is restored first on undo.
      else if (after === null) lastUpdates.clear()
      seq += 1
    },
    entitle: (title, data) => {
      db.prepare('UPDATE journal SET title = ?, data = ? WHERE id = ?').run(
        title,
        data === null ? null : JSON.stringify(data),
        id,
      )
    },
  }
}

/** The history, newest first, with a flag for entries that were undone. */
export function* historyEntries(db: Database): Generator<HistoryEntry & { undone: boolean }> {
  for (const { uid: _uid, ...entry } of namedEntries(db)) yield entry
}

function* namedEntries(db: Database): Generator<NamedEntry & { undone: boolean }> {
  const undone = new Set<number>()
  const page = db.prepare<[number], JournalRow>(
    `${selectHistory} WHERE j.id < ? ORDER BY j.id DESC LIMIT 100`,
  )
  for (let rows = page.all(Number.MAX_SAFE_INTEGER); rows.length > 0; rows = page.all(rows.at(-1)?.id ?? 0)) {
    for (const row of rows) {
      const isUndone = undone.has(row.id)
      // An undone undo has no effect: the command that it undid is in force again.
      if (!isUndone && row.undoes !== null) undone.add(row.undoes)
      yield { ...toEntry(row), undone: isUndone }
    }
  }
}

/**
 * Undoes one history entry (or the last one in force), as a history entry of its own.
 *
 * @throws FuError `not-found` if there is no such entry, `refused` if it is already undone or a later change depends on
 * it
 */
export function undoEntry(db: Database, wanted: number | null, at: Moment): Undone & { history: number } {
  const { uid, ...entry } = wanted === null ? lastStanding(db) : standing(db, wanted)
  const changes = changesOf(db, entry.id)
  const isEmpty = changes.length === 0
  if (isForgotten(entry) && (isEmpty || entry.command === 'forget')) throw gone(db, entry)
  const made: Change[] = []
  const removed: NumberedRow[] = []
  const rows = openRowWriter(db, (change) => made.push(change))
  // Rows that refer to each other are restored in the order of the changes; references are checked at the end.
  db.pragma('defer_foreign_keys = ON')
  for (const change of invert(changes)) {
    const number = applied(db, rows, change, entry)
    if (number !== null) removed.push({ kind: change.kind, id: number })
  }
  refuseOrphans(db, removed, entry)
  // The undo may have restored the mark or the promise (R58).
  const dropped = dropUnwanted(db, rows, at, markedIn(db, made))
  // Written last: the check for later changes reads the history, and must not find this undo itself.
  const undo = beginHistoryEntry(db, {
    command: 'undo',
    title: `undo ${entry.id}: ${entry.title}`,
    at,
    undoes: uid,
  })
  made.forEach(undo.keep)
  return { entry, changes, dropped, history: undo.id }
}

type NamedEntry = HistoryEntry & { readonly uid: string }

function lastStanding(db: Database): NamedEntry {
  for (const { undone, ...entry } of namedEntries(db)) {
    if (!undone && entry.undoes === null) return entry
  }
  throw refused('There is nothing to undo.', '"fu history" shows every command that changed the diary.')
}

/** A change that involved a forgotten person, or the erasure itself. */
function isForgotten({ command, data }: HistoryEntry): boolean {
  return command === 'forget' || (data !== null && 'forgotten' in data)
}

function gone(db: Database, { id, title }: HistoryEntry): Error {
  for (const { undone, ...entry } of historyEntries(db)) {
    if (undone || entry.undoes !== null || entry.id >= id || isForgotten(entry)) continue
    return refused(
      `${id} (${title}) cannot be undone: a forgotten person is gone for good.`,
      `"fu undo ${entry.id}" undoes the command before it: ${entry.title}`,
    )
  }
  return refused(
    `${id} (${title}) cannot be undone: a forgotten person is gone for good.`,
    '"fu history" lists the commands.',
  )
}

function standing(db: Database, id: number): NamedEntry {
  for (const { undone, ...entry } of namedEntries(db)) {
    if (entry.id < id) break
    if (entry.id !== id) continue
    if (!undone) return entry
    throw refused(`${id} (${entry.title}) is already undone.`, '"fu history" lists the commands.')
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

/** Like `apply`, with a sentence if an image is not valid for a row. */
function applied(db: Database, rows: RowWriter, change: Change, entry: HistoryEntry): number | null {
  try {
    return apply(db, rows, change, entry)
  } catch (error) {
    const isOfImage =
      error instanceof BadValue ||
      (error instanceof SqliteError && /^SQLITE_(?:CONSTRAINT|MISMATCH)/.test(error.code))
    if (!isOfImage) throw error
    throw refused(
      `${entry.id} (${entry.title}) cannot be undone: another program changed its history (${error.message}).`,
      'Nothing was changed. "fu history" shows the other commands.',
    )
  }
}

/** Returns the number of the row if it was removed. */
function apply(db: Database, rows: RowWriter, change: Change, entry: HistoryEntry): number | null {
  const { kind, uid, before, after } = change
  if (!sameImage(rows.image(kind, uid), before)) throw laterChangeError(db, uid, entry)
  if (after === null) return rows.remove(kind, uid)
  // A row to which a restored row refers may itself have been undone since.
  const { missing } = rows.restore(kind, uid, after)
  if (missing !== null) throw laterChangeError(db, missing, entry)
  return null
}

type NumberedRow = { readonly kind: RowKind; readonly id: number }

/** Refuses to remove a contact or a promise with later entries or promises. */
function refuseOrphans(db: Database, removed: readonly NumberedRow[], entry: HistoryEntry): void {
  for (const { kind, id } of removed) {
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
      dependents === null ? undefined : db.prepare<unknown[], { uid: string }>(dependents).get({ id })
    if (dependent !== undefined) throw laterChangeError(db, dependent.uid, entry)
  }
}

function laterChangeError(db: Database, rowUid: string, entry: HistoryEntry): Error {
  const later = db
    .prepare<[string, number], { id: number; command: unknown; title: string }>(
      `SELECT j.id, j.command, j.title FROM journal_changes c JOIN journal j ON j.id = c.journal_id
       WHERE c.row_uid = ? AND j.id > ? ORDER BY j.id DESC LIMIT 1`,
    )
    .get(rowUid, entry.id)
  const what = later === undefined ? 'a later change' : `${later.id} (${later.title})`
  const hint =
    later === undefined
      ? '"fu history" shows what came after.'
      : later.command === 'forget'
        ? 'An erasure cannot be undone. "fu history" lists the commands.'
        : `"fu undo ${later.id}" undoes that first.`
  return refused(`${entry.id} (${entry.title}) cannot be undone: ${what} depends on it.`, hint)
}

function toEntry(row: JournalRow): NamedEntry {
  const value = columns.journal
  return {
    id: value.id(row.id),
    uid: value.uid(row.uid),
    command: value.command(row.command),
    title: value.title(row.title),
    undoes: row.undoes,
    at: storedMoment(row.at, row.at_offset),
    data: value.data(row.data),
  }
}

function toChange(row: ChangeRow): Change {
  const value = columns.journal_changes
  const [kind, uid] = [value.kind(row.kind), value.row_uid(row.row_uid)]
  const [before, after] = [value.before(row.before), value.after(row.after)]
  if (before !== null) return { kind, uid, before, after }
  if (after !== null) return { kind, uid, before, after }
  throw new BadValue(after, 'an image of a row')
}

/**
 * The image of a row that was added or removed, without its empty columns: it fits into the page of its change. With
 * all columns it takes a second page, which adds hundreds of megabytes to a long import.
 */
function filled(row: RowImage | null): RowImage | null {
  if (row === null) return null
  const image: Record<string, CellValue> = {}
  for (const name in row) {
    const value = row[name] ?? null
    if (value !== null) image[name] = value
  }
  return image
}

function json(row: RowImage | null): string | null {
  return row === null ? null : JSON.stringify(row)
}
