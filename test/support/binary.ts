import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeCache } from './code-cache.ts'
import { waitForDailyBackup } from './daily-backup.ts'
import { aFolder } from './diaries.ts'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

/** The status and the output of a command line. */
type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

type Circumstances = {
  /** The time of the clock (`FU_NOW`). */
  readonly now?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** The system user who runs it; only root may choose. */
  readonly user?: number
}

/** The real program, in an empty folder of its own. */
export type Binary = {
  readonly folder: string
  /** Its environment, in which `fu` is on the path. */
  readonly env: Readonly<Record<string, string>>
  /** Runs the program with these words. */
  readonly fu: (words: readonly string[], circumstances?: Circumstances) => Ran
  /** The same, without waiting for the day's backup that it may have begun. */
  readonly fuAlone: (words: readonly string[], circumstances?: Circumstances) => Ran
  /** Runs a line of the shell, in which `fu` is the program. */
  readonly sh: (line: string, circumstances?: Circumstances) => Ran
}

/** The built program with the diary `d.db` in its folder, and no inherited environment. */
export function aBinary(more: Readonly<Record<string, string>> = {}): Binary {
  const folder = fs.realpathSync(aFolder())
  const bin = path.join(folder, '.bin')
  fs.mkdirSync(bin)
  fs.symlinkSync(program, path.join(bin, 'fu'))
  fs.symlinkSync(process.execPath, path.join(bin, 'node'))

  const environment = {
    PATH: `${bin}:/usr/bin:/bin`,
    TZ: 'UTC',
    LC_ALL: 'C',
    FU_DIARY: './d.db',
    FU_NOW: '2026-11-25T14:20',
    ...codeCache(),
    ...more,
  }

  const start = (file: string, words: readonly string[], circumstances: Circumstances = {}): Ran => {
    const { now = environment.FU_NOW, env = {}, input = '', user } = circumstances
    const { status, stdout, stderr, error } = spawnSync(file, words, {
      cwd: folder,
      env: { ...environment, FU_NOW: now, ...env },
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 100_000,
      ...(user === undefined ? {} : { uid: user, gid: user }),
    })
    if (error !== undefined) throw error
    return { status, stdout, stderr }
  }
  const startAndWait: typeof start = (...command) => {
    const ran = start(...command)
    waitForDailyBackup(folder)
    return ran
  }
  return {
    folder,
    env: environment,
    fu: (words, circumstances) => startAndWait(process.execPath, [program, ...words], circumstances),
    fuAlone: (words, circumstances) => start(process.execPath, [program, ...words], circumstances),
    sh: (line, circumstances) => startAndWait('/bin/sh', ['-c', line], circumstances),
  }
}
