import fs from 'node:fs'
import { arch, dlopen, platform } from 'node:process'
import BundledSqlite, { type Options } from 'better-sqlite3'
import bundled from 'better-sqlite3/package.json' with { type: 'json' }
import { installedPackage } from './native.ts'

/** The installed better-sqlite3: its class, and the options for every database. */
type Installed = { readonly Sqlite: typeof BundledSqlite; readonly options: Options }

const installed = installedSqlite()

export const { Sqlite, options: nativeOptions } = installed
export const { SqliteError } = Sqlite

/**
 * If the installed version is the bundled one, uses the bundled JavaScript and loads the native part by its path:
 * loading the package reads a dozen files. If that fails, the package itself gives the best error.
 */
function installedSqlite(): Installed {
  const { version, folder, load } = installedPackage()
  const nativeBinding = version === bundled.version ? nativeAddon(folder) : null
  // It may be a loaded addon; the types only know a path.
  if (nativeBinding !== null)
    return { Sqlite: BundledSqlite, options: { nativeBinding } as unknown as Options }
  return { Sqlite: load() as typeof BundledSqlite, options: {} }
}

/** The native part in a package folder: built there, or prebuilt; `null` if it cannot be loaded. */
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
