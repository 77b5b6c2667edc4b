import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { diaryOn, openDiary } from '../../src/diary/diary.ts'
import { migrations } from '../../src/diary/migrations/migrations.ts'
import { openDatabase } from '../../src/diary/open.ts'
import { aFolder, bytesIn } from '../support/diaries.ts'
import { aMoment } from '../support/facts.ts'
import { aProgram } from '../support/program.ts'
import { overwrite, permissionsOf } from '../support/diary-file.ts'
import { errorOf } from '../support/refusals.ts'
import { lookedAt } from '../../src/diary/file/header.ts'

const now = aMoment('2026-11-25')
const keepNothing = (): void => undefined

test('a new diary is for its owner alone, its folders too', () => {
  const home = aFolder()
  const file = path.join(home, 'new', 'folders', 'diary.db')
  writeSomething(file)
  expect(permissionsOf(file)).toBe('600')
  expect(permissionsOf(path.dirname(file))).toBe('700')
  expect(permissionsOf(path.join(home, 'new'))).toBe('700')
})

test('a folder that was there keeps its mode', () => {
  const home = aFolder()
  fs.chmodSync(home, 0o755)
  writeSomething(path.join(home, 'diary.db'))
  expect(permissionsOf(home)).toBe('755')
})

test('a diary is marked as one, and written the way that survives a power cut', () => {
  const db = opened(path.join(aFolder(), 'diary.db'))
  const pragmas = ['application_id', 'user_version', 'journal_mode', 'synchronous', 'foreign_keys']
    .concat('secure_delete', 'trusted_schema', 'busy_timeout')
    .map((name) => [name, db.pragma(name, { simple: true })])
  expect(Object.fromEntries(pragmas)).toEqual({
    application_id: 0x66756469,
    user_version: migrations.length,
    journal_mode: 'delete',
    synchronous: 3,
    foreign_keys: 1,
    secure_delete: 1,
    trusted_schema: 0,
    busy_timeout: 10_000,
  })
})

test('opening again keeps everything, and the mark of the machine it was made on', () => {
  const file = path.join(aFolder(), 'diary.db')
  const device = (db: Database): unknown => db.prepare('SELECT device FROM identity').all()
  const first = opened(file)
  const made = device(first)
  first.close()
  const bytes = bytesIn(file)
  const again = opened(file)
  expect(device(again)).toEqual(made)
  expect(made).toHaveLength(1)
  again.close()
  expect(bytesIn(file)).toEqual(bytes)
})

test.each(['today', 'list', 'people', 'find gary', 'history', 'export', 'when fri'])(
  'a missing diary stays missing when it is read: fu %s',
  async (line) => {
    const home = aFolder()
    const { status } = await aProgram({ home }).fu(line)
    expect(status).toBe(0)
    expect(fs.readdirSync(home)).toEqual([])
  },
)

test.each([
  'promise gary "send it" --due fri',
  'done 1',
  'undo',
  'edit gary --kind friend',
  'config country nowhere',
])('a missing diary stays missing when there is nothing in it to change: fu %s', async (line) => {
  const home = aFolder()
  const { status } = await aProgram({ home }).fu(line)
  expect(status).not.toBe(0)
  expect(fs.readdirSync(home)).toEqual([])
})

test('an empty file stays empty when it is read, and becomes a diary when it is written', () => {
  const file = path.join(aFolder(), 'diary.db')
  fs.writeFileSync(file, '')
  const blank = openDiary(file, now)
  expect([blank.isBlank, blank.contacts.all()]).toEqual([true, []])
  blank.close()
  expect(fs.statSync(file).size).toBe(0)

  writeSomething(file)
  expect(fs.statSync(file).size).toBeGreaterThan(0)
})

test('a symbolic link is followed, and stays a link', () => {
  const folder = aFolder()
  const [file, link] = [path.join(folder, 'real.db'), path.join(folder, 'link.db')]
  writeSomething(file)
  fs.symlinkSync(file, link)
  writeSomething(link)
  expect(fs.lstatSync(link).isSymbolicLink()).toBe(true)
  const diary = openDiary(file, now)
  expect([...diary.settings()]).toEqual([['country', 'AU']])
  diary.close()
})

