import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { aFolder } from './diaries.ts'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

/** What a command line did. */
type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

type Circumstances = {
  /** What `FU_NOW` says. */
  readonly now?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
}

/** The real program, in an empty folder of this test alone. */
export type Binary = {
  readonly folder: string
  /** Its surroundings, where `fu` is the program. */
  readonly env: Readonly<Record<string, string>>
  /** Runs the program with these words. */
  readonly fu: (words: readonly string[], circumstances?: Circumstances) => Ran
  /** Runs a line of the shell, in which `fu` is the program. */
  readonly sh: (line: string, circumstances?: Circumstances) => Ran
}

/** The program as it is built, with the diary `d.db` in its folder, and nothing of the outside in its surroundings. */
export function aBinary(): Binary {
  const folder = fs.realpathSync(aFolder())
  const bin = path.join(folder, '.bin')
  fs.mkdirSync(bin)
  fs.symlinkSync(program, path.join(bin, 'fu'))
  fs.symlinkSync(process.execPath, path.join(bin, 'node'))

  const surroundings = {
    PATH: `${bin}:/usr/bin:/bin`,
    TZ: 'UTC',
    LC_ALL: 'C',
    FU_DIARY: './d.db',
    FU_NOW: '2026-11-25T14:20',
  }

  const start = (file: string, words: readonly string[], circumstances: Circumstances = {}): Ran => {
    const { now = surroundings.FU_NOW, env = {}, input = '' } = circumstances
    const { status, stdout, stderr, error } = spawnSync(file, words, {
      cwd: folder,
      env: { ...surroundings, FU_NOW: now, ...env },
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 20_000,
    })
    if (error !== undefined) throw error
    return { status, stdout, stderr }
  }
  return {
    folder,
    env: surroundings,
    fu: (words, circumstances) => start(process.execPath, [program, ...words], circumstances),
    sh: (line, circumstances) => start('/bin/sh', ['-c', line], circumstances),
  }
}
