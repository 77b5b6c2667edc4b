import type { Database } from 'better-sqlite3'
import type { CellValue, RowKind } from '../../domain/change.ts'
import { dataJson } from '../../domain/entry-data-json.ts'
import type { Act } from '../../domain/act.ts'
import type { Outcome } from '../../domain/entry.ts'
import { isOldCallBack, readOldEntry, type OldContext } from '../../domain/old-remark.ts'
import { rowImage } from '../values/json-values.ts'
import { newUid } from '../writing/uid.ts'

/** A row, or a row image, of version 3. */
type OldRow = Readonly<Record<string, CellValue>>

/** Lookups for the references in old rows and images. */
type OldRows = {
  /** The uid that a row number has or had; `null` if there never was such a row. */
  readonly uidOf: (kind: RowKind, id: CellValue | undefined) => string | null
  /** The data of an entry as JSON, read from its text; the same for every image with the same text. */
  readonly dataOf: (uid: string, row: OldRow) => string | null
}

/**
 * Migrates the rows of a diary from version 3 to version 4, whose schema it already has: facts in text become data, in
 * the rows and in the images of the history alike, so that every change can still be undone.
 */
export function fillFacts(db: Database): void {
  nameRows(db)
  const rows = oldRows(db)
  fillEntries(db, rows)
  fillPromises(db)
  fillHistory(db, rows)
  fillImages(db, rows)
  // The file may have been copied when it could not yet record that.
  db.prepare('UPDATE identity SET device = ?').run(newUid(db))
  db.exec('DROP TABLE temp.row_names')
}

/** The rows read at once. */
const batch = 1000

/** Row numbers are never reused, so a row that only exists in the history has a unique number too. */
function nameRows(db: Database): void {
  db.exec(`
    CREATE TEMP TABLE row_names (kind TEXT, id INTEGER, uid TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    INSERT INTO row_names SELECT 'contacts', id, uid FROM contacts UNION ALL SELECT 'promises', id, uid FROM promises
      UNION ALL SELECT 'plan_runs', id, uid FROM plan_runs;
    INSERT OR IGNORE INTO row_names SELECT kind, coalesce(after, before) ->> '$.id', row_uid FROM journal_changes
      WHERE kind IN ('contacts', 'promises', 'plan_runs');`)
}

function oldRows(db: Database): OldRows {
  const uid = db
    .prepare<[string, CellValue], string>('SELECT uid FROM row_names WHERE kind = ? AND id = ?')
    .pluck()
  const uidOf: OldRows['uidOf'] = (kind, id) =>
    id === null || id === undefined ? null : (uid.get(kind, id) ?? null)
  const wasCalled = db.prepare<{ uid: string; name: string }, number>(`
    SELECT 1 FROM (SELECT what FROM promises WHERE uid = :uid
                   UNION SELECT before ->> '$.what' FROM journal_changes WHERE row_uid = :uid
                   UNION SELECT after ->> '$.what' FROM journal_changes WHERE row_uid = :uid)
    WHERE substr(:name, -2 - length(what)) = ', ' || what`)
  const promiseUid: OldContext['promiseUid'] = (number, name) => {
    const promise = uidOf('promises', number)
    return promise !== null && wasCalled.get({ uid: promise, name }) !== undefined ? promise : null
  }
  const mayBeMark = markFinder(db)
  const dataOf: OldRows['dataOf'] = (of, row) => {
    const act = row['act'] as Act
    const data = dataJson(
      readOldEntry(
        {
          act,
          promise: row['promise_id'] as number | null,
          outcome: row['outcome'] as Outcome | null,
          text: row['text'] as string | null,
          remark: row['remark'] as string | null,
        },
        { promiseUid, mayBeMark: act === 'dropped' && mayBeMark(of) },
      ),
    )
    return data === null ? null : JSON.stringify(data)
  }
  return { uidOf, dataOf }
}

/** Whether an entry may be that of a do-not-contact mark, by the command that wrote it. */
function markFinder(db: Database): (uid: string) => boolean {
  const command = db
    .prepare<[string], string>(
      `SELECT j.command FROM journal_changes c JOIN journal j ON j.id = c.journal_id
       WHERE c.row_uid = ? AND c.before IS NULL ORDER BY j.id LIMIT 1`,
    )
    .pluck()
  const isMarked = db.prepare<[string]>(
    `SELECT 1 FROM entries e JOIN contacts c ON c.id = e.contact_id
     WHERE e.uid = ? AND c.do_not_contact = '"all"'`,
  )
  return (uid) => {
    const written = command.get(uid)
    if (written === 'edit' || written === 'merge') return true
    // An imported entry does not tell.
    return (written === undefined || written === 'import') && isMarked.get(uid) !== undefined
  }
}

