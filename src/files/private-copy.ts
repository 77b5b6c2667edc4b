import fs from 'node:fs'
import path from 'node:path'
import { failed, FuError } from '../domain/errors.ts'
import { copyPrivately } from './copy.ts'
import { createPrivateFolder } from './create.ts'
import { codeOf, reasonOf } from './system-error.ts'

/** How often a copy is restarted because a file changed while it was copied. */
const mostTries = 20

/**
 * Copies a file, and its side files with these suffixes, into a new folder that only this user can enter; returns the
 * path of the copy. The copies are from one moment, as far as modification times can tell.
 *
 * @throws FuError `failed` if one of them is not an ordinary file, if they keep changing, or if there is no room
 */
export function copyToPrivateFolder(file: string, ends: readonly string[]): string {
  // Loaded here, because most commands need no copy.
  const parent = process.getBuiltinModule('node:os').tmpdir()
  try {
    return copyInto(createPrivateFolder(parent, 'fu-'), file, ends)
  } catch (error) {
    if (error instanceof FuError) throw error
    const reason = codeOf(error) === 'ENOENT' ? 'it or the folder for it is missing' : reasonOf(error)
    throw failed(
      `No private copy of ${file} could be made in ${parent}: ${reason}.`,
      'Name a folder of your own with room for it in the environment variable TMPDIR.',
      error,
    )
  }
}

function copyInto(folder: string, file: string, ends: readonly string[]): string {
  const copy = path.join(folder, path.basename(file))
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = stateOf(file, ends)
      refuseLong(file, ends)
      // Side files are copied first, so that a journal is never missing.
      for (const end of [...ends.filter((one) => fs.existsSync(`${file}${one}`)), '']) {
        copyPrivately(`${file}${end}`, `${copy}${end}`)
      }
      if (stateOf(file, ends) === before) return copy
      for (const end of ['', ...ends]) fs.rmSync(`${copy}${end}`, { force: true })
    }
    throw Object.assign(new Error('it keeps changing while it is copied'), { code: 'EBUSY' })
  } catch (error) {
    removeFolderOf(copy)
    throw error
  }
}

/** The longest file that is copied: twenty times the diary of a lifetime. */
const mostMegabytes = 2000

function refuseLong(file: string, ends: readonly string[]): void {
  for (const end of ['', ...ends]) {
    const size = fs.lstatSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0
    if (size <= mostMegabytes * 1_000_000) continue
    throw failed(
      `${file}${end} is over ${mostMegabytes} MB, which is too long for a private copy.`,
      'Copy it to a folder of your own, and name that copy.',
    )
  }
}

/** Removes the folder of a private copy: at once, or when the program ends if an open file prevents that. */
export function removeFolderOf(copy: string): void {
  const remove = (): void => fs.rmSync(path.dirname(copy), { recursive: true, force: true })
  try {
    remove()
  } catch {
    process.once('exit', remove)
  }
}

/** A text that changes when the file or a side file changes. */
function stateOf(file: string, ends: readonly string[]): string {
  return ['', ...ends]
    .map((end) => {
      const stat = fs.lstatSync(`${file}${end}`, { throwIfNoEntry: false, bigint: true })
      return stat === undefined ? 'none' : [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join()
    })
    .join(' ')
}