type Unusable = {
  readonly what: string
  /** Puts something in a folder; gives the path that is then taken for a diary. */
  readonly put: (folder: string) => string
  readonly message: RegExp
}

const unusable: readonly Unusable[] = [
  {
    what: 'a text file',
    put: (folder) => written(folder, 'Gary Lee, 0412 555 019\n'),
    message: /is not a fu diary: it is a file of another kind\.$/,
  },
  {
    what: 'a file of one byte',
    put: (folder) => written(folder, 'S'),
    message: /is not a fu diary: it is a file of another kind\.$/,
  },
  { what: 'a folder', put: (folder) => folder, message: /is not a fu diary: it is a folder\.$/ },
  {
    what: "another program's database",
    put: (folder) => foreign(folder, 'delete'),
    message: /is not a fu diary: it is the database of another program\.$/,
  },
  {
    what: "another program's database with a write-ahead log",
    put: (folder) => foreign(folder, 'wal'),
    message: /is not a fu diary: it is the database of another program\.$/,
  },
  {
    what: "another program's database beside a journal that was not cleared away",
    put: (folder) => foreign(folder, 'persist'),
    message: /is not a fu diary: it is the database of another program\.$/,
  },
  {
    what: 'a diary of a newer fu',
    put: (folder) => {
      const file = aDiary(folder)
      overwrite(file, 60, Buffer.from([0, 0, 0, 200]))
      return file
    },
    message: /was written by a newer fu \(version 200; this one knows \d+\)\.$/,
  },
  {
    what: 'a diary that is cut short',
    put: (folder) => {
      const file = aDiary(folder)
      fs.truncateSync(file, fs.statSync(file).size - 4096)
      return file
    },
    message: /is truncated: it has \d+ of \d+ bytes\.$/,
  },
  {
    what: 'a path that goes through a file',
    put: (folder) => path.join(written(folder, 'a file'), 'diary.db'),
    message: /cannot be opened: part of its path is a file, not a folder\.$/,
  },
  {
    what: 'links that lead in a circle',
    put: (folder) => {
      const [one, other] = [path.join(folder, 'one.db'), path.join(folder, 'other.db')]
      fs.symlinkSync(one, other)
      fs.symlinkSync(other, one)
      return one
    },
    message: /cannot be opened: its symbolic links form a loop\.$/,
  },
  {
    what: 'a link that leads nowhere',
    put: (folder) => {
      const link = path.join(folder, 'link.db')
      fs.symlinkSync(path.join(folder, 'nothing.db'), link)
      return link
    },
    message: /is a broken link: there is no .*nothing\.db\.$/,
  },
  {
    what: 'a named pipe',
    put: (folder) => {
      const pipe = path.join(folder, 'pipe')
      execFileSync('mkfifo', [pipe])
      return pipe
    },
    message: /is not a fu diary: it is not an ordinary file\.$/,
  },
]

test.each(unusable)('$what is refused in a sentence, and stays as it is', ({ put, message }) => {
  const folder = aFolder()
  const file = put(folder)
  const before = contentsOf(folder)
  const error = errorOf(() => writeSomething(file))
  expect(error).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) })
  expect(error.message).toContain(file)
  expect(error.hint).toMatch(/--diary|[Bb]ackups|Update fu/)
  expect(contentsOf(folder)).toEqual(before)
})

test('a diary that is damaged inside says so when it is read, and stays as it is', () => {
  const file = aDiary(aFolder())
  overwrite(file, 4096, Buffer.alloc(fs.statSync(file).size - 4096, 0xff))
  const before = bytesIn(file)
  const error = errorOf(() => {
    const diary = openDiary(file, now)
    try {
      diary.contacts.all()
    } finally {
      diary.close()
    }
  })
  expect(error).toMatchObject({ kind: 'failed', message: `The diary ${file} is damaged.` })
  expect(bytesIn(file)).toEqual(before)
})