function fillEntries(db: Database, { dataOf }: OldRows): void {
  const read = db.prepare<[number], OldRow & { id: number; uid: string }>(
    `SELECT id, uid, act, promise_id, outcome, text, data ->> '$.words' AS remark FROM entries
     WHERE id > ? AND (data IS NOT NULL OR act = 'dropped') ORDER BY id LIMIT ${batch}`,
  )
  const update = db.prepare('UPDATE entries SET data = ? WHERE id = ?')
  for (const row of inBatches((last: (OldRow & { id: number }) | undefined) => read.all(last?.id ?? 0))) {
    update.run(dataOf(row.uid, row), row.id)
  }
}

function fillPromises(db: Database): void {
  const read = db.prepare<[], { id: number; what: string }>(
    `SELECT id, what FROM promises WHERE what GLOB 'call back (*'`,
  )
  const update = db.prepare('UPDATE promises SET from_call_log = 1 WHERE id = ?')
  for (const { id, what } of read.all()) if (isOldCallBack(what)) update.run(id)
}

/** Reads the facts in titles: which card was merged into which, and which commands were erased. */
function fillHistory(db: Database, { uidOf }: OldRows): void {
  db.exec(`UPDATE journal SET data = '{"forgotten":true}' WHERE title = command || ' (forgotten)'`)
  const merges = db
    .prepare<[], { id: number; title: string; gone: string }>(
      `SELECT j.id, j.title, c.row_uid AS gone FROM journal j JOIN journal_changes c ON c.journal_id = j.id
       WHERE j.command = 'merge' AND c.kind = 'contacts' AND c.after IS NULL`,
    )
    .all()
  const update = db.prepare('UPDATE journal SET data = ? WHERE id = ?')
  for (const { id, title, gone } of merges) {
    const kept = uidOf('contacts', Number(/\(@(\d+)\)$/.exec(title)?.[1]))
    if (kept !== null) update.run(JSON.stringify({ gone, kept }), id)
  }
}

type OldChange = {
  readonly journal_id: number
  readonly seq: number
  readonly kind: RowKind
  readonly row_uid: string
  readonly before: string | null
  readonly after: string | null
}

function fillImages(db: Database, rows: OldRows): void {
  const read = db.prepare<[number, number], OldChange>(
    `SELECT * FROM journal_changes WHERE (journal_id, seq) > (?, ?)
     AND kind IN ('contacts', 'promises', 'entries', 'plan_runs') ORDER BY journal_id, seq LIMIT ${batch}`,
  )
  const update = db.prepare(
    'UPDATE journal_changes SET before = ?, after = ? WHERE journal_id = ? AND seq = ?',
  )
  const next = (last: OldChange | undefined): OldChange[] => read.all(last?.journal_id ?? 0, last?.seq ?? 0)
  for (const { journal_id: journal, seq, kind, row_uid: uid, before, after } of inBatches(next)) {
    update.run(newImage(rows, kind, uid, before), newImage(rows, kind, uid, after), journal, seq)
  }
}

function newImage(rows: OldRows, kind: RowKind, uid: string, text: string | null): string | null {
  if (text === null) return null
  const row: OldRow = rowImage(text)
  const columns = Object.entries(row).flatMap(([column, value]): [string, CellValue][] => {
    const of = references[column]
    if (of !== undefined) return [[column.replace(/_id$/, '_uid'), rows.uidOf(of, value)]]
    return column === 'remark' ? [['data', rows.dataOf(uid, row)]] : [[column, value]]
  })
  const mark = kind === 'promises' ? { from_call_log: isOldCallBack(String(row['what'])) ? 1 : 0 } : {}
  return JSON.stringify({ ...Object.fromEntries(columns), ...mark })
}

/** The columns with the number of another row, and the kind of that row. */
const references: Readonly<Record<string, RowKind>> = {
  contact_id: 'contacts',
  about_id: 'contacts',
  from_id: 'contacts',
  promise_id: 'promises',
  run_id: 'plan_runs',
}

/** All rows, a batch at a time: nothing can be written while a statement is being read. */
function* inBatches<Row>(next: (last: Row | undefined) => readonly Row[]): Generator<Row> {
  for (let rows = next(undefined); rows.length > 0; rows = next(rows.at(-1))) yield* rows
}
