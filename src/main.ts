import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Due } from './domain/day.ts'
import { isDay, isTime } from './domain/day.ts'
import { usage } from './domain/errors.ts'
import { momentOf, type Moment } from './domain/moment.ts'
import { run, type World } from './run.ts'
import { files } from './terminal/files.ts'
import { localeFrom } from './terminal/locale.ts'
import { promptsOn } from './terminal/prompts.ts'
import { visible } from './views/visible.ts'

/** Set by the build. */
declare const VERSION: string

const { env, stdin, stdout, stderr } = process

for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the pipe has read enough.
    if (error.code === 'EPIPE') process.exit(0)
    if (stream === stdout) {
      stderr.write(`The output cannot be written: ${error.message}.\n`)
      stderr.write('What the command wrote in the diary stands; "fu history" shows it.\n')
    }
    process.exit(1)
  })
}

const world: World = {
  version: VERSION,
  platform: process.platform,
  env,
  home: os.homedir(),
  locale: localeFrom(env),
  clock: () => ({ now: now(env['FU_NOW']), momentAt }),
  stdout: {
    write: (text) => stdout.write(text),
    isTTY: stdout.isTTY,
    columns: stdout.isTTY ? stdout.columns : null,
  },
  stderr: { write: (text) => stderr.write(text), isTTY: stderr.isTTY, columns: null },
  prompts: stdin.isTTY && stderr.isTTY && env['TERM'] !== 'dumb' ? promptsOn(stdin, stderr, visible) : null,
  files,
  openDiary: async () => (await import('./diary/diary.ts')).openDiary,
  keepFault: (details) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-'))
    const file = path.join(folder, 'fault.txt')
    fs.writeFileSync(file, details, { mode: 0o600 })
    return file
  },
}

void run(process.argv.slice(2), world).then((status) => {
  // Not process.exit(): that cuts off what a pipe has not taken yet.
  process.exitCode = status
})

function now(rehearsed: string | undefined): Moment {
  if (rehearsed === undefined || rehearsed === '') return momentFrom(new Date())
  const [, day = '', time = '', second = '0'] = /^(\S{10})[T ](\d\d:\d\d)(?::(\d\d))?$/.exec(rehearsed) ?? []
  if (!isDay(day) || !isTime(time)) {
    throw usage(`FU_NOW cannot be "${rehearsed}".`, 'It takes a local moment, as in 2026-11-25T14:20.')
  }
  const moment = momentAt({ day, time })
  return { ...moment, instant: moment.instant + Number(second) }
}

function momentAt({ day, time }: Due): Moment {
  return momentFrom(new Date(`${day}T${time ?? '12:00'}:00`))
}

function momentFrom(date: Date): Moment {
  return momentOf(Math.floor(date.getTime() / 1000), -date.getTimezoneOffset())
}
