import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { diaryOn, type Diary } from '../../src/diary/diary.ts'
import { openBlank } from '../../src/diary/open.ts'
import { emptyContact, type NewContact } from '../../src/domain/contact.ts'
import type { NewPromise } from '../../src/domain/promise.ts'
import { aPromise } from './facts.ts'

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

/** Copies a folder with the permissions of all that is in it; `fs.cpSync` of Node 22 and later gives folders others. */
export function copyFolder(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true, preserveTimestamps: true })
  for (const name of ['', ...fs.readdirSync(from, { recursive: true, encoding: 'utf8' })]) {
    fs.chmodSync(path.join(to, name), fs.statSync(path.join(from, name)).mode)
  }
}

/** What a file holds, as a text: a diary held against another byte by byte takes half a second. */
export function bytesIn(file: string): string {
  return fs.readFileSync(file, 'base64')
}

/** What is not taken back: the history itself, and who the machine is. */
const kept = new Set(['journal', 'journal_changes', 'identity'])

/**
 * Everything a diary holds but its history: the rows of the facts, the keys that contacts are found by, and every
 * term of the search tables with where it stands.
 */
export function dump(db: Database): Record<string, unknown[]> {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    .pluck()
    .all()
    .filter((name) => !kept.has(name))
  return Object.fromEntries(names.map((name) => [name, isSearch(name) ? terms(db, name) : rows(db, name)]))
}

function isSearch(table: string): boolean {
  return table.endsWith('_search')
}

function rows(db: Database, table: string): unknown[] {
  const columns = db.prepare(`SELECT * FROM ${table}`).columns().length
  return db
    .prepare(`SELECT * FROM ${table} ORDER BY ${columns > 1 ? '1, 2' : '1'}`)
    .raw()
    .all()
}

function terms(db: Database, table: string): unknown[] {
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${table}_terms USING fts5vocab(main, ${table}, instance)`)
  return db
    .prepare(`SELECT term, doc, col, offset FROM temp.${table}_terms ORDER BY doc, col, offset, term`)
    .raw()
    .all()
}

/** How many rows of the journal there are, with their changes. */
export function journalSize(db: Database): unknown {
  return db
    .prepare(
      'SELECT (SELECT count(*) FROM journal) AS entries, (SELECT count(*) FROM journal_changes) AS changes',
    )
    .get()
}

/** What is known of a contact before it is written: a name, and what else is said. */
export function newContact(name: string, known: Partial<NewContact> = {}): NewContact {
  return { ...emptyContact(), name, ...known }
}

/** What is known of a promise before it is written; one of mine, due Fri 27 Nov, unless something else is said. */
export function newPromise(contactId: number, known: Partial<NewPromise> = {}): NewPromise {
  const { id: _id, uid: _uid, status: _status, contact: _contact, about: _about, ...more } = aPromise()
  const { promised: _promised, snoozedUntil: _snoozed, madeAt: _made, ...rest } = more
  return { ...rest, contactId, aboutId: null, ...known }
}
