import type { Database } from 'better-sqlite3'
import type { Channel, Contact, ContactKind } from '../domain/contact.ts'
import type { Day, Time } from '../domain/day.ts'
import type { LoadPromise, PageContact, PageFacts, PagePromise } from '../domain/page.ts'
import type { Owner, PromiseKind } from '../domain/promise.ts'
import { doNotContactIn, listIn } from './contacts.ts'
import { prepared } from './prepared.ts'

/** A promise and its contact as a page reads them: a list of columns, as of a promise alone. */
type PageRow = readonly [
  id: number,
  contactId: number,
  aboutId: number | null,
  aboutName: string | null,
  owner: Owner,
  what: string,
  channel: Channel | null,
  kind: PromiseKind,
  hot: number,
  dueDay: Day,
  dueTime: Time | null,
  promisedDay: Day,
  promisedTime: Time | null,
  snoozedUntil: Day | null,
  trigger: string | null,
  run: number | null,
  step: number | null,
  windowUntil: Day | null,
  name: string,
  company: string | null,
  contactKind: ContactKind | null,
  contactChannel: Channel | null,
  phones: string,
  emails: string,
  addresses: string,
  timeZone: string | null,
  bestTime: string | null,
  doNotContact: string | null,
]

/**
 * The open promises of a page, and the earliest few after it. Chosen before they are read: the database would
 * otherwise go through every promise in the order of their numbers.
 */
const selectPage = `
  SELECT p.id, p.contact_id, p.about_id, a.name, p.owner, p.what, p.channel, p.kind, p.hot, p.due_day, p.due_time,
    p.promised_day, p.promised_time, p.snoozed_until, p.trigger, p.run_id, p.step_index, p.window_until, c.name,
    c.company, c.kind, c.channel, c.phones, c.emails, c.addresses, c.time_zone, c.best_time, c.do_not_contact
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
  const rows = prepared<[{ until: Day; more: number }], PageRow>(db, selectPage).raw().all({ until, more })
  const contacts = new Map<number, PageContact>()
  const promises = rows.map((row) => {
    const known = contacts.get(row[1])
    const contact = known ?? toContact(row)
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
  return prepared<[{ day: Day; all: number }], LoadRow>(
    db,
    `SELECT id, contact_id, owner, kind, due_day, due_time, snoozed_until FROM promises p
     WHERE status = 'open' AND due_day <= :day AND (:all OR due_day = :day OR snoozed_until IS NOT NULL
       OR EXISTS (SELECT 1 FROM entries e WHERE e.promise_id = p.id)) ORDER BY +id`,
  )
    .raw()
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

function toContact({
  1: id,
  18: name,
  19: company,
  20: kind,
  21: channel,
  22: phones,
  23: emails,
  24: addresses,
  25: timeZone,
  26: bestTime,
  27: doNotContact,
}: PageRow): PageContact {
  return {
    id,
    name,
    company,
    kind,
    channel,
    phones: listIn(phones) as Contact['phones'],
    emails: listIn(emails) as Contact['emails'],
    addresses: listIn(addresses) as Contact['addresses'],
    timeZone,
    bestTime,
    doNotContact: doNotContactIn(doNotContact),
  }
}

function toPromise(
  {
    0: id,
    2: aboutId,
    3: aboutName,
    4: owner,
    5: what,
    6: channel,
    7: kind,
    8: hot,
    9: dueDay,
    10: dueTime,
    11: promisedDay,
    12: promisedTime,
    13: snoozedUntil,
    14: trigger,
    15: run,
    16: step,
    17: windowUntil,
  }: PageRow,
  contact: PageContact,
): PagePromise {
  return {
    id,
    contact,
    about: aboutId === null ? null : { id: aboutId, name: aboutName ?? '' },
    owner,
    what,
    channel,
    kind,
    hot: hot === 1,
    due: { day: dueDay, time: dueTime },
    promised: { day: promisedDay, time: promisedTime },
    snoozedUntil,
    trigger,
    step: run === null || step === null ? null : { run, index: step },
    windowUntil,
    status: 'open',
  }
}
