import type { Database } from 'better-sqlite3'
import { normalizeText } from '../../domain/normalize.ts'
import type { RowImage, RowKind } from '../../domain/change.ts'
import type { Moment } from '../../domain/moment.ts'
import { beginHistoryEntry } from '../writing/history.ts'
import { forgottenMark } from './forgotten-mark.ts'
import { mergedAway } from '../queries/merges.ts'

/** What was erased, and what of others' lost its link to it. */
export type Erased = {
  readonly promises: number
  readonly entries: number
  /** Commands of the history that cannot be read or taken back any more. */
  readonly commands: number
  /** Promises of others that were about them. */
  readonly about: number
  /** People whom they had sent. */
  readonly sent: number
}

type Image = { name?: string; phones?: string; emails?: string }

/**
 * The uids of all cards that were ever one person's: the card itself, those merged into it, and cards that are only
 * in the history any more, because they were taken back, with the same name, number or email address.
 */
export function cardsOf(db: Database, uid: string): string[] {
  const ids = new Set(idsOf(db, [uid]))
  const uids = new Set([uid])
  const away = mergedAway(db)
  for (let before = -1; before !== uids.size;) {
    before = uids.size
    for (const card of away) {
      if (!ids.has(card.into)) continue
      ids.add(card.id)
      uids.add(card.uid)
    }
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
 * Erases people from a diary file, by the uids of their cards: rows, history, search tables. Other rows lose their
 * link to them and keep their words. Runs inside a transaction; whatever was free in the file is only gone after a
 * `VACUUM`. Works on older copies of the diary; where there is nothing to erase, nothing is changed. The history keeps
 * that somebody was forgotten, and how rows of others stand whose changes went with theirs.
 */
export function eraseFrom(db: Database, uids: readonly string[], at: Moment): Erased {
  const params = { uids: JSON.stringify(uids), ids: JSON.stringify(idsOf(db, uids)) }
  const run = (sql: string): number => {
    const used = Object.entries({ ...params, mark: forgottenMark }).filter(([name]) =>
      sql.includes(`:${name}`),
    )
    return db.prepare(sql).run(Object.fromEntries(used)).changes
  }
  db.exec(`CREATE TEMP TABLE erased_promises (id INTEGER PRIMARY KEY);
           CREATE TEMP TABLE erased_runs (id INTEGER PRIMARY KEY);
           CREATE TEMP TABLE erased_rows (uid TEXT PRIMARY KEY);
           CREATE TEMP TABLE erased_commands (id INTEGER PRIMARY KEY);
           CREATE TEMP TABLE erased_beside (kind TEXT, uid TEXT, PRIMARY KEY (kind, uid));`)
  try {
    gather(run)
    const commands = scrubHistory(run)
    const erased = eraseRows(run)
    const isThere = commands + erased.promises + erased.entries + erased.about + erased.sent > 0
    if (isThere) keepOthers(db, at)
    // Their letters are still in the search tables, marked as deleted, until the parts of these are made one.
    for (const table of ['contact_search', 'promise_search', 'entry_search']) {
      db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
    }
    return { commands, ...erased }
  } finally {
    // Gone already where the disk was full and all was rolled back.
    for (const table of ['promises', 'runs', 'rows', 'commands', 'beside']) {
      db.exec(`DROP TABLE IF EXISTS temp.erased_${table}`)
    }
  }
}

type Run = (sql: string) => number

const theirs = (column: string): string => `${column} IN (SELECT value FROM json_each(:ids))`
const inImages = (column: string): string =>
  `(${theirs(`before ->> '${column}'`)} OR ${theirs(`after ->> '${column}'`)})`

/** Finds everything that is theirs: as it is now, and as it was anywhere in the history. */
function gather(run: Run): void {
  for (const [table, kind] of [
    ['erased_promises', 'promises'],
    ['erased_runs', 'plan_runs'],
  ]) {
    run(`INSERT INTO ${table} SELECT id FROM ${kind} WHERE ${theirs('contact_id')}`)
    run(`INSERT OR IGNORE INTO ${table} SELECT coalesce(after, before) ->> 'id' FROM journal_changes c
         WHERE kind = '${kind}' AND ${theirs(`coalesce(after, before) ->> 'contact_id'`)}
           AND NOT EXISTS (SELECT 1 FROM ${kind} r WHERE r.uid = c.row_uid)`)
  }
  run('INSERT INTO erased_rows SELECT value FROM json_each(:uids)')
  for (const kind of ['promises', 'entries', 'plan_runs']) {
    run(`INSERT INTO erased_rows SELECT uid FROM ${kind} WHERE ${theirs('contact_id')}`)
  }
}

/** Takes the images out of every command that touched what is theirs, and their ids out of the images of others. */
function scrubHistory(run: Run): number {
  run(`INSERT OR IGNORE INTO erased_commands
       SELECT journal_id FROM journal_changes WHERE row_uid IN (SELECT uid FROM erased_rows)`)
  run(`INSERT OR IGNORE INTO erased_commands SELECT journal_id FROM journal_changes
       WHERE kind IN ('promises', 'entries', 'plan_runs') AND ${inImages('contact_id')}`)
  // Where a merge was taken back, the other card had their numbers in between.
  run(`INSERT OR IGNORE INTO erased_commands
       SELECT later.journal_id FROM journal m
         JOIN journal_changes c ON c.journal_id = m.id AND c.kind = 'contacts'
         JOIN journal_changes later ON later.row_uid = c.row_uid AND later.journal_id >= m.id
       WHERE m.command = 'merge' AND m.title LIKE '%(@' || (c.before ->> 'id') || ')' AND m.id IN (SELECT id FROM erased_commands)`)
  run(`INSERT OR IGNORE INTO erased_commands
       WITH RECURSIVE undoing (id) AS (
         SELECT id FROM erased_commands
         UNION SELECT j.id FROM journal j JOIN undoing u ON j.undoes = u.id)
       SELECT id FROM undoing`)
  run(`INSERT OR IGNORE INTO erased_beside SELECT kind, row_uid FROM journal_changes
       WHERE journal_id IN (SELECT id FROM erased_commands) AND row_uid NOT IN (SELECT uid FROM erased_rows)`)
  run('DELETE FROM journal_changes WHERE journal_id IN (SELECT id FROM erased_commands)')
  const commands = run(`UPDATE journal SET title = command || ' ' || :mark
                        WHERE id IN (SELECT id FROM erased_commands)`)
  const links: [kind: string, column: string, gone: string, alone: string[]][] = [
    ['contacts', 'from_id', 'SELECT value FROM json_each(:ids)', []],
    ['promises', 'about_id', 'SELECT value FROM json_each(:ids)', []],
    ['promises', 'run_id', 'SELECT id FROM erased_runs', ['step_index']],
    ['entries', 'promise_id', 'SELECT id FROM erased_promises', []],
  ]
  for (const [kind, column, gone, more] of links) {
    const cleared = [column, ...more].map((name) => `'$.${name}', NULL`).join(', ')
    for (const image of ['before', 'after']) {
      run(`UPDATE journal_changes SET ${image} = json_set(${image}, ${cleared})
           WHERE kind = '${kind}' AND ${image} ->> '${column}' IN (${gone})`)
    }
  }
  return commands
}

/** Writes into the history how rows of others stand that a command changed together with theirs. */
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
    const row = db.prepare<[string], RowImage>(`SELECT * FROM ${kind} WHERE uid = ?`).get(uid)
    const last = db
      .prepare<[string, string], string | null>(
        'SELECT after FROM journal_changes WHERE kind = ? AND row_uid = ? ORDER BY journal_id DESC, seq DESC LIMIT 1',
      )
      .pluck()
      .get(kind, uid)
    if (row !== undefined) entry.keep({ kind, uid, before: row, after: row })
    else if (typeof last === 'string') {
      entry.keep({ kind, uid, before: JSON.parse(last) as RowImage, after: null })
    }
  }
}

