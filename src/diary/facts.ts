import type { Database } from 'better-sqlite3'
import { addDays, type Day } from '../domain/day.ts'
import { instantsAround } from '../domain/moment.ts'
import type { PageFacts } from '../domain/page.ts'
import { contactsById } from './contacts.ts'
import { entriesWhere, lastRealContacts } from './entries.ts'
import { openPromises, promisesWhere } from './promises.ts'

/** How many promises after the page are read to say what comes next. */
const lookAhead = 20

/** Everything that bears on the page of a day: what is open and due by then, and what was done on it. */
export function pageFacts(db: Database, day: Day): PageFacts {
  const tomorrow = addDays(day, 1)
  const promises = openPromises([
    ...promisesWhere(db, `WHERE p.status = 'open' AND p.due_day <= :tomorrow ORDER BY p.id`, { tomorrow }),
    ...promisesWhere(
      db,
      `WHERE p.status = 'open' AND p.due_day > :tomorrow ORDER BY p.due_day, p.id LIMIT ${lookAhead}`,
      { tomorrow },
    ),
  ])
  const ids = promises.map((promise) => promise.contact.id)
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
     ORDER BY e.at, e.id`,
    around,
  ).filter((entry) => entry.at.day === day)
  return {
    day,
    promises,
    contacts: contactsById(db, ids),
    entries: entriesWhere(
      db,
      'WHERE e.promise_id IN (SELECT value FROM json_each(:ids)) ORDER BY e.at, e.id',
      { ids: JSON.stringify(promises.map((promise) => promise.id)) },
    ),
    lastReal: lastRealContacts(db, ids),
    closed: closed.filter((promise) => promise.status !== 'open' && promise.closedAt.day === day),
    nothingNext: [...new Map(dealtWith.map((entry) => [entry.contact.id, entry.contact.name])).values()],
  }
}
