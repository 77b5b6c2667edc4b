// What an import is held against: the rows it writes, put into the same tables by bare statements, in one transaction,
// with the triggers and indexes that are there. The shell of SQLite does that for a file; most systems have one that is
// too old for the tables of the diary.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'

const insert = fileURLToPath(new URL('insert.cjs', import.meta.url))
const tables = ['contacts', 'journal', 'journal_changes']

/** Which column of the table is what. */
export const peopleColumns = ['name=Name', 'company=Company', 'phone=Phone', 'email=Email']

/** A table of so many people, each with a number and an address, as an address book writes it. */
export function peopleTable(folder, count) {
  const file = path.join(folder, 'people.csv')
  const lines = Array.from({ length: count }, (_, number) => {
    const name = `${word(number)} ${word(number * 7 + 3)}`
    const phone = `+6141${String(number).padStart(7, '0')}`
    return `${name},${word(number * 3)} Foods,${phone},${word(number)}.${number}@example.org\n`
  })
  fs.writeFileSync(file, `Name,Company,Phone,Email\n${lines.join('')}`)
  return file
}

/** A name made of a number: no two people of a table share theirs. */
function word(number) {
  const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'ti', 'vo', 'be', 'da']
  const text = String(number).replaceAll(/\d/g, (digit) => syllables[Number(digit)])
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * What gives a command that puts the rows of an imported diary into a copy of an empty one, which is made of any
 * diary of the program.
 */
export function bareInserts(folder, imported, any) {
  const rows = path.join(folder, 'rows.json')
  const empty = path.join(folder, 'empty.db')
  const target = path.join(folder, 'inserted.db')
  fs.writeFileSync(rows, JSON.stringify(rowsOf(imported)))
  fs.copyFileSync(any, empty)
  const db = new Sqlite(empty)
  for (const table of ['entries', 'promises', ...tables.toReversed()]) db.exec(`DELETE FROM ${table}`)
  db.exec('VACUUM')
  db.close()
  return () => {
    fs.copyFileSync(empty, target)
    return { command: [process.execPath, insert, rows, target], env: {} }
  }
}

function rowsOf(diary) {
  const db = new Sqlite(diary, { readonly: true })
  const rows = tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()])
  db.close()
  return rows
}
