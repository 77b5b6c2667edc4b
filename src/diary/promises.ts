import type { Day, Due } from '../domain/day.ts'
import { instantsAround } from '../domain/moment.ts'
import { movingActs } from '../domain/move.ts'
import type { DiaryPromise, OpenPromise, Owner } from '../domain/promise.ts'
import type { DayRange } from '../domain/review.ts'
import type { Read } from './connection.ts'
import { daysOf, openNumbered, promisesWhere } from './queries/promises.ts'
import { openAmong, uidsToRemind } from './queries/reminders.ts'

/** The conditions of a filter; a promise must meet all of them. */
export type PromiseFilter = {
  readonly ids?: readonly number[]
  /** With one of these contacts, or about one of them. */
  readonly contacts?: readonly number[]
  readonly status?: DiaryPromise['status']
  readonly owner?: Owner
  /** Due on this day or before. */
  readonly dueBy?: Day
  /** Closed on one of these days. */
  readonly closed?: DayRange
  /** Moved or snoozed on this day or after; near the day, maybe before. */
  readonly movedSince?: Day
}

/** The promises of a diary. */
export type Promises = {
  find(id: number): DiaryPromise | null
  /** In the order in which they were made. */
  where(filter: PromiseFilter): DiaryPromise[]
  /** The number of each promise with these statuses, with the day and time it is due or, if closed, was closed. */
  days(statuses: readonly DiaryPromise['status'][]): (Due & { readonly id: number })[]
  /** At most `limit` open promises whose number begins with these digits, earliest due first. */
  openNumbered(digits: string, limit: number): OpenPromise[]
  /** The next `limit` promises after `after`, in the order in which they were made, up to `last`. */
  page(after: number, last: number, limit: number): DiaryPromise[]
  /** The uids, by number, of the given open promises whose contact may be contacted. */
  uidsToRemind(ids: readonly number[]): ReadonlyMap<number, string>
  /** The given uids that belong to open promises. */
  openAmong(uids: readonly string[]): ReadonlySet<string>
}

export function promisesOf(read: Read): Promises {
  return {
    find: (id) => read((db) => promisesWhere(db, 'WHERE p.id = :id', { id })[0] ?? null),
    where: (filter) => {
      const { clause, params } = conditionsOf(filter)
      const promises = read((db) => promisesWhere(db, `WHERE ${clause} ORDER BY p.id`, params))
      const { closed } = filter
      return closed === undefined ? promises : promises.filter((promise) => isClosedIn(promise, closed))
    },
    days: (statuses) => read((db) => daysOf(db, statuses)),
    openNumbered: (digits, limit) => read((db) => openNumbered(db, digits, limit)),
    page: (after, last, limit) =>
      read((db) =>
        promisesWhere(db, 'WHERE p.id > :after AND p.id <= :last ORDER BY p.id LIMIT :limit', {
          after,
          last,
          limit,
        }),
      ),
    uidsToRemind: (ids) => read((db) => uidsToRemind(db, ids)),
    openAmong: (uids) => read((db) => openAmong(db, uids)),
  }
}

type Condition = { readonly sql: string; readonly params: Readonly<Record<string, string | number>> }

/** A filter in SQL; for `closed`, the range of instants that can be on one of its days in any time zone. */
function conditionsOf(filter: PromiseFilter): { clause: string; params: Record<string, string | number> } {
  const { ids, contacts, status, owner, dueBy, closed, movedSince } = filter
  const conditions: (Condition | null)[] = [
    ids === undefined
      ? null
      : { sql: 'p.id IN (SELECT value FROM json_each(:ids))', params: { ids: JSON.stringify(ids) } },
    contacts === undefined
      ? null
      : {
          sql: `(p.contact_id IN (SELECT value FROM json_each(:contacts))
                 OR p.about_id IN (SELECT value FROM json_each(:contacts)))`,
          params: { contacts: JSON.stringify(contacts) },
        },
    status === undefined ? null : { sql: 'p.status = :status', params: { status } },
    owner === undefined ? null : { sql: 'p.owner = :owner', params: { owner } },
    dueBy === undefined ? null : { sql: 'p.due_day <= :dueBy', params: { dueBy } },
    closed === undefined
      ? null
      : {
          sql: 'p.closed_at >= :from AND p.closed_at < :until',
          params: { from: instantsAround(closed.from).from, until: instantsAround(closed.until).until },
        },
    movedSince === undefined
      ? null
      : {
          sql: `p.id IN (SELECT e.promise_id FROM entries e WHERE e.at >= :since AND e.act IN (${moving}))`,
          params: { since: instantsAround(movedSince).from },
        },
  ]
  const given = conditions.filter((condition) => condition !== null)
  return {
    clause: given.map(({ sql }) => sql).join(' AND ') || 'TRUE',
    params: Object.fromEntries(given.flatMap(({ params }) => Object.entries(params))),
  }
}

/** The acts that move a promise, as a list of SQL. */
const moving = `'${movingActs.join("', '")}'`

function isClosedIn(promise: DiaryPromise, { from, until }: DayRange): boolean {
  return promise.status !== 'open' && promise.closedAt.day >= from && promise.closedAt.day <= until
}
