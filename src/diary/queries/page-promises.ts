import type { Database } from 'better-sqlite3'
import type { Channel } from '../../domain/contact.ts'
import type { Day, Time } from '../../domain/day.ts'
import type { LoadPromise, PageContact, PageFacts, PagePromise } from '../../domain/page.ts'
import type { Owner, PromiseKind } from '../../domain/promise.ts'
import { pageContact, pageContactColumns, type PageContactRow } from './page-contacts.ts'
import { cachedTuples } from './statements.ts'

/** A promise as a page reads it, behind its contact; what few promises have stands in one column, as of a contact. */
type PageRow = readonly [
  ...PageContactRow,
  id: number,
  owner: Owner,
  what: string,
  channel: Channel | null,
  kind: PromiseKind,
  dueDay: Day,
  dueTime: Time | null,
  seldom: string | null,
]

/** What few promises have; without a day of its own, what was promised is the due. */
type Seldom = readonly [
  aboutId: number | null,
  aboutName: string | null,
  hot: number,
  promisedDay: Day | null,
  promisedTime: Time | null,
  snoozedUntil: Day | null,
  trigger: string | null,
  run: number | null,
  step: number | null,
  windowUntil: Day | null,
]

const nothingMore: Seldom = [null, null, 0, null, null, null, null, null, null, null]

/**
 * The open promises of a page, and the earliest few after it. Chosen before they are read: the database would
 * otherwise go through every promise in the order of their numbers.
 */
const selectPage = `
  SELECT ${pageContactColumns}, p.id, p.owner, p.what, p.channel, p.kind, p.due_day, p.due_time,
    CASE WHEN p.hot OR p.promised_day IS NOT p.due_day OR p.promised_time IS NOT p.due_time
        OR coalesce(p.about_id, p.snoozed_until, p.trigger, p.run_id, p.step_index, p.window_until) IS NOT NULL
      THEN json_array(p.about_id, a.name, p.hot, p.promised_day, p.promised_time, p.snoozed_until, p.trigger,
        p.run_id, p.step_index, p.window_until) END
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id
  WHERE p.id IN (
    SELECT id FROM promises WHERE status = 'open' AND due_day <= :until
    UNION ALL
    SELECT id FROM (SELECT id FROM promises WHERE status = 'open' AND due_day > :until
                    ORDER BY due_day, id LIMIT :more))
  ORDER BY p.id`

/** The open promises due by a day and so many after it, with their contacts: one reading for both, which a page waits for. */
export function pagePromises(
  db: Database,
  until: Day,
  more: number,
): Pick<PageFacts, 'promises' | 'contacts'> {
  const rows = cachedTuples<[{ until: Day; more: number }], PageRow>(db, selectPage).all({ until, more })
  const contacts = new Map<number, PageContact>()
  const promises = rows.map((row) => {
    const known = contacts.get(row[0])
    const contact = known ?? pageContact(row)
    if (known === undefined) contacts.set(contact.id, contact)
    return toPromise(row, contact)
  })
  return { promises, contacts }
}

type LoadRow = readonly [
  id: number,
  contactId: number,
  owner: Owner,
  kind: PromiseKind,
  dueDay: Day,
  dueTime: Time | null,
  snoozedUntil: Day | null,
]

/**
 * The open promises that may come up on a day by themselves: those due on it, and of those due before the ones that
 * something has happened to, or `all` of these.
 */
export function loadPromises(db: Database, day: Day, all: boolean): LoadPromise[] {
  // +id: in the order of the numbers every promise ever made would be read.
  return cachedTuples<[{ day: Day; all: number }], LoadRow>(
    db,
    `SELECT id, contact_id, owner, kind, due_day, due_time, snoozed_until FROM promises p
     WHERE status = 'open' AND due_day <= :day AND (:all OR due_day = :day OR snoozed_until IS NOT NULL
       OR EXISTS (SELECT 1 FROM entries e WHERE e.promise_id = p.id)) ORDER BY +id`,
  )
    .all({ day, all: all ? 1 : 0 })
    .map(([id, contactId, owner, kind, dueDay, time, snoozedUntil]) => ({
      id,
      contact: { id: contactId },
      owner,
      kind,
      due: { day: dueDay, time },
      snoozedUntil,
      status: 'open',
    }))
}

function toPromise(
  { 8: id, 9: owner, 10: what, 11: channel, 12: kind, 13: day, 14: time, 15: checkInterval }: PageRow,
  contact: PageContact,
): PagePromise {
  const due = { day, time }
  const {
    0: aboutId,
    1: aboutName,
    2: hot,
    3: promisedDay,
    4: promisedTime,
    5: snoozedUntil,
    6: trigger,
    7: run,
    8: step,
    9: windowUntil,
  } = checkInterval === null ? nothingMore : (JSON.parse(checkInterval) as Seldom)
  return {
    id,
    contact,
    about: aboutId === null ? null : { id: aboutId, name: aboutName ?? '' },
    owner,
    what,
    channel,
    kind,
    hot: hot === 1,
    due,
    promised: promisedDay === null ? due : { day: promisedDay, time: promisedTime },
    snoozedUntil,
    trigger,
    step: run === null || step === null ? null : { run, index: step },
    windowUntil,
    status: 'open',
  }
}
