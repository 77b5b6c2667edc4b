import type { Database } from 'better-sqlite3'
import type { Day, Due } from '../../domain/day.ts'
import type { LoadPromise, PageContact, PageFacts, PagePromise } from '../../domain/page.ts'
import { columns } from '../values/columns.ts'
import { storedMoment } from '../values/moments.ts'
import { pageContact, pageContactColumns, type PageContactRow } from './page-contacts.ts'
import { storedOpenedBy, storedStep } from './promises.ts'
import { cachedTuples } from './statements.ts'

const { contacts: contactValue, promises: value } = columns

/** A promise as a page reads it, after its contact; rare columns are combined into one, as for contacts. */
type PageRow = readonly [
  ...PageContactRow,
  id: unknown,
  owner: unknown,
  what: unknown,
  channel: unknown,
  kind: unknown,
  dueDay: unknown,
  dueTime: unknown,
  madeAt: unknown,
  madeOffset: unknown,
  rare: string | null,
]

/** Columns that few promises fill; without a promised day of its own, a promise has that of its due. */
type RareColumns = readonly [
  aboutId: unknown,
  aboutName: unknown,
  hot: unknown,
  promisedDay: unknown,
  promisedTime: unknown,
  snoozedUntil: unknown,
  trigger: unknown,
  run: unknown,
  step: unknown,
  windowUntil: unknown,
  fromCallLog: unknown,
  fromMail: unknown,
  repeat: unknown,
]

type RareFacts = Pick<
  PagePromise,
  'about' | 'hot' | 'snoozedUntil' | 'trigger' | 'step' | 'windowUntil' | 'openedBy' | 'repeat'
> & {
  readonly promised: Due | null
}

const nothingMore: RareFacts = {
  about: null,
  hot: false,
  promised: null,
  snoozedUntil: null,
  trigger: null,
  step: null,
  windowUntil: null,
  openedBy: null,
  repeat: null,
}

/**
 * The open promises of a page, and the next few after it. Their ids are selected first: otherwise the database would
 * scan all promises in the order of their numbers.
 */
const selectPage = `
  SELECT ${pageContactColumns}, p.id, p.owner, p.what, p.channel, p.kind, p.due_day, p.due_time, p.made_at, p.made_offset,
    CASE WHEN p.hot OR p.from_call_log OR p.from_mail OR p.promised_day IS NOT p.due_day OR p.promised_time IS NOT p.due_time
        OR coalesce(p.about_id, p.snoozed_until, p.trigger, p.run_id, p.step_index, p.window_until, p.repeat) IS NOT NULL
      THEN json_array(p.about_id, a.name, p.hot, p.promised_day, p.promised_time, p.snoozed_until, p.trigger,
        p.run_id, p.step_index, p.window_until, p.from_call_log, p.from_mail, p.repeat) END
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id
  WHERE p.id IN (
    SELECT id FROM promises WHERE status = 'open' AND due_day <= :until
    UNION ALL
    SELECT id FROM (SELECT id FROM promises WHERE status = 'open' AND due_day > :until
                    ORDER BY due_day, id LIMIT :more))
  ORDER BY p.id`

/**
 * The open promises due by a day and the next few after it, with their contacts, in one query, because the page waits
 * for it.
 */
export function pagePromises(
  db: Database,
  until: Day,
  more: number,
): Pick<PageFacts, 'promises' | 'contacts'> {
  const rows = cachedTuples<[{ until: Day; more: number }], PageRow>(db, selectPage).all({ until, more })
  const contacts = new Map<number, PageContact>()
  const promises = rows.map((row) => {
    const known = contacts.get(contactValue.id(row[0]))
    const contact = known ?? pageContact(row)
    if (known === undefined) contacts.set(contact.id, contact)
    return toPromise(row, contact)
  })
  return { promises, contacts }
}

type LoadRow = readonly [
  id: unknown,
  contactId: unknown,
  owner: unknown,
  kind: unknown,
  dueDay: unknown,
  dueTime: unknown,
  snoozedUntil: unknown,
  windowUntil: unknown,
]

/**
 * The open promises that may come up on a day: those due on it, and of those due before, the ones with entries, or all
 * with `all`.
 */
export function loadPromises(db: Database, day: Day, all: boolean): LoadPromise[] {
  // +id prevents a scan of all promises in the order of their numbers.
  return cachedTuples<[{ day: Day; all: number }], LoadRow>(
    db,
    `SELECT id, contact_id, owner, kind, due_day, due_time, snoozed_until, window_until FROM promises p
     WHERE status = 'open' AND due_day <= :day AND (:all OR due_day = :day OR snoozed_until IS NOT NULL
       OR EXISTS (SELECT 1 FROM entries e WHERE e.promise_id = p.id)) ORDER BY +id`,
  )
    .all({ day, all: all ? 1 : 0 })
    .map(([id, contactId, owner, kind, dueDay, time, snoozedUntil, windowUntil]) => ({
      id: value.id(id),
      contact: { id: value.contact_id(contactId) },
      owner: value.owner(owner),
      kind: value.kind(kind),
      due: { day: value.due_day(dueDay), time: value.due_time(time) },
      snoozedUntil: value.snoozed_until(snoozedUntil),
      windowUntil: value.window_until(windowUntil),
      status: 'open',
    }))
}

function toPromise(
  {
    8: id,
    9: owner,
    10: what,
    11: channel,
    12: kind,
    13: day,
    14: time,
    15: madeAt,
    16: madeOffset,
    17: rare,
  }: PageRow,
  contact: PageContact,
): PagePromise {
  const due = { day: value.due_day(day), time: value.due_time(time) }
  const { promised, ...others } = rare === null ? nothingMore : rareFacts(JSON.parse(rare) as RareColumns)
  return {
    id: value.id(id),
    contact,
    ...others,
    owner: value.owner(owner),
    what: value.what(what),
    channel: value.channel(channel),
    kind: value.kind(kind),
    due,
    promised: promised ?? due,
    madeAt: storedMoment(madeAt, madeOffset),
    status: 'open',
  }
}

function rareFacts({
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
  10: fromCallLog,
  11: fromMail,
  12: repeat,
}: RareColumns): RareFacts {
  const about = value.about_id(aboutId)
  return {
    about: about === null ? null : { id: about, name: contactValue.name(aboutName ?? '') },
    hot: value.hot(hot),
    promised: { day: value.promised_day(promisedDay), time: value.promised_time(promisedTime) },
    snoozedUntil: value.snoozed_until(snoozedUntil),
    trigger: value.trigger(trigger),
    step: storedStep(run, step),
    windowUntil: value.window_until(windowUntil),
    openedBy: storedOpenedBy(fromCallLog, fromMail),
    repeat: value.repeat(repeat),
  }
}
