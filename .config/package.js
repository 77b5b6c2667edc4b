// Packs the project, installs the package into an empty folder as a stranger would, and runs it there.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-package-'))
const run = (command, args, options) => execFileSync(command, args, { encoding: 'utf8', ...options })

try {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root }),
  )
  // The tree beside it holds the native part already: it is copied, so that this asks only for the package itself.
  fs.mkdirSync(path.join(folder, 'node_modules'))
  for (const name of ['better-sqlite3', 'bindings', 'file-uri-to-path']) {
    fs.cpSync(path.join(root, 'node_modules', name), path.join(folder, 'node_modules', name), {
      recursive: true,
    })
  }
  run('tar', ['-xzf', filename], { cwd: folder })
  const fu = path.join(folder, 'package', 'bin', 'fu.js')
  const env = { ...process.env, FU_DIARY: path.join(folder, 'diary.db'), FU_NOW: '2026-11-25T09:00' }
  run(process.execPath, [fu, 'add', 'Gary Lee', '--promise', 'send the quote', '--due', 'today'], { env })
  const page = run(process.execPath, [fu], { env })
  if (!page.includes('send the quote')) throw new Error(`the page of the packed program is wrong:\n${page}`)
  console.log('The packed program runs.')
} finally {
  fs.rmSync(folder, { recursive: true })
}
