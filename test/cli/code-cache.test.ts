import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { anInstall, touchAsNpm, type Install } from '../support/install.ts'

const isRoot = process.geteuid?.() === 0
const someUser = 65_533
const otherUser = 65_532

const emptyPage = `  Wednesday 25 November 2026

  The diary is empty. Begin with one of these:
    fu add                  a person, and what you promised them
    fu import contacts.csv  your address book: CSV or vCard
    fu demo                 a sample diary to explore

  Country of phone numbers: not known. Set yours: fu config country AU
  Language of dates: English; for 3/4 as 3 April: fu config dates day-first
`

/** What the page says where the code of `hostileCache` runs. */
const hostilePage = emptyPage.replace('The diary', 'THE diary')

/** A cache for `today` of the installs of these tests, with other code in it than the bundle has. */
const hostileCache = (): Buffer => {
  const install = anInstall()
  const bundle = path.join(install.folder, 'dist/everyday.cjs')
  fs.writeFileSync(
    bundle,
    fs.readFileSync(bundle, 'latin1').replaceAll('The diary is empty', 'THE diary is empty'),
    'latin1',
  )
  touchAsNpm(bundle)
  const { home, file } = aCacheHome()
  page(install, { XDG_CACHE_HOME: home })
  return fs.readFileSync(file())
}

type CacheHome = {
  readonly home: string
  readonly fu: string
  readonly version: () => string
  readonly file: () => string
  /** The names of the files in the folder of the version; none where there is no folder. */
  readonly names: () => string[]
}

/** A folder of caches, which no other user can reach. */
function aCacheHome(): CacheHome {
  const home = path.join(fs.realpathSync(aFolder()), 'cache')
  fs.mkdirSync(home, 0o700)
  const fu = path.join(home, 'fu')
  const version = (): string => path.join(fu, fs.readdirSync(fu)[0] ?? '')
  const file = (): string => path.join(version(), 'today.everyday.cache')
  const names = (): string[] => (fs.existsSync(fu) ? fs.readdirSync(version()).toSorted() : [])
  return { home, fu, version, file, names }
}

/** The page of the morning. It is the same with every cache and without one, unless hostile code printed it. */
function page(install: Install, env: Readonly<Record<string, string>>, uid?: number): string {
  const { status, stdout, stderr } = install.fu([], env, uid)
  expect({ status, stderr: stderr.replace(install.folder, '') }).toEqual({
    status: 0,
    stderr: 'There is no diary at /d.db yet.\n',
  })
  return stdout
}

