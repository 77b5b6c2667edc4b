import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../support/diaries.ts'

const root = path.resolve(import.meta.dirname, '../..')
const installed = path.join(root, 'node_modules')

const again =
  'Install fu again with its install scripts allowed, or run "npm rebuild better-sqlite3" where it is.\n'

/** Ways in which an install went wrong; each makes `node_modules` as it is then. */
const installs: readonly (readonly [string, (modules: string) => void, string])[] = [
  [
    'its install scripts were not allowed',
    (modules) => copyPackages(modules),
    `The database driver of fu (better-sqlite3) was never built.\n${again}`,
  ],
  [
    'the package is not there',
    () => undefined,
    'The database driver of fu (better-sqlite3) is not installed.\n' +
      'Install fu again: its folder was copied or installed without its dependencies.\n',
  ],
  [
    'what the package needs is not there',
    (modules) => {
      copyPackages(modules)
      fs.rmSync(path.join(modules, 'bindings'), { recursive: true })
    },
    'The database driver of fu (better-sqlite3) is not installed.\n' +
      'Install fu again: its folder was copied or installed without its dependencies.\n',
  ],
  [
    'it was built for another Node',
    (modules) =>
      standIn(
        modules,
        '12.0.0',
        `Object.assign(new Error("The module '/x/better_sqlite3.node'\\nwas compiled against a different Node.js version using\\nNODE_MODULE_VERSION 127."), { code: 'ERR_DLOPEN_FAILED' })`,
      ),
    `The native part of fu, which reads its diary, was built for another Node.\n${again}`,
  ],
  [
    'it was cut short',
    (modules) => {
      copyPackages(modules)
      const native = path.join(modules, 'better-sqlite3/build/Release/better_sqlite3.node')
      fs.mkdirSync(path.dirname(native), { recursive: true })
      fs.writeFileSync(native, 'ELF')
    },
    `The native part of fu, which reads its diary, cannot be loaded (<file>: file too short).\n${again}`,
  ],
]

describe('a native part that does not fit', () => {
  it.each(installs)('is one sentence with what to do: %s', (_what, install, stderr) => {
    const { fu, folder } = anInstall(install)
    for (const words of [['today'], ['add', 'Gary'], ['doctor']]) {
      const ran = fu(words)
      expect({ ...ran, stderr: ran.stderr.replace(/\(\/.*?\.node:/, '(<file>:') }).toEqual({
        status: 1,
        stdout: '',
        stderr,
      })
    }
    expect(fs.existsSync(path.join(folder, 'd.db'))).toBe(false)
    expect(fu(['--version']).status).toBe(0)
    expect(fu(['promise', '--help']).status).toBe(0)
  })

  it.runIf(Number(process.versions['napi']) < 10)(
    'is refused before it is loaded where it would bring Node down',
    () => {
      const { fu } = anInstall((modules) => standIn(modules, '13.2.0', 'process.abort()'))
      expect(fu(['today'])).toEqual({
        status: 1,
        stdout: '',
        stderr:
          `The part of fu that reads its diary (better-sqlite3 13.2.0) is for Node 22.14 and newer; this is Node ${process.version}.\n` +
          'Run fu with a newer Node, or install the older driver: "npm install better-sqlite3@12" where fu is installed.\n',
      })
    },
  )
})

describe('a native part that fits', () => {
  const came = `prebuilds/${process.platform}-${process.arch}.node`
  it.each([
    ['where it was compiled', 'build/Release/better_sqlite3.node'],
    ['where it lies as it came', came],
  ])('is loaded by its path, without what would search for it: %s', (_where, place) => {
    const { fu } = anInstall((modules) => {
      copyPackages(modules)
      fs.rmSync(path.join(modules, 'bindings'), { recursive: true })
      fs.rmSync(path.join(modules, 'better-sqlite3/lib'), { recursive: true })
      fs.rmSync(path.join(modules, 'better-sqlite3/prebuilds'), { recursive: true, force: true })
      const native = path.join(modules, 'better-sqlite3', place)
      fs.mkdirSync(path.dirname(native), { recursive: true })
      fs.copyFileSync(nativePart(), native)
    })
    expect(fu(['add', 'Gary Lee', '--no-next'])).toEqual({
      status: 0,
      stdout: 'Added Gary Lee (@1). (fu undo)\n',
      stderr: '',
    })
  })

  /** The one that is installed here. */
  function nativePart(): string {
    const compiled = path.join(installed, 'better-sqlite3/build/Release/better_sqlite3.node')
    return fs.existsSync(compiled) ? compiled : path.join(installed, 'better-sqlite3', came)
  }
})

type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** The built program, in a folder of its own with a `node_modules` of its own. */
function anInstall(install: (modules: string) => void): {
  fu: (words: readonly string[]) => Ran
  folder: string
} {
  const folder = fs.realpathSync(aFolder())
  for (const part of ['bin', 'dist'])
    fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true })
  const modules = path.join(folder, 'node_modules')
  fs.mkdirSync(modules)
  install(modules)
  const env = {
    PATH: '/usr/bin:/bin',
    TZ: 'UTC',
    FU_DIARY: path.join(folder, 'd.db'),
    FU_NOW: '2026-11-25T14:20',
  }
  const fu = (words: readonly string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(folder, 'bin/fu.js'), ...words],
      {
        env,
        encoding: 'utf8',
      },
    )
    return { status, stdout, stderr }
  }
  return { fu, folder }
}

/** What npm unpacks, before any script has run. */
function copyPackages(modules: string): void {
  for (const name of ['better-sqlite3', 'bindings', 'file-uri-to-path']) {
    fs.cpSync(path.join(installed, name), path.join(modules, name), {
      recursive: true,
      filter: (source) => !/better-sqlite3[\\/](?:build|deps|src)$/.test(source),
    })
  }
}

/** A package that fails as the native part would when a database is opened. */
function standIn(modules: string, version: string, error: string): void {
  const folder = path.join(modules, 'better-sqlite3')
  fs.mkdirSync(folder)
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'better-sqlite3', version }))
  fs.writeFileSync(
    path.join(folder, 'index.js'),
    `module.exports = class { constructor() { throw ${error} } }; module.exports.SqliteError = class {}`,
  )
}
