import path from 'node:path'
import { makePrivate } from '../../files/owner.ts'

/** Takes a diary away from other users, and its folder where that is for fu alone; gives what was open to them. */
export function closeToOthers(file: string, withFolder: boolean): string[] {
  const folder = path.dirname(file)
  return [...(withFolder ? [folder] : []), file].filter(makePrivate)
}
