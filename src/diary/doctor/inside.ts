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

const repairs = '"fu doctor --repair" brings back the newest sound backup, and keeps this one aside.'

/** What is in a diary file: its size, how much it holds, and what was found. */
export type Inside = {
  readonly size: number | null
  readonly counts: DiaryCounts | null
  readonly findings: readonly Finding[]
}

/** Nothing else is looked at: what would be found is made anew with the schema. */
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
    ? `version ${version}, which the next command brings to ${migrations.length}`
    : `version ${version}`
}

function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** What is found in a diary of any version whose schema is as fu makes it. */
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

/** What is looked at in a diary of the newest version alone. */
function insideNewest(db: Database): Finding[] {
  const read = attempted('values', () => values(db))
  return [
    read,
    attempted('history', () => history(db)),
    // These use the values.
    ...(read.state === 'bad' ? [] : [...unknownNumbers(db), ...forgetting(db), ...wholeHashes(db)]),
  ]
}

/** Whether only what is built from the rows is damaged, and the rows are whole. */
export function isIndexFault({ detail }: Finding): boolean {
  return /index/.test(detail) && !/page|tree|rowid|malformed database|NULL value|freelist/i.test(detail)
}

/** Whether all that SQLite finds are values that their columns cannot hold, and pages and indexes are whole. */
export function isValueFault({ detail }: Finding): boolean {
  return (
    /CHECK constraint|NULL value|value in/.test(detail) &&
    !/page|tree|rowid|malformed|index|freelist/i.test(detail)
  )
}

/** So many values are named. */
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

/** That somebody was forgotten and may still be in copies of the diary, and which of these cannot be reached. */
function forgetting(db: Database): Finding[] {
  if (!isForgettingUnfinished(db)) return []
  const unreachable = copyPlaces(db)
    .map((place) => place.path)
    .filter((place) => !fs.existsSync(place))
  if (unreachable.length === 0) {
    return [
      warning(
        'forgetting',
        'Somebody who was forgotten may still be in backups: the work was cut off.',
        '"fu forget" without a name finishes it.',
      ),
    ]
  }
  return [
    warning(
      'forgetting',
      `Somebody who was forgotten is still in a copy that cannot be reached: ${unreachable.join(', ')}.`,
      '"fu forget" erases them from it when it is there again; "fu forget --gone <file>" where it is gone for good.',
    ),
  ]
}

/** That who is not to come back is listed as earlier versions did. */
function wholeHashes(db: Database): Finding[] {
  if (!hasWholeHashes(db)) return []
  return [
    warning(
      'forgetting',
      'Who is not to come back is listed by whole hashes, from which the phone numbers can be found out.',
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
