import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { ann, as, aSharedFolder, eve, isRoot } from '../support/other-users.ts'

/*
 * The small files that the program keeps beside a diary and in its backups folder, where somebody who hands over a folder,
 * or another user, has put something else in their place.
 */

const at1031 = { now: '2026-11-25T10:31' }
const letter = 'Dear Gary,\n'

type Planted = Binary & { readonly place: (name: string) => string }

/** A diary in which something comes up at 10:30, and a letter beside it. */
function aDiary(more: Readonly<Record<string, string>> = {}): Planted {
  const binary = aBinary({ FU_NOW: '2026-11-25T08:00', ...more })
  fs.writeFileSync(path.join(binary.folder, '.bin/notify-send'), '#!/bin/sh\n', { mode: 0o755 })
  binary.fu(['add', 'Gary Lee', '--promise', 'send the quote', '--due', 'today 10:30'])
  fs.writeFileSync(path.join(binary.folder, 'letter'), letter)
  return { ...binary, place: (name) => path.join(binary.folder, name) }
}

function fifo(file: string): void {
  expect(spawnSync('mkfifo', [file]).status).toBe(0)
}

const others: readonly [what: string, put: (file: string) => void, fault: string][] = [
  ['a link to a file', (file) => fs.symlinkSync(path.join(path.dirname(file), 'letter'), file), 'is a link'],
  ['a link that leads nowhere', (file) => fs.symlinkSync('nowhere', file), 'is a link'],
  ['a link to what never ends', (file) => fs.symlinkSync('/dev/zero', file), 'is a link'],
  ['a FIFO', fifo, 'is not an ordinary file'],
  ['a folder', (file) => fs.mkdirSync(file), 'is not an ordinary file'],
  [
    'a file that fills the memory',
    (file) => fs.writeFileSync(file, Buffer.alloc(10_000_001)),
    'is over 10 MB',
  ],
]

describe('what was told is not kept', () => {
  it.each(others)('in %s', (_what, put, fault) => {
    const { fu, place } = aDiary()
    put(place('d.db.reminders.json'))
    expect(fu(['remind'], at1031)).toEqual({
      status: 5,
      stdout: '',
      stderr:
        `${place('d.db.reminders.json')} ${fault}, so it is not used.\n` +
        'Move it away; fu makes a new one.\n',
    })
    expect(fs.readFileSync(place('letter'), 'utf8')).toBe(letter)
    expect(fs.existsSync(place('nowhere'))).toBe(false)
  })

  it.runIf(isRoot)('in a file of another user', () => {
    const folder = aSharedFolder()
    const file = path.join(folder, 'd.db')
    const { fu } = aDiary()
    fu(['add', 'Sue'], { user: ann, env: { FU_DIARY: file } })
    as(eve, `echo '{"version":1,"since":"2026-11-25","opened":null,"told":[]}' > '${file}.reminders.json'`)
    const { status, stderr } = fu(['remind'], { user: ann, env: { FU_DIARY: file }, ...at1031 })
    expect({ status, stderr: stderr.split('\n')[0] }).toEqual({
      status: 5,
      stderr: `${file}.reminders.json belongs to another user, so it is not used.`,
    })
  })
})

/** A diary whose backups folder holds only what was put there, on its second day. */
function withoutBackups(put: (folder: string) => void): Planted {
  const diary = aDiary()
  fs.rmSync(diary.place('backups'), { recursive: true })
  fs.mkdirSync(diary.place('backups'), { mode: 0o700 })
  put(diary.place('backups'))
  return diary
}

const said = (text: string): string => text.replaceAll(/\s+/g, ' ')
const nextDay = { now: '2026-11-26T09:00' }

