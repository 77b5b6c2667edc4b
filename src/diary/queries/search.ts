import type { Database } from 'better-sqlite3'
import type { Found } from '../../domain/search.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { searchedDigits } from '../../domain/number-search.ts'
import { contactsWhere } from './contacts.ts'
import { entriesWhere } from './entries.ts'
import { literal } from './literal.ts'
import { havingDigits, type Condition } from './people.ts'
import { promisesWhere } from './promises.ts'

/** The shortest text in the search index; shorter ones are searched in the rows. */
const indexedLength = 3

/** How to search one kind of rows: the search table, and its source text. */
type Place = { readonly table: string; readonly id: string; readonly text: string }

const names: Place = {
  table: 'contact_search',
  id: 'c.id',
  text: `concat_ws(' ', c.lookup ->> '$.name', c.lookup ->> '$.rest')`,
}
const promises: Place = {
  table: 'promise_search',
  id: 'p.id',
  text: `concat_ws(' ', p.what, p.trigger, p.reason, p.note)`,
}
const entries: Place = { table: 'entry_search', id: 'e.id', text: `concat_ws(' ', e.text, e.offer)` }

/** Everything that contains all of the words: people with their numbers, promises, and entries, newest first. */
export function searchEverything(db: Database, text: string): Found {
  db.function('holds', { deterministic: true }, (held, word) =>
    normalizeText(String(held)).includes(String(word)) ? 1 : 0,
  )
  // A single hyphen would match everything that is written without its hyphens.
  const words = text.split(/\s+/u).filter((word) => normalizeText(word) !== '')
  const digits = searchedDigits(text)
  const named = holdingAll(names, words.map(normalizeText))
  // Digits may be a part of a number, or occur in a note as a year or a day.
  const people = digits.length === 0 ? named : eitherOf(havingDigits(digits), named)
  const promised = holdingAll(promises, words)
  const written = holdingAll(entries, words)
  return {
    contacts: contactsWhere(db, people.condition, people.params),
    promises: promisesWhere(db, `WHERE ${promised.condition} ORDER BY p.id DESC`, promised.params),
    entries: entriesWhere(db, `WHERE ${written.condition} ORDER BY e.at DESC, e.id DESC`, written.params),
  }
}

function eitherOf(one: Condition, other: Condition): Condition {
  return {
    condition: `(${one.condition}) OR (${other.condition})`,
    params: { ...one.params, ...other.params },
  }
}

function holdingAll({ table, id, text }: Place, words: readonly string[]): Condition {
  const long = words.filter((word) => Array.from(word).length >= indexedLength)
  const short = words
    .filter((word) => !long.includes(word))
    .map((word, index) => [`short${index}`, normalizeText(word)])
  const conditions = short.map(([name]) => `holds(${text}, :${name})`)
  const match = long.map((word) => `(${spellings(word).map(literal).join(' OR ')})`).join(' AND ')
  if (long.length > 0) conditions.push(`${id} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH :match)`)
  return {
    condition: conditions.join(' AND ') || '0',
    params: { ...Object.fromEntries(short), ...(match === '' ? {} : { match }) },
  }
}

/** The spellings of a word that the search table does not treat as equal. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase()
  return [
    ...new Set([
      lower,
      lower.replaceAll('ss', 'ß'),
      lower.replaceAll('ß', 'ss'),
      lower.replaceAll('o', 'ø'),
      lower.replaceAll('ø', 'o'),
    ]),
  ]
}
