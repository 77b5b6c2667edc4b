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
