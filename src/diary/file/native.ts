import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { failed, FuError } from '../../domain/errors.ts'
import { once } from '../../domain/memoize.ts'

/** The installed package better-sqlite3: its version, its folder, and its loader. */
export type InstalledPackage = {
  readonly version: string
  readonly folder: string
  readonly load: () => unknown
}

/**
 * Finds better-sqlite3 in the folders that Node searches. Node's own resolution is slower, because it reads more of
 * each folder.
 *
 * @throws Error from Node's module loader if it is not installed
 */
export const installedPackage = once((): InstalledPackage => {
  const load = createRequire(import.meta.filename)
  const folders = (load.resolve.paths('better-sqlite3') ?? []).map((folder) => `${folder}/better-sqlite3`)
  const found = folders.find((folder) => fs.existsSync(`${folder}/package.json`))
  const manifest = found === undefined ? load.resolve('better-sqlite3/package.json') : `${found}/package.json`
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }
  return { version, folder: path.dirname(manifest), load: () => load('better-sqlite3') }
})

/** An error with a sentence if loading the native part failed; `null` for any other error. */
export function nativeFault(error: unknown): FuError | null {
  if (!(error instanceof Error) || error instanceof FuError) return null
  const code = 'code' in error ? String(error.code) : ''
  const again =
    'Install fu again with its install scripts allowed, or run "npm rebuild better-sqlite3" in its folder.'
  if (/Could not locate the bindings file|better_sqlite3\.node'/.test(error.message)) {
    if (code === 'ERR_DLOPEN_FAILED') return wrongPart(error, again)
    return failed('The database driver of fu (better-sqlite3) was never built.', again, error)
  }
  if (code === 'ERR_DLOPEN_FAILED') return wrongPart(error, again)
  if (/^(?:ERR_)?MODULE_NOT_FOUND$/.test(code) && /better-sqlite3|bindings/.test(error.message)) {
    const whole = 'Install fu again: its folder was copied or installed without its dependencies.'
    return failed('The database driver of fu (better-sqlite3) is not installed.', whole, error)
  }
  return null
}

function wrongPart(error: Error, again: string): FuError {
  const isOtherNode = /NODE_MODULE_VERSION|different Node/.test(error.message)
  const why = isOtherNode ? 'was built for another Node' : `cannot be loaded (${firstLine(error.message)})`
  return failed(`The database driver of fu (better-sqlite3) ${why}.`, again, error)
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? ''
}
