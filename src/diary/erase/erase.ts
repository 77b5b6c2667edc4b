import type { Database } from 'better-sqlite3'
import { normalizeText } from '../../domain/normalize.ts'
import { numberKey } from '../../domain/number-spellings.ts'
import type { RowImage, RowKind } from '../../domain/change.ts'
import type { Moment } from '../../domain/moment.ts'
import { beginHistoryEntry } from '../writing/history.ts'
import { forgottenMark } from './forgotten-mark.ts'
import { mergedAway } from '../queries/merges.ts'
import { searchTables } from '../search-tables.ts'
import { columns } from '../values/columns.ts'
import { jsonObject, rowImage } from '../values/json-values.ts'
import { imageColumns } from '../writing/images.ts'

/** The erased rows, and the rows of others that lost their link to them. */
export type Erased = {
  readonly promises: number
  readonly entries: number
  /** Commands of the history that can no longer be read or undone. */
  readonly commands: number
  /** Promises of others that were about them. */
  readonly about: number
  /** People whom they referred. */
  readonly sent: number
}

/**
 * The uids of all cards that ever belonged to a person: the card itself, the cards merged into it, and cards that exist
 * only in the history, because they were undone, with the same name, number or email address.
 */
export function cardsOf(db: Database, uid: string): string[] {
  const uids = new Set([uid])
  const merges = mergedAway(db)
  for (let before = -1; before !== uids.size;) {
    before = uids.size
    for (const { gone, kept } of merges) if (uids.has(kept)) uids.add(gone)
  }
  const known = new Set([...uids].flatMap((one) => imagesOf(db, one).flatMap(marksOf)))
  const takenBack = db
    .prepare<[], string>(
      `SELECT DISTINCT row_uid FROM journal_changes c WHERE kind = 'contacts' AND after IS NULL
         AND NOT EXISTS (SELECT 1 FROM contacts k WHERE k.uid = c.row_uid)`,
    )
    .pluck()
    .all()
  for (const card of takenBack) {
    if (
      imagesOf(db, card)
        .flatMap(marksOf)
        .some((mark) => known.has(mark))
    )
      uids.add(card)
  }
  return [...uids]
}

/**
 * Erases people from a diary file of the newest version, by the uids of their cards: rows, history, search tables.
 * Other rows lose their link to them and keep their text. Runs inside a transaction; free space in the file is only
 * erased by a `VACUUM`. If there is nothing to erase, nothing is changed. The history keeps the fact that somebody was
 * forgotten, and the current state of others' rows whose changes were erased with theirs.
 */
export function eraseFrom(db: Database, uids: readonly string[], at: Moment): Erased {
  const params = { uids: JSON.stringify(uids), mark: forgottenMark }
  const run = (sql: string): number => {
    const used = Object.entries(params).filter(([name]) => sql.includes(`:${name}`))
    return db.prepare(sql).run(Object.fromEntries(used)).changes
  }
  db.exec(`CREATE TEMP TABLE erased_promises (uid TEXT PRIMARY KEY);
           CREATE TEMP TABLE erased_runs (uid TEXT PRIMARY KEY);
           CREATE TEMP TABLE erased_rows (uid TEXT PRIMARY KEY);
           CREATE TEMP TABLE erased_commands (id INTEGER PRIMARY KEY);
           CREATE TEMP TABLE erased_beside (kind TEXT, uid TEXT, PRIMARY KEY (kind, uid));`)
  try {
    gather(run)
    const commands = scrubHistory(run)
    scrubNames(db)
    const erased = eraseRows(run)
    const isThere = commands + erased.promises + erased.entries + erased.about + erased.sent > 0
    if (isThere) keepOthers(db, at)
    // Deleted terms stay in the search tables, marked as deleted, until the segments are merged.
    for (const { search } of searchTables) db.exec(`INSERT INTO ${search} (${search}) VALUES ('optimize')`)
    // If another program ran ANALYZE, the index samples contain names and numbers.
    db.exec('DROP TABLE IF EXISTS sqlite_stat4')
    return { commands, ...erased }
  } finally {
    // Already gone if the disk was full and everything was rolled back.
    for (const table of ['promises', 'runs', 'rows', 'commands', 'beside']) {
      db.exec(`DROP TABLE IF EXISTS temp.erased_${table}`)
    }
  }
}

type Run = (sql: string) => number

const cards = 'SELECT value FROM json_each(:uids)'
const theirs = (column: string): string => `${column} IN (SELECT id FROM contacts WHERE uid IN (${cards}))`
const theirsInImage = (image: string): string => `${image} ->> '$.contact_uid' IN (${cards})`

