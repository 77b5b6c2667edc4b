import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { backUp, thin } from '../../src/diary/backup/backup.ts'
import { backupsOf } from '../../src/diary/backup/backups.ts'
import { countsIn } from '../../src/diary/backup/contents.ts'
import { aFolder, bytesIn } from '../support/diaries.ts'
import { aMoment } from '../support/facts.ts'
import { aProgram, type Program } from '../support/program.ts'
import { damage, dumpFileWithHistory, permissionsOf, programOn } from '../support/diary-file.ts'

describe('fu backup', () => {
  it('makes a checked copy beside the diary, for its owner alone', async () => {
    const { program, file, folder } = await aDiary()
    program.setClock('2026-11-25 15:07')
    const copy = path.join(folder, 'backups', 'diary-2026-11-25T1507-by-hand.db')
    expect(await program.fu('backup')).toEqual({
      status: 0,
      stdout: `Copied to ${copy} and checked: 1 contact, 1 promise and 0 entries.\n`,
      stderr: '',
    })
    expect(dumpFileWithHistory(copy)).toEqual(dumpFileWithHistory(file))
    expect([permissionsOf(copy), permissionsOf(path.dirname(copy))]).toEqual(['600', '700'])
  })

  it('says as JSON where the copy is and what is in it', async () => {
    const { program, folder } = await aDiary()
    const { stdout } = await program.fu('backup --json')
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      command: 'backup',
      path: path.join(folder, 'backups', 'diary-2026-11-25T1420-by-hand-2.db'),
      counts: { contacts: 1, promises: 1, open: 1, entries: 0, history: 1 },
    })
  })

  it.each<[string, (file: string) => void]>([
    ['a folder', (file) => fs.mkdirSync(file)],
    ['a link to nothing', (file) => fs.symlinkSync('nowhere', file)],
  ])('takes the next name where its own is that of %s', async (_what, make) => {
    const { program, folder } = await aDiary()
    const copy = path.join(folder, 'backups', 'diary-2026-11-25T1507-by-hand')
    make(`${copy}.db`)
    program.setClock('2026-11-25 15:07')
    expect((await program.fu('backup')).stdout).toBe(
      `Copied to ${copy}-2.db and checked: 1 contact, 1 promise and 0 entries.\n`,
    )
  })

  it('copies to a file, into a folder, and over an older copy of the same diary', async () => {
    const { program, file } = await aDiary()
    const away = aFolder()
    const stick = path.join(away, 'new', 'gary.db')
    await program.fu(['backup', stick])
    await program.fu('promise gary "call back" --due fri')
    expect((await program.fu(['backup', stick])).stdout).toBe(
      `Copied to ${stick} and checked: 1 contact, 2 promises and 0 entries.\n`,
    )
    expect(dumpFileWithHistory(stick)).toEqual(dumpFileWithHistory(file))
    await program.fu(['backup', away])
    expect(fs.readdirSync(away).sort()).toEqual(['diary-2026-11-25T1420-by-hand.db', 'new'])
    expect(fs.readdirSync(path.dirname(stick))).toEqual(['gary.db'])
  })

  it.each([
    ['a text', (file: string) => fs.writeFileSync(file, 'Dear diary,\n')],
    ['an empty file', (file: string) => fs.writeFileSync(file, '')],
    [
      'the database of another program',
      (file: string) => new Sqlite(file).exec('CREATE TABLE t (id)').close(),
    ],
    ['another diary', (file: string) => programOn(file).fu('add Sue --no-next')],
  ])('never writes over %s', async (_what, make) => {
    const { program } = await aDiary()
    const target = path.join(aFolder(), 'other.db')
    await Promise.resolve(make(target))
    const before = bytesIn(target)
    expect(await program.fu(['backup', target])).toEqual({
      status: 5,
      stdout: '',
      stderr: `The file ${target} exists and is not an older copy of this diary.\nNothing was changed. Name another file.\n`,
    })
    expect(bytesIn(target)).toEqual(before)
  })

  it('never writes over a copy that has more than the diary, nor over the diary', async () => {
    const { program, file } = await aDiary()
    const target = path.join(aFolder(), 'newer.db')
    await program.fu(['backup', target])
    await programOn(target).fu('promise gary "what only the copy knows" --due fri')
    expect((await program.fu(['backup', target])).status).toBe(5)
    expect((await program.fu(['backup', file])).stderr).toBe(
      `${file} is the diary itself.\nName another file, or none to put it beside the diary.\n`,
    )
  })

  it('has nothing to copy where there is no diary', async () => {
    const folder = aFolder()
    const file = path.join(folder, 'diary.db')
    expect(await programOn(file).fu('backup')).toEqual({
      status: 1,
      stdout: '',
      stderr: `There is no diary at ${file} to copy.\n"fu add" creates one.\n`,
    })
    expect(fs.readdirSync(folder)).toEqual([])
  })

  it('leaves nothing behind where the diary is damaged, and thins nothing', async () => {
    const { program, file, folder } = await aDiary()
    damage(file)
    const before = fs.readdirSync(path.join(folder, 'backups'))
    program.setClock('2028-11-25 09:00')
    const { status, stderr } = await program.fu('backup')
    expect({ status, said: stderr.split('\n')[0] }).toEqual({
      status: 1,
      said: `The diary ${file} is damaged.`,
    })
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual(before)
  })
})

