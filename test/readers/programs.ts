// Runs the programs that read, in a home folder of their own.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('read.py', import.meta.url))

/** The Python of Debian has the packages of Debian; another one may come before it on the PATH. */
const python = fs.existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'

/** What a program prints, with its home in `folder`; `null` where it is not installed. */
export function outputOf(folder: string, program: string, words: readonly string[]): string | null {
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
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return null
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with status ${status}:\n${stderr}`)
  return stdout
}

/** A card as `read.py` prints it. */
export type PythonCard = {
  readonly uid: string
  readonly name: string
  readonly words: readonly string[]
  readonly company: string | null
  readonly nick: string | null
  readonly note: string | null
  readonly phones: readonly PythonValue[]
  readonly emails: readonly PythonValue[]
  readonly addresses: readonly PythonValue[]
  readonly tags: readonly string[]
}

type PythonValue = { readonly label: string | null; readonly value: string }

/** A to-do or an event as `read.py` prints it. */
export type PythonComponent = {
  readonly uid: string
  readonly kind: string
  readonly summary: string
  readonly description: string | null
  readonly due: string
  readonly status: string | null
  readonly alarms: number
}

/** A row of a table as `read.py` prints it: the texts of its columns. */
export type PythonRow = Readonly<Record<string, string>> & { readonly uid: string }

type Kinds = { cards: PythonCard; calendar: PythonComponent; table: PythonRow }

/** What Python reads from a file; `null` where Python or its vobject is not installed. */
export function readByPython<Kind extends keyof Kinds>(
  folder: string,
  kind: Kind,
  file: string,
): readonly Kinds[Kind][] | null {
  if (kind !== 'table' && spawnSync(python, ['-c', 'import vobject']).status !== 0) return null
  const output = outputOf(folder, python, [script, kind, file])
  return output === null ? null : (JSON.parse(output) as Kinds[Kind][])
}

/** The components of a name in a file of cards or a calendar, each with its lines. */
export function blocks(text: string, name: string): string[] {
  return text.match(new RegExp(`^BEGIN:${name}\\r\\n[^]*?^END:${name}\\r\\n`, 'gm')) ?? []
}

/** A text as cards and calendars may hold it. */
export function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .trim()
}

export function byUid<Item extends { readonly uid: string }>(
  list: readonly Item[],
): ReadonlyMap<string, Item> {
  return new Map(list.map((item) => [item.uid, item]))
}
