import type { ImapFlow, ListResponse } from 'imapflow'
import { roleByFlag, roleByName, type FolderRole } from '../folder-role.ts'

/** A folder on a server. */
export type ImapFolder = { readonly path: string; readonly role: FolderRole }

/** The folders on a server that are read, sorted by name. */
export async function imapFolders(client: ImapFlow): Promise<readonly ImapFolder[]> {
  const listed = await client.list()
  const byPath = new Map(listed.map((folder) => [folder.path, folder]))
  return listed
    .filter(({ flags }) => !hasFlag(flags, 'noselect') && !hasFlag(flags, 'nonexistent'))
    .map((folder) => ({ path: folder.path, role: roleOf(folder, byPath) }))
    .filter(({ role }) => role !== 'left out')
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** The role of a folder: by the server's flag for it or for a folder around it, else by the names on its path. */
function roleOf(folder: ListResponse, byPath: ReadonlyMap<string, ListResponse>): FolderRole {
  for (let at: ListResponse | undefined = folder; at !== undefined; at = byPath.get(at.parentPath)) {
    const role = at.specialUseSource === 'extension' ? roleByFlag(at.specialUse ?? '') : null
    if (role !== null) return role
  }
  return roleByName([...folder.parent, folder.name])
}

function hasFlag(flags: ReadonlySet<string>, name: string): boolean {
  return [...flags].some((flag) => flag.toLowerCase() === `\\${name}`)
}
