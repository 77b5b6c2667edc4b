import { copyInTheMiddleOfAWrite } from '../support/cut-off-write.ts'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { erasuresIn, withErasures } from '../../src/diary/erase/preserve-erasures.ts'
import { openDiary } from '../../src/diary/diary.ts'
import { restoreCopy } from '../../src/diary/restore/restore.ts'
import { openSource } from '../../src/diary/backup/source.ts'
import { withHarmless } from '../../src/diary/rebuild/harmless.ts'
import { aFolder, bytesIn, copyFolder } from '../support/diaries.ts'
import { aMoment } from '../support/facts.ts'
import { type Program, type Situation } from '../support/program.ts'
import { tracesIn } from '../support/traces.ts'
import { damage, dumpFileWithHistory, overwrite, programOn } from '../support/diary-file.ts'

const written = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-restore-'))

beforeAll(async () => {
  const program = programOn(path.join(written, 'diary.db'))
  await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri')
  await program.fu('promise gary "call about the boat" --due fri')
})
afterAll(() => fs.rmSync(written, { recursive: true }))

describe('fu restore', () => {
  it('lists the backups: when and why each was made, and what is in it', async () => {
    const { program } = await aDiary()
    program.setClock('2026-11-26 09:00')
    await program.fu('log gary "rang about the boat"')
    await program.fu('backup')
    fs.writeFileSync(path.join(program.backups, 'diary-2026-11-24T0900-daily.db'), 'bit rot')
    expect((await program.fu('restore')).stdout.replaceAll(/\d+ kB/g, '<size>')).toBe(`
  Thursday 26 November 2026
  09:00  diary-2026-11-26T0900-by-hand-2.db
         by hand · <size> · 1 contact, 2 promises and 1 entry
  09:00  diary-2026-11-26T0900-daily.db
         first change of the day · <size> · 1 contact, 2 promises and 1 entry

  Wednesday 25 November 2026
  14:20  diary-2026-11-25T1420-daily.db
         first change of the day · <size> · 1 contact, 1 promise and 0 entries

  Tuesday 24 November 2026
  09:00  diary-2026-11-24T0900-daily.db
         first change of the day · 7 bytes · it cannot be read

`)
    const { items } = JSON.parse((await program.fu('restore --json')).stdout)
    expect(items[3]).toEqual({
      day: '2026-11-24',
      time: '09:00',
      reason: 'daily',
      path: path.join(program.backups, 'diary-2026-11-24T0900-daily.db'),
      name: 'diary-2026-11-24T0900-daily.db',
      size: 7,
      counts: null,
    })
  })

  it('says where there are none', async () => {
    const file = path.join(aFolder(), 'diary.db')
    expect(await programOn(file).fu('restore')).toEqual({
      status: 0,
      stdout: '',
      stderr: `There are no backups of ${file} yet; "fu backup" makes one.\n`,
    })
  })

  it('shows what would change, and does nothing until somebody says yes', async () => {
    const { program, file } = await aDiary()
    const before = bytesIn(file)
    expect(await program.fu('restore diary-2026-11-25T1420-daily.db')).toEqual({
      status: 2,
      stdout: '',
      stderr: `Restoring diary-2026-11-25T1420-daily.db would change this:
                 now     then
  contacts         1        1
  promises         2        1
  open             2        1
  entries          0        0
Last change in it: Wed 25 Nov 14:20  add Gary Lee (@1)
Written since, and not in it:
  Wed 25 Nov 14:20  promise 2 (Gary Lee, call about the boat)
Nothing was restored: the question was not answered with yes.
Add --yes to do it.
`,
    })
    expect(bytesIn(file)).toEqual(before)
  })

  it('asks at a terminal', async () => {
    const { program, file } = await aDiary({ columns: 80, answers: ['no', 'yes'] })
    const before = bytesIn(file)
    expect((await program.fu('restore diary-2026-11-25T1420-daily.db')).status).toBe(2)
    expect(bytesIn(file)).toEqual(before)
    expect((await program.fu('restore diary-2026-11-25T1420-daily.db')).status).toBe(0)
    expect(program.asked.slice(0, 3)).toEqual(['Restore diary-2026-11-25T1420-daily.db?', '  no', '  yes'])
    expect(dumpFileWithHistory(file)).toEqual(
      dumpFileWithHistory(path.join(program.backups, 'diary-2026-11-25T1420-daily.db')),
    )
  })

  it('brings back the same dump, keeps what stood, and is taken back by restoring that', async () => {
    const { program, file } = await aDiary()
    const [now, then] = [
      dumpFileWithHistory(file),
      dumpFileWithHistory(path.join(program.backups, 'diary-2026-11-25T1420-daily.db')),
    ]
    expect((await program.fu('restore diary-2026-11-25T1420-daily.db --yes')).stdout).toBe(
      'Restored diary-2026-11-25T1420-daily.db: 1 contact, 1 promise and 0 entries. ' +
        'The previous diary is kept: fu restore diary-2026-11-25T1420-before-restore-2.db\n',
    )
    expect(dumpFileWithHistory(file)).toEqual(then)
    const back = await program.fu('restore diary-2026-11-25T1420-before-restore-2.db --yes --json')
    expect(JSON.parse(back.stdout)).toMatchObject({ before: 'sound', sameDiary: true, lost: [] })
    expect(dumpFileWithHistory(file)).toEqual(now)
  })

  it('brings back to a diary that a link leads to, and the link stays', async () => {
    const { program, file } = await aDiary()
    const link = path.join(aFolder(), 'link.db')
    fs.symlinkSync(file, link)
    await programOn(link).fu('restore diary-2026-11-25T1420-daily.db --yes')
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true)
    expect(dumpFileWithHistory(file)).toEqual(
      dumpFileWithHistory(path.join(program.backups, 'diary-2026-11-25T1420-daily.db')),
    )
  })

  it('says so where it is the copy of another diary', async () => {
    const { program } = await aDiary()
    const other = path.join(aFolder(), 'other.db')
    await programOn(other).fu('add Sue --no-next')
    const { stderr } = await program.fu(['restore', other])
    expect(stderr).toContain('It is a copy of another diary.\n')
    expect(stderr).toContain('It has 1 command that the diary does not have.\n')
  })

  it('says of a file that is no copy where the copies are, not how the diary is named', async () => {
    const { program } = await aDiary()
    const copy = path.join(aFolder(), 'list.csv')
    fs.writeFileSync(copy, 'a,b')
    expect((await program.fu(['restore', copy])).stderr).toBe(
      `${copy} is not a fu diary: it is a file of another kind.\nNothing was changed. "fu restore" lists the backups.\n`,
    )
  })

  it('takes a copy with the journal of a write that was cut off, as it stood before that write', async () => {
    const { program, file } = await aDiary()
    const before = dumpFileWithHistory(file)
    const copy = path.join(aFolder(), 'raw.db')
    copyInTheMiddleOfAWrite(file, copy)
    expect((await program.fu(['restore', copy, '--yes'])).status).toBe(0)
    expect(dumpFileWithHistory(file)).toEqual(before)
    expect(fs.existsSync(`${copy}-journal`)).toBe(true)
    expect(fs.readdirSync(program.backups).filter((name) => !name.startsWith('diary-'))).toEqual([])
  })

  it.each([
    ['is not there', () => undefined, 1, /^There is no file .*copy\.db\.$/],
    ['is empty', (file: string) => fs.writeFileSync(file, ''), 1, /copy\.db is empty\.$/],
    ['is a folder', (file: string) => fs.mkdirSync(file), 1, /copy\.db is not a fu diary: it is a folder\.$/],
    [
      'is a text',
      (file: string) => fs.writeFileSync(file, 'x'),
      1,
      /is not a fu diary: it is a file of another kind\.$/,
    ],
    ['is damaged', (file: string) => damage(file), 1, /copy\.db is damaged too \(.*\)\.$|cannot be read: /],
    ['is truncated', (file: string) => fs.truncateSync(file, 90_000), 1, /is truncated: it has 90000 of /],
    [
      'is of a newer fu',
      (file: string) => overwrite(file, 60, Uint8Array.from([0, 0, 0, 200])),
      1,
      /was written by a newer fu \(version 200/,
    ],
  ] as const)('refuses a copy that %s, and touches nothing', async (_what, make, status, message) => {
    const { program, file } = await aDiary()
    const copy = path.join(aFolder(), 'copy.db')
    if (/damaged|truncated|newer/.test(_what)) fs.copyFileSync(file, copy)
    make(copy)
    const seen = (): unknown => [bytesIn(file), fs.readdirSync(program.backups)]
    const before = seen()
    const ran = await program.fu(['restore', copy, '--yes'])
    expect({ ...ran, stderr: ran.stderr.split('\n')[0] }).toEqual({
      status,
      stdout: '',
      stderr: expect.stringMatching(message),
    })
    expect(seen()).toEqual(before)
  })

  it.each([
    [
      'a diary of a newer fu',
      (file: string) => overwrite(file, 60, Uint8Array.from([0, 0, 0, 200])),
      'was written by a newer fu',
    ],
    [
      'the database of another program',
      (file: string) => {
        fs.rmSync(file)
        new Sqlite(file).exec('CREATE TABLE t (id)').close()
      },
      'is not a fu diary: it is the database of another program.',
    ],
  ])('never writes over %s', async (_what, make, message) => {
    const { program, file } = await aDiary()
    make(file)
    const before = bytesIn(file)
    const { status, stderr } = await program.fu('restore diary-2026-11-25T1420-daily.db --yes')
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(message) })
    expect(bytesIn(file)).toEqual(before)
  })

  it('begins again where another fu writes after what stands was kept, so that it is kept too', async () => {
    const { program, file } = await aDiary()
    const source = openSource(file, 'diary-2026-11-25T1420-daily.db')
    const late = vi.spyOn(source.db, 'backup').mockImplementationOnce(async (target, options) => {
      await program.fu('log gary "said at the last moment"')
      return source.db.backup(target, options)
    })
    const { kept } = await restoreCopy(file, source, aMoment('2026-11-25 14:20'))
    source.close()
    expect(late).toHaveBeenCalledTimes(3)
    expect(JSON.stringify(dumpFileWithHistory(kept ?? ''))).toContain('said at the last moment')
    expect(JSON.stringify(dumpFileWithHistory(file))).not.toContain('said at the last moment')
  })

  it('refuses the diary itself', async () => {
    const { program, file } = await aDiary()
    expect((await program.fu(['restore', file, '--yes'])).status).toBe(5)
  })
})

