import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { wordsOf } from '../support/shell-words.ts'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

/** What is typed in the sample week, by the time it is typed. */
const week = {
  '2026-11-25T09:00': [
    'add "Gary Lee" -c "Lee Mortgages" -p "0412 555 019" --promise "call back about the refinance" --due "fri 10:30"',
    'add "Ada Müller" -e ada@mueller.example --by email --promise "send the price list" --due tomorrow',
    'add "José Álvarez" -p "+34 911 23 45 67" --tag supplier --no-next',
    'wait jose "the delivery date" --due "27 nov"',
  ],
  '2026-11-26T16:00': [
    'tried ada --voicemail "left my number"',
    'done gary "rang early: wants the fixed rate" --next "send the papers" --due mon',
  ],
  '2026-12-01T08:30': ['promise jose "answer about the pallets" --due "today 11:00"'],
}

/** The morning on which the sample week is looked at. */
export const morning = '2026-12-01T08:30'

/** A diary with a week in it, in a temporary folder; `run` runs a command line in it and returns its output. */
export type SampleDiary = {
  readonly file: string
  readonly run: (at: string, line: string) => string
}

/** Makes the sample diary. `env` is the environment of its commands. */
export function sampleDiary(env: NodeJS.ProcessEnv): SampleDiary {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'fu-sample-')), 'diary.db')
  const run = (at: string, line: string): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...wordsOf(line)], {
      env: { ...env, FU_DIARY: file, FU_NOW: at },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`fu ${line} ended with status ${status}: ${stderr}`)
    return stdout
  }
  for (const [at, lines] of Object.entries(week)) for (const line of lines) run(at, line)
  return { file, run }
}
