// A sample diary in a folder of its own, kept for a week, and the page it comes to.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const fu = fileURLToPath(new URL('../bin/fu.js', import.meta.url))
const diary = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'fu-demo-')), 'diary.db')

/** One command of the week; its output goes to the screen where `shown` is set. */
function run(now, words, shown = false) {
  const { status } = spawnSync(process.execPath, [fu, ...words], {
    env: { ...process.env, FU_DIARY: diary, FU_NOW: now },
    stdio: shown ? 'inherit' : ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`fu ${words.join(' ')} ended with status ${status}`)
}

const wednesday = '2026-11-25T09:00'
const thursday = '2026-11-26T16:00'
const tuesday = '2026-12-01T08:30'

run(wednesday, [
  'add',
  'Gary Lee',
  '-c',
  'Lee Mortgages',
  '-p',
  '0412 555 019',
  '--promise',
  'call back about the refinance',
  '--due',
  'fri 10:30',
])
run(wednesday, [
  'add',
  'Ada Müller',
  '-e',
  'ada@mueller.example',
  '--by',
  'email',
  '--promise',
  'send the price list',
  '--due',
  'tomorrow',
])
run(wednesday, ['add', 'José Álvarez', '-p', '+34 911 23 45 67', '--tag', 'supplier', '--no-next'])
run(wednesday, ['wait', 'jose', 'the delivery date', '--due', '27 nov'])
run(thursday, ['tried', 'ada', '--voicemail', 'left my number'])
run(thursday, [
  'done',
  'gary',
  'rang early: wants the fixed rate',
  '--next',
  'send the papers',
  '--due',
  'mon',
])
run(tuesday, ['promise', 'jose', 'answer about the pallets', '--due', 'today 11:00'])
run(tuesday, ['today'], true)

console.log(`
That was a Tuesday in a sample diary: ${diary}
Look around in it:   FU_DIARY=${diary} npx fu show gary
Begin your own:      npx fu add "Somebody You Met" --phone … --promise "…" --due fri
`)
