import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dailyBackupDone } from '../support/daily-backup.ts'
import { isInstalled } from '../support/installed.ts'
import { fu, type Ran } from './program.ts'

/** What the disk does at one call. */
export type Happening = 'kill' | 'ENOSPC' | 'EIO'

/** The library that stands between the program and the disk; `null` where it cannot be built. */
export const disk: string | null = built()

function built(): string | null {
  if (process.platform !== 'linux') return null
  const library = path.join(os.tmpdir(), `fu-disk-${process.pid}.so`)
  const source = path.join(import.meta.dirname, 'disk.c')
  const words = ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']
  process.once('exit', () => fs.rmSync(library, { force: true }))
  return isInstalled('a C compiler', () => spawnSync('cc', words).status === 0) ? library : null
}

/** Runs the program while something happens at the call of a number to the disk. */
export function fuOn(
  folder: string,
  words: readonly string[],
  now: string,
  happening: { readonly what: Happening; readonly at: number; readonly reads?: boolean },
): Promise<Ran> {
  const { what, at, reads = false } = happening
  const env = { FU_DISK_DO: what, FU_DISK_AT: String(at), ...(reads ? { FU_DISK_READS: '1' } : {}) }
  return fu(folder, words, { now, env: { ...onDisk(folder), ...env } })
}

/** How many calls of a kind the program makes, on a folder that is not needed any more. */
export async function callsOf(
  folder: string,
  words: readonly string[],
  now: string,
  counting: { readonly what: Happening; readonly reads?: boolean },
): Promise<number> {
  const log = `${folder}.calls`
  const { what, reads = false } = counting
  const env = { FU_DISK_DO: what, FU_DISK_LOG: log, ...(reads ? { FU_DISK_READS: '1' } : {}) }
  await fu(folder, words, { now, env: { ...onDisk(folder), ...env } })
  await dailyBackupDone(folder)
  const [, count] = /\ncalls (\d+)\n$/.exec(fs.readFileSync(log, 'latin1')) ?? []
  fs.rmSync(log)
  return Number(count)
}

/** Runs the program and gives what it did to the disk. */
export async function recorded(folder: string, words: readonly string[], now: string): Promise<Buffer> {
  const log = `${folder}.calls`
  const { status, stderr } = await fu(folder, words, { now, env: { ...onDisk(folder), FU_DISK_LOG: log } })
  if (status !== 0) throw new Error(`fu ${words.join(' ')} ended with ${status}: ${stderr}`)
  const bytes = fs.readFileSync(log)
  fs.rmSync(log)
  return bytes
}

function onDisk(folder: string): Record<string, string> {
  if (disk === null) throw new Error('the library cannot be built')
  return { LD_PRELOAD: disk, FU_DISK_ROOT: path.dirname(folder) }
}
