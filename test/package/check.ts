// npm run test:package: packs the project, unpacks the package into an empty folder as npm does, and runs it there.
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')
const limit = 3_000_000

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-package-'))
const run = (command: string, words: readonly string[], options: ExecFileSyncOptions = {}): string =>
  execFileSync(command, words, { ...options, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

type Packed = { readonly filename: string; readonly unpackedSize: number }

try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root }),
  ) as Packed[]
  if (packed === undefined) throw new Error('npm packed nothing')
  if (packed.unpackedSize > limit)
    throw new Error(`the package has ${packed.unpackedSize} bytes, over ${limit}`)
  // The native part is copied, since to compile it takes minutes.
  fs.mkdirSync(path.join(folder, 'node_modules'))
  for (const name of ['better-sqlite3', 'bindings', 'file-uri-to-path']) {
    fs.cpSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name), {
      recursive: true,
    })
  }
  run('tar', ['-xzf', packed.filename], { cwd: folder })
  const fu = path.join(folder, 'package', 'bin', 'fu.js')
  const env = {
    ...process.env,
    FU_DIARY: path.join(folder, 'diary.db'),
    FU_NOW: '2026-11-25T09:00',
    XDG_CACHE_HOME: folder,
  }
  run(process.execPath, [fu, 'add', 'Gary Lee', '--promise', 'send the quote', '--due', 'today'], { env })
  for (const start of ['without a code cache', 'with its code cache']) {
    const page = run(process.execPath, [fu], { env })
    if (!page.includes('send the quote')) throw new Error(`the page ${start} is wrong:\n${page}`)
  }
  console.log(`The packed program runs; unpacked it has ${(packed.unpackedSize / 1e6).toFixed(1)} MB.`)
} finally {
  fs.rmSync(folder, { recursive: true })
}
