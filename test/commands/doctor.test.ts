import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../src/diary/migrations/migrations.ts'
import { aFolder, bytesIn, copyFolder } from '../support/diaries.ts'
import { aProgram, type Program } from '../support/program.ts'
import { dumpFile, programOn } from '../support/diary-file.ts'

const written = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-doctor-'))

beforeAll(async () => {
  const program = programOn(path.join(written, 'diary.db'))
  await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri')
  await program.fu('promise gary "call about the boat" --due fri')
  await program.fu('done 1 "he has it" --no-next')
  await program.fu('undo')
  await program.fu('undo 4')
  await program.fu('config country AU')
  await program.fu('config country --unset')
})
afterAll(() => fs.rmSync(written, { recursive: true }))

describe('fu doctor', () => {
  it('says of a sound diary what was looked at, and changes nothing', async () => {
    const { program, file, seen } = aDiary()
    const before = seen()
    const { status, stdout, stderr } = await program.fu('doctor')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const said = stdout.replace(file, '<file>').replace(/\d+ kB/, '<size>')
    expect(said.replace(/SQLite [\d.]+/, 'SQLite <version>')).toBe(`
  <file>
  <size> · 1 contact · 2 promises · 7 in the history · SQLite <version> · Node
  v24.0.0

  ok    file        version ${migrations.length}
  ok    schema      as fu makes it
  ok    integrity   every page and every index is intact
  ok    references  every reference leads to an existing row
  ok    values      every value can be read
  ok    history     every row matches the history
  ok    search      finds what is written
  ok    backups     1, the newest of today
  ok    privacy     for you alone
  ok    place       on a local disk, not in a cloud folder

`)
    expect(seen()).toEqual(before)
  })

  it('says it as JSON', async () => {
    const { program, file } = aDiary()
    const { stdout } = await program.fu('doctor --json')
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      file,
      sound: true,
      counts: { contacts: 1, promises: 2, open: 1, entries: 1, history: 7 },
      checks: expect.arrayContaining([
        { name: 'search', state: 'sound', detail: 'finds what is written', remedy: null },
      ]),
      backups: [{ name: 'diary-2026-11-25T1420-daily.db', reason: 'daily' }],
      node: 'v24.0.0',
      repairs: [],
    })
  })

  it('says of a diary that is a link to itself what is wrong with it', async () => {
    const file = path.join(aFolder(), 'diary.db')
    fs.symlinkSync(file, file)
    const { status, stdout, stderr } = await aProgram({ home: aFolder(), env: { FU_DIARY: file } }).fu(
      'doctor',
    )
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'The diary is not sound.\nFollow the hints above.\n',
    })
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('cannot be opened: its symbolic links form a loop.')
  })

  it('has nothing to say against a diary that is not begun', async () => {
    const folder = aFolder()
    const { status, stdout } = await programOn(path.join(folder, 'diary.db')).fu('doctor')
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('There is no diary; "fu add"'),
    })
    expect(fs.readdirSync(folder)).toEqual([])
  })

  const wrongs: readonly (readonly [string, (db: Database) => unknown, string, string])[] = [
    [
      'a line changed without fu',
      (db) => db.exec("UPDATE promises SET what = 'something else' WHERE id = 2"),
      'history',
      'Some rows do not match the history: 1 of promises differ from the history.',
    ],
    [
      'a value in a column that was empty when its line was written',
      (db) => db.exec("UPDATE contacts SET nick = 'Gaz' WHERE id = 1"),
      'history',
      'Some rows do not match the history: 1 of contacts differ from the history.',
    ],
    [
      'a line that nobody wrote',
      (db) => db.exec("INSERT INTO settings VALUES ('country', 'DE')"),
      'history',
      'Some rows do not match the history: 1 of settings differ from the history.',
    ],
    [
      'a line that is gone',
      (db) => db.exec('DELETE FROM promises WHERE id = 2'),
      'history',
      'Some rows do not match the history: 1 of promises are in the history but missing.',
    ],
    [
      'an undo of what comes later',
      (db) => db.exec('UPDATE journal SET undoes = (SELECT uid FROM journal WHERE id = 6) WHERE id = 5'),
      'history',
      'Some rows do not match the history: 5 undoes 6, which is not before it.',
    ],
    [
      'an undo of what never was',
      (db) => db.exec("PRAGMA foreign_keys = OFF; UPDATE journal SET undoes = 'never' WHERE id = 5"),
      'history',
      'Some rows do not match the history: 5 undoes a command that is not in the history.',
    ],
    [
      'two that take back the same',
      (db) => db.exec('UPDATE journal SET undoes = (SELECT uid FROM journal WHERE id = 4) WHERE id = 6'),
      'history',
      'Some rows do not match the history: 4 is undone twice.',
    ],
    [
      'a promise without its contact',
      (db) => db.exec('PRAGMA foreign_keys = OFF; UPDATE promises SET contact_id = 77 WHERE id = 2'),
      'references',
      'Some references lead nowhere: promises without their contacts.',
    ],
    [
      'a key that is gone',
      (db) => db.exec("DELETE FROM contact_keys WHERE key = 'gary lee'"),
      'search',
      'The search index does not match the diary (contact_keys).',
    ],
    [
      'a text that the search does not know',
      (db) => db.exec('DELETE FROM promise_search WHERE rowid = 2'),
      'search',
      'The search index does not match the diary (promise_search).',
    ],
    [
      'a word that the search has and nobody wrote',
      (db) =>
        db.exec("DELETE FROM contact_search; INSERT INTO contact_search (rowid, name) VALUES (1, 'mallory')"),
      'search',
      'The search index does not match the diary (contact_search).',
    ],
  ]

  it.each(wrongs)('finds %s', async (_what, spoil, name, detail) => {
    const { program, file, seen } = aDiary()
    changing(file, spoil)
    const before = seen()
    const { status, stdout, stderr } = await program.fu('doctor --json')
    const found = JSON.parse(stdout)
    expect({ status, sound: found.sound }).toEqual({ status: 1, sound: false })
    expect(found.checks).toContainEqual(expect.objectContaining({ name, state: 'bad', detail }))
    expect(JSON.parse(stderr).error.message).toBe('The diary is not sound.')
    expect(seen()).toEqual(before)
  })

  it.each([
    ['Dropbox', 'Dropbox'],
    ['Dropbox (Personal)', 'Dropbox'],
    ['OneDrive - Lee Mortgages', 'OneDrive'],
    ['com~apple~CloudDocs', 'iCloud'],
    ['Google Drive', 'Google Drive'],
    ['GoogleDrive-gary@lee.example', 'Google Drive'],
    ['Nextcloud', 'Nextcloud'],
    ['Sync', 'Syncthing'],
  ])('warns of a diary in the folder %s', async (folder, cloud) => {
    const file = path.join(aFolder(), folder, 'fu', 'diary.db')
    copyFolder(written, path.dirname(file))
    const { status, stdout } = await programOn(file).fu('doctor --json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).checks).toContainEqual(
      expect.objectContaining({
        name: 'place',
        state: 'warning',
        detail: `It lies in a ${cloud} folder, which may copy it during a write or replace it with an old version.`,
      }),
    )
  })

  it('warns of a folder that Syncthing keeps, whatever its name', async () => {
    const { program, folder } = aDiary()
    fs.mkdirSync(path.join(folder, '.stfolder'))
    expect((await program.fu('doctor')).stdout).toContain('warn  place       It lies in a Syncthing folder')
  })

  it('warns of what others may read or write, and of backups that are old or not there', async () => {
    const { program, file, folder } = aDiary()
    const found = async (name: string): Promise<string> => {
      const { checks } = JSON.parse((await program.fu('doctor --json')).stdout) as {
        checks: { name: string; state: string; detail: string }[]
      }
      return checks
        .flatMap((check) => (check.name === name ? [`${check.state}: ${check.detail}`] : []))
        .join()
    }
    fs.chmodSync(file, 0o640)
    expect(await found('privacy')).toBe(`warning: Others can read ${file}.`)
    fs.chmodSync(file, 0o600)
    fs.chmodSync(folder, 0o770)
    expect(await found('privacy')).toBe(`warning: Others can write to ${folder}.`)
    program.setClock('2027-03-01 09:00')
    expect(await found('backups')).toBe('warning: 1, the newest of 96 days ago.')
    fs.rmSync(path.join(folder, 'backups'), { recursive: true })
    expect(await found('backups')).toBe('warning: There are none.')
  })
})

