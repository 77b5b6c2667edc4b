import fs from 'node:fs'
import path from 'node:path'
import { FuError } from '../../domain/errors.ts'
import { resolveLinks } from '../../files/links.ts'
import { isForeign } from '../../files/owner.ts'

/**
 * The path of a diary with links resolved, even if it does not exist yet. Any other problem with the path is reported
 * when the file is opened.
 *
 * @throws FuError `refused` if a link on the path belongs to another user
 */
export function realPath(file: string): string {
  const absolute = path.resolve(file)
  // Most paths have no links, which one system call confirms.
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

/** The system's path of a file, without links; `null` if it is not found. */
function nativePath(file: string): string | null {
  try {
    return fs.realpathSync.native(file)
  } catch {
    return null
  }
}

/** Whether a file belongs to another user; `false` for a missing file. */
export function isForeignFile(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && isForeign(stat)
}
