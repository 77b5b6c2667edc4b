import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'

/** A diary of Ada and Bob, and a copy of it that somebody handed over with more in it. */
function aHandedDiary(...changes: readonly string[]): {
  readonly binary: Binary
  readonly place: (name: string) => string
} {
  const binary = aBinary()
  const place = (name: string): string => path.join(binary.folder, name)
  for (const name of ['Ada Love', 'Bob Lee'])
    binary.fu(['add', name, '--note', `secret of ${name}`, '--no-next'])
  fs.copyFileSync(place('d.db'), place('handed.db'))
  const db = new Sqlite(place('handed.db'))
  for (const change of changes) db.exec(change.replaceAll('<folder>', binary.folder))
  db.close()
  return { binary, place }
}

describe('a handed diary that names files as copies', () => {
  const places = [
    '<folder>/docs/mended-',
    '<folder>/docs/thesis',
    '<folder>/docs/',
    '<folder>/docs/../docs/thesis',
    '',
    'docs/thesis',
  ]

  it.each([['forget'], ['restore']])('has no file of the user removed: %s', (how) => {
    const inserts = places.map((place) => `INSERT INTO copies VALUES ('${place}', 1, 0)`)
    const { binary, place } = aHandedDiary(...inserts)
    fs.mkdirSync(place('docs/mended-notes'), { recursive: true })
    fs.mkdirSync(place('docs/mended-AbCdEf'))
    const files = [
      'docs/mended-notes/a.txt',
      'docs/mended-AbCdEf/b.txt',
      'docs/thesis.unfinished',
      'docs/thesis.0123456789abcdef.unfinished',
      'docs/x.unfinished',
    ]
    for (const file of files) fs.writeFileSync(place(file), 'years of work')
    if (how === 'restore') binary.fu(['restore', 'handed.db', '--yes'])
    const diary = how === 'restore' ? [] : ['--diary', 'handed.db']
    binary.fu([...diary, 'forget', 'bob', '--yes'])
    for (const file of files) expect(fs.readFileSync(place(file), 'utf8')).toBe('years of work')
  })
})

it('copies that were cut off are removed, and nothing else', () => {
  const { binary, place } = aHandedDiary()
  binary.fu(['backup', 'copy.db'])
  const bytes = fs.readFileSync(place('d.db'))
  const cutOff = [
    'copy.db.0123456789abcdef.unfinished',
    'copy.db.unfinished',
    'backups/d.db.0123456789abcdef.unfinished',
    'backups/d.db.0123456789abcdef.unfinished-journal',
  ]
  const others = [
    'copy.db.txt.unfinished',
    'copy.db.0123.unfinished',
    'mended-abc.db',
    'copy.db.unfinished.txt',
  ]
  for (const name of [...cutOff, ...others]) fs.writeFileSync(place(name), bytes)
  expect(binary.fu(['forget', 'bob', '--yes']).status).toBe(0)
  expect(cutOff.filter((name) => fs.existsSync(place(name)))).toEqual([])
  expect(others.filter((name) => !fs.existsSync(place(name)))).toEqual([])
})

it('a restored copy that names somebody as forgotten erases nobody who is in the diary', () => {
  const { binary, place } = aHandedDiary(
    `INSERT INTO forgetting SELECT uid FROM contacts WHERE name LIKE 'Ada%'`,
  )
  expect(binary.fu(['restore', 'handed.db', '--yes']).status).toBe(0)
  binary.fu(['add', 'Carl', '--no-next'])
  expect(binary.fu(['forget', 'carl', '--yes']).status).toBe(0)
  expect(binary.fu(['show', 'ada']).stdout).toContain('secret of Ada Love')
  const backups = fs
    .readdirSync(place('backups'))
    .map((name) => fs.readFileSync(place(`backups/${name}`), 'latin1'))
  expect(backups.some((bytes) => bytes.includes('secret of Ada Love'))).toBe(true)
})

it('a diary whose indexes lack rows is not said to be erased', () => {
  const { binary, place } = aHandedDiary()
  binary.fu(['log', 'bob', 'a secret word'])
  const db = new Sqlite(place('d.db'))
  const root = db
    .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'entries_by_contact'`)
    .pluck()
    .get()
  const pageSize = db.pragma('page_size', { simple: true }) as number
  db.close()
  const bytes = fs.readFileSync(place('d.db'))
  // An index page without cells.
  Buffer.from([0x0a, 0, 0, 0, 0, pageSize >> 8, pageSize & 0xff, 0]).copy(
    bytes,
    (Number(root) - 1) * pageSize,
  )
  fs.writeFileSync(place('d.db'), bytes)
  const { status, stdout, stderr } = binary.fu(['forget', 'bob', '--yes'])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('The diary is damaged; nothing was erased.')
})
