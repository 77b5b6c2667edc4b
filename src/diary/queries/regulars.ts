import type { Database } from 'better-sqlite3'
import type { ContactKind } from '../../domain/contact.ts'
import type { Moment } from '../../domain/moment.ts'
import type { RegularContact } from '../../domain/page.ts'
import { lastInstant, realContact } from './entries.ts'
import { pageContact, pageContactColumns, type PageContactRow } from './page-contacts.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { cachedTuples } from './statements.ts'

type RegularRow = readonly [
  ...PageContactRow,
  every: unknown,
  addedAt: unknown,
  addedOffset: unknown,
  lastAt: unknown,
  lastOffset: unknown,
]

const selectRegulars = `
  SELECT ${pageContactColumns}, c.every, c.added_at, c.added_offset, l.at, l.at_offset
  FROM contacts c LEFT JOIN entries l ON l.id =
    (SELECT e.id FROM entries e WHERE e.contact_id = c.id AND e.at <= :until AND ${realContact('e')}
     ORDER BY e.at DESC, e.id DESC LIMIT 1)
  WHERE c.id IN (SELECT id FROM contacts WHERE every IS NOT NULL
                 UNION ALL SELECT id FROM contacts WHERE kind IN (SELECT value FROM json_each(:kinds)))
    AND c.do_not_contact IS NOT '"all"'
    AND NOT EXISTS
      (SELECT 1 FROM promises p WHERE p.contact_id = c.id AND p.status = 'open' AND p.owner = 'mine')`

/**
 * The contacts with a cadence, their own or that of their kind, to whom I owe nothing and who may be contacted, with the
 * last real contact as of a moment; in no order.
 */
export function regulars(db: Database, cadencedKinds: readonly ContactKind[], now: Moment): RegularContact[] {
  return cachedTuples<[{ kinds: string; until: number }], RegularRow>(db, selectRegulars)
    .all({ kinds: JSON.stringify(cadencedKinds), until: lastInstant(now) })
    .map(toRegular)
}

function toRegular(row: RegularRow): RegularContact {
  const { 8: every, 9: addedAt, 10: addedOffset, 11: lastAt, 12: lastOffset } = row
  return {
    contact: {
      ...pageContact(row),
      every: columns.contacts.every(every),
      addedAt: storedMoment(addedAt, addedOffset),
    },
    lastRealContact: lastAt === null ? null : storedMoment(lastAt, lastOffset),
  }
}
