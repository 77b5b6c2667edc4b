// The diaries to measure: the same in every run, with the same page, however much is stored beside it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const migrations = fileURLToPath(new URL('../../src/diary/migrations', import.meta.url))
const maker = fileURLToPath(new URL('make-diary.ts', import.meta.url))

/** What the clock shows in every measurement: a Wednesday morning. */
export const now = '2026-11-25T09:00'

/** The contact whom the commands look for, in the middle of every diary; nobody else has any of these words. */
export const sought = { name: 'Kaspar Lindqvist', phone: '0412 555 019' }

/**
 * The file of the diary with so many contacts, with 3 promises and 10 entries each. It is made once, and again when
 * what makes it changes. Another process makes it: the memory that takes would otherwise be counted to whatever is
 * started after it.
 */
export function diaryOf(folder: string, contacts: number): string {
  const hash = createHash('sha256')
  for (const source of [import.meta.dirname, migrations].flatMap(filesIn))
    hash.update(fs.readFileSync(source))
  const file = path.join(folder, `${contacts}-${hash.digest('hex').slice(0, 8)}.db`)
  // The options of this process make Node load TypeScript.
  if (!fs.existsSync(file)) {
    execFileSync(process.execPath, [...process.execArgv, maker, file, String(contacts)])
  }
  return file
}

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .toSorted()
    .map((name) => path.join(folder, name))
}