describe('the code cache', () => {
  it('has one file for each command that was run, which the user alone can read', () => {
    const install = anInstall()
    const { home, fu, version, names } = aCacheHome()
    for (const words of [
      ['today'],
      ['today'],
      ['show', 'nobody'],
      ['list'],
      ['--version'],
      ['fri'],
      ['sat'],
    ]) {
      install.fu(words, { XDG_CACHE_HOME: home })
    }
    expect(names()).toEqual([
      'list.fu.cache',
      'options.help.cache',
      'show.everyday.cache',
      'today.everyday.cache',
      'unknown.fu.cache',
    ])
    expect(path.basename(version())).toBe(`0.1.0-${process.versions.v8}`)
    const modes = [fu, version(), ...names().map((name) => path.join(version(), name))].map(
      (one) => fs.statSync(one).mode & 0o777,
    )
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600, 0o600, 0o600, 0o600])
  })

  it('is written once, and made anew once a day: a later run may call more', () => {
    const install = anInstall()
    const { home, file } = aCacheHome()
    const run = (): { ino: number; mtimeMs: number } => {
      page(install, { XDG_CACHE_HOME: home })
      return fs.statSync(file())
    }
    const first = run()
    expect(run()).toMatchObject({ ino: first.ino, mtimeMs: first.mtimeMs })
    const yesterday = Date.now() / 1000 - 25 * 60 * 60
    fs.utimesSync(file(), yesterday, yesterday)
    expect(run().mtimeMs).toBeGreaterThan(first.mtimeMs)
  })

  it('takes the place of those of other versions that were not used for a month', () => {
    const { home, fu } = aCacheHome()
    fs.mkdirSync(fu, 0o700)
    const days = { '0.0.8-1': 31, '0.0.9-1': 29 }
    for (const [name, ago] of Object.entries(days)) {
      const version = path.join(fu, name)
      fs.mkdirSync(version, 0o700)
      fs.writeFileSync(path.join(version, 'today.fu.cache'), '')
      const then = Date.now() / 1000 - ago * 24 * 60 * 60
      fs.utimesSync(version, then, then)
    }
    page(anInstall(), { XDG_CACHE_HOME: home })
    expect(fs.readdirSync(fu).toSorted()).toEqual(['0.0.9-1', `0.1.0-${process.versions.v8}`])
  })

  it('is made anew where the bundle is another, be it as long and as old', () => {
    const install = anInstall()
    const { home } = aCacheHome()
    expect(page(install, { XDG_CACHE_HOME: home })).toBe(emptyPage)
    const bundle = path.join(install.folder, 'dist/everyday.cjs')
    const text = fs.readFileSync(bundle, 'latin1')
    const [first = ''] = text.split('\n')
    const another = first.replace(/ [0-9a-f]{8}/, ' 00000000')
    fs.writeFileSync(
      bundle,
      text.replaceAll('The diary is empty', 'THE diary is empty').replace(first, another),
      'latin1',
    )
    touchAsNpm(bundle)
    expect(page(install, { XDG_CACHE_HOME: home })).toBe(hostilePage)
    expect(page(install, { XDG_CACHE_HOME: home })).toBe(hostilePage)
  })

  it.each([
    ['XDG_CACHE_HOME', (home: string) => ({ XDG_CACHE_HOME: home }), ''],
    ['HOME', (home: string) => ({ HOME: home }), '.cache'],
    [
      'HOME, where XDG_CACHE_HOME is relative',
      (home: string) => ({ HOME: home, XDG_CACHE_HOME: 'c' }),
      '.cache',
    ],
  ])('lies where %s says', (_name, env, folder) => {
    const { home } = aCacheHome()
    page(anInstall(), env(home))
    expect(fs.readdirSync(path.join(home, folder))).toEqual(['fu'])
  })

  it.each([
    ['FU_NO_CACHE is set', (home: string) => ({ FU_NO_CACHE: '1', HOME: home, XDG_CACHE_HOME: home })],
    ['there is no home', () => ({})],
    ['the folder of caches is relative', () => ({ XDG_CACHE_HOME: 'cache' })],
    ['the folder of caches is a file', () => ({ XDG_CACHE_HOME: process.execPath })],
    ['the home of the user is missing', (home: string) => ({ HOME: `${home}/no/such` })],
  ])('is not written where %s', (_name, env) => {
    const install = anInstall()
    const { home } = aCacheHome()
    expect(page(install, env(home))).toBe(emptyPage)
    expect(fs.readdirSync(home)).toEqual([])
  })

  it('is not written into a folder that is read-only', () => {
    const install = anInstall()
    const { home } = aCacheHome()
    fs.chmodSync(home, 0o500)
    if (isRoot) {
      // Root can write anywhere.
      fs.chmodSync(install.folder, 0o755)
      fs.chmodSync(path.dirname(home), 0o755)
      fs.chownSync(home, someUser, someUser)
    }
    expect(page(install, { XDG_CACHE_HOME: home }, isRoot ? someUser : undefined)).toBe(emptyPage)
    expect(fs.readdirSync(home)).toEqual([])
  })

  it('is not written for a command line that cannot be read', () => {
    const { home, names } = aCacheHome()
    for (const words of [['nonsense'], ['--nonsense'], ['today', '--nonsense']]) {
      expect(anInstall().fu(words, { XDG_CACHE_HOME: home }).status).toBe(2)
    }
    expect(names()).toEqual([])
  })

  it('is the only thing that is written: nothing where the program is, nothing among temporary files', () => {
    const install = anInstall()
    const before = install.files()
    const temporary = aFolder()
    const { home } = aCacheHome()
    for (const env of [{ XDG_CACHE_HOME: home }, { FU_NO_CACHE: '1' }]) {
      for (const words of [['today'], ['today'], ['list'], ['complete', '--', 'week', '--']]) {
        install.fu(words, { ...env, TMPDIR: temporary })
      }
    }
    expect(install.files()).toEqual(before)
    expect(fs.readdirSync(temporary)).toEqual([])
  })
})

