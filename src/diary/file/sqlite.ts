import fs from 'node:fs'
import { arch, dlopen, platform } from 'node:process'
import BundledSqlite, { type Options } from 'better-sqlite3'
import bundled from 'better-sqlite3/package.json' with { type: 'json' }
import { installedPackage } from './native.ts'

/** The better-sqlite3 that is installed: its class, and the options that every database is opened with. */
type Installed = { readonly Sqlite: typeof BundledSqlite; readonly options: Options }

const installed = installedSqlite()

export const { Sqlite, options: nativeOptions } = installed
export const { SqliteError } = Sqlite

/**
 * Where the installed version is the one in the bundle, its JavaScript is at hand and the native part is loaded by its
 * path: to load the package itself is to read a dozen files. Where that fails, the package says best what is wrong.
 */
function installedSqlite(): Installed {
  const { version, folder, load } = installedPackage()
  const nativeBinding = version === bundled.version ? nativeAddon(folder) : null
  // It may be an addon that is loaded; the types know of a path alone.
  if (nativeBinding !== null)
    return { Sqlite: BundledSqlite, options: { nativeBinding } as unknown as Options }
  return { Sqlite: load() as typeof BundledSqlite, options: {} }
}

/** The native part of the package in a folder: built there, or brought along; `null` where it cannot be loaded. */
function nativeAddon(folder: string): object | null {
  const files = ['build/Release/better_sqlite3.node', `prebuilds/${platform}-${arch}.node`]
  const file = files.map((name) => `${folder}/${name}`).find((name) => fs.existsSync(name))
  const addon = { exports: {} }
  try {
    dlopen(addon, file ?? '')
    return addon.exports
  } catch {
    return null
  }
}
