// npm run bench: how long the program takes, compared with an empty Node script, on diaries of 1,000 contacts and more.
//   --large        also with 1,000,000 contacts  --runs <n>      pairs for each row (15)
//   --json         output for another program    --only <regex>  only the rows whose name matches
//   --plot <file>  draw the cost against the size of the diary, as SVG
//   --bare         in an empty environment, where Node starts fastest; otherwise in the environment of your shell
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { waitForDailyBackup } from '../support/daily-backup.ts'
import { diaryOf, now } from './diary.ts'
import { bareInserts, peopleColumns, peopleTable } from './import.ts'
import { compare, fuOn, median, memoryOf, timed, type Command } from './measure.ts'
import { pageRows } from './page.ts'
import { plot, type Point } from './plot.ts'
import { commandRows, everyPromise, growing, type CommandRow } from './rows.ts'
import { table, type ResultRow } from './table.ts'
import { taskwarrior } from './taskwarrior.ts'

const { values: options } = parseArgs({
  options: {
    large: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
    plot: { type: 'string' },
    bare: { type: 'boolean', default: false },
  },
})
const runs = Number(options.runs)
const largest = options.large ? 1_000_000 : 100_000

const cache = path.join(os.tmpdir(), 'fu-bench')
fs.mkdirSync(cache, { recursive: true })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-bench-run-'))
const emptyScript = path.join(folder, 'empty.cjs')
fs.writeFileSync(emptyScript, '')
const node: Command = { command: [process.execPath, emptyScript], env: {} }

try {
  const rows =
    options.plot === undefined
      ? [...commands(), ...imports(), ...otherPrograms(), ...(await pages())]
      : drawn(options.plot)
  console.log(options.json ? JSON.stringify({ version: 1, node: process.version, rows }) : table(rows))
} finally {
  fs.rmSync(folder, { recursive: true })
}

/** The commands of the program, each with the command it is compared with. */
function commands(): ResultRow[] {
  const hasSqlite = isInstalled('sqlite3')
  return commandRows(largest)
    .filter(({ job, against }) => isWanted(job) && (against !== 'sqlite3' || hasSqlite))
    .map(measured)
}

function measured(row: CommandRow): ResultRow {
  const {
    contacts,
    job,
    words,
    bar,
    against = 'node',
    writes = false,
    isFirstOfDay,
    status,
    most = runs,
  } = row
  const diary = contacts === null ? null : diaryFor(contacts, writes)
  const command = (run: number): Command => ({ ...fuOn(diary, words(run)), status })
  const bytes = diary === null ? null : fs.statSync(diary).size
  const memory = memoryOf(command(runs + 1), folder)
  const reference = referenceFor(against, diary)
  // What the write before has begun beside itself would slow down what is measured now.
  const alone = (): Command => {
    waitForDailyBackup(folder)
    if (isFirstOfDay === true && diary !== null) removeBackups(diary)
    return reference()
  }
  const times = compare(command, alone, Math.min(runs, most))
  waitForDailyBackup(folder)
  if (writes && diary !== null) fs.rmSync(diary)
  return { job, contacts, ...times, against, bar, memory, bytes }
}

/** Makes the next write of a diary the first of its day. */
function removeBackups(diary: string): void {
  const backups = path.join(path.dirname(diary), 'backups')
  for (const name of fs.readdirSync(backups)) fs.rmSync(path.join(backups, name))
}

function referenceFor(against: NonNullable<CommandRow['against']>, diary: string | null): () => Command {
  switch (against) {
    case 'node':
      return () => node
    case 'sqlite3':
      return () => ({
        command: ['sqlite3', '-readonly', '-csv', '-header', diary ?? '', everyPromise],
        env: {},
      })
    case 'fu today on 1000': {
      const small = diaryFor(1000, false)
      return () => fuOn(small, ['today'])
    }
  }
}

/** The import of a table into a new diary, compared with inserting the same rows with bare statements. */
function imports(): ResultRow[] {
  const job = 'fu import'
  const contacts = 100_000
  if (!isWanted(job)) return []
  const people = peopleTable(folder, contacts)
  const newDiary = (): string => path.join(fs.mkdtempSync(path.join(folder, 'import-')), 'd.db')
  const importInto = (diary: string): Command => fuOn(diary, ['import', people, '--map', ...peopleColumns])
  const imported = newDiary()
  const memory = memoryOf(importInto(imported), folder)
  const reference = bareInserts(folder, imported, diaryFor(1000, false))
  const bytes = fs.statSync(imported).size
  const times = compare(() => importInto(newDiary()), reference, 1)
  return [{ job, contacts, ...times, against: 'inserts', bar: 4, memory, bytes }]
}

/** How long Taskwarrior takes for its own page of as many tasks, where it is installed. */
function otherPrograms(): ResultRow[] {
  const job = 'Taskwarrior, its page'
  if (!isWanted(job) || !isInstalled('task')) return []
  return [3000, 30_000].map((tasks) => {
    const command = taskwarrior(fs.mkdtempSync(path.join(folder, 'tasks-')), tasks, now)
    const times = compare(
      () => command,
      () => node,
      Math.min(runs, 5),
    )
    return { job, contacts: tasks / 3, ...times, against: 'node' }
  })
}

/** The page function alone, in milliseconds; its bar is in milliseconds too. */
async function pages(): Promise<ResultRow[]> {
  const rows = (await pageRows(isWanted)).map((row) => ({ ...row, contacts: null, against: 'ms' }))
  return rows
}

/** Draws what the commands cost on diaries of every size into an SVG file. */
function drawn(file: string): Point[] {
  const points: Point[] = []
  for (const contacts of [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= largest)) {
    for (const { job, words, writes = false } of growing) {
      const diary = diaryFor(contacts, writes)
      const times = Array.from({ length: runs + 1 }, () => {
        const time = timed(fuOn(diary, words))
        waitForDailyBackup(folder)
        return time
      }).slice(1)
      points.push({ job, contacts, milliseconds: median(times) })
      if (writes) fs.rmSync(diary)
    }
  }
  fs.writeFileSync(file, plot(points))
  return points
}

function isWanted(job: string): boolean {
  return new RegExp(options.only).test(job)
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined
}

/** A diary with so many contacts. The cached file is never written: a command that writes gets a copy. */
function diaryFor(contacts: number, writes: boolean): string {
  const diary = diaryOf(cache, contacts)
  if (!writes) return diary
  const copy = path.join(folder, `${contacts}-written.db`)
  fs.copyFileSync(diary, copy)
  return copy
}
