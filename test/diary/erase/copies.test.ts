import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { diaryOn } from '../../../src/diary/diary.ts'
import { aFolder, bytesIn } from '../../support/diaries.ts'
import { aMoment } from '../../support/facts.ts'
import { aProgram, type Program } from '../../support/program.ts'
import { tracesIn } from '../../support/traces.ts'
import { dumpFile } from '../../support/diary-file.ts'

const marks = ['Zyxwvut', '0447913579']
const others = ['config country AU', 'add Bob --promise "the papers" --due fri']
const theirs = 'add Zyxwvut --phone 0447913579 --no-next'

type Kept = Program & { readonly folder: string; readonly file: string; readonly backups: string }

/** The program on a diary of this name in a folder. */
function onFile(folder: string, name: string, now = '2026-11-25 14:20'): Kept {
  const file = path.join(folder, name)
  const program = aProgram({ home: folder, env: { FU_DIARY: file }, now })
  return { ...program, folder, file, backups: path.join(folder, 'backups') }
}

/** A diary in which Zyxwvut stands. */
async function aKeptDiary(folder = fs.realpathSync(aFolder())): Promise<Kept> {
  const kept = onFile(folder, 'diary.db')
  for (const line of [...others, theirs]) expect([line, (await kept.fu(line)).status]).toEqual([line, 0])
  return kept
}

describe('backups are found by what is in them', () => {
  test('of a diary that was renamed since', async () => {
    const { fu, folder, file } = await aKeptDiary()
    for (const line of ['backup', 'backup', 'backup']) await fu(line)
    fs.renameSync(file, path.join(folder, 'book.sqlite'))
    const renamed = onFile(folder, 'book.sqlite')
    expect((await renamed.fu('forget zyxwvut --yes')).stdout).toMatch('erased from the diary and 4 backups.')
    expect(tracesIn(folder, marks)).toEqual([])
  })

  test('of a diary that was brought back under another name from one of them', async () => {
    const { fu, folder, backups } = await aKeptDiary()
    await fu('backup')
    const restored = onFile(folder, 'restored.db')
    const [byHand = ''] = fs.readdirSync(backups).toSorted()
    expect(await restored.fu(['restore', path.join(backups, byHand), '--yes'])).toMatchObject({ status: 0 })
    expect(await restored.fu('forget zyxwvut --yes')).toMatchObject({ status: 0 })
    expect(tracesIn(backups, marks)).toEqual([])
  })

  test('and those of another diary in the same folder stay as they are', async () => {
    const { fu, folder, backups } = await aKeptDiary()
    await fu('backup')
    const other = onFile(folder, 'other.db')
    for (const line of [theirs, 'backup']) await other.fu(line)
    const files = fs.readdirSync(backups).filter((name) => name.startsWith('other-'))
    const before = files.map((name) => bytesIn(path.join(backups, name)))
    fs.writeFileSync(path.join(backups, 'letter.txt'), 'Dear Zyxwvut')
    expect((await fu('forget zyxwvut --yes')).status).toBe(0)
    expect(files.map((name) => bytesIn(path.join(backups, name)))).toEqual(before)
    expect(tracesIn(backups, marks).filter((trace) => trace.startsWith('diary'))).toEqual([])
    expect(fs.readFileSync(path.join(backups, 'letter.txt'), 'utf8')).toBe('Dear Zyxwvut')
  })

  test('with the journal of a write that was cut off, whose pages go too', async () => {
    const { fu, file, backups } = await aKeptDiary()
    const kept = path.join(backups, 'diary-2026-11-24T0900-damaged.db')
    const writer = new Sqlite(file)
    writer.pragma('cache_size = 1')
    writer.exec(`BEGIN; UPDATE contacts SET note = 'cut off ' || hex(randomblob(60000))`)
    for (const end of ['', '-journal']) fs.copyFileSync(`${file}${end}`, `${kept}${end}`)
    writer.exec('ROLLBACK')
    writer.close()
    expect(fs.statSync(`${kept}-journal`).size).toBeGreaterThan(0)
    expect(await fu('forget zyxwvut --yes')).toMatchObject({ status: 0 })
    expect(tracesIn(backups, marks)).toEqual([])
    expect(fs.existsSync(`${kept}-journal`)).toBe(false)
    expect((await fu(['restore', kept, '--yes'])).status).toBe(0)
  })

  test.each([
    ['a symbolic link', (file: string, link: string) => fs.symlinkSync(file, link)],
    ['another name', (file: string, link: string) => fs.linkSync(file, link)],
  ])('and %s of the diary itself is not one', async (_what, link) => {
    const { fu, file, backups } = await aKeptDiary()
    link(file, path.join(backups, 'diary-2026-11-20T0900-daily.db'))
    expect(await fu('forget zyxwvut --yes')).toMatchObject({ status: 0 })
    expect(tracesIn(backups, marks)).toEqual([])
    expect(fs.statSync(file).ino).toBe(fs.statSync(path.join(backups, 'diary-2026-11-20T0900-daily.db')).ino)
    expect((await fu('list')).stdout).toContain('the papers')
  })
})

