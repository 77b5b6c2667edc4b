// The programs that read, in a home of their own.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

const readPy = fileURLToPath(new URL('read.py', import.meta.url))

/** Debian's own Python has Debian's packages; another one may stand before it on the path. */
const python = fs.existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

/** What a program prints, with its home in `folder`; `null` where it is not there. */
export function said(folder, program, words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_CACHE_HOME: folder,
      LC_ALL: 'C.UTF-8',
      TZ: 'Australia/Sydney',
    },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 300_000,
  })
  if (error?.code === 'ENOENT') return null
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with status ${status}:\n${stderr}`)
  return stdout
}

/** What Python finds in a file; `null` where it is not there, or vobject is not. */
export function readByPython(folder, kind, file) {
  if (kind !== 'table' && spawnSync(python, ['-c', 'import vobject']).status !== 0) return null
  const output = said(folder, python, [readPy, kind, file])
  return output === null ? null : JSON.parse(output)
}

/** The components of a name, each with its lines. */
export function blocks(text, name) {
  return text.match(new RegExp(`^BEGIN:${name}\\r\\n[^]*?^END:${name}\\r\\n`, 'gm')) ?? []
}

/** What cards and calendars may hold of a text. */
export function plain(text) {
  return text === null
    ? null
    : text
        .replace(/\r\n?/g, '\n')
        .replace(/(?![\t\n])\p{Cc}/gu, '')
        .trim()
}

export function byUid(list) {
  return new Map(list.map((item) => [item.uid, item]))
}
