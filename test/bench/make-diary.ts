// Makes the diary that `diaryOf` asks for: make-diary.ts <file> <contacts>
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { now } from './diary.ts'
import { fill, searchTables } from './fill-diary.ts'

const fu = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

function makeDiary(file: string, contacts: number): void {
  const folder = fs.mkdtempSync(`${file}.draft-`)
  const draft = path.join(folder, 'diary.db')
  // The program makes the file, so that it has its tables, indexes and marks.
  execFileSync(process.execPath, [fu, 'add', 'Nobody Else', '--no-next'], {
    env: { ...process.env, FU_DIARY: draft, FU_NOW: now },
  })
  const db = new Sqlite(draft)
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -400000')
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  db.transaction(() => {
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    fill(db, contacts)
    db.exec(searchTables)
    for (const { sql } of triggers) db.exec(sql)
  })()
  db.close()
  fs.renameSync(draft, file)
  fs.rmSync(folder, { recursive: true })
}

const [, , file = '', contacts = ''] = process.argv
makeDiary(file, Number(contacts))
