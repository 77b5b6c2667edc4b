import type { Database } from 'better-sqlite3'
import type { Widest } from '../../domain/exported-diary.ts'

/** The size of a diary: the last number of each kind of row. */
export type Extent = { readonly contacts: number; readonly promises: number; readonly entries: number }

/** The extent now; later rows are beyond it. */
export function extentOf(db: Database): Extent {
  const read = db.prepare<[], Extent>(`
    SELECT (SELECT coalesce(max(id), 0) FROM contacts) AS contacts,
      (SELECT coalesce(max(id), 0) FROM promises) AS promises, (SELECT coalesce(max(id), 0) FROM entries) AS entries`)
  return read.get() ?? { contacts: 0, promises: 0, entries: 0 }
}

/** The columns needed for a table of the contacts up to a number. */
export function widestOf(db: Database, last: number): Widest {
  const lists = ['phones', 'emails', 'addresses', 'links', 'anniversaries']
  const longest = lists.map((name) => `coalesce(max(json_array_length(${name})), 0) AS ${name}`).join(', ')
  const counts = db
    .prepare<[number], Omit<Widest, 'extra'>>(
      `SELECT ${longest}, ${longestWith('addresses', 'parts')} AS addressParts,
         ${longestWith('phones', 'params')} AS phoneParams, ${longestWith('emails', 'params')} AS emailParams
       FROM contacts WHERE id <= ?`,
    )
    .get(last)
  const extra = db
    .prepare<[number], string>(
      `SELECT DISTINCT x.value ->> '$.name' FROM contacts c, json_each(c.extra) x
       WHERE c.id <= ? AND x.value ->> '$.group' IS NULL AND x.value ->> '$.params' = '{}' ORDER BY 1`,
    )
    .pluck()
    .all(last)
  const none = {
    phones: 0,
    emails: 0,
    addresses: 0,
    addressParts: 0,
    phoneParams: 0,
    emailParams: 0,
    links: 0,
    anniversaries: 0,
  }
  return { ...none, ...counts, extra }
}

/** The length of the longest list, among the lists with an item that has this field. */
function longestWith(list: string, field: string): string {
  return `coalesce(max(json_array_length(${list})) FILTER (WHERE ${list} LIKE '%"${field}":%'), 0)`
}
