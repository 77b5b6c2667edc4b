import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import driver from 'better-sqlite3/package.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { copyInTheMiddleOfAWrite } from '../support/cut-off-write.ts'
import { journalNaming } from '../support/hostile-journal.ts'
import { ann, as, aSharedFolder, eve, isRoot } from '../support/other-users.ts'

const letter = 'Dear Gary,\n'

describe('a journal that names another file', () => {
  it.runIf(driver.version.startsWith('12.'))('has the SQLite of version 12 delete that file', () => {
    const { binary, victim, place } = aDiary()
    plant(place('d.db'), victim)
    const db = new Sqlite(place('d.db'))
    db.prepare('SELECT count(*) FROM contacts').get()
    db.close()
    expect(fs.existsSync(victim)).toBe(false)
    expect(binary.fu(['list']).status).toBe(0)
  })

  it.each([
    ['today'],
    ['list'],
    ['find', 'gary'],
    ['add', 'Sue', '--no-next'],
    ['undo'],
    ['history'],
    ['doctor'],
    ['doctor', '--repair'],
    ['backup'],
    ['forget', 'gary', '--yes'],
    ['restore', 'copy.db', '--yes'],
    ['export', 'all', '-o', 'out.json'],
  ])('is refused before SQLite sees it: fu %s', (...words) => {
    const { binary, victim, place } = aDiary()
    plant(place('d.db'), victim)
    const before = contentOf(binary.folder)
    const { status, stdout, stderr } = binary.fu(words)
    expect(status).toBe(1)
    expect(`${stdout}${stderr}`.replaceAll(/\s+/g, ' ')).toContain(
      'd.db-journal names another file, which SQLite would delete.',
    )
    expect(contentOf(binary.folder)).toEqual(before)
  })

  it('is left alone by TAB', () => {
    const { binary, victim, place } = aDiary()
    plant(place('d.db'), victim)
    const before = contentOf(binary.folder)
    binary.fu(['complete', '--', 'show', 'ga'])
    expect(contentOf(binary.folder)).toEqual(before)
  })

  it.each([
    ['no', ''],
    ['yes', '--yes'],
  ])('is refused beside a copy that is to be restored, whatever is answered: %s', (_answer, ...words) => {
    const { binary, victim, place } = aDiary()
    plant(place('copy.db'), victim)
    const before = contentOf(binary.folder)
    const { status, stderr } = binary.fu(['restore', 'copy.db', ...words.filter((word) => word !== '')])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        `The diary ${place('copy.db')} was not opened: ${place('copy.db')}-journal names another file, which SQLite would delete.\n` +
        `Nothing was changed. fu never makes such a file. Move ${place('copy.db')}-journal to another folder, and check the diary with "fu doctor".\n`,
    })
    expect(contentOf(binary.folder)).toEqual(before)
  })

  it('is refused beside a copy from which somebody is to be erased', () => {
    const { binary, victim, place } = aDiary()
    const [backup = ''] = fs.readdirSync(place('backups'))
    plant(place(`backups/${backup}`), victim)
    plant(place('copy.db'), victim)
    const { status, stderr } = binary.fu(['forget', 'gary', '--yes'])
    expect(status).not.toBe(0)
    expect(stderr).toContain(`${backup}-journal names another file`)
    expect(stderr).toContain('copy.db-journal names another file')
    expect(fs.readFileSync(victim, 'utf8')).toBe(letter)
  })

  it('is refused where the diary is named by a link, too', () => {
    const { binary, victim, place } = aDiary()
    plant(place('d.db'), victim)
    fs.symlinkSync('d.db', place('link.db'))
    expect(binary.fu(['list', '--diary', 'link.db']).status).toBe(1)
    expect(fs.readFileSync(victim, 'utf8')).toBe(letter)
  })
})

describe('a file beside the diary that leads elsewhere', () => {
  it.each([
    ['a link', (side: string, victim: string) => fs.symlinkSync(victim, side), 'is a link'],
    [
      'a hard link',
      (side: string, victim: string) => fs.linkSync(victim, side),
      'is a hard link to another file',
    ],
    ['a folder', (side: string) => fs.mkdirSync(side), 'is not an ordinary file'],
  ])('is refused: %s', (_what, make, why) => {
    for (const end of ['-journal', '-wal', '-shm']) {
      const { binary, victim, place } = aDiary()
      // SQLite takes a journal that begins so for one that it may write over.
      fs.writeFileSync(victim, Buffer.alloc(2000))
      make(place(`d.db${end}`), victim)
      const { status, stderr } = binary.fu(['add', 'Sue', '--no-next'])
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(`d.db${end} ${why}.`) })
      expect(fs.readFileSync(victim)).toEqual(Buffer.alloc(2000))
    }
  })
})

