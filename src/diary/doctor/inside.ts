import fs from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { DiaryCounts } from '../../domain/backup.ts'
import { bad, sound, warning, type Finding } from '../../domain/diagnosis.ts'
import { fewDifferences, type SchemaDifference } from '../../domain/foreign-schema.ts'
import { codeOf } from '../../files/system-error.ts'
import { countsOf } from '../backup/contents.ts'
import { copyPlaces } from '../backup/copy-places.ts'
import { isForgettingUnfinished } from '../erase/forget.ts'
import { hasWholeHashes } from '../erase/suppression-list.ts'
import { faultsOf, isOfSearch } from '../file/damage.ts'
import { migrations } from '../migrations/migrations.ts'
import { staleIndexes } from '../stale-indexes.ts'
import { faultText, valueFaults } from '../values/faults.ts'
import { BadValue } from '../values/rules.ts'
import { journalFaults } from './history.ts'
import { unknownNumbers } from './unknown-numbers.ts'

const rebuilds = '"fu doctor --repair" rebuilds it.'

const repairs = '"fu doctor --repair" restores the newest sound backup, and keeps this file aside.'

/** The content of a diary file: its size, its counts, and the findings. */
export type Inside = {
  readonly size: number | null
  readonly counts: DiaryCounts | null
  readonly findings: readonly Finding[]
}

/** Skips all other checks: whatever they would find is rebuilt with the schema. */
export function foreignInside(db: Database, size: number, objects: readonly SchemaDifference[]): Inside {
  const schema = bad(
    'schema',
    `Another program changed it: ${fewDifferences(objects)}.`,
    '"fu doctor --repair" moves the rows into a new diary, and keeps this file aside.',
  )
  return { size, counts: attemptedCounts(db), findings: [sound('file', versionWords(db)), schema] }
}

function versionWords(db: Database): string {
  const version = versionOf(db)
  return version < migrations.length
    ? `version ${version}, which the next command updates to ${migrations.length}`
    : `version ${version}`
}

function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Checks a diary of any version whose schema is the one that fu makes. */
export function lookInside(db: Database, size: number): Inside {
  const ofSearch: string[] = []
  const integrity = attempted('integrity', () => {
    const all = faultsOf(db)
    ofSearch.push(...all.filter(isOfSearch))
    const faults = all.filter((fault) => !isOfSearch(fault))
    return faults.length === 0
      ? sound('integrity', 'every page and every index is intact')
      : bad('integrity', `SQLite reports damage: ${few(faults)}.`, repairs)
  })
  const isOld = versionOf(db) < migrations.length
  const schema = sound('schema', 'as fu makes it')
  if (integrity.state === 'bad' && !isIndexFault(integrity) && !isValueFault(integrity)) {
    return {
      size,
      counts: attemptedCounts(db),
      findings: [sound('file', versionWords(db)), schema, integrity],
    }
  }
  return {
    size,
    counts: attemptedCounts(db),
    findings: [
      sound('file', versionWords(db)),
      schema,
      integrity,
      attempted('references', () => references(db)),
      ...(isOld ? [] : insideNewest(db)),
      ...(ofSearch.length > 0
        ? [damagedSearch(ofSearch)]
        : isOld
          ? []
          : [attempted('search', () => search(db))]),
    ],
  }
}

/** The checks that need the newest version. */
function insideNewest(db: Database): Finding[] {
  const read = attempted('values', () => values(db))
  return [
    read,
    attempted('history', () => history(db)),
    // These use the values.
    ...(read.state === 'bad' ? [] : [...unknownNumbers(db), ...forgetting(db), ...wholeHashes(db)]),
  ]
}

/** Whether only data derived from the rows is damaged. */
export function isIndexFault({ detail }: Finding): boolean {
  return /index/.test(detail) && !/page|tree|rowid|malformed database|NULL value|freelist/i.test(detail)
}

/** Whether SQLite only finds values that their columns cannot hold, in sound pages and indexes. */
export function isValueFault({ detail }: Finding): boolean {
  return (
    /CHECK constraint|NULL value|value in/.test(detail) &&
    !/page|tree|rowid|malformed|index|freelist/i.test(detail)
  )
}

/** The most values that are named. */
const mostValues = 20

function values(db: Database): Finding {
  const named: string[] = []
  let rest = 0
  for (const fault of valueFaults(db)) {
    if (named.length < mostValues) named.push(faultText(fault))
    else rest += 1
  }
  if (named.length === 0) return sound('values', 'every value can be read')
  const said = [...named, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')
  const remedy = '"fu doctor --repair" leaves them out of a new diary, and keeps this file aside.'
  return bad('values', `Another program wrote values that fu cannot read: ${said}.`, remedy)
}

function references(db: Database): Finding {
  const faults = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (faults.length === 0) return sound('references', 'every reference leads to an existing row')
  const said = few([...new Set(faults.map(({ table, parent }) => `${table} without their ${parent}`))])
  const remedy = 'fu does not guess here: "fu restore" lists the backups and shows what each would change.'
  return bad('references', `Some references lead nowhere: ${said}.`, remedy)
}

function history(db: Database): Finding {
  const faults = journalFaults(db)
  if (faults.length === 0) return sound('history', 'every row matches the history')
  const remedy =
    'Another program changed the file. "fu undo" may refuse for those rows; none of them is lost.'
  return bad('history', `Some rows do not match the history: ${few(faults)}.`, remedy)
}

function damagedSearch(faults: readonly string[]): Finding {
  return bad('search', `The search index is damaged: ${few(faults)}.`, rebuilds)
}

function search(db: Database): Finding {
  const stale = staleIndexes(db)
  if (stale.length === 0) return sound('search', 'finds what is written')
  return bad('search', `The search index does not match the diary (${stale.join(', ')}).`, rebuilds)
}

/** Reports a forgotten person who may still be in copies of the diary, and the copies that cannot be reached. */
function forgetting(db: Database): Finding[] {
  if (!isForgettingUnfinished(db)) return []
  const unreachable = copyPlaces(db)
    .map((place) => place.path)
    .filter((place) => !fs.existsSync(place))
  if (unreachable.length === 0) {
    return [
      warning(
        'forgetting',
        'Somebody who was forgotten may still be in backups: the erasure was interrupted.',
        '"fu forget" without a name finishes it.',
      ),
    ]
  }
  return [
    warning(
      'forgetting',
      `Somebody who was forgotten is still in a copy that cannot be reached: ${unreachable.join(', ')}.`,
      'Run "fu forget" when it is available; if it is gone for good: "fu forget --gone <file>".',
    ),
  ]
}

/** Reports a suppression list in the format of earlier versions. */
function wholeHashes(db: Database): Finding[] {
  if (!hasWholeHashes(db)) return []
  return [
    warning(
      'forgetting',
      'The suppression list contains whole hashes, from which phone numbers can be recovered.',
      'The next "fu add" or "fu import" replaces them; "fu forget" does so in the backups too.',
    ),
  ]
}

function attempted(name: Finding['name'], check: () => Finding): Finding {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof BadValue) && !/^SQLITE_(?:CORRUPT|NOTADB|ERROR)/.test(codeOf(error))) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return bad(name, `This cannot be checked: ${reason}.`, repairs)
  }
}

function attemptedCounts(db: Database): DiaryCounts | null {
  try {
    return countsOf(db)
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_')) return null
    throw error
  }
}

function few(faults: readonly string[]): string {
  const rest = faults.length - 3
  return [...faults.slice(0, 3), ...(rest > 0 ? [`${rest} more`] : [])].join('; ')
}
