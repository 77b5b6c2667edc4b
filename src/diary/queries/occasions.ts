import type { Database } from 'better-sqlite3'
import type { Moment } from '../../domain/moment.ts'
import type { OccasionContact } from '../../domain/page.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { lastInstant, realContact } from './entries.ts'
import { pageContact, pageContactColumns, type PageContactRow } from './page-contacts.ts'
import { cachedTuples } from './statements.ts'

type OccasionRow = readonly [
  ...PageContactRow,
  birthday: unknown,
  anniversaries: unknown,
  addedAt: unknown,
  addedOffset: unknown,
  lastAt: unknown,
  lastOffset: unknown,
]

const selectOccasions = `
  SELECT ${pageContactColumns}, c.birthday, c.anniversaries, c.added_at, c.added_offset, l.at, l.at_offset
  FROM contacts c LEFT JOIN entries l ON l.id =
    (SELECT e.id FROM entries e
     WHERE e.contact_id = c.id AND e.at <= :until AND (${realContact('e')} OR e.act = 'sent')
     ORDER BY e.at DESC, e.id DESC LIMIT 1)
  WHERE c.id IN (SELECT contact_id FROM contact_keys
                 WHERE kind = 'yearly' AND key IN (SELECT value FROM json_each(:days)))
    AND c.do_not_contact IS NOT '"all"'`

/**
 * The contacts with a birthday or an anniversary on one of the days (`MM-DD`) who may be contacted (R61), with the last
 * time they were spoken with or written to; in no order.
 */
export function occasionContacts(db: Database, days: readonly string[], now: Moment): OccasionContact[] {
  if (days.length === 0) return []
  return cachedTuples<[{ days: string; until: number }], OccasionRow>(db, selectOccasions)
    .all({ days: JSON.stringify(days), until: lastInstant(now) })
    .map((row) => {
      const { 8: birthday, 9: anniversaries, 10: addedAt, 11: addedOffset, 12: lastAt, 13: lastOffset } = row
      return {
        contact: {
          ...pageContact(row),
          birthday: columns.contacts.birthday(birthday),
          anniversaries: columns.contacts.anniversaries(anniversaries) ?? [],
          addedAt: storedMoment(addedAt, addedOffset),
        },
        lastContact: lastAt === null ? null : storedMoment(lastAt, lastOffset),
      }
    })
}