describe('the journal of a write that was cut off', () => {
  it('loses nothing where a snapshot made a hard link to it, and the advice is followed', () => {
    const { binary, place } = aDiary()
    copyInTheMiddleOfAWrite(place('d.db'), place('cut.db'))
    fs.linkSync(place('cut.db-journal'), place('snapshot-journal'))
    const cut = { env: { FU_DIARY: './cut.db' } }
    const { stderr } = binary.fu(['list'], cut)
    expect(stderr).toBe(
      'The diary ./cut.db was not opened: ./cut.db-journal is a hard link to another file.\n' +
        'Nothing was changed. Put a copy in its place: cp -p ./cut.db-journal ./cut.db-journal.copy && mv ./cut.db-journal.copy ./cut.db-journal\n',
    )
    const [, advice = ''] = /Put a copy in its place: (.*)\n/.exec(stderr) ?? []
    expect(binary.sh(advice).status).toBe(0)
    const { stdout } = binary.fu(['people'], cut)
    expect(stdout).toContain('Gary')
    expect(binary.fu(['show', 'gary'], cut).stdout).not.toContain('half written')
  })

  it.runIf(isRoot)('is not moved away where only its owner is wrong (as root)', () => {
    const { binary, place } = aDiary()
    fs.chownSync(binary.folder, ann, ann)
    fs.chownSync(place('d.db'), ann, ann)
    copyInTheMiddleOfAWrite(place('d.db'), place('cut.db'))
    fs.chownSync(place('cut.db'), ann, ann)
    fs.chownSync(place('cut.db-journal'), eve, eve)
    const cut = { env: { FU_DIARY: './cut.db' }, user: ann }
    expect(binary.fu(['people'], cut).stderr).toContain(
      'If a write of yours was interrupted there, make the file yours with chown; if not, move ./cut.db-journal to another folder.',
    )
    fs.chownSync(place('cut.db-journal'), ann, ann)
    expect(binary.fu(['people'], cut).stdout).toContain('Gary')
  })
})

describe.runIf(isRoot)('another user of the machine (as root)', () => {
  it('puts no journal beside a diary in a shared folder', () => {
    const shared = aSharedFolder()
    const binary = aBinary({ FU_DIARY: path.join(shared, 'd.db') })
    fs.chmodSync(binary.folder, 0o777)
    expect(binary.fu(['add', 'Gary', '--no-next'], { user: ann }).status).toBe(0)
    const victim = path.join(shared, 'victim')
    as(ann, `printf %s '${letter.trim()}' > ${victim}`)
    as(eve, `head -c 600 /dev/zero > ${shared}/d.db-journal; chmod 666 ${shared}/d.db-journal`)
    const { status, stderr } = binary.fu(['add', 'Sue', '--no-next'], { user: ann })
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('d.db-journal belongs to another user.'),
    })
  })

  it('has a diary that is read and not written, with its journal checked in a private copy', () => {
    const shared = aSharedFolder()
    const hers = aBinary({ FU_DIARY: path.join(shared, 'hers.db') })
    fs.chmodSync(hers.folder, 0o777)
    expect(hers.fu(['add', 'Gary', '--no-next'], { user: eve }).status).toBe(0)
    as(eve, `chmod 666 ${shared}/hers.db`)
    const before = fs.readdirSync(shared)

    expect(hers.fu(['people'], { user: ann }).stdout).toContain('Gary')
    expect(hers.fu(['add', 'Sue', '--no-next'], { user: ann })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        `The diary ${shared}/hers.db belongs to another user, so fu only reads it.\n` +
        'Nothing was written. Run fu as that user, or copy the diary with "fu backup <file>" and use the copy.\n',
    })
    expect(hers.fu(['restore', `${shared}/hers.db`, '--yes'], { user: ann }).status).not.toBe(0)
    expect(hers.fu(['backup', `${hers.folder}/mine.db`], { user: ann }).status).toBe(0)
    expect(
      hers.fu(['add', 'Sue', '--no-next'], { user: ann, env: { FU_DIARY: `${hers.folder}/mine.db` } }).status,
    ).toBe(0)

    const victim = path.join(hers.folder, 'victim')
    fs.writeFileSync(victim, letter)
    fs.chownSync(victim, ann, ann)
    const journal = `${shared}/hers.db-journal`
    fs.writeFileSync(journal, journalNaming(victim, `${shared}/hers.db`))
    fs.chownSync(journal, eve, eve)
    fs.chmodSync(journal, 0o666)
    for (const words of [
      ['people'],
      ['doctor'],
      ['add', 'Bo', '--no-next'],
      ['backup', `${hers.folder}/b.db`],
    ]) {
      expect(hers.fu(words, { user: ann }).status).toBe(1)
      expect(fs.readFileSync(victim, 'utf8')).toBe(letter)
    }
    fs.rmSync(journal)
    expect(fs.readdirSync(shared).toSorted()).toEqual(before.toSorted())
  })
})

/** A diary with a backup and a copy elsewhere, and a file of the user's that is to survive. */
function aDiary(): {
  readonly binary: Binary
  readonly victim: string
  readonly place: (name: string) => string
} {
  const binary = aBinary()
  const place = (name: string): string => path.join(binary.folder, name)
  binary.fu(['add', 'Gary', '--no-next'])
  binary.fu(['backup', 'copy.db'])
  const victim = place('letter.txt')
  fs.writeFileSync(victim, letter)
  return { binary, victim, place }
}

function plant(database: string, victim: string): void {
  fs.writeFileSync(`${database}-journal`, journalNaming(victim, database))
}

/** Every file below a folder but those of the program, with its bytes. */
function contentOf(folder: string): unknown {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => {
      const file = path.join(folder, entry.name)
      return [entry.name, entry.isDirectory() ? contentOf(file) : fs.readFileSync(file).toString('base64')]
    })
}
