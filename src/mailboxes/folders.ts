import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../domain/errors.ts'
import { codeOf, reasonOf } from '../files/system-error.ts'
import { folderName } from '../formats/mail/folder-name.ts'
import { isMboxStart } from '../formats/mail/mbox.ts'
import { roleByName, type FolderRole } from './folder-role.ts'

/** A folder of messages on this machine. */
export type MailFolder = {
  readonly kind: 'maildir' | 'mbox'
  readonly path: string
  /** Its name for people: "INBOX", "Archives/2026". */
  readonly name: string
  readonly role: FolderRole
}

/** A folder or file that cannot be opened, and why. */
export type ClosedFolder = { readonly name: string; readonly unreadable: string }

/** The number of levels of folders that are searched. */
const deepest = 10

/**
 * The folders of messages at a path, sorted by name: a Maildir and the Maildirs in it (Maildir++ has them beside `cur`,
 * other programs nest them), an mbox file, or a folder of Thunderbird with mbox files and `.sbd` folders.
 *
 * @throws FuError `failed` if there is nothing at the path, it is not a mailbox, or it cannot be read
 */
export function mailFolders(root: string): readonly (MailFolder | ClosedFolder)[] {
  const found = orFailed(root, () =>
    fs.statSync(root).isDirectory()
      ? foldersIn(root, [], deepest)
      : isMbox(root)
        ? [{ ...folder('mbox', root, [path.basename(root)]), role: roleOfRoot(root) }]
        : [],
  )
  if (found.length === 0) {
    throw failed(
      `There is no mailbox in ${root}.`,
      'Name a Maildir, an mbox file, or the folder Mail or ImapMail of Thunderbird.',
    )
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function foldersIn(place: string, names: readonly string[], depth: number): (MailFolder | ClosedFolder)[] {
  const entries = fs.readdirSync(place, { withFileTypes: true })
  const has = (name: string): boolean => entries.some((one) => one.name === name && one.isDirectory())
  const isMaildir = has('cur') && (has('new') || has('tmp'))
  // A Maildir that the user named is the inbox; inside others it is a folder with its own name.
  const own: MailFolder[] = !isMaildir
    ? []
    : names.length > 0
      ? [folder('maildir', place, names)]
      : [{ kind: 'maildir', path: place, name: 'INBOX', role: roleOfRoot(place) }]
  return [
    ...own,
    ...entries.flatMap((entry) => {
      const inside = path.join(place, entry.name)
      const below = [...names, ...namesOf(entry.name)]
      return orClosed(below, () => {
        if (entry.isDirectory()) {
          const isPart = isMaildir && parts.has(entry.name)
          return isPart || depth === 0 ? [] : foldersIn(inside, below, depth - 1)
        }
        return entry.isFile() && isMbox(inside) ? [folder('mbox', inside, below)] : []
      })
    }),
  ]
}

/** A folder that the user names is read, whatever its name. */
function roleOfRoot(root: string): FolderRole {
  return roleByName([path.basename(root).replace(/^\./, '')]) === 'sent' ? 'sent' : 'received'
}

/** The folders in every Maildir. */
const parts = new Set(['cur', 'new', 'tmp'])

/** The names on the path of a folder: Maildir++ writes ".Archives.2026" for a folder inside another. */
function namesOf(written: string): string[] {
  if (written.startsWith('.')) return written.slice(1).split('.').map(folderName)
  return [folderName(written.replace(/\.sbd$/, ''))]
}

function folder(kind: MailFolder['kind'], place: string, names: readonly string[]): MailFolder {
  return { kind, path: place, name: names.join('/'), role: roleByName(names) }
}

function isMbox(file: string): boolean {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  try {
    const start = Buffer.alloc(5)
    fs.readSync(descriptor, start)
    return isMboxStart(start)
  } finally {
    fs.closeSync(descriptor)
  }
}

function orClosed(
  names: readonly string[],
  look: () => (MailFolder | ClosedFolder)[],
): (MailFolder | ClosedFolder)[] {
  try {
    return look()
  } catch (error) {
    // It was removed meanwhile.
    if (codeOf(error) === 'ENOENT') return []
    return [{ name: names.join('/'), unreadable: reasonOf(error) }]
  }
}

function orFailed<Value>(root: string, look: () => Value): Value {
  try {
    return look()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw failed(`There is no mailbox ${root}.`, 'Check the name.', error)
    throw failed(`${root} cannot be read: ${reasonOf(error)}.`, 'Name another mailbox.', error)
  }
}
