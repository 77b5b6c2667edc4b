import type { Database } from 'better-sqlite3'
import { columns } from '../values/columns.ts'
import { cachedColumn } from './statements.ts'

const inUse = {
  tag: `SELECT DISTINCT t.value AS word FROM contacts c, json_each(c.tags) t`,
  place: `SELECT DISTINCT c.met AS word FROM contacts c WHERE c.met IS NOT NULL`,
}

/** Tags, or places where contacts were met, that begin with a text in any case, by name; at most `limit`. */
export function wordsInUse(db: Database, what: keyof typeof inUse, begun: string, limit: number): string[] {
  const words = cachedColumn<[{ begun: string; limit: number }], unknown>(
    db,
    `SELECT word FROM (${inUse[what]}) WHERE lower(substr(word, 1, length(:begun))) = lower(:begun)
     ORDER BY word COLLATE NOCASE LIMIT :limit`,
  ).all({ begun, limit })
  return words.flatMap((word) => columns.contacts.met(word) ?? [])
}
