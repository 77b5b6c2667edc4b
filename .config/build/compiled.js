// Keeps beside each pack of the program what V8 made of it: the functions that its command calls, compiled.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { prepared, rehearsals } from './rehearsals.js'

const rehearsal = fileURLToPath(new URL('rehearsal.cjs', import.meta.url))

/** Rehearses the program, whose packs lie in a folder. */
export async function keepCompiled(dist) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-build-'))
  const diary = path.join(folder, 'd.db')
  try {
    await rehearse(dist, 'add', prepared, diary)
    for (const [word, lines] of rehearsals) {
      const copy = path.join(folder, word, 'd.db')
      fs.mkdirSync(path.dirname(copy))
      fs.copyFileSync(diary, copy)
      await rehearse(dist, word, lines, copy)
    }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

async function rehearse(dist, word, lines, diary) {
  const running = spawn(process.execPath, [rehearsal, dist, word], {
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C', FU_DIARY: diary },
    // Pipes, which are written in another way than a screen.
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.stdin.end(JSON.stringify(lines))
  running.stdout.resume()
  const [said, [status]] = await Promise.all([text(running.stderr), once(running, 'close')])
  if (status !== 0) throw new Error(`"fu ${word}" cannot be rehearsed:\n${said}`)
}
