import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aFolder } from '../../support/diaries.ts'
import { programOn } from '../../support/diary-file.ts'
import { tracesIn } from '../../support/traces.ts'

const marks = ['Zyxwvut', '0447913579']

test.each([
  ['the diary', 'diary.db', 'Erased, but another program has the diary open'],
  ['a copy of it', 'copy.db', 'another program has it open, and traces are left in it'],
])(
  'what a program reads of %s in WAL mode is said, and erased once it is closed',
  async (_what, name, said) => {
    const folder = fs.realpathSync(aFolder())
    const { fu } = programOn(path.join(folder, 'diary.db'))
    await fu('add Zyxwvut --phone 0447913579 --no-next')
    expect((await fu(['backup', path.join(folder, 'copy.db')])).status).toBe(0)
    const reader = new Sqlite(path.join(folder, name))
    reader.pragma('journal_mode = WAL')
    reader.exec('BEGIN')
    expect(reader.prepare('SELECT name FROM contacts').pluck().get()).toBe('Zyxwvut')

    const forgotten = await fu('forget zyxwvut --yes')
    expect(forgotten).toMatchObject({ status: 1, stderr: expect.stringContaining(said) })
    expect(tracesIn(folder, marks)).not.toEqual([])
    expect((await fu('doctor')).stdout).toContain('"fu forget" without a name finishes it.')

    reader.exec('COMMIT')
    // It is still open, and reads nothing.
    expect(await fu('forget')).toMatchObject({ status: 0, stdout: expect.stringContaining('Finished') })
    expect(tracesIn(folder, marks)).toEqual([])
    reader.close()
  },
)

/** Puts a file into WAL mode, and writes something that stays in the WAL, without closing it. */
function writer(file: string): Sqlite.Database {
  const db = new Sqlite(file)
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  db.exec("UPDATE contacts SET note = 'from another program'")
  return db
}

function notesIn(file: string): unknown {
  const db = new Sqlite(file)
  try {
    return db.prepare('SELECT note FROM contacts').pluck().all()
  } finally {
    db.close()
  }
}

async function aBackup() {
  const folder = fs.realpathSync(aFolder())
  const { fu } = programOn(path.join(folder, 'diary.db'))
  await fu('add Zyxwvut --phone 0447913579 --no-next')
  await fu('add Gary --no-next')
  await fu('backup')
  const backups = path.join(folder, 'backups')
  const backup = fs.readdirSync(backups).find((name) => name.includes('by-hand')) ?? ''
  return { folder, fu, backup: path.join(backups, backup) }
}

test('a backup that another program writes in is not replaced, and is gone through once it is closed', async () => {
  const { fu, folder, backup } = await aBackup()
  const other = writer(backup)

  expect(await fu('forget zyxwvut --yes')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${backup} (another program has it open, and may be writing in it)`),
  })
  other.exec("UPDATE contacts SET note = note || ', later' WHERE name = 'Gary'")
  other.close()
  expect(notesIn(backup)).toEqual(['from another program', 'from another program, later'])

  expect(await fu('forget')).toMatchObject({ status: 0, stdout: expect.stringContaining('Finished') })
  expect(notesIn(backup)).toEqual(['from another program, later'])
  expect(tracesIn(folder, marks)).toEqual([])
})

test('what stands in the WAL of a backup alone, beside which nobody is any more, is kept', async () => {
  const { fu, folder, backup } = await aBackup()
  const other = writer(backup)
  for (const end of ['', '-wal']) fs.copyFileSync(`${backup}${end}`, `${backup}.left${end}`)
  other.close()
  for (const end of ['', '-wal']) fs.renameSync(`${backup}.left${end}`, `${backup}${end}`)

  expect((await fu('forget zyxwvut --yes')).status).toBe(0)
  expect(notesIn(backup)).toEqual(['from another program'])
  expect(tracesIn(folder, marks)).toEqual([])
})

test('a copy that another program has open is not replaced by a newer one', async () => {
  const folder = fs.realpathSync(aFolder())
  const { fu } = programOn(path.join(folder, 'diary.db'))
  await fu('add Gary --no-next')
  const copy = path.join(folder, 'copy.db')
  await fu(['backup', copy])
  const other = writer(copy)

  expect(await fu(['backup', copy])).toMatchObject({
    status: 5,
    stderr: expect.stringContaining(`The copy ${copy} cannot be replaced: another program has it open`),
  })
  other.close()
  expect(notesIn(copy)).toEqual(['from another program'])
  expect((await fu(['backup', copy])).status).toBe(0)
  expect(notesIn(copy)).toEqual([null])
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db'])
})
