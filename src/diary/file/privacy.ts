import path from 'node:path'
import { makePrivate } from '../../files/owner.ts'

/**
 * Removes other users' access to a diary, and to its folder if that is only for fu; returns the paths that were open to
 * them.
 */
export function closeToOthers(file: string, withFolder: boolean): string[] {
  const folder = path.dirname(file)
  return [...(withFolder ? [folder] : []), file].filter(makePrivate)
}