describe('a diary that cannot be read any more', () => {
  const ruins: readonly (readonly [string, (file: string) => void, boolean])[] = [
    ['damaged inside', (file) => damage(file), true],
    ['with its first page gone', (file) => overwrite(file, 0, Buffer.alloc(4096)), true],
    ['cut short', (file) => fs.truncateSync(file, 90_000), true],
    ['empty', (file) => fs.truncateSync(file, 0), false],
    ['missing', (file) => fs.rmSync(file), false],
    [
      'with its first page gone, beside a log of changes that were never written into it',
      (file) => {
        const db = new Sqlite(file)
        db.pragma('journal_mode = wal')
        db.exec("UPDATE promises SET what = 'from the log'; UPDATE contacts SET note = 'from the log'")
        for (const end of ['', '-wal']) execFileSync('cp', [`${file}${end}`, `${file}.raw${end}`])
        db.close()
        for (const end of ['', '-wal']) fs.renameSync(`${file}.raw${end}`, `${file}${end}`)
        overwrite(file, 0, Buffer.alloc(4096))
      },
      true,
    ],
    [
      'missing, beside the journal of a write that was cut off',
      (file) => {
        copyInTheMiddleOfAWrite(file, `${file}.raw`)
        fs.renameSync(`${file}.raw-journal`, `${file}-journal`)
        fs.rmSync(file)
        fs.rmSync(`${file}.raw`)
      },
      true,
    ],
  ]

  it.each(ruins)('is brought back: %s', async (_what, ruin, isKept) => {
    const { program, file } = await aDiary()
    const then = dumpFileWithHistory(path.join(program.backups, 'diary-2026-11-25T1420-daily.db'))
    ruin(file)
    const there = ['', '-journal'].filter((end) => fs.existsSync(`${file}${end}`))
    const bytes = there.map((end) => bytesIn(`${file}${end}`))
    const { status, stdout } = await program.fu('restore diary-2026-11-25T1420-daily.db --yes')
    expect(status).toBe(0)
    expect(dumpFileWithHistory(file)).toEqual(then)
    expect((fs.statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(fs.existsSync(`${file}-journal`)).toBe(false)
    expect(stdout.endsWith('fu restore diary-2026-11-25T1420-damaged-2.db\n')).toBe(isKept)
    const kept = path.join(program.backups, 'diary-2026-11-25T1420-damaged-2.db')
    const keptBytes = there.map((end) => (isKept ? bytesIn(`${kept}${end}`) : ''))
    expect(keptBytes).toEqual(bytes)
    expect((await program.fu('today')).status).toBe(0)
    expect((await program.fu('log gary "and on it goes"')).status).toBe(0)
  })

  it.each(ruins)('says what to do, and stays as it is: %s', async (_what, ruin) => {
    const { program, file } = await aDiary()
    ruin(file)
    const seen = (): unknown =>
      ['', '-journal'].map((end) => fs.existsSync(`${file}${end}`) && bytesIn(`${file}${end}`))
    const before = seen()
    for (const line of ['list --all', 'add Sue --no-next']) {
      const { status, stdout, stderr } = await program.fu(line)
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toContain('fu restore')
    }
    expect(seen()).toEqual(before)
  })
})

describe('who was forgotten', () => {
  const daily = 'diary-2026-11-25T1420-daily.db'

  it('stays forgotten where their forgetting was cut off, and it can still be finished', async () => {
    const { program, file } = await aDiary()
    await program.fu('add Sue --no-next')
    await forgetHalfway(file, 1)
    expect((await program.fu(`restore ${daily}`)).stderr).toContain(
      '\nInterrupted erasures are completed in it first.\n',
    )
    const { status, stdout, stderr } = await program.fu(`restore ${daily} --yes`)
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining(`Restored ${daily}: 0 contacts, 0 promises and 0 entries.`),
    })
    expect(stderr).toBe(
      'People who were forgotten are not in it, but backups may still contain them: "fu forget" without a name erases them there.\n',
    )
    expect(tracesIn(path.dirname(file), ['Gary Lee']).filter((trace) => !trace.includes(daily))).toEqual([])
    expect((await program.fu('doctor')).stdout).toContain('warn  forgetting')
    expect((await program.fu('add "Gary Lee" --phone 0412555019 --no-next')).stderr).toContain(
      'was forgotten and blocked',
    )
    expect((await program.fu('forget')).status).toBe(0)
    expect(tracesIn(path.dirname(file), ['Gary Lee', '412555019'])).toEqual([])
    expect(fs.readdirSync(program.backups).filter((name) => name.endsWith('.unfinished'))).toEqual([])
  })

  it('is named where an older copy from elsewhere brings them back, and is still kept out', async () => {
    const { program, file } = await aDiary()
    const copy = path.join(aFolder(), 'copy.db')
    await program.fu('add Sue --no-next')
    fs.copyFileSync(file, copy)
    await program.fu('forget gary --block --yes')
    const asked = await program.fu(['restore', copy])
    expect(asked.stderr).toContain(
      '\nGary Lee (@1) may be somebody who was forgotten and blocked, and would be restored.\n',
    )
    expect(asked.stderr).not.toMatch(/Sue.* was blocked/)
    const { stdout, stderr } = await program.fu(['restore', copy, '--yes', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ unwanted: [{ id: 1, name: 'Gary Lee' }] })
    expect(stderr).toBe('Gary Lee is in the diary again, and may be a blocked person: fu forget @1 --block\n')
    expect((await program.fu('add Gary --phone 0412555019 --no-next')).status).toBe(5)
    await program.fu('forget @1 --yes')
    expect((await program.fu(['add', 'Gary', '--phone', '0412555019', '--no-next'])).stderr).toContain(
      'was forgotten and blocked',
    )
  })

  it('is kept out by a copy of a diary that had no place for that yet', async () => {
    const { program } = await aDiary()
    const old = path.join(aFolder(), 'old.db')
    fs.writeFileSync(
      old,
      gunzipSync(
        fs.readFileSync(path.join(import.meta.dirname, '../diary/migrations/old-versions/version-1.db.gz')),
      ),
    )
    await program.fu('forget gary --block --yes')
    expect((await program.fu(['restore', old, '--yes'])).status).toBe(0)
    expect((await program.fu('add "Gary Lee" --no-next')).stderr).toContain('was forgotten and blocked')
  })

  it('is kept as long as the present diary stands, where it is brought back in between', async () => {
    const { program, file } = await aDiary()
    await forgetHalfway(file, 1)
    const before = dumpFileWithHistory(file)
    const source = openSource(file, daily)
    // What is on the disk while the pages are written is what a kill would leave.
    const crashed = path.join(aFolder(), 'diary.db')
    const forgotten = withHarmless(file, ({ db }) => erasuresIn(db))
    const carried = withErasures(file, source, forgotten, aMoment('2026-11-25 14:20'))
    carried.db.pragma('cache_size = 1')
    await carried.db.backup(file, {
      progress: () => {
        for (const end of ['', '-journal']) {
          if (fs.existsSync(`${file}${end}`)) execFileSync('cp', [`${file}${end}`, `${crashed}${end}`])
        }
        return 10
      },
    })
    carried.close()
    source.close()
    expect((await programOn(crashed).fu('today')).status).toBe(0)
    expect(dumpFileWithHistory(crashed)).toEqual(before)
    expect(fs.readdirSync(program.backups)).toEqual([daily])
  })
})

