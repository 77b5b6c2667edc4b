import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { codeCache } from '../support/code-cache.ts'
import { dailyBackupDone } from '../support/daily-backup.ts'

/** The program that is tried: `FU_BIN`, or else as it is built here. */
export const program = path.resolve(
  process.env['FU_BIN'] ?? path.join(import.meta.dirname, '../../bin/fu.js'),
)

/** Whether every case is tried, and not a sample of them. */
export const isFull = process.env['FU_SAFETY'] === 'full'

/** Whether the program that is tried has a fault that is to be noticed: a few cases do. */
export const isPlanted = process.env['FU_SAFETY'] === 'planted'

/** What a command line did. */
export type Ran = {
  readonly status: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

type Circumstances = {
  readonly now?: string
  readonly env?: Readonly<Record<string, string>>
  /** Is handed the number of the process. */
  readonly started?: (kill: () => void) => void
}

/** The day of most of what is written here. */
export const usualNow = '2026-11-25T14:20'

/** The surroundings of the program where the diary is `d.db` in a folder. */
export function surroundings(folder: string): Record<string, string> {
  return {
    PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`,
    TZ: 'UTC',
    LC_ALL: 'C',
    FU_DIARY: diaryIn(folder),
    FU_NOW: usualNow,
    ...codeCache(),
  }
}

export function diaryIn(folder: string): string {
  return path.join(folder, 'd.db')
}

/** Runs the program on the diary of a folder. */
export function fu(
  folder: string,
  words: readonly string[],
  circumstances: Circumstances = {},
): Promise<Ran> {
  const { now = usualNow, env = {}, started } = circumstances
  const running = spawn(process.execPath, [program, ...words], {
    cwd: fs.existsSync(folder) ? folder : path.dirname(folder),
    env: { ...surroundings(folder), FU_NOW: now, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started?.(() => running.kill('SIGKILL'))
  const printed = { stdout: '', stderr: '' }
  running.stdout.on('data', (text) => (printed.stdout += String(text)))
  running.stderr.on('data', (text) => (printed.stderr += String(text)))
  return new Promise((resolve, reject) => {
    running.on('error', reject)
    running.on('close', (status, signal) => resolve({ status, signal, ...printed }))
  })
}

/** Runs the program where it has to succeed. */
export async function mustDo(folder: string, words: readonly string[], now = usualNow): Promise<Ran> {
  const ran = await fu(folder, words, { now })
  if (ran.status !== 0) throw new Error(`fu ${words.join(' ')} ended with ${ran.status}: ${ran.stderr}`)
  await dailyBackupDone(folder)
  return ran
}

/** A folder that is gone when the test is over. */
export function aPlace(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'fu-safety-')))
  onTestFinished(async () => {
    await dailyBackupDone(folder)
    fs.rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Does something with each, a few of them at once. */
export async function withEach<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.entries()
  const line = async (): Promise<void> => {
    for (const [, item] of left) await work(item)
  }
  await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, line))
}

/** So many of them, evenly spread, the first and the last among them; all of them in the full form. */
export function sampled<Item>(items: readonly Item[], count: number): Item[] {
  if (isFull || items.length <= count) return [...items]
  const step = (items.length - 1) / (count - 1)
  return Array.from({ length: count }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  )
}

/** The numbers from 1 on. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

/** A number in letters, since a name with so many digits is taken for one with a phone number in it. */
export function lettered(count: number): string {
  return Array.from(String(count), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')
}

/** Prints what was measured, as a line of its own. */
export function figure(text: string): void {
  process.stdout.write(`safety: ${text}\n`)
}
