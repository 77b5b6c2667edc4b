import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { damage, overwrite } from '../support/diary-file.ts'

const lists = '"fu restore" lists its backups; "fu doctor --repair" restores the newest sound one.'
const name = 'Nothing was changed. Name the diary with --diary <path> or FU_DIARY.'

/** What may be found where the diary lies, and what is said of it, to reading and to writing. */
const unusable: readonly (readonly [string, (file: string) => void, string])[] = [
  ['damaged inside', (file) => damage(file), `The diary ./d.db is damaged.\n${lists}\n`],
  [
    'its first page gone',
    (file) => overwrite(file, 0, Buffer.alloc(4096)),
    `The diary ./d.db is damaged: its beginning is gone.\nNothing was changed. ${lists}\n`,
  ],
  [
    'cut short',
    (file) => fs.truncateSync(file, 90_000),
    `The diary ./d.db is truncated: it has 90000 of <size> bytes.\nNothing was changed. ${lists}\n`,
  ],
  [
    'empty, with backups',
    (file) => fs.truncateSync(file, 0),
    'The diary ./d.db is empty, but it has backups.\n' +
      'Nothing was changed. "fu restore d-2026-11-25T1420-daily.db" restores the newest sound one; "fu restore" lists them all.\n',
  ],
  [
    'missing, with backups',
    (file) => fs.rmSync(file),
    'The diary ./d.db is missing, but it has backups.\n' +
      'Nothing was changed. "fu restore d-2026-11-25T1420-daily.db" restores the newest sound one; "fu restore" lists them all.\n',
  ],
  [
    'of a newer fu',
    (file) => overwrite(file, 63, Buffer.from([200])),
    'The diary ./d.db was written by a newer fu (version 200; this one knows <version>).\n' +
      'Nothing was changed. Update fu, or name another diary with --diary.\n',
  ],
  [
    'the database of another program',
    (file) => {
      fs.rmSync(file)
      new Sqlite(file).exec('CREATE TABLE stamps (id)').close()
    },
    `./d.db is not a fu diary: it is the database of another program.\n${name}\n`,
  ],
  [
    'a folder',
    (file) => {
      fs.rmSync(file)
      fs.mkdirSync(file)
    },
    `./d.db is not a fu diary: it is a folder.\n${name}\n`,
  ],
  [
    'a link that leads nowhere',
    (file) => {
      fs.rmSync(file)
      fs.symlinkSync('/nowhere/diary.db', file)
    },
    './d.db is a broken link: there is no /nowhere/diary.db.\n' +
      'Nothing was changed. Put the diary back where the link points, or name another with --diary or FU_DIARY.\n',
  ],
  [
    'a link that leads in a circle',
    (file) => {
      fs.rmSync(file)
      fs.symlinkSync('d.db', file)
    },
    'The diary ./d.db cannot be opened: its symbolic links form a loop.\nName another place with --diary <path> or FU_DIARY.\n',
  ],
]

describe('a diary that cannot be used', () => {
  it.each(unusable)('is said in a sentence and left as it is: %s', (_what, spoil, stderr) => {
    const { binary, file } = aDiary()
    spoil(file)
    const before = seen(binary)
    for (const words of [
      ['list', '--all'],
      ['add', 'Sue', '--no-next'],
    ]) {
      const ran = binary.fu(words)
      const said = ran.stderr.replace(/of \d+ bytes/, 'of <size> bytes')
      expect({ ...ran, stderr: said.replace(/knows \d+/, 'knows <version>') }).toEqual({
        status: 1,
        stdout: '',
        stderr,
      })
    }
    expect(seen(binary)).toEqual(before)
  })

  it('is begun where the file is empty and there are no backups', () => {
    const binary = aBinary()
    const file = path.join(binary.folder, 'd.db')
    fs.writeFileSync(file, '')
    expect(binary.fu(['list']).status).toBe(0)
    expect(fs.statSync(file).size).toBe(0)
    expect(binary.fu(['add', 'Gary', '--no-next'])).toEqual({
      status: 0,
      stdout: 'Added Gary (@1). (fu undo)\n',
      stderr: '',
    })
  })

  it('is named where nobody has a home', () => {
    const binary = aBinary()
    for (const words of [['today'], ['add', 'Gary', '--no-next'], ['doctor'], ['restore']]) {
      expect(binary.fu(words, { env: { HOME: '', FU_DIARY: '' } })).toEqual({
        status: 1,
        stdout: '',
        stderr:
          'There is no home folder to keep the diary in.\nName a place with --diary <path> or FU_DIARY.\n',
      })
    }
  })
})

describe('a diary that may only be read', () => {
  it('is read, and not written: the file', () => {
    const { binary, file } = aDiary()
    fs.chmodSync(file, 0o400)
    const stranger = asNobody(binary)
    const before = seen(binary)
    expect(stranger(['list', '--all']).status).toBe(0)
    expect(stranger(['add', 'Sue', '--no-next'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'The diary ./d.db cannot be written: it is read-only.\nNothing was written.\n',
    })
    expect(seen(binary)).toEqual(before)
  })

  it('is read, and not written: the folder', () => {
    const { binary } = aDiary()
    const stranger = asNobody(binary)
    fs.chmodSync(binary.folder, 0o500)
    const before = seen(binary)
    expect(stranger(['list', '--all']).status).toBe(0)
    const { status, stdout, stderr } = stranger(['add', 'Sue', '--no-next'])
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'The folder of the diary ./d.db is not writable.\nNothing was written.\n',
    })
    expect(seen(binary)).toEqual(before)
    fs.chmodSync(binary.folder, 0o700)
  })
})

function aDiary(): { binary: Binary; file: string } {
  const binary = aBinary()
  binary.fu(['add', 'Gary', '--promise', 'call back', '--due', 'fri'])
  return { binary, file: path.join(binary.folder, 'd.db') }
}

/** Everything in the folder, with its bytes; links with where they lead. */
function seen({ folder }: Binary): unknown {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((found) => {
    const stat = fs.lstatSync(path.join(folder, found))
    if (stat.isSymbolicLink()) return [found, fs.readlinkSync(path.join(folder, found))]
    return [found, stat.isFile() ? fs.readFileSync(path.join(folder, found), 'latin1') : null]
  })
}

/** The program as somebody to whom modes mean something: the super-user may write everywhere. */
function asNobody(binary: Binary): Binary['fu'] {
  if (process.getuid?.() !== 0) return binary.fu
  spawnSync('chown', ['-R', '65534:65534', binary.folder])
  const program = path.resolve(import.meta.dirname, '../../bin/fu.js')
  return (words) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: binary.folder,
      env: binary.env,
      uid: 65_534,
      gid: 65_534,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
}