describe('a restore that is ended halfway', () => {
  it('leaves the old diary', async () => {
    const { program, file } = await aDiary()
    const old = dumpFileWithHistory(file)
    // What is on the disk while the pages are written is what a power cut would leave.
    const crashed = path.join(aFolder(), 'diary.db')
    const source = new Sqlite(path.join(program.backups, 'diary-2026-11-25T1420-daily.db'))
    source.pragma('cache_size = 1')
    await source.backup(file, {
      progress: () => {
        for (const end of ['', '-journal']) {
          if (fs.existsSync(`${file}${end}`)) execFileSync('cp', [`${file}${end}`, `${crashed}${end}`])
        }
        return 10
      },
    })
    source.close()
    expect(fs.existsSync(`${crashed}-journal`)).toBe(true)
    expect((await programOn(crashed).fu('today')).status).toBe(0)
    expect(dumpFileWithHistory(crashed)).toEqual(old)
  })
})

type Diary = { readonly program: Program & { readonly backups: string }; readonly file: string }

/** A diary whose day's backup has one promise, and which has another one since. */
async function aDiary(more: Situation = {}): Promise<Diary> {
  const folder = fs.realpathSync(aFolder())
  const file = path.join(folder, 'diary.db')
  copyFolder(written, folder)
  return { program: { ...programOn(file, more), backups: path.join(folder, 'backups') }, file }
}

/** Forgets somebody as a forgetting does that is killed before it comes to the backups. */
async function forgetHalfway(file: string, id: number): Promise<void> {
  const diary = openDiary(file, aMoment('2026-11-25'))
  await diary.erasures.forget({ id, block: true, at: aMoment('2026-11-25') })
  diary.close()
}
