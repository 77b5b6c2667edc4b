import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run, type World } from './run.ts'
import { readClock } from './terminal/clock.ts'
import { editorOn } from './terminal/editor.ts'
import { files } from './terminal/files.ts'
import { keysOn } from './terminal/keys.ts'
import { localeFrom } from './terminal/locale.ts'
import { pagerFor } from './terminal/pager.ts'
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
  node: process.version,
  home: homeFolder(),
  locale: localeFrom(env),
  clock: () => readClock(env['FU_NOW']),
  stdout: {
    write: (text) => stdout.write(text),
    isTTY: stdout.isTTY,
    columns: stdout.isTTY ? stdout.columns : null,
  },
  stderr: { write: (text) => stderr.write(text), isTTY: stderr.isTTY, columns: null },
  prompts: stdin.isTTY && stderr.isTTY && env['TERM'] !== 'dumb' ? promptsOn(stdin, stderr, visible) : null,
  keys: stdin.isTTY && stdout.isTTY ? keysOn(stdin) : null,
  editor:
    stdin.isTTY && stdout.isTTY
      ? editorOn({ env, platform: process.platform, temporary: os.tmpdir() })
      : null,
  pager: stdout.isTTY ? pagerFor(env, { rows: stdout.rows, columns: stdout.columns }) : null,
  files,
  openDiary: async () => {
    const { loadDiary } = await import('./diary/native.ts')
    return loadDiary({ version: process.version, napi: process.versions['napi'] })
  },
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

/** Nobody's home is no fault: the diary may lie where it is named. */
function homeFolder(): string {
  try {
    return os.homedir()
  } catch {
    return ''
  }
}
