// npm run demo: a week in a sample diary, and the page it leads to.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { wordsOf } from '../support/shell-words.ts'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))
const diary = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'fu-demo-')), 'diary.db')

/** What is typed in the week, by the time it is typed. */
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

function run(at: string, line: string, output: 'inherit' | 'ignore'): void {
  const { status } = spawnSync(process.execPath, [program, ...wordsOf(line)], {
    env: { ...process.env, FU_DIARY: diary, FU_NOW: at },
    stdio: ['ignore', output, 'inherit'],
  })
  if (status !== 0) throw new Error(`fu ${line} ended with status ${status}`)
}

for (const [at, lines] of Object.entries(week)) for (const line of lines) run(at, line, 'ignore')
run('2026-12-01T08:30', 'today', 'inherit')
console.log(`
That was a Tuesday in a sample diary: ${diary}
Look around in it:   FU_DIARY=${diary} npx fu show gary
Begin your own:      npx fu add "Somebody You Met" --phone … --promise "…" --due fri
`)
