import fs from 'node:fs'
import path from 'node:path'
import { refused } from '../domain/errors.ts'
import { isForeign } from './owner.ts'

/** The number of links that the kernel follows on one path. */
const mostLinks = 40

/**
 * The path of a file with every symbolic link resolved, each once; for a missing file, the path where it would be
 * created.
 *
 * @throws FuError `refused` if one of the links belongs to another user who is not root; an error of code `ELOOP` for a
 * loop, and other system errors
 */
export function resolveLinks(file: string): string {
  const whole = path.isAbsolute(file) ? file : `${process.cwd()}${path.sep}${file}`
  let { root: resolved } = path.parse(whole)
  const parts = partsOf(whole, resolved)
  let links = 0
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    if (part === '..') {
      resolved = path.dirname(resolved)
      continue
    }
    const next = path.join(resolved, part)
    const stat = fs.lstatSync(next, { throwIfNoEntry: false })
    // Missing folders are resolved too: "missing/../link" follows the link once the folder exists.
    if (stat === undefined || !stat.isSymbolicLink()) {
      resolved = next
      continue
    }
    links += 1
    if (links > mostLinks) throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
    if (isForeign(stat)) throw foreignLink(next)
    const target = fs.readlinkSync(next)
    const { root } = path.parse(target)
    if (root !== '') resolved = root
    parts.unshift(...partsOf(target, root))
  }
  return resolved
}

function partsOf(file: string, root: string): string[] {
  return file
    .slice(root.length)
    .split(path.sep === '\\' ? /[\\/]/ : '/')
    .filter((part) => part !== '' && part !== '.')
}

function foreignLink(link: string): Error {
  return refused(
    `${link} is a link that belongs to another user; it was not followed.`,
    'Name another file, or a folder of your own.',
  )
}
