import fs from 'node:fs'
import Sqlite from 'better-sqlite3'
import { openDiary } from '../../src/diary/diary.ts'
import { backupsOf } from '../../src/diary/backup/backups.ts'
import { isWhole } from '../../src/diary/backup/restorable.ts'
import { diagnose } from '../../src/diary/doctor/doctor.ts'
import { aMoment } from '../support/facts.ts'
import { diaryIn, usualNow } from './program.ts'

/** What a diary holds, without what is drawn by lot. */
export type Held = {
  readonly contacts: readonly string[]
  readonly promises: readonly string[]
  readonly history: readonly string[]
}

/** What is written to see whether a diary can still be written in; it is left out of what a diary holds. */
export const nextOne = 'Next One'

/** What lies in the diary of a folder. */
export function heldIn(folder: string): Held {
  const file = diaryIn(folder)
  if (!fs.existsSync(file) || fs.statSync(file).size === 0) return { contacts: [], promises: [], history: [] }
  const db = new Sqlite(file, { fileMustExist: true, timeout: 10_000 })
  try {
    const column = (sql: string): string[] => db.prepare<[], string>(sql).pluck().all()
    const without = (texts: string[]): string[] => texts.filter((text) => !text.includes(nextOne))
    return {
      contacts: without(column('SELECT name FROM contacts ORDER BY id')),
      promises: column("SELECT what || ', ' || due_day || ', ' || status FROM promises ORDER BY id"),
      history: without(column('SELECT title FROM journal ORDER BY id')),
    }
  } finally {
    db.close()
  }
}

export function isSame(one: Held, other: Held): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What is wrong with the diary of a folder and with its backups; nothing where all is sound. */
export function faultsIn(folder: string): string[] {
  const file = diaryIn(folder)
  const { findings } = diagnose(file, 'linux', aMoment(usualNow.replace('T', ' ')).day)
  const bad = findings.filter(({ state }) => state === 'bad')
  const halfBackups = backupsOf(file).filter(
    ({ path: backup, reason }) => reason !== 'damaged' && !isWhole(backup),
  )
  return [
    ...bad.map(({ name, detail }) => `${name}: ${detail}`),
    ...halfBackups.map(({ name }) => `the backup ${name} is not whole`),
  ]
}

/** Opens the diary of a folder as the next command would, and mends what a write that was cut off left. */
export function openOnce(folder: string): void {
  const diary = openDiary(diaryIn(folder), aMoment(usualNow.replace('T', ' ')))
  diary.history.list(1)
  diary.close()
}
