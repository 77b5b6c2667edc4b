import type { Database } from 'better-sqlite3'
import type { ContactKind } from '../../domain/contact.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { instantsAround, midnightOf, type Moment } from '../../domain/moment.ts'
import type { Entry } from '../../domain/entry.ts'
import { contactsTouched, type LoadFacts, type LoadPromise, type PageFacts } from '../../domain/page.ts'
import { entriesWhere, lastReached, lastRealContacts, nothingNext } from './entries.ts'
import { loadPromises, pagePromises } from './page-promises.ts'
import { ladderVersions } from './plans.ts'
import { cachedColumn, cachedTuples } from './statements.ts'
import { occasionContacts } from './occasions.ts'
import { regulars } from './regulars.ts'

/** The promises read beyond the page to find the next one. */
const lookAhead = 20

/** All facts for the page of a day, read at a moment: the promises open and due by then, and what was done on it. */
export function pageFacts(
  db: Database,
  day: Day,
  cadencedKinds: readonly ContactKind[],
  now: Moment,
  occasionDays: readonly string[],
): PageFacts {
  const { promises, contacts } = pagePromises(db, addDays(day, 1), lookAhead)
  const entries = entriesOf(db, promises)
  const contacted = lastRealContacts(db, contactsTouched(promises, entries), now)
  // Most of these are also the last time I reached them; only the others are queried.
  const others = [...contacted.values()].filter(({ direction }) => direction !== 'out')
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
    lastRealContacts: contacted,
    lastReached: new Map([
      ...[...contacted].filter(([, { direction }]) => direction === 'out'),
      ...reachedBefore,
    ]),
    ladders: ladderVersions(db),
    regulars: regulars(db, cadencedKinds, now),
    occasions: occasionContacts(db, occasionDays, now),
    kept: keptOn(db, day),
    nothingNext: nothingNextAfter(db, day),
  }
}

/** All facts for the number of promises that come up on a day; on the present day, all that are due by then. */
export function loadFacts(db: Database, day: Day, now: Moment): LoadFacts {
  const promises = loadPromises(db, day, day === now.day)
  const entries = entriesOf(db, promises)
  const contacted = lastRealContacts(db, contactsTouched(promises, entries), now)
  return { promises, entries, lastRealContacts: contacted, ladders: ladderVersions(db) }
}

function entriesOf(db: Database, promises: readonly LoadPromise[]): Entry[] {
  return entriesWhere(db, 'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id', {
    ids: JSON.stringify(promises.map((promise) => promise.id)),
  })
}

/** Selects events on a day of the local clock at the time, by the columns of the moment. */
const isOn = (instant: string, offset: string): string =>
  `${instant} >= :from AND ${instant} < :until
     AND ${instant} + ${offset} * 60 >= :midnight AND ${instant} + ${offset} * 60 < :midnight + 86400`

type OnDay = { from: number; until: number; midnight: number }

function onDay(day: Day): OnDay {
  return { ...instantsAround(day), midnight: midnightOf(day) }
}

function keptOn(db: Database, day: Day): number {
  const sql = `SELECT count(*) FROM promises WHERE ${isOn('closed_at', 'closed_offset')} AND status = 'kept'`
  return cachedColumn<[OnDay], number>(db, sql).get(onDay(day)) ?? 0
}

type LastRow = readonly [contact: number, name: string, isMeant: number]

/** The names of contacts with an entry on a day and no open promise, unless that is deliberate (R46). */
function nothingNextAfter(db: Database, day: Day): string[] {
  const rows = cachedTuples<[OnDay], LastRow>(
    db,
    `SELECT e.contact_id, c.name, ${nothingNext('e')} FROM entries e JOIN contacts c ON c.id = e.contact_id
     WHERE ${isOn('e.at', 'e.at_offset')} AND c.do_not_contact IS NOT '"all"' AND NOT EXISTS
       (SELECT 1 FROM promises p WHERE p.contact_id = e.contact_id AND p.status = 'open')
     ORDER BY e.at, e.id`,
  ).all(onDay(day))
  return [...new Map(rows.map((row) => [row[0], row])).values()]
    .filter(([, , isMeant]) => isMeant === 0)
    .map(([, name]) => name)
}
