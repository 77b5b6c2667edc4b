// Keeps beside the program what V8 made of it: the functions that everyday commands call, compiled.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const rehearsal = fileURLToPath(new URL('rehearsal.cjs', import.meta.url))

/** Writes `<file>.<V8>-<platform>-<processor>.compiled` for each pack of the program, which begins with a part. */
export function keepCompiled(entry, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-build-'))
  try {
    const ending = `${process.versions.v8}-${process.platform}-${process.arch}.compiled`
    const env = {
      PATH: process.env.PATH,
      TZ: 'UTC',
      LC_ALL: 'C',
      FU_NOW: '2026-11-25T09:00',
      FU_DIARY: path.join(folder, 'd.db'),
    }
    const { status, stderr } = spawnSync(process.execPath, [rehearsal, entry, ending, ...files], {
      env,
      encoding: 'utf8',
      // A pipe, which is written in another way than a screen.
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (status !== 0) throw new Error(`the program cannot be rehearsed:\n${stderr}`)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
