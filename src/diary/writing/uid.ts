import type { Database } from 'better-sqlite3'
import { cachedColumn } from '../queries/statements.ts'

/** A new UUID (version 4), from SQLite's random bytes, because loading `node:crypto` takes longer than the write. */
export function newUid(db: Database): string {
  const hex = cachedColumn<[], string>(db, 'SELECT lower(hex(randomblob(16)))').get() ?? ''
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20)].join('-')
}
