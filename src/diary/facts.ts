import type { Database } from 'better-sqlite3'
import type { ContactKind } from '../domain/contact.ts'
import { addDays, type Day } from '../domain/day.ts'
import { instantsAround, type Moment } from '../domain/moment.ts'
import { isMeantLast, type Entry } from '../domain/entry.ts'
import type { LoadFacts, LoadPromise, PageFacts, Regular } from '../domain/page.ts'
import { contactsWhere } from './contacts.ts'
import { entriesWhere, lastReached, lastRealContacts } from './entries.ts'
import { loadPromises, pagePromises } from './page-promises.ts'
import { ladderVersions } from './plans.ts'
import { promisesWhere } from './promises.ts'

/** How many promises after the page are read to say what comes next. */
const lookAhead = 20

/** Everything that bears on the page of a day, asked at a moment: what is open and due by then, and what was done on it. */
export function pageFacts(
  db: Database,
  day: Day,
  cadencedKinds: readonly ContactKind[],
  now: Moment,
): PageFacts {
  const { promises, contacts } = pagePromises(db, addDays(day, 1), lookAhead)
  const around = instantsAround(day)
  const closed = promisesWhere(
    db,
    'WHERE p.closed_at >= :from AND p.closed_at < :until ORDER BY p.id',
    around,
  )
  const dealtWith = entriesWhere(
    db,
    `WHERE e.at >= :from AND e.at < :until AND NOT EXISTS
       (SELECT 1 FROM promises p WHERE p.contact_id = e.contact_id AND p.status = 'open')
       AND c.do_not_contact IS NOT '"all"'
     ORDER BY e.at, e.id`,
    around,
  ).filter((entry) => entry.at.day === day)
  const entries = entriesOf(db, promises)
  const lastReal = lastRealContacts(db, contactsTouched(promises, entries), now)
  // Most of them are the last time I reached somebody as well: the others are looked up.
  const others = [...lastReal.values()].filter(({ direction }) => direction !== 'out')
  const reachedBefore = lastReached(
    db,
    others.map(({ contact }) => contact.id),
    now,
  )
  return {
    day,
    promises,
    contacts,
    entries,
    lastReal,
    lastReached: new Map([
      ...[...lastReal].filter(([, { direction }]) => direction === 'out'),
      ...reachedBefore,
    ]),
    ladders: ladderVersions(db),
    regulars: regulars(db, cadencedKinds, now),
    closed: closed.filter((promise) => promise.status !== 'open' && promise.closedAt.day === day),
    nothingNext: [...new Map(dealtWith.map((entry) => [entry.contact.id, entry])).values()]
      .filter((entry) => !isMeantLast(entry))
      .map((entry) => entry.contact.name),
  }
}

/** Everything that bears on how many promises come up on a day by itself; on the present day, all that are due by then. */
export function loadFacts(db: Database, day: Day, now: Moment): LoadFacts {
  const promises = loadPromises(db, day, day === now.day)
  const entries = entriesOf(db, promises)
  const lastReal = lastRealContacts(db, contactsTouched(promises, entries), now)
  return { promises, entries, lastReal, ladders: ladderVersions(db) }
}

/** Whose promises something has happened to: for the others it does not matter when we last spoke. */
function contactsTouched(promises: readonly LoadPromise[], entries: readonly Entry[]): number[] {
  const touched = new Set(entries.map((entry) => entry.promise))
  return promises.filter(({ id }) => touched.has(id)).map(({ contact }) => contact.id)
}

function entriesOf(db: Database, promises: readonly LoadPromise[]): Entry[] {
  return entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
    ids: JSON.stringify(promises.map((promise) => promise.id)),
  })
}

/** The contacts with a cadence, their own or that of their kind, to whom I owe nothing and who may be contacted. */
export function regulars(db: Database, cadencedKinds: readonly ContactKind[], now: Moment): Regular[] {
  const contacts = contactsWhere(
    db,
    `c.id IN (SELECT id FROM contacts WHERE every IS NOT NULL
              UNION ALL SELECT id FROM contacts WHERE kind IN (SELECT value FROM json_each(:kinds)))
     AND c.do_not_contact IS NOT '"all"'
     AND NOT EXISTS
       (SELECT 1 FROM promises p WHERE p.contact_id = c.id AND p.status = 'open' AND p.owner = 'mine')`,
    { kinds: JSON.stringify(cadencedKinds) },
  )
  const lastReal = lastRealContacts(
    db,
    contacts.map((contact) => contact.id),
    now,
  )
  return contacts.map((contact) => ({ contact, lastReal: lastReal.get(contact.id)?.at ?? null }))
}
