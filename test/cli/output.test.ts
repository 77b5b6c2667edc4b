import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { atScreen, hasScreens } from '../support/screen.ts'
import { ann, as, aSharedFolder, eve, isRoot } from '../support/other-users.ts'
import { permissionsOf } from '../support/diary-file.ts'

describe('a file that fu export writes', () => {
  it('is never written through a link or a file of a name that can be known before', () => {
    const { binary, place, csv } = aDiary()
    for (const name of ['x.csv.unfinished', 'x.csv.tmp', 'x.csv~', '.x.csv.unfinished']) {
      fs.symlinkSync('victim', place(name))
    }
    fs.writeFileSync(place('victim'), 'precious')
    expect(binary.fu(['export', '-o', 'x.csv']).status).toBe(0)
    expect(fs.readFileSync(place('victim'), 'utf8')).toBe('precious')
    expect(fs.lstatSync(place('x.csv')).isFile()).toBe(true)
    expect(fs.readFileSync(place('x.csv'), 'utf8')).toBe(csv)
  })

  it.runIf(isRoot)('is its writer’s own where another user made a file of that name (as root)', () => {
    const { binary, csv } = aDiary()
    const shared = aSharedFolder()
    const file = path.join(shared, 'x.csv')
    as(eve, `touch ${file} ${file}.unfinished && chmod 666 ${file} ${file}.unfinished`)
    expect(binary.fu(['export', '-o', file]).status).toBe(0)
    expect(fs.readFileSync(file, 'utf8')).toBe(csv)
    expect([fs.statSync(file).uid, permissionsOf(file)]).toEqual([0, '600'])
    expect(fs.readFileSync(`${file}.unfinished`, 'utf8')).toBe('')
  })

  it.runIf(isRoot)('is not written where another user’s file cannot be replaced (as root)', () => {
    const { binary } = aDiary(ann)
    const shared = aSharedFolder()
    const file = path.join(shared, 'x.csv')
    as(eve, `echo hers > ${file} && chmod 666 ${file}`)
    expect(binary.fu(['export', '-o', file], { user: ann })).toEqual({
      status: 1,
      stdout: '',
      stderr: `${file} cannot be written: it belongs to another user.\nName another place with --output.\n`,
    })
    expect(fs.readFileSync(file, 'utf8')).toBe('hers\n')
    expect(fs.readdirSync(shared)).toEqual(['x.csv'])
  })

  it.each([
    ['none was there', null, '600'],
    ['others could read the one before', 0o644, '644'],
    ['the one before was read-only', 0o400, '400'],
    ['anybody could run the one before as its owner', 0o4755, '755'],
  ])('has the right mode where %s', (_what, before, mode) => {
    const { binary, place, csv } = aDiary()
    if (before !== null) {
      fs.writeFileSync(place('x.csv'), 'old')
      fs.chmodSync(place('x.csv'), before)
    }
    binary.fu(['export', '-o', 'x.csv'])
    expect(permissionsOf(place('x.csv'))).toBe(mode)
    expect(fs.readFileSync(place('x.csv'), 'utf8')).toBe(csv)
  })

  it('lies in folders that only its owner may enter, where they were made for it', () => {
    const { binary, place } = aDiary()
    fs.mkdirSync(place('mine'), { mode: 0o755 })
    binary.fu(['export', 'all', '-o', 'new/books'])
    binary.fu(['export', '-o', 'mine/x.csv'])
    expect(['new', 'new/books', 'mine'].map((name) => permissionsOf(place(name)))).toEqual([
      '700',
      '700',
      '755',
    ])
    expect(
      fs.readdirSync(place('new/books')).map((name) => permissionsOf(place(`new/books/${name}`))),
    ).toEqual(Array.from({ length: 4 }, () => '600'))
  })

  it.each([
    ['.', 'is a folder.\nName a file in it.\n'],
    ['new/', 'is a folder.\nName a file in it.\n'],
    [
      `${'x'.repeat(250)}.csv`,
      'cannot be written: its name is too long.\nName another place with --output.\n',
    ],
    [
      'd.db/x.csv',
      'cannot be written: part of its path is a file, not a folder.\nName another place with --output.\n',
    ],
    ['/proc/none/x.csv', 'cannot be written: '],
  ])('is refused in a sentence: %j', (name, said) => {
    const { binary, place } = aDiary()
    const before = fs.readdirSync(binary.folder)
    const { status, stdout, stderr } = binary.fu(['export', '-o', name])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`${name} ${said}`)
    expect(fs.readdirSync(binary.folder)).toEqual(before)
    expect(fs.existsSync(place('new'))).toBe(false)
  })

  it('needs a name', () => {
    const { binary } = aDiary()
    expect(binary.fu(['print', '-o', ''])).toEqual({
      status: 2,
      stdout: '',
      stderr: '--output needs a path.\nName a file, or "-" for stdout.\n',
    })
  })

  it.each([
    ['export', ['export', '-o', 'x.csv', '-q']],
    ['export all', ['export', 'all', '-o', 'books', '--quiet']],
    ['print', ['print', '-o', 'x.html', '-q']],
  ])('is not spoken of with --quiet: fu %s', (_what, words) => {
    const { binary } = aDiary()
    binary.fu(['add', 'Sue', '--no-next'])
    binary.fu(['forget', 'sue', '--block', '--yes'])
    expect(binary.fu(words)).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('a link in the place of an export', () => {
  it('is resolved once and said; what it leads to is replaced in its own folder', () => {
    const { binary, place, csv } = aDiary()
    fs.mkdirSync(place('far'))
    fs.writeFileSync(place('far/real.csv'), 'old')
    fs.linkSync(place('far/real.csv'), place('far/same.csv'))
    fs.symlinkSync('far', place('near'))
    fs.symlinkSync('../near/real.csv', place('far/again.csv'))
    fs.symlinkSync('far/again.csv', place('x.csv'))
    expect(binary.fu(['export', '-o', 'x.csv'])).toEqual({
      status: 0,
      stdout: '',
      stderr: `x.csv is a link to ${place('far/real.csv')}; wrote there.\n`,
    })
    expect(fs.readFileSync(place('far/real.csv'), 'utf8')).toBe(csv)
    expect(fs.lstatSync(place('x.csv')).isSymbolicLink()).toBe(true)
    // It is replaced, not written into: its other name keeps what was there.
    expect(fs.readFileSync(place('far/same.csv'), 'utf8')).toBe('old')
  })

  it('is said for each file of a folder', () => {
    const { binary, place, csv } = aDiary()
    fs.mkdirSync(place('books'))
    fs.symlinkSync('../p.csv', place('books/promises.csv'))
    expect(binary.fu(['export', 'all', '-o', 'books']).stderr).toBe(
      `books/promises.csv is a link to ${place('p.csv')}; wrote there.\nWritten to books.\n`,
    )
    expect(fs.readFileSync(place('p.csv'), 'utf8')).toBe(csv)
  })

  it('leads to a new file', () => {
    const { binary, place, csv } = aDiary()
    fs.symlinkSync('there/new.csv', place('x.csv'))
    expect(binary.fu(['export', '-o', 'x.csv']).stderr).toBe(
      `x.csv is a link to ${place('there/new.csv')}; wrote there.\n`,
    )
    expect(fs.readFileSync(place('there/new.csv'), 'utf8')).toBe(csv)
  })

  it('never leads to the diary', () => {
    const { binary, place } = aDiary()
    fs.symlinkSync('d.db', place('x.csv'))
    expect(binary.fu(['print', '-o', 'x.csv'])).toMatchObject({ status: 5, stdout: '' })
    expect(binary.fu(['list']).status).toBe(0)
  })

  it('that leads in a circle is said', () => {
    const { binary, place } = aDiary()
    fs.symlinkSync('y.csv', place('x.csv'))
    fs.symlinkSync('x.csv', place('y.csv'))
    expect(binary.fu(['export', '-o', 'x.csv'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'x.csv cannot be written: its symbolic links form a loop.\nName another place with --output.\n',
    })
  })

  it.runIf(isRoot)('of another user in a shared folder is not followed (as root)', () => {
    const { binary } = aDiary(ann)
    const shared = aSharedFolder()
    const home = aSharedFolder()
    fs.chmodSync(home, 0o755)
    fs.chownSync(home, ann, ann)
    as(ann, `echo precious > ${home}/profile && mkdir ${home}/notes`)
    as(eve, `ln -s ${home}/profile ${shared}/x.csv && ln -s ${home}/notes ${shared}/books`)
    const refusal = (link: string): unknown => ({
      status: 5,
      stdout: '',
      stderr:
        `${shared}/${link} is a link that belongs to another user; it was not followed.\n` +
        'Name another file, or a folder of your own.\n',
    })
    const run = (...words: string[]): unknown => binary.fu(words, { user: ann })
    expect(run('export', '-o', `${shared}/x.csv`)).toEqual(refusal('x.csv'))
    expect(run('print', '-o', `${shared}/x.csv`)).toEqual(refusal('x.csv'))
    expect(run('export', 'all', '-o', `${shared}/books`)).toEqual(refusal('books'))
    expect(run('export', '-o', `${shared}/books/new.csv`)).toEqual(refusal('books'))
    expect(run('backup', `${shared}/x.csv`)).toEqual(refusal('x.csv'))
    expect(run('backup', `${shared}/books/copy.db`)).toEqual(refusal('books'))
    expect(fs.readFileSync(`${home}/profile`, 'utf8')).toBe('precious\n')
    expect(fs.readdirSync(`${home}/notes`)).toEqual([])
  })

  it.runIf(isRoot)('of another user is not followed in a folder of that user’s (as root)', () => {
    const { binary, place } = aDiary(ann)
    as(ann, `echo precious > ${place('profile')} && mkdir ${place('notes')}`)
    const hers = aSharedFolder()
    fs.chownSync(hers, eve, eve)
    for (const mode of [0o777, 0o1777]) {
      fs.chmodSync(hers, mode)
      as(eve, `ln -sf ${place('profile')} ${hers}/people.csv; ln -sfn ${place('notes')} ${hers}/books`)
      const line = (link: string): string => `${hers}/${link} is a link that belongs to another user`
      for (const [link, ...words] of [
        ['people.csv', 'export', 'all', '-o', hers],
        ['people.csv', 'export', '-o', `${hers}/people.csv`],
        ['people.csv', 'print', '-o', `${hers}/people.csv`],
        ['people.csv', 'backup', `${hers}/people.csv`],
        ['books', 'export', 'all', '-o', `${hers}/books`],
        ['books', 'backup', `${hers}/books`],
        ['books', 'backup', `${hers}/books/new/copy.db`],
      ] as const) {
        const { status, stderr } = binary.fu(words, { user: ann })
        expect({ words, status, stderr }).toEqual({
          words,
          status: 5,
          stderr: expect.stringContaining(line(link)),
        })
      }
      expect(fs.readFileSync(place('profile'), 'utf8')).toBe('precious\n')
      expect(fs.readdirSync(place('notes'))).toEqual([])
    }
  })

  it.runIf(isRoot)('of one’s own, or of root, is followed in a shared folder (as root)', () => {
    const { binary, place } = aDiary(ann)
    const shared = aSharedFolder()
    as(ann, `ln -s ${place('mine.csv')} ${shared}/mine.csv`)
    fs.symlinkSync(place('theirs.csv'), path.join(shared, 'theirs.csv'))
    for (const name of ['mine.csv', 'theirs.csv']) {
      expect(binary.fu(['export', '-o', `${shared}/${name}`], { user: ann }).status).toBe(0)
      expect(fs.statSync(place(name)).uid).toBe(ann)
    }
  })
})

describe('a device or a pipe in the place of an export', () => {
  it.each(['export -o', 'print -o'])('is written into: fu %s', (line) => {
    const { binary, place } = aDiary()
    const { stdout } = binary.sh(`mkfifo p; fu ${line} p & cat p; wait`)
    expect(stdout.length).toBeGreaterThan(100)
    expect(fs.lstatSync(place('p')).isFIFO()).toBe(true)
  })

  // Not as root, who could put a file in the place of the machine's own devices.
  it.each(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('is stdout: %s', (name) => {
    const user = isRoot ? ann : undefined
    const { binary, place, csv } = aDiary(user)
    const sh = (line: string): unknown => binary.sh(line, user === undefined ? {} : { user })
    expect(sh(`fu export -o ${name} | cat`)).toEqual({ status: 0, stdout: csv, stderr: '' })
    const silent = { status: 0, stdout: '', stderr: '' }
    expect(sh(`echo before > x.csv; fu export -o ${name} >> x.csv; echo after >> x.csv`)).toEqual(silent)
    expect(fs.readFileSync(place('x.csv'), 'utf8')).toBe(`before\n${csv}after\n`)
    expect(sh(`fu print -o ${name} > page.html`)).toEqual(silent)
    expect(fs.readFileSync(place('page.html'), 'utf8')).toMatch(/^<!doctype html>/i)
  })

  it.runIf(fs.existsSync('/bin/bash'))('is the pipe that bash makes of >(…)', () => {
    const { binary, place, csv } = aDiary()
    const ran = binary.sh(
      `bash -c 'fu export -o >(cat > x.csv; touch done); while ! [ -e done ]; do :; done'`,
    )
    expect(ran).toMatchObject({ status: 0, stdout: '' })
    expect(fs.readFileSync(place('x.csv'), 'utf8')).toBe(csv)
  })

  it('that is full is said', (context) => {
    const { binary } = aDiary()
    const full = aDevice(binary, 'full') ?? context.skip('there is no such device')
    expect(binary.fu(['export', '-o', full])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${full} cannot be written: the disk is full.\nName another place with --output.\n`,
    })
    expect(fs.statSync(full).isCharacterDevice()).toBe(true)
  })

  it('stays a device', (context) => {
    const { binary, place } = aDiary()
    const device = aDevice(binary, 'null') ?? context.skip('there is no such device')
    fs.symlinkSync(device, place('link'))
    for (const name of [device, 'link']) {
      expect(binary.fu(['export', '-o', name])).toEqual({
        status: 0,
        stdout: '',
        stderr: `Written to ${name}.\n`,
      })
      expect(fs.lstatSync(device).isCharacterDevice()).toBe(true)
    }
  })

  it.runIf(hasScreens)('that is a terminal gets nothing that it would obey', async () => {
    const { binary } = aDiary()
    binary.fu(['promise', 'gary', 'a \u001b[31mred\u001b[0m word', '--due', 'fri'])
    // Not /dev/tty: a program that failed this test as root would put a file in its place, for the whole machine.
    const { status, text, raw } = await atScreen('fu export -o "$(tty)"', [], binary)
    expect({ status, text: text.replace(/^\/dev\/pts\/\d+/, '<terminal>') }).toEqual({
      status: 1,
      text: '<terminal> is a terminal.\nLeave out --output to print there.\n',
    })
    expect(raw).not.toContain('\u001b[31m')
  })

  it('that is a socket stays one', async () => {
    const { binary, place } = aDiary()
    const server = net.createServer().listen(place('s'))
    await once(server, 'listening')
    const { status, stderr } = binary.fu(['export', '-o', 's'])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 's cannot be written: it cannot be opened as a file.\nName another place with --output.\n',
    })
    expect(fs.lstatSync(place('s')).isSocket()).toBe(true)
    server.close()
  })

  it('whose reader leaves is said', async () => {
    const { binary, place } = aDiary()
    binary.fu(['edit', 'gary', '--note', 'x'.repeat(100_000)])
    spawnSync('mkfifo', [place('p')])
    const reader = spawn('sh', ['-c', 'head -c 10 p'], { cwd: binary.folder })
    expect(binary.fu(['export', 'people', '-o', 'p'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'p cannot be written: nothing reads from it any more.\nName another place with --output.\n',
    })
    await once(reader, 'close')
  })

  it.runIf(isRoot)('of another user in a shared folder gets nothing (as root)', () => {
    const { binary } = aDiary(ann)
    const shared = aSharedFolder()
    as(eve, `mkfifo -m 666 ${shared}/p`)
    for (const owner of [0, eve]) {
      fs.chownSync(shared, owner, owner)
      expect(binary.fu(['export', '-o', `${shared}/p`], { user: ann })).toEqual({
        status: 5,
        stdout: '',
        stderr:
          `${shared}/p is a pipe or socket of another user; nothing was written to it.\n` +
          'Name another file, or a folder of your own.\n',
      })
    }
  })
})

describe('fu backup', () => {
  it.each(['-', '/dev/stdout'])('writes nothing to stdout: %s', (name) => {
    const { binary } = aDiary()
    expect(binary.fu(['backup', name])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'A backup is a file, and is not written to stdout.\nName a file or a folder.\n',
    })
  })

  it('puts no copy in the place of a device or a pipe', () => {
    const { binary, place } = aDiary()
    spawnSync('mkfifo', [place('p')])
    for (const name of [place('p'), aDevice(binary, 'null'), aDevice(binary, 'full')]) {
      if (name === null) continue
      expect(binary.fu(['backup', name])).toMatchObject({ status: 5, stdout: '' })
      expect(fs.lstatSync(name).isFile()).toBe(false)
    }
  })
})

type ADiary = {
  readonly binary: Binary
  /** The path of a name in its folder. */
  readonly place: (name: string) => string
  /** What an export of its promises is. */
  readonly csv: string
}

/** A diary with one promise; of another user where one is named. */
function aDiary(user?: number): ADiary {
  const binary = aBinary()
  binary.fu(['add', 'Gary', '--promise', 'call back', '--due', 'fri'])
  const { stdout: csv } = binary.fu(['export'])
  if (user !== undefined) spawnSync('chown', ['-R', `${user}:${user}`, binary.folder])
  return { binary, place: (name) => path.join(binary.folder, name), csv }
}

/**
 * A device that takes everything, or nothing: the machine's own, in whose place the tests can put nothing, or one that
 * root makes; `null` where none can be made.
 */
function aDevice({ folder }: Binary, kind: 'null' | 'full'): string | null {
  if (!isRoot) return fs.existsSync(`/dev/${kind}`) ? `/dev/${kind}` : null
  const device = path.join(folder, kind)
  return spawnSync('mknod', ['-m', '666', device, 'c', '1', kind === 'null' ? '3' : '7']).status === 0
    ? device
    : null
}