describe('a copy that fu made in another place', () => {
  /** A diary with a copy on a memory stick. */
  async function withStick(): Promise<Kept & { readonly stick: string; readonly copy: string }> {
    const kept = await aKeptDiary()
    const stick = path.join(fs.realpathSync(aFolder()), 'stick')
    fs.mkdirSync(stick)
    const copy = path.join(stick, 'my copy.db')
    expect((await kept.fu(['backup', copy])).status).toBe(0)
    return { ...kept, stick, copy }
  }

  test('is gone through, and named', async () => {
    const { fu, stick, copy } = await withStick()
    const { stdout } = await fu('forget zyxwvut --yes')
    expect(stdout).toBe(
      `Forgot Zyxwvut: erased from the diary, one backup and the copy ${copy}. 1 command of the history can no longer be undone.\n`,
    )
    expect(tracesIn(stick, marks)).toEqual([])
    expect(fs.readdirSync(stick)).toEqual(['my copy.db'])
  })

  test('is removed from the list by the command that is named, whatever the file is called', async () => {
    const kept = await aKeptDiary()
    const copy = path.join(fs.realpathSync(aFolder()), "it's $(touch owned) `touch owned`.db")
    expect((await kept.fu(['backup', copy])).status).toBe(0)
    fs.rmSync(copy)
    const { stderr } = await kept.fu('forget zyxwvut --yes')
    const [, word = ''] = /fu forget --gone (.*)$/m.exec(stderr) ?? []
    expect(spawnSync('/bin/sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' }).stdout).toBe(copy)
  })

  test('is named where it is out of reach, and gone through when it is there again', async () => {
    const { fu, stick, copy } = await withStick()
    fs.renameSync(stick, `${stick}-away`)
    const { status, stdout, stderr } = await fu('forget zyxwvut --yes')
    const named = `The copy that was made at ${copy} on Wed 25 Nov cannot be reached, and still contains them. When it is available, run "fu forget" again; if it is gone for good: fu forget --gone '${copy}'\n`
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/the diary and one backup\./),
    })
    expect(stderr).toContain(named)
    expect((await fu('doctor')).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'is still in a copy that cannot be reached',
    )
    expect(await fu('forget')).toEqual({
      status: 0,
      stdout: 'Everybody who was forgotten is erased from the diary and one backup.\n',
      stderr: named,
    })
    fs.renameSync(`${stick}-away`, stick)
    expect(await fu('forget')).toEqual({
      status: 0,
      stdout: `Finished: everybody who was forgotten is erased from the diary, one backup and the copy ${copy}.\n`,
      stderr: '',
    })
    expect(tracesIn(stick, marks)).toEqual([])
    expect((await fu('forget')).status).toBe(2)
    expect((await fu('doctor')).stdout).not.toContain('forgetting')
  })

  test('is not looked for where it is gone for good', async () => {
    const { fu, stick, copy } = await withStick()
    fs.rmSync(stick, { recursive: true })
    await fu('forget zyxwvut --yes')
    expect(await fu(['forget', '--gone', 'elsewhere.db'])).toEqual({
      status: 2,
      stdout: '',
      stderr: `No copy was made at "elsewhere.db".\nCopies were made at ${copy}.\n`,
    })
    expect(await fu(['forget', 'bob', '--gone', copy])).toMatchObject({ status: 2 })
    expect(await fu(['forget', '--gone', copy])).toEqual({
      status: 0,
      stdout: `fu no longer looks for ${copy}.\n`,
      stderr: '',
    })
    expect((await fu('forget')).status).toBe(2)
  })

  test('is said as JSON', async () => {
    const { fu, stick, copy } = await withStick()
    await fu('add Qwkrtyp --no-next')
    expect(JSON.parse((await fu('forget zyxwvut --yes --json')).stdout)).toMatchObject({
      erased: { backups: 1, elsewhere: [copy] },
      outOfReach: [],
    })
    fs.renameSync(stick, `${stick}-away`)
    expect(JSON.parse((await fu('forget qwkrtyp --yes --json')).stdout)).toMatchObject({
      erased: { backups: 1, elsewhere: [] },
      outOfReach: [copy],
    })
  })

  test.each<[string, (copy: string) => void | Promise<unknown>]>([
    ['a text', (copy) => fs.writeFileSync(copy, 'Dear Zyxwvut')],
    [
      'another diary',
      async (copy) => {
        fs.rmSync(copy)
        return onFile(path.dirname(copy), path.basename(copy)).fu(theirs)
      },
    ],
    [
      'a folder',
      (copy) => {
        fs.rmSync(copy)
        fs.mkdirSync(copy)
      },
    ],
    [
      'a device',
      (copy) => {
        fs.rmSync(copy)
        fs.symlinkSync('/dev/zero', copy)
      },
    ],
  ])('is left alone where %s is there now, and not looked for again', async (_what, change) => {
    const { fu, copy } = await withStick()
    await change(copy)
    const isFile = fs.lstatSync(copy).isFile()
    const before = isFile ? bytesIn(copy) : null
    expect((await fu('forget zyxwvut --yes')).stdout).toMatch('erased from the diary and one backup.')
    expect(isFile ? bytesIn(copy) : null).toEqual(before)
    fs.rmSync(copy, { recursive: true })
    await fu('add Qwkrtyp --no-next')
    expect((await fu('forget qwkrtyp --yes')).stderr).not.toContain(copy)
  })

  test('keeps what was written in it since, and stays the file it was', async () => {
    const { fu, copy } = await withStick()
    const elsewhere = onFile(path.dirname(copy), path.basename(copy))
    await elsewhere.fu('promise bob "only in the copy" --due fri')
    const { ino } = fs.statSync(copy)
    expect((await fu('forget zyxwvut --yes')).status).toBe(0)
    expect(fs.statSync(copy).ino).toBe(ino)
    expect((await elsewhere.fu('list')).stdout).toContain('only in the copy')
    expect((await elsewhere.fu('doctor')).status).toBe(0)
  })

  test('that could not be gone through is said with why, and finished later', async () => {
    const { fu, copy, stick } = await withStick()
    const sound = fs.readFileSync(copy)
    fs.writeFileSync(copy, sound.subarray(0, sound.length / 2))
    expect(await fu('forget zyxwvut --yes')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`Erased, but not from one copy: ${copy} (`),
    })
    fs.writeFileSync(copy, sound)
    expect((await fu('forget')).status).toBe(0)
    expect(tracesIn(stick, marks)).toEqual([])
  })

  test('that was cut off leaves nothing either', async () => {
    const { fu, copy, stick } = await withStick()
    fs.renameSync(copy, `${copy}.0123456789abcdef.unfinished`)
    fs.writeFileSync(path.join(stick, 'film.unfinished'), 'a film')
    await fu('forget zyxwvut --yes')
    expect(fs.readdirSync(stick)).toEqual(['film.unfinished'])
  })

  test('is remembered by no one where it could not be made', async () => {
    const { fu, file } = await aKeptDiary()
    const before = dumpFile(file)
    const other = path.join(aFolder(), 'letter.txt')
    fs.writeFileSync(other, 'Dear diary')
    expect((await fu(['backup', other])).status).toBe(5)
    expect((await fu(['backup', path.join(other, 'copy.db')])).status).toBe(1)
    expect(dumpFile(file)).toEqual(before)
  })

  test('is made where the diary cannot remember it, which is said', async () => {
    const { file } = await aKeptDiary()
    const db = new Sqlite(file, { readonly: true })
    expect(diaryOn(db, file).backups.places.remember('/media/stick/copy.db', aMoment('2026-11-25'))).toBe(
      false,
    )
    db.close()
  })

  test('is remembered when an older diary is brought back, and another diary brings none along', async () => {
    const { fu, file, backups, copy, stick } = await withStick()
    const [older = ''] = fs.readdirSync(backups).toSorted()
    const other = onFile(fs.realpathSync(aFolder()), 'other.db')
    await other.fu('add Ada --no-next')
    const planted = path.join(stick, 'planted.db')
    await other.fu(['backup', planted])
    expect((await fu(['restore', older, '--yes'])).status).toBe(0)
    expect(placesOf(file)).toEqual([copy])
    expect((await fu(['restore', other.file, '--yes'])).status).toBe(0)
    expect(placesOf(file)).toEqual([copy])
  })
})

function placesOf(file: string): unknown[] {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.prepare('SELECT path FROM copies').pluck().all()
  } finally {
    db.close()
  }
}
