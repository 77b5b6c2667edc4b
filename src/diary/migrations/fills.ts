import type { Database } from 'better-sqlite3'
import { fillFacts } from './fill-facts.ts'
import { fillYearlyKeys } from './fill-yearly-keys.ts'

/** What the rows of an older diary need once it has the schema of a version, by that version. */
export const fills: ReadonlyMap<number, (db: Database) => void> = new Map([
  [4, fillFacts],
  [6, fillYearlyKeys],
])
