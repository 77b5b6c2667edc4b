import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { anInstall } from '../support/install.ts'

const root = path.resolve(import.meta.dirname, '../..')
const installed = path.join(root, 'node_modules')

/** Version 12 is built where it is installed and found by the package `bindings`; version 13 brings builds along. */
const isBuilt = fs.existsSync(path.join(installed, 'bindings'))
const packages = isBuilt ? ['better-sqlite3', 'bindings', 'file-uri-to-path'] : ['better-sqlite3']
const finder = isBuilt ? 'bindings' : 'better-sqlite3/lib/binding.js'
const nativeFile = isBuilt
  ? 'better-sqlite3/build/Release/better_sqlite3.node'
  : `better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`

const again =
  'Install fu again with its install scripts allowed, or run "npm rebuild better-sqlite3" in its folder.\n'

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
      fs.rmSync(path.join(modules, finder), { recursive: true })
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
    `The database driver of fu (better-sqlite3) was built for another Node.\n${again}`,
  ],
  [
    'it was cut short',
    (modules) => {
      copyPackages(modules)
      const native = path.join(modules, nativeFile)
      fs.mkdirSync(path.dirname(native), { recursive: true })
      fs.writeFileSync(native, 'ELF')
    },
    `The database driver of fu (better-sqlite3) cannot be loaded (<file>: file too short).\n${again}`,
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
          `The database driver of fu (better-sqlite3 13.2.0) needs Node 22.14 or newer; this is Node ${process.version}.\n` +
          'Run fu with a newer Node, or install the older driver: "npm install better-sqlite3@12" where fu is installed.\n',
      })
    },
  )
})

describe('a native part that fits', () => {
  it('is loaded by its path, without what would search for it', () => {
    const { fu } = anInstall((modules) => {
      copyPackages(modules)
      fs.rmSync(path.join(modules, finder), { recursive: true })
      fs.rmSync(path.join(modules, 'better-sqlite3/lib'), { recursive: true })
      fs.mkdirSync(path.dirname(path.join(modules, nativeFile)), { recursive: true })
      fs.copyFileSync(path.join(installed, nativeFile), path.join(modules, nativeFile))
    })
    expect(fu(['add', 'Gary Lee', '--no-next'])).toEqual({
      status: 0,
      stdout: 'Added Gary Lee (@1). (fu undo)\n',
      stderr: '',
    })
  })

  it('is that of the package, with its JavaScript, where another version is installed', () => {
    const { fu } = anInstall((modules) => {
      for (const name of packages) {
        fs.cpSync(path.join(installed, name), path.join(modules, name), {
          recursive: true,
          filter: (source) => !/better-sqlite3[\\/](?:deps|src)$/.test(source),
        })
      }
      const file = path.join(modules, 'better-sqlite3/package.json')
      const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as object
      fs.writeFileSync(file, JSON.stringify({ ...manifest, version: '12.99.0' }))
      const main = path.join(modules, 'better-sqlite3/lib/index.js')
      fs.appendFileSync(main, "process.stderr.write('the package itself\\n')\n")
    })
    expect(fu(['add', 'Gary Lee', '--no-next'])).toEqual({
      status: 0,
      stdout: 'Added Gary Lee (@1). (fu undo)\n',
      stderr: 'the package itself\n',
    })
  })
})

/** What npm unpacks, before any script has run. */
function copyPackages(modules: string): void {
  for (const name of packages) {
    fs.cpSync(path.join(installed, name), path.join(modules, name), {
      recursive: true,
      filter: (source) => !/better-sqlite3[\\/](?:build|prebuilds|deps|src)$/.test(source),
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
