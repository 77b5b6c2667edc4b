import type { Database } from 'better-sqlite3'
import { fillFacts } from './fill-facts.ts'
import { fillYearlyKeys } from './fill-yearly-keys.ts'

/** The row migrations, by version; each runs after the schema migration. */
export const fills: ReadonlyMap<number, (db: Database) => void> = new Map([
  [4, fillFacts],
  [6, fillYearlyKeys],
])
