import { specialUse } from 'imapflow/lib/special-use.js'

/** What a folder is for: messages that came in, messages that were sent, or nothing that is read. */
export type FolderRole = 'received' | 'sent' | 'left out'

/**
 * What a folder is for by the names on its path, in the languages that mail programs have; what lies in a folder of sent
 * messages was sent too.
 *
 * @example roleByName(['Archives', '2026']) // 'received'
 * @example roleByName(['Papierkorb', 'old']) // 'left out'
 */
export function roleByName(names: readonly string[]): FolderRole {
  const found = new Set(names.map(roleOfName))
  if (found.has('left out')) return 'left out'
  return found.has('sent') ? 'sent' : 'received'
}

/** What a folder is for by a flag of SPECIAL-USE (RFC 6154); `null` if that does not say. */
export function roleByFlag(flag: string): FolderRole | null {
  return roles[flag.toLowerCase()] ?? null
}

const roles: Readonly<Record<string, FolderRole>> = {
  [String.raw`\sent`]: 'sent',
  [String.raw`\junk`]: 'left out',
  [String.raw`\trash`]: 'left out',
  [String.raw`\drafts`]: 'left out',
}

/** What Thunderbird keeps beside drafts, and how it numbers a second folder of one name. */
const unsent = /^(?:templates|outbox|unsent messages)$/i
const numbered = /-\d+$/

function roleOfName(name: string): FolderRole {
  if (unsent.test(name)) return 'left out'
  const { flag } = specialUse(false, { name: name.replace(numbered, ''), flags: new Set() })
  return flag === null ? 'received' : (roleByFlag(flag) ?? 'received')
}