test('a diary that another fu keeps locked is left alone, with a sentence', () => {
  const file = aDiary(aFolder())
  const other = opened(file)
  other.exec('BEGIN IMMEDIATE')
  const db = opened(file)
  // The ten seconds are not waited for here.
  db.pragma('busy_timeout = 1')
  const diary = diaryOn(db, file)
  const write = (): unknown =>
    diary.write({ command: 'config', at: aMoment('2026-11-25') }, (tx) => tx.set('country', 'DE'))
  expect(errorOf(write)).toMatchObject({
    kind: 'failed',
    message: 'Another fu has been writing to the diary for 10 seconds.',
    hint: 'Nothing was written. Try again when it is done.',
  })
  expect([...diary.settings()]).toEqual([['country', 'AU']])
  other.exec('ROLLBACK')
  write()
  expect([...diary.settings()]).toEqual([['country', 'DE']])
})

test('an older diary is brought up to date, and what it holds is kept', async () => {
  const file = aDiary(aFolder())
  const db = (
    await openingWith("CREATE TABLE colours (name TEXT) STRICT; INSERT INTO colours VALUES ('red')")
  )(file, true, keepNothing)
  onTestFinished(() => void db.close())
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length + 1)
  expect(db.prepare('SELECT name FROM colours').all()).toEqual([{ name: 'red' }])
  expect(db.prepare('SELECT * FROM settings').all()).toEqual([{ uid: 'country', value: 'AU' }])
  expect(db.prepare('SELECT * FROM identity').all()).toHaveLength(1)
})

test('an older diary that cannot be brought up to date stays as it was', async () => {
  const file = aDiary(aFolder())
  const before = bytesIn(file)
  const open = await openingWith(
    'CREATE TABLE colours (name TEXT) STRICT; DROP TABLE settings; CREATE nonsense',
  )
  expect(() => open(file, true, keepNothing)).toThrow('near "nonsense": syntax error')
  expect(bytesIn(file)).toEqual(before)
  expect(fs.existsSync(`${file}-journal`)).toBe(false)
  const diary = openDiary(file, now)
  expect([...diary.settings()]).toEqual([['country', 'AU']])
  diary.close()
})

/** `openDatabase` of a later fu, whose diary has one migration more. */
async function openingWith(sql: string): Promise<typeof openDatabase> {
  vi.resetModules()
  vi.doMock('../../src/diary/migrations/migrations.ts', () => ({ migrations: [...migrations, sql] }))
  onTestFinished(() => {
    vi.doUnmock('../../src/diary/migrations/migrations.ts')
    vi.resetModules()
  })
  return (await import('../../src/diary/open.ts')).openDatabase
}

function opened(file: string): Database {
  const db = openDatabase(file, true, keepNothing)
  onTestFinished(() => void db.close())
  return db
}

/** A diary with one setting. */
function aDiary(folder: string): string {
  const file = path.join(folder, 'diary.db')
  writeSomething(file)
  return file
}

function writeSomething(file: string): void {
  const diary = openDiary(file, now)
  diary.write({ command: 'config', at: aMoment('2026-11-25') }, (tx) => tx.set('country', 'AU'))
  diary.close()
}

function foreign(folder: string, journal: 'delete' | 'wal' | 'persist'): string {
  const file = path.join(folder, 'music.db')
  const db = new Sqlite(file)
  db.pragma(`journal_mode = ${journal}`)
  db.exec("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('Yesterday')")
  db.close()
  return file
}

function written(folder: string, text: string): string {
  const file = path.join(folder, 'notes.txt')
  fs.writeFileSync(file, text)
  return file
}

/** Every file of a folder with its bytes, links and pipes with their names alone. */
function contentsOf(folder: string): [string, string | null][] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .map((entry) => [entry.name, entry.isFile() ? bytesIn(path.join(folder, entry.name)) : null])
}

test('a file that another fu is in the middle of writing is looked at again before it is refused', () => {
  const file = path.join(aFolder(), 'diary.db')
  fs.writeFileSync(file, 'the first page')
  const seen: (number | undefined)[] = []
  const refuseShort = (found: { readonly size: number } | null): string => {
    seen.push(found?.size)
    if (seen.length === 1) fs.appendFileSync(file, ', and the rest')
    if (seen.length < 3) throw new Error('it is cut short')
    return 'read'
  }
  expect(() => lookedAt(file, refuseShort)).toThrow('it is cut short')
  expect(seen).toEqual([14, 28])
  expect(lookedAt(file, refuseShort)).toBe('read')
})
