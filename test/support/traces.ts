import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'

/** The occurrences of the marks in the files of a folder, as bytes or as terms of the search index. */
export function tracesIn(folder: string, marks: readonly string[]): string[] {
  return filesIn(folder).flatMap((file) => {
    const bytes = fs.readFileSync(file).toString('latin1').toLowerCase()
    const found = marks.filter((mark) => bytes.includes(latin(mark)))
    const isDatabase = bytes.startsWith('sqlite format 3\0')
    return [
      ...found.map((mark) => `${path.relative(folder, file)}: ${mark}`),
      ...(isDatabase ? lettersIn(file, marks).map((mark) => `${path.relative(folder, file)}: ${mark}`) : []),
    ]
  })
}

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => fs.statSync(file).isFile())
}

/** The bytes of a text, as a reader of bytes sees them. */
function latin(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1').toLowerCase()
}

/** The parts of the marks that the search tables of a diary know. */
function lettersIn(file: string, marks: readonly string[]): string[] {
  const db = new Sqlite(file, { readonly: true })
  try {
    return ['contact_search', 'promise_search', 'entry_search'].flatMap((table) => {
      const known = termsOf(db, table)
      const state = marks.flatMap((mark) =>
        threes(mark.toLowerCase())
          .filter((three) => known.has(three))
          .map((three) => `${three} of ${mark} in ${table}`),
      )
      return hasDeleted(db, table) ? [...state, `deleted letters in ${table}`] : state
    })
  } finally {
    db.close()
  }
}

/** Whether a search table still contains terms that are marked as deleted, which its term list leaves out. */
function hasDeleted(db: Database, table: string): boolean {
  // Pages of such marks are numbered from here on: https://sqlite.org/src/file/ext/fts5/fts5_index.c
  return db.prepare(`SELECT 1 FROM ${table}_data WHERE id >= 65536 << 37`).get() !== undefined
}

/** Every term of a search table that is not marked as deleted. */
function termsOf(db: Database, table: string): Set<string> {
  db.exec(`CREATE VIRTUAL TABLE temp.${table}_seen USING fts5vocab(main, ${table}, row)`)
  const terms = db.prepare<[], string>(`SELECT term FROM temp.${table}_seen`).pluck().all()
  return new Set(terms)
}

function threes(text: string): string[] {
  const letters = Array.from(text)
  return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(''))
}