function eraseRows(run: Run): Omit<Erased, 'commands'> {
  const others = `NOT ${theirs('contact_id')}`
  const about = run(`UPDATE promises SET about_id = NULL WHERE ${theirs('about_id')} AND ${others}`)
  const sent = run(`UPDATE contacts SET from_id = NULL WHERE ${theirs('from_id')} AND NOT ${theirs('id')}`)
  run(`UPDATE entries SET promise_id = NULL
       WHERE promise_id IN (SELECT id FROM erased_promises) AND ${others}`)
  run(`UPDATE promises SET run_id = NULL, step_index = NULL
       WHERE run_id IN (SELECT id FROM erased_runs) AND ${others}`)
  const entries = run(`DELETE FROM entries WHERE ${theirs('contact_id')}`)
  const promises = run(`DELETE FROM promises WHERE ${theirs('contact_id')}`)
  run(`DELETE FROM plan_runs WHERE ${theirs('contact_id')}`)
  run(`UPDATE contacts SET from_id = NULL WHERE ${theirs('id')}`)
  run(`DELETE FROM contacts WHERE ${theirs('id')}`)
  return { promises, entries, about, sent }
}

function idsOf(db: Database, uids: readonly string[]): number[] {
  return db
    .prepare<[string], number>(
      `WITH wanted AS (SELECT value AS uid FROM json_each(?))
       SELECT id FROM contacts WHERE uid IN (SELECT uid FROM wanted)
       UNION SELECT coalesce(after, before) ->> 'id' FROM journal_changes
         WHERE kind = 'contacts' AND row_uid IN (SELECT uid FROM wanted)`,
    )
    .pluck()
    .all(JSON.stringify(uids))
}

function imagesOf(db: Database, uid: string): Image[] {
  const current = db
    .prepare<[string], Image>('SELECT name, phones, emails FROM contacts WHERE uid = ?')
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
  return [...current, ...past.map((image) => JSON.parse(image) as Image)]
}

/** What tells that two cards are of one person who was written down twice. */
function marksOf({ name = '', phones = '[]', emails = '[]' }: Image): string[] {
  return [
    normalizeText(name),
    ...(JSON.parse(phones) as { e164: string | null }[]).flatMap(({ e164 }) => e164 ?? []),
    ...(JSON.parse(emails) as { value: string }[]).map(({ value }) => value.toLowerCase()),
  ]
}
