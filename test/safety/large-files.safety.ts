import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { calendars } from './large-files/calendars.ts'
import { callLogs, peopleCalls } from './large-files/call-logs.ts'
import { cards, peopleCards } from './large-files/cards.ts'
import { documents, peopleDocuments } from './large-files/documents.ts'
import type { LargeFile } from './large-files/large-file.ts'
import { others, longWords } from './large-files/others.ts'
import { peopleTables, tables } from './large-files/tables.ts'
import { aPlace, figure, fu, mustDo, sampled } from './program.ts'

/** What a file of 10 MB may take, in seconds of a processor and MB of memory. */
const most = { seconds: 10, megabytes: 200 }

/** How long the people of a file may take to add: 100,000 people are 100,000 rows in every index. */
const mostToAdd = { seconds: 120, megabytes: 200 }

const toAdd = [...peopleTables, ...peopleCards, ...peopleDocuments, ...peopleCalls]

/** Loaded before the program: writes the time and memory that it took. Processor time, since other tests run beside it. */
const meter = `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const status = require('node:fs').readFileSync('/proc/self/status', 'utf8')
  const peak = Number(/VmHWM:\\s*(\\d+)/.exec(status)[1])
  require('node:fs').writeFileSync(process.env.FU_METER, JSON.stringify({ seconds: (user + system) / 1e6, megabytes: peak / 1024 }))
})`

type Taken = { readonly seconds: number; readonly megabytes: number }

describe.runIf(process.platform === 'linux')('a file of 10 MB', () => {
  it.each([
    [
      'read',
      most,
      12,
      [...tables, ...cards, ...documents, ...calendars, ...callLogs, ...others, ...longWords],
    ],
    // Each takes half a minute.
    ['added', mostToAdd, 2, toAdd],
  ] as const)('is %s within bounds', async (what, bounds, count, files) => {
    const results = await eachOf(files, count)
    const slowest = results.reduce((a, b) => (b.seconds > a.seconds ? b : a))
    const largest = results.reduce((a, b) => (b.megabytes > a.megabytes ? b : a))
    figure(
      `10 MB, ${what}: ${results.length} files, ${slowest.seconds.toFixed(1)} s at most (${slowest.file}), ` +
        `${largest.megabytes.toFixed(0)} MB at most (${largest.file})`,
    )
    expect(
      results.filter(({ seconds, megabytes }) => seconds > bounds.seconds || megabytes > bounds.megabytes),
    ).toEqual([])
    // Each is read, or refused with a sentence; none crashes.
    const refused = new Set([1, 2, 3, 4, 5])
    const isAnswered = ({ status, said }: Result): boolean =>
      status === 0 || (refused.has(status ?? -1) && said !== '' && !said.includes('bug in fu'))
    expect(results.filter((result) => !isAnswered(result))).toEqual([])
  })
})

type Result = Taken & { readonly file: string; readonly status: number | null; readonly said: string }

/** Runs the program on one file after another: on a sample of so many, or on all. */
async function eachOf(files: readonly LargeFile[], count: number): Promise<Result[]> {
  const results: Result[] = []
  for (const file of sampled(files, count)) {
    const folder = aPlace()
    await mustDo(folder, ['add', 'Gary', '--no-next'])
    const target = path.join(folder, file.name)
    const meterFile = path.join(folder, 'meter.cjs')
    const figures = path.join(folder, 'figures.json')
    fs.writeFileSync(target, file.text())
    fs.writeFileSync(meterFile, meter)
    const words = file.words.map((word) => (word === 'FILE' ? target : word))
    const env = { NODE_OPTIONS: `--require ${meterFile}`, FU_METER: figures }
    const { status, stdout, stderr } = await fu(folder, words, { env })
    const taken = JSON.parse(fs.readFileSync(figures, 'utf8')) as Taken
    const [said = ''] = (stderr.trim() || stdout.trim()).split('\n')
    results.push({ file: file.what, status, said: said.slice(0, 200), ...taken })
    fs.rmSync(folder, { recursive: true })
  }
  return results
}