/** Finds all their rows, current ones and those in the history. */
function gather(run: Run): void {
  for (const [table, kind] of [
    ['erased_promises', 'promises'],
    ['erased_runs', 'plan_runs'],
  ]) {
    run(`INSERT INTO ${table} SELECT uid FROM ${kind} WHERE ${theirs('contact_id')}`)
    run(`INSERT OR IGNORE INTO ${table} SELECT row_uid FROM journal_changes c
         WHERE kind = '${kind}' AND ${theirsInImage('coalesce(after, before)')}
           AND NOT EXISTS (SELECT 1 FROM ${kind} r WHERE r.uid = c.row_uid)`)
  }
  run(`INSERT INTO erased_rows ${cards}`)
  for (const kind of ['promises', 'entries', 'plan_runs']) {
    run(`INSERT INTO erased_rows SELECT uid FROM ${kind} WHERE ${theirs('contact_id')}`)
  }
}

/** Removes the images from every command that touched their rows, and their uids from the images of others. */
function scrubHistory(run: Run): number {
  run(`INSERT OR IGNORE INTO erased_commands
       SELECT journal_id FROM journal_changes WHERE row_uid IN (SELECT uid FROM erased_rows)`)
  run(`INSERT OR IGNORE INTO erased_commands SELECT journal_id FROM journal_changes
       WHERE kind IN ('promises', 'entries', 'plan_runs') AND (${theirsInImage('before')} OR ${theirsInImage('after')})`)
  // If a merge was undone, the other card had their numbers in between.
  run(`INSERT OR IGNORE INTO erased_commands
       SELECT later.journal_id FROM journal m
         JOIN journal_changes later ON later.row_uid = m.data ->> '$.kept' AND later.journal_id >= m.id
       WHERE m.command = 'merge' AND m.id IN (SELECT id FROM erased_commands)`)
  run(`INSERT OR IGNORE INTO erased_commands
       WITH RECURSIVE undoing (id, uid) AS (
         SELECT id, uid FROM journal WHERE id IN (SELECT id FROM erased_commands)
         UNION SELECT j.id, j.uid FROM journal j JOIN undoing u ON j.undoes = u.uid)
       SELECT id FROM undoing`)
  run(`INSERT OR IGNORE INTO erased_beside SELECT kind, row_uid FROM journal_changes
       WHERE journal_id IN (SELECT id FROM erased_commands) AND row_uid NOT IN (SELECT uid FROM erased_rows)`)
  run('DELETE FROM journal_changes WHERE journal_id IN (SELECT id FROM erased_commands)')
  const commands = run(`UPDATE journal SET title = command || ' ' || :mark, data = '{"forgotten":true}'
                        WHERE id IN (SELECT id FROM erased_commands)`)
  const links: [kind: string, field: string, gone: string, alone: string[]][] = [
    ['contacts', 'from_uid', cards, []],
    ['promises', 'about_uid', cards, []],
    ['promises', 'run_uid', 'SELECT uid FROM erased_runs', ['step_index']],
    ['entries', 'promise_uid', 'SELECT uid FROM erased_promises', []],
  ]
  for (const [kind, field, gone, more] of links) {
    const cleared = [field, ...more].map((name) => `'$.${name}', NULL`).join(', ')
    for (const image of ['before', 'after']) {
      run(`UPDATE journal_changes SET ${image} = json_set(${image}, ${cleared})
           WHERE kind = '${kind}' AND ${image} ->> '$.${field}' IN (${gone})`)
    }
  }
  return commands
}

/**
 * Removes their promises from the data of others' entries, which may name them after an undone merge, and from the
 * images of these.
 */
