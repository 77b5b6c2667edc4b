import fs from 'node:fs'

/** Whether a file is the user's own; `true` if the system has no owners. */
export function isOwn(stat: fs.Stats): boolean {
  const user = process.geteuid?.()
  return user === undefined || stat.uid === user
}

/**
 * Whether a file belongs to another user who is not root: root may do anything anyway. The owner of its folder does not
 * matter, because that user may have invited others to write there.
 */
export function isForeign(stat: fs.Stats): boolean {
  return stat.uid !== 0 && !isOwn(stat)
}

/**
 * Why a folder is not safe for private files: it belongs to another user, or others may write in it. `null` if it is
 * safe or missing.
 */
export function unsafeFolder(folder: string): 'foreign' | 'writable' | null {
  let stat: fs.Stats
  try {
    stat = fs.statSync(folder)
    if (!isOwn(stat) || !isOwn(fs.lstatSync(folder))) return 'foreign'
  } catch {
    // Any problem is reported when the folder is used.
    return null
  }
  return isWritableByAll(stat) || isWritableByOtherGroup(stat) ? 'writable' : null
}

/**
 * Removes all access by others to a file or folder of the user. Returns whether the mode changed: not if it was private
 * already, or if the disk has no modes.
 */
export function makePrivate(file: string): boolean {
  const before = fs.statSync(file, { throwIfNoEntry: false })
  if (before === undefined || !isOwn(before) || (before.mode & 0o077) === 0) return false
  try {
    fs.chmodSync(file, before.mode & 0o700)
  } catch {
    return false
  }
  return (fs.statSync(file).mode & 0o077) === 0
}

/** On Windows the mode does not tell who may write. */
function isWritableByAll({ mode }: fs.Stats): boolean {
  return process.geteuid !== undefined && (mode & 0o002) !== 0
}

function isWritableByOtherGroup({ mode, gid }: fs.Stats): boolean {
  const group = process.getegid?.()
  return group !== undefined && (mode & 0o020) !== 0 && gid !== group
}