describe("the lock of the day's backup is not taken", () => {
  it('on a database behind a link', () => {
    const { fu, place } = withoutBackups((folder) => {
      const db = new Sqlite(path.join(folder, '../other.db'))
      db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a)')
      db.close()
      fs.symlinkSync('../other.db', path.join(folder, 'd.db.daily-lock'))
    })
    const before = fs.readFileSync(place('other.db'))
    const { status, stderr } = fu(['log', 'gary', 'hello'], nextDay)
    expect(status).toBe(0)
    expect(said(stderr)).toContain('d.db.daily-lock is a link, so it is not used.')
    expect(fs.readFileSync(place('other.db')).equals(before)).toBe(true)
  })

  it.each([
    ['a FIFO', fifo, 'is not an ordinary file'],
    ['a file that is not empty', (file: string) => fs.writeFileSync(file, letter), 'is not empty'],
  ])('on %s', (_what, put, fault) => {
    const { fu } = withoutBackups((folder) => put(path.join(folder, 'd.db.daily-lock')))
    const { status, stderr } = fu(['log', 'gary', 'hello'], nextDay)
    expect(status).toBe(0)
    expect(said(stderr)).toContain(`d.db.daily-lock ${fault}, so it is not used.`)
    expect(said(fu(['doctor'], nextDay).stdout)).toContain(`d.db.daily-lock ${fault}, so it is not used.`)
  })
})

describe("why the day's backup failed is not read", () => {
  it.each(others.filter(([what]) => what !== 'a folder'))(
    'from %s, and the next is made',
    (_what, put, fault) => {
      const { fu, place } = withoutBackups((folder) => {
        fs.writeFileSync(path.join(folder, 'letter'), letter)
        put(path.join(folder, 'd.db.daily-failure'))
      })
      const { status, stderr } = fu(['log', 'gary', 'hello'], nextDay)
      expect(status).toBe(0)
      expect(said(stderr)).toContain(`d.db.daily-failure ${fault}, so it is not used.`)
      expect(fs.readdirSync(place('backups')).toSorted()).toEqual(['d-2026-11-26T0900-daily.db', 'letter'])
      expect(fs.readFileSync(place('backups/letter'), 'utf8')).toBe(letter)
    },
  )

  it.each(['null', '[]', '{}', '{"message":{}}', '"x"', '{'])('from %s', (text) => {
    const { fu, place } = withoutBackups((folder) =>
      fs.writeFileSync(path.join(folder, 'd.db.daily-failure'), text),
    )
    expect(fu(['log', 'gary', 'hello'], nextDay)).toMatchObject({ status: 0, stderr: '' })
    expect(fs.readdirSync(place('backups'))).toEqual(['d-2026-11-26T0900-daily.db'])
  })
})

describe('a link in the place of the backups folder', () => {
  /** A diary with a backup, and one of somebody else, whose backups folder is a link to that of the first. */
  function twoDiaries() {
    const own = aDiary()
    const elsewhere = { env: { FU_DIARY: own.place('got/d.db') } }
    fs.mkdirSync(own.place('got'))
    own.fu(['add', 'Gary Lee'], elsewhere)
    fs.rmSync(own.place('got/backups'), { recursive: true })
    fs.symlinkSync('../backups', own.place('got/backups'))
    const [made = ''] = fs.readdirSync(own.place('backups'))
    for (let day = 10; day < 30; day += 1)
      fs.copyFileSync(own.place(`backups/${made}`), own.place(`backups/d-2026-03-${day}T0900-daily.db`))
    const backups = () =>
      fs
        .readdirSync(own.place('backups'))
        .map((name) => [name, fs.readFileSync(own.place(`backups/${name}`), 'base64')])
    return { ...own, elsewhere, backups }
  }

  it.each([
    ['writes', ['log', 'gary', 'hello'], 0, nextDay],
    ['makes a backup', ['backup'], 5, {}],
    ['forgets somebody', ['forget', 'gary', '--yes'], 1, {}],
    ['repairs', ['doctor', '--repair'], 0, {}],
  ])('has none of the user’s own backups changed by a diary that %s', (_what, words, status, at) => {
    const { fu, elsewhere, backups } = twoDiaries()
    const before = backups()
    const ran = fu(words, { ...elsewhere, ...at })
    expect(backups()).toEqual(before)
    expect(said(`${ran.stdout}${ran.stderr}`)).toContain('link, so it is not used')
    expect(ran.status).toBe(status)
  })
})
