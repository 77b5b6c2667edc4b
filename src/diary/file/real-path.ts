import fs from 'node:fs'
import path from 'node:path'
import { FuError } from '../../domain/errors.ts'
import { resolveLinks } from '../../files/links.ts'
import { isForeign } from '../../files/owner.ts'

/**
 * Where a diary lies, its links followed; of one that is not there, where it would. Whatever else is wrong with the path
 * is said when the file is opened.
 *
 * @throws FuError `refused` where a link of another user's is on the way
 */
export function realPath(file: string): string {
  const absolute = path.resolve(file)
  // Most diaries have no link on the way: one call of the system tells.
  return nativePath(absolute) === absolute ? absolute : followed(absolute)
}

function followed(absolute: string): string {
  try {
    const real = nativePath(resolveLinks(absolute))
    if (real !== null) return real
    const folder = resolveLinks(path.dirname(absolute))
    return path.join(nativePath(folder) ?? path.dirname(absolute), path.basename(absolute))
  } catch (error) {
    if (error instanceof FuError) throw error
    return absolute
  }
}

/** As the system writes the path of a file, without links; `null` where it finds none. */
function nativePath(file: string): string | null {
  try {
    return fs.realpathSync.native(file)
  } catch {
    return null
  }
}

/** Whether a file belongs to another user; not one that is not there. */
export function isForeignFile(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && isForeign(stat)
}