describe('a code cache that is damaged is not used, and replaced', () => {
  const headerSize = 256
  const flipped = (bytes: Buffer, at: number, bit: number): Buffer => {
    const copy = Buffer.from(bytes)
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << bit), at)
    return copy
  }
  /** Offsets into a file: its ends, those of its parts, and others all over it. */
  const offsets = (size: number): number[] => {
    const half = headerSize + (size - headerSize) / 2
    const spread = Array.from({ length: 12 }, (_, index) => Math.floor(((index + 0.5) * size) / 12))
    return [0, 1, headerSize - 1, headerSize, headerSize + 8, half - 1, half, half + 1, size - 1, ...spread]
  }

  it('whatever bit of it is flipped, wherever it ends, and whatever else is in its place', () => {
    const install = anInstall()
    const { home, file, names } = aCacheHome()
    const shown = (): string => page(install, { XDG_CACHE_HOME: home })
    shown()
    const whole = fs.readFileSync(file())
    const length = (whole.length - headerSize) / 2
    const wrong = [
      ...offsets(whole.length).map((at) => whole.subarray(0, at)),
      ...offsets(whole.length).map((at) => flipped(whole, at, at % 8)),
      Buffer.alloc(whole.length),
      Buffer.concat([whole.subarray(0, headerSize), Buffer.alloc(2 * length)]),
      Buffer.concat([whole, Buffer.alloc(1)]),
      Buffer.concat([whole, whole]),
    ]
    for (const bytes of wrong) {
      fs.writeFileSync(file(), bytes)
      expect(shown()).toBe(emptyPage)
      expect(fs.statSync(file()).size).toBeGreaterThan(headerSize + length)
    }
    expect(names()).toEqual(['today.everyday.cache'])
  })

  it.each([
    ['a folder', (file: string) => fs.mkdirSync(file)],
    ['a pipe that nobody writes into', (file: string) => spawnSync('mkfifo', [file])],
  ])('and is not waited for where %s is in its place', (_what, make) => {
    const install = anInstall()
    const { home, file, names } = aCacheHome()
    const shown = (): string => page(install, { XDG_CACHE_HOME: home })
    shown()
    fs.rmSync(file())
    make(file())
    expect(shown()).toBe(emptyPage)
    expect(names()).toEqual(['today.everyday.cache'])
  })
})

