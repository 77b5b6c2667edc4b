// What an import is compared with: the rows it writes, inserted into the same tables by bare statements in one
// transaction, with all triggers and indexes. The sqlite3 shell could do that for a file, but most systems have one that
// is too old for the tables of the diary.
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { compile } from './compile.ts'
import type { Command } from './measure.ts'

/** The name of a table, and its rows. */
export type TableRows = readonly [table: string, rows: readonly Readonly<Record<string, unknown>>[]]

const tables = ['contacts', 'journal', 'journal_changes']

/** Which column of the people table is what. */
export const peopleColumns = ['name=Name', 'company=Company', 'phone=Phone', 'email=Email']

/** Writes a CSV file of so many people, each with a phone number and an email address, as an address book would. */
export function peopleTable(folder: string, count: number): string {
  const file = path.join(folder, 'people.csv')
  const lines = Array.from({ length: count }, (_, number) => {
    const name = `${word(number)} ${word(number * 7 + 3)}`
    const phone = `+6141${String(number).padStart(7, '0')}`
    return `${name},${word(number * 3)} Foods,${phone},${word(number)}.${number}@example.org\n`
  })
  fs.writeFileSync(file, `Name,Company,Phone,Email\n${lines.join('')}`)
  return file
}

const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'ti', 'vo', 'be', 'da']

/** A name made from a number: no two people of a table share one. */
function word(number: number): string {
  const text = Array.from(String(number), (digit) => syllables[Number(digit)]).join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Returns a command that inserts the rows of an imported diary into an empty copy of another diary. */
export function bareInserts(folder: string, imported: string, other: string): () => Command {
  const script = compile('insert.ts', 'cjs')
  const rows = path.join(folder, 'rows.json')
  const empty = path.join(folder, 'empty.db')
  const target = path.join(folder, 'inserted.db')
  fs.writeFileSync(rows, JSON.stringify(rowsOf(imported)))
  fs.copyFileSync(other, empty)
  const db = new Sqlite(empty)
  for (const table of ['entries', 'promises', ...tables.toReversed()]) db.exec(`DELETE FROM ${table}`)
  db.exec('VACUUM')
  db.close()
  return () => {
    fs.copyFileSync(empty, target)
    return { command: [process.execPath, script, rows, target], env: {} }
  }
}

function rowsOf(diary: string): TableRows[] {
  const db = new Sqlite(diary, { readonly: true })
  const rows = tables.map((table): TableRows => {
    const all = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()
    return [table, all]
  })
  db.close()
  return rows
}
