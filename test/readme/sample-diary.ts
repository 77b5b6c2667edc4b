import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

/** The morning on which the sample diary is made and looked at. */
const morning = '2026-12-01T08:30'

/** The diary of `fu demo` in a temporary folder; `run` runs a command in it and returns its output. */
export type SampleDiary = {
  readonly file: string
  readonly run: (...words: readonly string[]) => string
}

/** Makes the sample diary. `env` is the environment of its commands. */
export function sampleDiary(env: NodeJS.ProcessEnv): SampleDiary {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'fu-sample-')), 'demo.db')
  const run = (...words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      env: { FU_NOW: morning, ...env, FU_DIARY: file },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`fu ${words.join(' ')} ended with status ${status}: ${stderr}`)
    return stdout
  }
  run('demo', '-o', file)
  return { file, run }
}
