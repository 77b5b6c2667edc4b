// Runs a command and its reference in turn, so that a busy machine slows down both.
import { spawnSync, type SpawnSyncOptionsWithStringEncoding } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './compile.ts'
import { now } from './diary.ts'

const fu = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

/** A command line to run: the program and its arguments, what is added to its environment, its exit status (0). */
export type Command = {
  readonly command: readonly [file: string, ...words: string[]]
  readonly env: Readonly<Record<string, string>>
  readonly status?: number | undefined
}

/** The command that runs `fu` with these arguments on a diary, or on none. */
export function fuOn(diary: string | null, words: readonly string[]): Command {
  return {
    command: [process.execPath, fu, ...words],
    env: { FU_DIARY: diary ?? '/nonexistent/diary.db' },
  }
}

/**
 * The median time of a command in milliseconds, and the median of the ratios to its reference, pair by pair. The first
 * pair is not counted.
 *
 * @param measured the command of each run, by its number
 */
export function compare(
  measured: (run: number) => Command,
  reference: () => Command,
  runs: number,
): { milliseconds: number; ratio: number } {
  const pairs: { time: number; against: number }[] = []
  for (let run = 0; run <= runs; run += 1) {
    const against = timed(reference())
    pairs.push({ time: timed(measured(run)), against })
  }
  const counted = pairs.slice(1)
  return {
    milliseconds: median(counted.map(({ time }) => time)),
    ratio: median(counted.map(({ time, against }) => time / against)),
  }
}

/** How long a command takes from start to end, in milliseconds. */
export function timed({ command: [file, ...words], env, status: expected = 0 }: Command): number {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(file, words, optionsWith(env))
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  if (status !== expected) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`)
  return milliseconds
}

/** The peak memory of a command of Node, in MB. */
export function memoryOf(
  { command: [file, ...words], env, status: expected = 0 }: Command,
  folder: string,
): number {
  const report = path.join(folder, 'memory')
  const { status, stderr } = spawnSync(
    file,
    ['--require', compile('memory.ts', 'cjs'), ...words],
    optionsWith({ ...env, BENCH_MEMORY: report }),
  )
  if (status !== expected) throw new Error(`${words.join(' ')} ended with ${status}:\n${stderr}`)
  return Number(fs.readFileSync(report, 'utf8')) / 1024
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

const { PATH, HOME } = process.env

/** The environment of every command: see `--bare` of the bench. Without a home there is no code cache. */
const environment = process.argv.includes('--bare') ? { PATH, HOME } : process.env

function optionsWith(env: Command['env']): SpawnSyncOptionsWithStringEncoding {
  return {
    env: { ...environment, TZ: 'UTC', LC_ALL: 'C', FU_NOW: now, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1024 ** 3,
  }
}
