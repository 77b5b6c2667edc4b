import type { Database } from 'better-sqlite3'
import { warning, type Finding } from '../../domain/diagnosis.ts'
import { minimumDigits } from '../../domain/match-keys.ts'
import { digitsOf } from '../../domain/normalize.ts'

/** The most numbers that are named; the others are counted. */
const mostNamed = 10

/** The numbers whose country is unknown (R3), by contact; no finding if there are none. */
export function unknownNumbers(db: Database): Finding[] {
  const rows = db
    .prepare<[], { id: number; name: string; value: string }>(
      `SELECT c.id, c.name, p.value ->> 'value' AS value FROM contacts c, json_each(c.phones) p
       WHERE p.value ->> 'e164' IS NULL ORDER BY c.id`,
    )
    .all()
    .filter(({ value }) => digitsOf(value).length >= minimumDigits)
  if (rows.length === 0) return []
  const named = rows.slice(0, mostNamed).map(({ id, name, value }) => `${value} of ${name} (@${id})`)
  const more = rows.length - named.length
  const numbers = rows.length === 1 ? '1 number has' : `${rows.length} numbers have`
  return [
    warning(
      'numbers',
      `${numbers} no known country: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
      '"fu config country <code>" reads them again; "fu edit <contact> --phone +…" gives one its country code.',
    ),
  ]
}