function scrubNames(db: Database): void {
  const names = (data: string): string =>
    `EXISTS (SELECT 1 FROM json_each(${data}, '$.endsTries') WHERE value ->> '$.promise' IN (SELECT uid FROM erased_promises))`
  const isErased = db.prepare<[string]>('SELECT 1 FROM erased_promises WHERE uid = ?')
  const scrubbed = (text: string): string | null => {
    const { endsTries, ...rest } = jsonObject(text)
    // SQLite found a uid in it, so each item is an object.
    const named = (Array.isArray(endsTries) ? endsTries : []) as { promise: string }[]
    const left = named.filter(({ promise }) => isErased.get(promise) === undefined)
    const data = left.length === 0 ? rest : { endsTries: left, ...rest }
    return Object.keys(data).length === 0 ? null : JSON.stringify(data)
  }
  const entries = db
    .prepare<[], { id: number; data: string }>(`SELECT id, data FROM entries WHERE ${names('data')}`)
    .all()
  for (const { id, data } of entries) {
    db.prepare('UPDATE entries SET data = ? WHERE id = ?').run(scrubbed(data), id)
  }
  for (const image of ['before', 'after']) {
    const changes = db
      .prepare<[], { journal: number; seq: number; data: string }>(
        `SELECT journal_id AS journal, seq, ${image} ->> '$.data' AS data FROM journal_changes
         WHERE kind = 'entries' AND ${names(`${image} ->> '$.data'`)}`,
      )
      .all()
    for (const { journal, seq, data } of changes) {
      db.prepare(
        `UPDATE journal_changes SET ${image} = json_set(${image}, '$.data', ?) WHERE journal_id = ? AND seq = ?`,
      ).run(scrubbed(data), journal, seq)
    }
  }
}

/** Records in the history the current state of others' rows that a command changed together with theirs. */
function keepOthers(db: Database, at: Moment): void {
  const entry = beginHistoryEntry(db, {
    command: 'forget',
    title: 'forget one person, for good',
    at,
    undoes: null,
  })
  const beside = db
    .prepare<[], { kind: RowKind; uid: string }>('SELECT kind, uid FROM erased_beside ORDER BY kind, uid')
    .all()
  for (const { kind, uid } of beside) {
    const row = db
      .prepare<[string], RowImage>(`SELECT ${imageColumns(db, kind)} FROM ${kind} WHERE uid = ?`)
      .get(uid)
    const last = db
      .prepare<[string, string], string | null>(
        'SELECT after FROM journal_changes WHERE kind = ? AND row_uid = ? ORDER BY journal_id DESC, seq DESC LIMIT 1',
      )
      .pluck()
      .get(kind, uid)
    if (row !== undefined) entry.keep({ kind, uid, before: row, after: row })
    else if (typeof last === 'string') {
      entry.keep({ kind, uid, before: rowImage(last), after: null })
    }
  }
}

function eraseRows(run: Run): Omit<Erased, 'commands'> {
  const others = `NOT ${theirs('contact_id')}`
  const about = run(`UPDATE promises SET about_id = NULL WHERE ${theirs('about_id')} AND ${others}`)
  const sent = run(`UPDATE contacts SET from_id = NULL WHERE ${theirs('from_id')} AND NOT ${theirs('id')}`)
  run(`UPDATE entries SET promise_id = NULL
       WHERE promise_id IN (SELECT id FROM promises WHERE uid IN (SELECT uid FROM erased_promises)) AND ${others}`)
  run(`UPDATE promises SET run_id = NULL, step_index = NULL
       WHERE run_id IN (SELECT id FROM plan_runs WHERE uid IN (SELECT uid FROM erased_runs)) AND ${others}`)
  const entries = run(`DELETE FROM entries WHERE ${theirs('contact_id')}`)
  const promises = run(`DELETE FROM promises WHERE ${theirs('contact_id')}`)
  run(`DELETE FROM plan_runs WHERE ${theirs('contact_id')}`)
  run(`UPDATE contacts SET from_id = NULL WHERE uid IN (${cards})`)
  run(`DELETE FROM contacts WHERE uid IN (${cards})`)
  return { promises, entries, about, sent }
}

function imagesOf(db: Database, uid: string): RowImage[] {
  const current = db
    .prepare<[string], RowImage>('SELECT name, phones, emails FROM contacts WHERE uid = ?')
    .all(uid)
  const past = db
    .prepare<[{ uid: string }], string>(
      `SELECT image FROM (
         SELECT before AS image FROM journal_changes WHERE row_uid = :uid AND kind = 'contacts'
         UNION ALL SELECT after FROM journal_changes WHERE row_uid = :uid AND kind = 'contacts')
       WHERE image IS NOT NULL`,
    )
    .pluck()
    .all({ uid })
  return [...current, ...past.map(rowImage)]
}

/** The keys by which two cards are recognized as the same person's. */
function marksOf({ name = '', phones = '[]', emails = '[]' }: RowImage): string[] {
  const value = columns.contacts
  return [
    normalizeText(value.name(name)),
    ...value.phones(phones).flatMap(({ e164 }) => (e164 === null ? [] : numberKey(e164))),
    ...value.emails(emails).map((email) => email.value.toLowerCase()),
  ]
}
