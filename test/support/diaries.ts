import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { diaryOn, type Diary } from '../../src/diary/diary.ts'
import { openBlank } from '../../src/diary/open.ts'

/** A diary that lies nowhere, with the database under it, to look at what is written. */
export type LooseDiary = { readonly db: Database; readonly diary: Diary }

/** An empty diary in memory, which is closed when the test is over. */
export function inMemory(): LooseDiary {
  const db = openBlank()
  onTestFinished(() => {
    db.close()
  })
  return { db, diary: diaryOn(db, ':memory:') }
}

/** A folder of this test alone, which is gone when the test is over. */
export function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-test-'))
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

const facts = {
  contacts: 'SELECT * FROM contacts ORDER BY id',
  promises: 'SELECT * FROM promises ORDER BY id',
  entries: 'SELECT * FROM entries ORDER BY id',
  settings: 'SELECT * FROM settings ORDER BY uid',
  contact_keys: 'SELECT * FROM contact_keys ORDER BY kind, key, contact_id',
}
const searchTables = ['contact_search', 'promise_search', 'entry_search'] as const

/**
 * Everything a diary holds but its journal: the rows of the facts, the keys that contacts are found by, and every
 * term of the search tables with where it stands.
 */
export function dump(db: Database): Record<string, unknown[]> {
  const rows = (sql: string): unknown[] => db.prepare(sql).raw().all()
  const terms = searchTables.map((table) => {
    db.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_terms USING fts5vocab(main, ${table}, instance)`,
    )
    const sql = `SELECT term, doc, col, offset FROM temp.${table}_terms ORDER BY doc, col, offset, term`
    return [table, rows(sql)] as const
  })
  return Object.fromEntries([
    ...Object.entries(facts).map(([table, sql]) => [table, rows(sql)] as const),
    ...terms,
  ])
}

/** How many rows of the journal there are, with their changes. */
export function journalSize(db: Database): unknown {
  return db
    .prepare(
      'SELECT (SELECT count(*) FROM journal) AS entries, (SELECT count(*) FROM journal_changes) AS changes',
    )
    .get()
}