const isALink = /^The day's backup was not made\. The backups folder .* is a link, so it is not used\./

describe('the backup of the day', () => {
  it('is made after the first change of each day, and by no reading', async () => {
    const { program, folder } = await aDiary()
    const names = (): string[] => fs.readdirSync(path.join(folder, 'backups'))
    expect(names()).toEqual(['diary-2026-11-25T1420-daily.db'])
    await program.fu('promise gary "call back" --due fri')
    program.setClock('2026-11-26 08:00')
    await program.fu('today')
    await program.fu('done 99')
    expect(names()).toEqual(['diary-2026-11-25T1420-daily.db'])
    program.setClock('2026-11-26 08:05')
    await program.fu('undo')
    expect(names()).toEqual(['diary-2026-11-25T1420-daily.db', 'diary-2026-11-26T0805-daily.db'])
  })

  it('comes after that of an import, which is made before anything is read into the diary', async () => {
    const { file, folder } = await aDiary()
    const program = aProgram({
      home: folder,
      env: { FU_DIARY: file },
      now: '2026-11-26 08:00',
      files: { 'people.vcf': 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sue Ng\r\nEND:VCARD\r\n' },
    })
    await program.fu('import people.vcf --dry-run')
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual(['diary-2026-11-25T1420-daily.db'])
    expect((await program.fu('import people.vcf')).status).toBe(0)
    const [daily, before] = backupsOf(file)
    expect([daily, before].map((made) => [made?.reason, countsIn(made?.path ?? '')?.contacts])).toEqual([
      ['daily', 2],
      ['before-import', 1],
    ])
  })

  it.each<[string, (backups: string) => void, RegExp]>([
    [
      'is a file',
      (backups) => fs.writeFileSync(backups, ''),
      /^The day's backup was not made\. No copy of the diary could be made at .*: .*\.\n$/,
    ],
    ['is a link to itself', (backups) => fs.symlinkSync(backups, backups), isALink],
    ['is a link to nothing', (backups) => fs.symlinkSync('/proc/nowhere', backups), isALink],
  ])(
    'that cannot be made is a note, and what was written stands: its folder %s',
    async (_what, make, reason) => {
      const folder = aFolder()
      const file = path.join(folder, 'diary.db')
      make(path.join(folder, 'backups'))
      const program = programOn(file)
      const { status, stdout, stderr } = await program.fu('add Gary --no-next')
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'Added Gary (@1). (fu undo)\n' })
      expect(stderr).toMatch(reason)
      expect((await program.fu('people --json')).stdout).toContain('"name": "Gary"')
    },
  )

  it('is that of its own diary, where two lie in one folder', async () => {
    const folder = aFolder()
    const [work, home] = ['work.db', 'home'].map((name) => path.join(folder, name))
    await programOn(work ?? '').fu('add Gary --no-next')
    await programOn(home ?? '').fu('add Sue --no-next')
    expect(fs.readdirSync(path.join(folder, 'backups')).sort()).toEqual([
      'home.-2026-11-25T1420-daily.db',
      'work-2026-11-25T1420-daily.db',
    ])
    expect([work, home].map((file) => backupsOf(file ?? '').length)).toEqual([1, 1])
  })

  it('lies beside the diary that a link leads to', async () => {
    const [folder, other] = [aFolder(), aFolder()]
    const file = path.join(folder, 'diary.db')
    await programOn(file).fu('add Gary --no-next')
    fs.rmSync(path.join(folder, 'backups'), { recursive: true })
    fs.symlinkSync(file, path.join(other, 'link.db'))
    await programOn(path.join(other, 'link.db')).fu('add Sue --no-next')
    expect(fs.readdirSync(path.join(folder, 'backups'))).toEqual(['diary-2026-11-25T1420-daily.db'])
    expect(fs.readdirSync(other)).toEqual(['link.db'])
  })

  it('takes away those that are too many, and leaves what is not its own', async () => {
    const { program, file, folder } = await aDiary()
    for (const day of ['2026-01-05', '2026-11-24', '2026-11-23']) {
      for (const time of ['09:00', '10:00']) backUp(file, aMoment(`${day} ${time}`), 'before-import')
    }
    const kept = path.join(folder, 'backups', 'gary.db')
    await program.fu(['backup', kept])
    thin(file, aMoment('2026-11-25 16:00'))
    expect(fs.readdirSync(path.dirname(kept)).sort()).toEqual([
      'diary-2026-01-05T1000-before-import.db',
      'diary-2026-11-23T1000-before-import.db',
      'diary-2026-11-24T0900-before-import.db',
      'diary-2026-11-24T1000-before-import.db',
      'diary-2026-11-25T1420-daily.db',
      'gary.db',
    ])
  })
})

/** A diary with one contact and one promise, and its folder. */
async function aDiary(): Promise<{ program: Program; file: string; folder: string }> {
  const folder = fs.realpathSync(aFolder())
  const file = path.join(folder, 'diary.db')
  const program = programOn(file)
  await program.fu('add "Gary Lee" --promise "send the quote" --due fri')
  return { program, file, folder }
}