describe('a code cache that another user may have written is not used', () => {
  it('in a folder of the user alone it would be: what is planted in these tests works', () => {
    const { install, place, shown } = planted()
    expect(shown()).toBe(hostilePage)
    expect(install.fu([], { XDG_CACHE_HOME: place.home, FU_NO_CACHE: '1' }).stdout).toBe(emptyPage)
  })

  /** Moves a file or folder away, and puts a symbolic link to it in its place. */
  const link = (name: string): void => {
    fs.renameSync(name, `${name}-moved`)
    fs.symlinkSync(`${name}-moved`, name)
  }

  const unsafe: readonly (readonly [string, (place: CacheHome) => void])[] = [
    ['its folder of caches is open to others', ({ home }) => fs.chmodSync(home, 0o777)],
    ['its folder of caches is open to a group', ({ home }) => fs.chmodSync(home, 0o770)],
    ['a folder above is open to others', ({ home }) => fs.chmodSync(path.dirname(home), 0o777)],
    ['a folder above is open to a group', ({ home }) => fs.chmodSync(path.dirname(home), 0o770)],
    ['its folder is open to others', ({ fu }) => fs.chmodSync(fu, 0o777)],
    ['its folder can be read by others', ({ fu }) => fs.chmodSync(fu, 0o755)],
    ['the folder of its version is open to a group', ({ version }) => fs.chmodSync(version(), 0o770)],
    ['its folder is a symbolic link', ({ fu }) => link(fu)],
    ['the folder of its version is a symbolic link', ({ version }) => link(version())],
    ['it is a symbolic link', ({ file }) => link(file())],
    ['it can be written by others', ({ file }) => fs.chmodSync(file(), 0o666)],
    ['it can be written by a group', ({ file }) => fs.chmodSync(file(), 0o660)],
  ]
  it.each(unsafe)('where %s', (_name, open) => {
    const { place, shown } = planted()
    open(place)
    expect(shown()).toBe(emptyPage)
    expect(shown()).toBe(emptyPage)
  })

  const owned: readonly (readonly [string, (place: CacheHome) => string])[] = [
    ['a folder above', ({ home }) => path.dirname(home)],
    ['its folder of caches', ({ home }) => home],
    ['its folder', ({ fu }) => fu],
    ['the folder of its version', ({ version }) => version()],
    ['the file', ({ file }) => file()],
  ]
  it.skipIf(!isRoot).each(owned)('where another user owns %s (needs root)', (_name, part) => {
    const { place, shown } = planted()
    fs.chownSync(part(place), otherUser, otherUser)
    expect(shown()).toBe(emptyPage)
    expect(shown()).toBe(emptyPage)
  })

  it.skipIf(!isRoot)('where it was planted before the user first ran the program (needs root)', () => {
    const { install, place } = planted()
    fs.chmodSync(install.folder, 0o755)
    fs.chmodSync(path.dirname(place.home), 0o755)
    // The folder of caches is the user's, but another made the folder in it first.
    fs.chownSync(place.home, someUser, someUser)
    for (const one of [place.fu, place.version(), place.file()]) {
      fs.chownSync(one, otherUser, otherUser)
      fs.chmodSync(one, 0o777)
    }
    const before = fs.readFileSync(place.file())
    expect(page(install, { XDG_CACHE_HOME: place.home }, someUser)).toBe(emptyPage)
    expect(page(install, { XDG_CACHE_HOME: place.home }, someUser)).toBe(emptyPage)
    expect(fs.readFileSync(place.file())).toEqual(before)
  })

  it.skipIf(!isRoot)('by root with the home of a user, and root leaves nothing there (needs root)', () => {
    const { install, place } = planted()
    const home = path.dirname(place.home)
    for (const one of [home, place.home, place.fu, place.version(), place.file()]) {
      fs.chownSync(one, someUser, someUser)
    }
    expect(page(install, { XDG_CACHE_HOME: place.home })).toBe(emptyPage)
    expect(page(install, { HOME: home })).toBe(emptyPage)
    expect(fs.readdirSync(home)).toEqual(['cache'])
    expect(place.names()).toEqual(['today.everyday.cache'])
    fs.chmodSync(install.folder, 0o755)
    expect(page(install, { XDG_CACHE_HOME: place.home }, someUser)).toBe(hostilePage)
  })

  it('and what a link in its place leads to is not written over', () => {
    const { place, shown } = planted()
    const letter = path.join(aFolder(), 'letter')
    fs.writeFileSync(letter, 'Dear Ada')
    fs.rmSync(place.file())
    fs.symlinkSync(letter, place.file())
    expect(shown()).toBe(emptyPage)
    expect(fs.readFileSync(letter, 'utf8')).toBe('Dear Ada')
    expect(fs.lstatSync(place.file()).isFile()).toBe(true)
  })

  /** An install with hostile code in its cache for `today`. */
  function planted(): { install: Install; place: CacheHome; shown: () => string } {
    const install = anInstall()
    const place = aCacheHome()
    const shown = (): string => page(install, { XDG_CACHE_HOME: place.home })
    shown()
    fs.writeFileSync(place.file(), hostileCache())
    return { install, place, shown }
  }
})
