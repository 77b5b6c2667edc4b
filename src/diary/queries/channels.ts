import type { Channel } from '../../domain/channel.ts'
import type { Database } from 'better-sqlite3'
import { columns } from '../values/columns.ts'
import { cachedColumn } from './statements.ts'

/** The number of last entries to read: completion must be fast. */
const lastEntries = 1000

/** The channels of contacts, open promises and the last entries, sorted. */
export function usedChannels(db: Database): Channel[] {
  return cachedColumn<[number], unknown>(
    db,
    `SELECT channel FROM contacts WHERE channel IS NOT NULL
     UNION SELECT channel FROM promises WHERE status = 'open' AND channel IS NOT NULL
     UNION SELECT channel FROM (SELECT channel FROM entries ORDER BY id DESC LIMIT ?) WHERE channel IS NOT NULL
     ORDER BY 1`,
  )
    .all(lastEntries)
    .flatMap((channel) => columns.entries.channel(channel) ?? [])
}
