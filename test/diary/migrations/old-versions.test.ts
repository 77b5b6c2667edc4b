import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { backupsOf } from '../../../src/diary/backup/backups.ts'
import { countsIn } from '../../../src/diary/backup/contents.ts'
import { migrations } from '../../../src/diary/migrations/migrations.ts'
import { aFolder, bytesIn } from '../../support/diaries.ts'
import { changeFile } from '../../support/foreign-schemas.ts'
import { aMoment } from '../../support/facts.ts'
import { aProgram, type Program } from '../../support/program.ts'

const kept = path.join(import.meta.dirname, 'old-versions')
const versions = fs.readdirSync(kept).flatMap((name) => /^(version-\d+)\.db\.gz$/.exec(name)?.[1] ?? [])

describe.each(versions)('a diary of %s', (version) => {
  it('is brought up to date, and has everything that its own fu said of it', async () => {
    const { program } = anOldDiary(version)
    const now = JSON.parse((await program.fu('export --format json')).stdout)
    const then = JSON.parse(fs.readFileSync(path.join(kept, `${version}.json`), 'utf8'))
    // Fields are added, never renamed or removed; lists keep their length.
    expect(now).toMatchObject(then)
  })

  it('is sound, found by its names, and undone to its beginning', async () => {
    const { program } = anOldDiary(version)
    await program.fu('today')
    const found = JSON.parse((await program.fu('doctor --json')).stdout)
    expect({
      sound: found.sound,
      checks: found.checks.slice(0, 5).map(({ state }: { state: string }) => state),
    }).toEqual({ sound: true, checks: ['sound', 'sound', 'sound', 'sound', 'sound'] })
    for (const name of ['gaz', 'muller', 'robert', '田中', 'zoe']) {
      expect((await program.fu(['show', name])).status).toBe(0)
    }
    let last = await program.fu('undo')
    while (last.status === 0) last = await program.fu('undo')
    expect(last.stderr).toContain('There is nothing to undo.')
    expect(JSON.parse((await program.fu('people --json')).stdout).items).toEqual([])
  })

  it('is copied first where a later version has to change it', async () => {
    const { file } = anOldDiary(version)
    const counts = countsIn(file)
    const openDiary = await openingWith(['CREATE TABLE colours (name TEXT) STRICT'])
    openDiary(file, aMoment('2027-01-01 09:00')).close()
    const [backup] = backupsOf(file)
    expect(backup?.name).toBe('diary-2027-01-01T0900-before-migration.db')
    expect(countsIn(backup?.path ?? '')).toEqual(counts)
    expect([versionOf(backup?.path ?? ''), versionOf(file)]).toEqual([
      Number(version.slice('version-'.length)),
      migrations.length + 1,
    ])
  })

  it('stays as it was where that is broken off, and goes on the next time', async () => {
    const { file, program } = anOldDiary(version)
    const before = bytesIn(file)
    const broken = await openingWith([
      'CREATE TABLE colours (name TEXT); DELETE FROM entries; CREATE nonsense',
    ])
    expect(() => broken(file, aMoment('2027-01-01 09:00'))).toThrow('near "nonsense": syntax error')
    expect(bytesIn(file)).toEqual(before)
    const whole = await openingWith([
      'CREATE TABLE colours (name TEXT) STRICT',
      'CREATE TABLE songs (name TEXT) STRICT',
    ])
    whole(file, aMoment('2027-01-01 09:01')).close()
    expect(versionOf(file)).toBe(migrations.length + 2)
    expect((await program.fu('today')).stderr).toContain('was written by a newer fu')
  })

  // From version 4 on, the images of the history are right as they are.
  const isFilled = Number(version.slice('version-'.length)) < 4
  it.runIf(isFilled)('with an image in its history that is none says so, and stays as it was', async () => {
    const { file, program } = anOldDiary(version)
    changeFile(file, `UPDATE journal_changes SET after = '7' WHERE kind = 'entries'`)
    const before = bytesIn(file)
    expect((await program.fu('today')).stderr).toMatch(
      /cannot be updated to version 4: .* 7 is not the image of a row/,
    )
    expect(bytesIn(file)).toEqual(before)
  })

  it('that nothing can be copied of is not changed', async () => {
    const { file, folder } = anOldDiary(version)
    fs.writeFileSync(path.join(folder, 'backups'), 'a file where the folder would be')
    const before = bytesIn(file)
    const openDiary = await openingWith(['CREATE TABLE colours (name TEXT) STRICT'])
    expect(() => openDiary(file, aMoment('2027-01-01 09:00'))).toThrow(/No copy of the diary could be made/)
    expect(bytesIn(file)).toEqual(before)
  })
})

function anOldDiary(version: string): { program: Program; file: string; folder: string } {
  const folder = fs.realpathSync(aFolder())
  const file = path.join(folder, 'diary.db')
  fs.writeFileSync(file, zlib.gunzipSync(fs.readFileSync(path.join(kept, `${version}.db.gz`))), {
    mode: 0o600,
  })
  const program = aProgram({ home: folder, env: { FU_DIARY: file }, now: '2026-11-06 08:30' })
  return { program, file, folder }
}

/** `openDiary` of a later fu, whose diaries have some migrations more. */
async function openingWith(
  later: readonly string[],
): Promise<typeof import('../../../src/diary/diary.ts').openDiary> {
  vi.resetModules()
  vi.doMock('../../../src/diary/migrations/migrations.ts', () => ({ migrations: [...migrations, ...later] }))
  onTestFinished(() => {
    vi.doUnmock('../../../src/diary/migrations/migrations.ts')
    vi.resetModules()
  })
  return (await import('../../../src/diary/diary.ts')).openDiary
}

function versionOf(file: string): unknown {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.pragma('user_version', { simple: true })
  } finally {
    db.close()
  }
}

describe('birthdays that version 5 knew', () => {
  it('stand on the page of their day, and after an undo of what that version wrote too (R61)', async () => {
    const { program } = anOldDiary('version-5')
    const page = async (): Promise<string> => (await program.fu('today 2026-11-10')).stdout
    expect(await page()).toMatch(/Bea Born[^]*birthday, 46/)
    expect((await program.fu('undo')).stdout).toContain('Took back: edit Bea Born (@8): department, extra.')
    expect(await page()).toMatch(/Bea Born[^]*birthday, 46/)
    await program.fu('undo')
    expect(await page()).not.toContain('birthday')
    expect((await program.fu('today 2026-11-09')).stdout).toMatch(/Bea Born[^]*birthday, 46/)
    expect((await program.fu('today 2027-06-14')).stdout).toMatch(/Bea Born[^]*wedding/)
  })
})
