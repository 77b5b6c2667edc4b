import { specialUse } from 'imapflow/lib/special-use.js'

/** The role of a folder: received messages, sent messages, or not read. */
export type FolderRole = 'received' | 'sent' | 'left out'

/**
 * The role of a folder by the names on its path, in the languages of mail programs. Folders inside a folder of sent
 * messages are sent too.
 *
 * @example roleByName(['Archives', '2026']) // 'received'
 * @example roleByName(['Papierkorb', 'old']) // 'left out'
 */
export function roleByName(names: readonly string[]): FolderRole {
  const found = new Set(names.map(roleOfName))
  if (found.has('left out')) return 'left out'
  return found.has('sent') ? 'sent' : 'received'
}

/** The role of a folder by a SPECIAL-USE flag (RFC 6154); `null` for any other flag. */
export function roleByFlag(flag: string): FolderRole | null {
  return roles[flag.toLowerCase()] ?? null
}

const roles: Readonly<Record<string, FolderRole>> = {
  [String.raw`\sent`]: 'sent',
  [String.raw`\junk`]: 'left out',
  [String.raw`\trash`]: 'left out',
  [String.raw`\drafts`]: 'left out',
}

/** Thunderbird's folders of unsent messages besides drafts, and its number for a second folder of the same name. */
const unsent = /^(?:templates|outbox|unsent messages)$/i
const numbered = /-\d+$/

function roleOfName(name: string): FolderRole {
  if (unsent.test(name)) return 'left out'
  const { flag } = specialUse(false, { name: name.replace(numbered, ''), flags: new Set() })
  return flag === null ? 'received' : (roleByFlag(flag) ?? 'received')
}
