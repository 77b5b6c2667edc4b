// Runs a row and what it is held against in turn, so that a machine that is busy is busy for both.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { now } from './diary.js'

const fu = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))
const memory = fileURLToPath(new URL('memory.cjs', import.meta.url))

/** The words that start a command line of the program on a diary; without one, on none. */
export const fuOn = (diary, words) => ({
  command: [process.execPath, fu, ...words],
  env: { FU_DIARY: diary ?? '/nonexistent/diary.db' },
})

/**
 * The times of both, in milliseconds, and the median of their ratios, pair by pair; the first pair is not counted.
 *
 * @param measured the command of a run, by its number
 */
export function compared(measured, reference, runs) {
  const pairs = []
  for (let run = 0; run <= runs; run += 1) {
    const against = timed(reference(run))
    pairs.push([timed(measured(run)), against])
  }
  const counted = pairs.slice(1)
  return {
    milliseconds: median(counted.map(([time]) => time)),
    ratio: median(counted.map(([time, against]) => time / against)),
  }
}

/** How long one command takes, from its start to its end. */
export function timed({ command: [file, ...words], env, status: expected = 0 }) {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(file, words, settings(env))
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  if (status !== expected) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`)
  return milliseconds
}

/** The most memory that one command of Node takes, in MB; it is not timed. */
export function memoryOf({ command: [file, ...words], env, status: expected = 0 }, folder) {
  const report = path.join(folder, 'memory')
  const { status, stderr } = spawnSync(
    file,
    ['--require', memory, ...words],
    settings({ ...env, BENCH_MEMORY: report }),
  )
  if (status !== expected) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`)
  return Number(fs.readFileSync(report, 'utf8')) / 1024
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** What surrounds every command: see `--bare` of the bench. */
const surroundings = process.argv.includes('--bare') ? { PATH: process.env.PATH } : process.env

function settings(env) {
  return {
    env: { ...surroundings, TZ: 'UTC', LC_ALL: 'C', FU_NOW: now, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1024 ** 3,
  }
}
