// npm run bench: how long the program takes beside an empty script of Node, on diaries of 1,000 contacts and more.
//   --large        1,000,000 contacts too        --runs <n>      pairs for each row (15)
//   --json         for a machine                 --only <text>   rows whose name fits the pattern
//   --plot <file>  the cost against the size of the diary, as SVG
//   --bare         in an empty environment, where Node starts fastest; else in that of the bench, as in your shell
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { diaryOf, now } from './bench/diary.js'
import { bareInserts, peopleColumns, peopleTable } from './bench/imported.js'
import { compared, fuOn, median, memoryOf, timed } from './bench/measure.js'
import { pageRows } from './bench/page.js'
import { taskwarrior } from './bench/taskwarrior.js'
import { plot } from './bench/plot.js'
import { commandRows, everyPromise, growing } from './bench/rows.js'

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

const kept = path.join(os.tmpdir(), 'fu-bench')
fs.mkdirSync(kept, { recursive: true })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-bench-run-'))
const empty = path.join(folder, 'empty.cjs')
fs.writeFileSync(empty, '')
const node = () => ({ command: [process.execPath, empty], env: {} })

try {
  const rows =
    options.plot === undefined
      ? [...measured(), ...imports(), ...others(), ...(await pages())]
      : drawn(options.plot)
  console.log(options.json ? JSON.stringify({ version: 1, node: process.version, rows }) : table(rows))
} finally {
  fs.rmSync(folder, { recursive: true })
}

/** Every row, one after another; rows of others join here. */
function measured() {
  const rows = []
  for (const row of commandRows(largest).filter(({ job }) => isWanted(job))) {
    const { contacts, job, words, bar, against = 'node', writes = false, status, most = runs } = row
    const diary = contacts === null ? null : diaryFor(contacts, writes)
    const small = against.startsWith('fu') ? diaryFor(1000, false) : null
    const command = (run) => ({ ...fuOn(diary, words(run)), status })
    const references = {
      node,
      sqlite3: () => ({ command: ['sqlite3', '-readonly', '-csv', '-header', diary, everyPromise], env: {} }),
      'fu today on 1000': () => fuOn(small, ['today']),
    }
    if (against === 'sqlite3' && spawnSync('sqlite3', ['--version']).error !== undefined) continue
    const bytes = diary === null ? null : fs.statSync(diary).size
    const memory = memoryOf(command(runs + 1), folder)
    rows.push({
      job,
      contacts,
      ...compared(command, references[against], Math.min(runs, most)),
      against,
      bar,
      memory,
      bytes,
    })
    if (writes) fs.rmSync(diary)
  }
  return rows
}

/** The import of a table into a diary that is not there yet, beside its rows put into the tables by themselves. */
function imports() {
  const job = 'fu import'
  const contacts = 100_000
  if (!isWanted(job)) return []
  const people = peopleTable(folder, contacts)
  const places = Array.from({ length: 3 }, () =>
    path.join(fs.mkdtempSync(path.join(folder, 'import-')), 'd.db'),
  )
  const command = (run) => fuOn(places[run], ['import', people, '--map', ...peopleColumns])
  const memory = memoryOf(command(2), folder)
  const reference = bareInserts(folder, places[2], diaryFor(1000, false))
  const bytes = fs.statSync(places[2]).size
  return [{ job, contacts, ...compared(command, reference, 1), against: 'inserts', bar: 4, memory, bytes }]
}

/** What Taskwarrior takes for its own page of as many tasks, where it is installed. */
function others() {
  const job = 'Taskwarrior, its page'
  if (!isWanted(job) || spawnSync('task', ['--version']).error !== undefined) return []
  return [3000, 30_000].map((tasks) => {
    const command = taskwarrior(fs.mkdtempSync(path.join(folder, 'tasks-')), tasks, now)
    return { job, contacts: tasks / 3, ...compared(() => command, node, Math.min(runs, 5)), against: 'node' }
  })
}

function isWanted(job) {
  return new RegExp(options.only).test(job)
}

/** The page function alone, in milliseconds; its bar is in milliseconds too. */
async function pages() {
  const rows = (await pageRows()).filter(({ job }) => isWanted(job))
  return rows.map(({ job, median: milliseconds, bar }) => ({
    job,
    contacts: null,
    milliseconds,
    bar,
    against: 'ms',
  }))
}

/** What the jobs cost on diaries of every size, which is drawn in a file. */
function drawn(file) {
  const rows = []
  for (const contacts of [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= largest)) {
    for (const { job, words, writes = false } of growing) {
      const diary = diaryFor(contacts, writes)
      const times = Array.from({ length: runs + 1 }, (_, run) => timed(fuOn(diary, words(run)))).slice(1)
      rows.push({ job, contacts, milliseconds: median(times) })
      if (writes) fs.rmSync(diary)
    }
  }
  fs.writeFileSync(file, plot(rows))
  return rows
}

/** A diary of a size. The one that is kept is never written: what writes gets a copy, brought up to date. */
function diaryFor(contacts, writes) {
  const diary = diaryOf(kept, contacts)
  if (!writes) return diary
  const copy = path.join(folder, `${contacts}-written.db`)
  fs.copyFileSync(diary, copy)
  return copy
}

function table(rows) {
  const heads = ['job', 'contacts', 'median ms', 'ratio', 'bar', 'against', 'memory MB', 'file MB']
  const shown = (number, digits) => (number == null ? '' : number.toFixed(digits))
  const lines = rows.map(({ job, contacts, milliseconds, ratio, bar, against = '', memory, bytes }) => [
    job,
    contacts === null ? '' : String(contacts),
    shown(milliseconds, 1),
    shown(ratio, 2),
    bar === undefined ? '' : String(bar),
    against,
    shown(memory, 0),
    bytes == null ? '' : shown(bytes / 1e6, 0),
  ])
  const widths = heads.map((_, column) => Math.max(...[heads, ...lines].map((line) => line[column].length)))
  const isText = (column) => column === 0 || column === 5
  return [heads, ...lines]
    .map((line) =>
      line
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
