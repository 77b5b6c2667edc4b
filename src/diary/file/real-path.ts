import fs from 'node:fs'
import path from 'node:path'
import { isForeign } from '../../files/owner.ts'

/** Where a diary lies, its links followed; of one that is not there, where it would. */
export function realPath(file: string): string {
  const absolute = path.resolve(file)
  try {
    return fs.realpathSync.native(absolute)
  } catch {
    try {
      return path.join(fs.realpathSync.native(path.dirname(absolute)), path.basename(absolute))
    } catch {
      return absolute
    }
  }
}

/** Whether a file belongs to another user; not one that is not there. */
export function isForeignFile(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && isForeign(stat)
}
