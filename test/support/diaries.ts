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

/** A diary in memory, with its database for inspection. */
export type LooseDiary = { readonly db: Database; readonly diary: Diary }

/** An empty diary in memory, closed after the test. */
export function inMemory(): LooseDiary {
  const db = openBlank()
  onTestFinished(() => {
    db.close()
  })
  return { db, diary: diaryOn(db, ':memory:') }
}

/** A folder for this test, deleted after it. */
export function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-test-'))
  onTestFinished(() => {
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Copies a folder with all permissions; `fs.cpSync` of Node 22 and later changes those of folders. */
export function copyFolder(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true, preserveTimestamps: true })
  for (const name of ['', ...fs.readdirSync(from, { recursive: true, encoding: 'utf8' })]) {
    fs.chmodSync(path.join(to, name), fs.statSync(path.join(from, name)).mode)
  }
}

/** The content of a file as text, because comparing diaries byte by byte takes half a second. */
export function bytesIn(file: string): string {
  return fs.readFileSync(file, 'base64')
}

/** Tables that undo does not change: the history itself, and the identity. */
const kept = new Set(['journal', 'journal_changes', 'identity'])

/**
 * Everything in a diary except its history: the rows, the search keys, and every term of the search tables with its
 * positions.
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

/** The number of history entries, and of their changes. */
export function journalSize(db: Database): unknown {
  return db
    .prepare(
      'SELECT (SELECT count(*) FROM journal) AS entries, (SELECT count(*) FROM journal_changes) AS changes',
    )
    .get()
}

/** A new contact: a name, and other given fields. */
export function newContact(name: string, known: Partial<NewContact> = {}): NewContact {
  return { ...emptyContact(), name, ...known }
}

/** A new promise; by default one of mine, due Fri 27 Nov. */
export function newPromise(contactId: number, known: Partial<NewPromise> = {}): NewPromise {
  const { id: _id, uid: _uid, status: _status, contact: _contact, about: _about, ...more } = aPromise()
  const { promised: _promised, snoozedUntil: _snoozed, madeAt: _made, ...rest } = more
  return { ...rest, contactId, aboutId: null, ...known }
}