describe('fu doctor after a forgetting that was cut off', () => {
  it('says so, and how it is finished', async () => {
    const { program, file } = aDiary()
    changing(file, (db) => db.exec("INSERT INTO forgetting (uid) VALUES ('9f3c')"))
    const { status, stdout } = await program.fu('doctor')
    expect(status).toBe(0)
    expect(stdout).toContain(`
  warn  forgetting  Somebody who was forgotten may still be in backups: the
                    erasure was interrupted.
                    "fu forget" without a name finishes it.
`)
    expect((await program.fu('forget')).status).toBe(0)
    expect((await program.fu('doctor')).stdout).not.toContain('forgetting')
  })
})

describe('fu doctor --repair', () => {
  it.each([
    ['keys', "DELETE FROM contact_keys WHERE key = 'gary lee'"],
    [
      'search tables',
      "DELETE FROM contact_search; INSERT INTO contact_search (rowid, name) VALUES (1, 'mallory')",
    ],
    ['terms of a row', 'DELETE FROM entry_search'],
  ])('builds %s again from the lines', async (_what, sql) => {
    const { program, file } = aDiary()
    const whole = dumpFile(file)
    changing(file, (db) => db.exec(sql))
    expect(dumpFile(file)).not.toEqual(whole)
    expect((await program.fu('doctor --repair')).status).toBe(0)
    expect(dumpFile(file)).toEqual(whole)
  })

  it('builds an index again that misses a line', async () => {
    const { program, file } = aDiary()
    changing(file, (db) => {
      db.unsafeMode()
      const index = "name = 'promises_by_contact'"
      const [row] = db.prepare(`SELECT * FROM sqlite_schema WHERE ${index}`).raw().all() as unknown[][]
      db.exec(
        `PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE ${index}; PRAGMA writable_schema = RESET`,
      )
      db.exec('UPDATE promises SET contact_id = contact_id + 0; DELETE FROM settings')
      db.exec(`PRAGMA foreign_keys = OFF; UPDATE promises SET contact_id = 5; PRAGMA writable_schema = ON`)
      db.prepare('INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)').run(row)
      db.exec('PRAGMA writable_schema = RESET')
      db.exec('UPDATE promises SET what = what')
    })
    changing(file, (db) => db.prepare('SELECT 1').get())
    expect((await program.fu('doctor')).stdout).toMatch(/BAD {3}integrity {3}SQLite reports damage: .*index/)
    const { stdout } = await program.fu('doctor --repair')
    expect(stdout).toContain('ok    integrity   every page and every index is intact')
    expect(stdout).toMatch(/The search index was rebuilt; the previous file is kept as .*-damaged-2\.db\n/)
  })

  it('brings back the newest sound backup of a damaged diary, and says what is not in it', async () => {
    const { program, file, folder } = aDiary()
    const backup = path.join(folder, 'backups', 'diary-2026-11-25T1420-daily.db')
    const then = dumpFile(backup)
    fs.writeFileSync(path.join(folder, 'backups', 'diary-2026-11-26T0900-daily.db'), 'bit rot', {
      mode: 0o600,
    })
    spoilTable(file, 'entries')
    const spoilt = bytesIn(file)
    const { status, stdout } = await program.fu('doctor --repair')
    expect(status).toBe(1)
    const kept = path.join(folder, 'backups', 'diary-2026-11-25T1420-damaged-2.db')
    expect(stdout.slice(stdout.indexOf('Restored'))).toBe(`Restored diary-2026-11-25T1420-daily.db.
The previous file is kept as ${kept}
Written since, and not in it:
  Wed 25 Nov 14:20  config country --unset
  Wed 25 Nov 14:20  config country AU
  Wed 25 Nov 14:20  undo 4: undo 3: done 1 (Gary Lee, send the quote)
  Wed 25 Nov 14:20  undo 3: done 1 (Gary Lee, send the quote)
  Wed 25 Nov 14:20  done 1 (Gary Lee, send the quote)
  Wed 25 Nov 14:20  promise 2 (Gary Lee, call about the boat)
`)
    expect(dumpFile(file)).toEqual(then)
    expect(bytesIn(kept)).toEqual(spoilt)
  })

  it('says all that is lost, however much it is, and keeps forgotten whom the diary had forgotten', async () => {
    const { program, file } = aDiary()
    const people = Array.from({ length: 25 }, (_, index) => `Person ${index + 1}`)
    for (const name of people) await program.fu(['add', name, '--no-next'])
    changing(file, (db) => {
      const uid = db.prepare("SELECT uid FROM contacts WHERE name = 'Gary Lee'").pluck().get()
      db.prepare('INSERT INTO forgetting (uid) VALUES (?)').run(uid)
    })
    spoilTable(file, 'contacts')
    const { stdout } = await program.fu('doctor --repair')
    for (const name of people) expect(stdout).toContain(`add ${name} (@`)
    expect(stdout).not.toMatch(/and \d+ more/)
    expect(stdout).toContain('"fu forget" without a name erases them there.\n')
    expect((await program.fu('list --all')).stdout).not.toContain('Gary')
    expect((await program.fu('forget')).stderr).toMatch(/^Erased, but not from one copy: .*damaged/)
  })

  it('says where it cannot be read who was forgotten', async () => {
    const { program, file } = aDiary()
    spoilTable(file, 'blocked')
    expect((await program.fu('doctor --repair')).stdout).toContain(
      'The damaged diary cannot tell who was forgotten since then. ' +
        'If somebody is back, forget them again: fu forget <who> --block\n',
    )
  })

  it('leaves a damaged diary as it is where there is no sound backup', async () => {
    const { program, file, folder, seen } = aDiary()
    fs.rmSync(path.join(folder, 'backups'), { recursive: true })
    spoilTable(file, 'entries')
    const before = seen()
    const { status, stderr } = await program.fu('doctor --repair')
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `The diary is damaged, and there is no sound backup.
Nothing was changed. Do not delete ${file}; "fu restore <path>" restores a copy from any other place.
`,
    })
    expect(seen()).toEqual(before)
  })

  it('makes private what others may read, and leaves the folders of others alone', async () => {
    const { program, file, folder } = aDiary()
    const backups = path.join(folder, 'backups')
    const [backup = ''] = fs.readdirSync(backups)
    for (const there of [file, path.join(backups, backup)]) fs.chmodSync(there, 0o644)
    for (const there of [folder, backups]) fs.chmodSync(there, 0o755)
    await program.fu('doctor --repair')
    const modes = [file, path.join(backups, backup), backups, folder].map((there) =>
      (fs.statSync(there).mode & 0o777).toString(8),
    )
    expect(modes).toEqual(['600', '600', '700', '755'])
    fs.writeFileSync(path.join(backups, 'photos.zip'), '')
    fs.chmodSync(backups, 0o755)
    await program.fu('doctor --repair')
    expect((fs.statSync(backups).mode & 0o777).toString(8)).toBe('755')
  })
})

function aDiary(): { program: Program; file: string; folder: string; seen: () => unknown } {
  const folder = fs.realpathSync(aFolder())
  const file = path.join(folder, 'diary.db')
  copyFolder(written, folder)
  const seen = (): unknown => [bytesIn(file), fs.readdirSync(folder, { recursive: true })]
  return { program: programOn(file), file, folder, seen }
}

function changing(file: string, change: (db: Database) => unknown): void {
  const db = new Sqlite(file)
  try {
    change(db)
  } finally {
    db.close()
  }
}

/** Writes over the page that the rows of a table begin on. */
function spoilTable(file: string, table: string): void {
  changing(file, (db) => {
    const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)
    const descriptor = fs.openSync(file, 'r+')
    fs.writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, (Number(page) - 1) * 4096)
    fs.closeSync(descriptor)
  })
}
