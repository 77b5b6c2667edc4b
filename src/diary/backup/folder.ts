import fs from 'node:fs'
import { refused } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { unsafeFolder } from '../../files/owner.ts'
import { backupFolder } from './name.ts'

/** Why the backups of a diary cannot be trusted, and what to do; `null` if they can. */
export type FolderFault = { readonly message: string; readonly remedy: string }

/** The fault of a backups folder: others could put their own copy there, or remove one. */
export function backupFolderFault(diary: string): FolderFault | null {
  const folder = backupFolder(diary)
  switch (unsafeFolder(folder)) {
    case null:
      return isLinked(diary) ? linkFault(folder) : null
    case 'foreign':
      return {
        message: `The backups folder ${folder} belongs to another user, so it is not used.`,
        remedy: 'Move it away; the next backup makes a new one.',
      }
    case 'writable':
      return {
        message: `Other users may write in the backups folder ${folder}, so it is not used.`,
        remedy: `"chmod 700 ${shellWord(folder)}" makes it private.`,
      }
  }
}

/**
 * Whether a link is in the place of the backups folder. It may have come with the diary, and lead to the backups of the
 * user's own: those would be erased from, and removed as too many.
 */
export function isLinked(diary: string): boolean {
  return fs.lstatSync(backupFolder(diary), { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function linkFault(folder: string): FolderFault {
  return {
    message: `The backups folder ${folder} is a link, so it is not used.`,
    remedy:
      'Move the link away; the next backup makes a folder. "fu backup <file>" makes a copy in another place.',
  }
}

/** @throws FuError `refused` if others may change the backups of a diary */
export function refuseUnsafeFolder(diary: string): void {
  const fault = backupFolderFault(diary)
  if (fault !== null) throw refused(fault.message, fault.remedy)
}
