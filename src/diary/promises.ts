import type { Database } from 'better-sqlite3'
import type { Channel } from '../domain/contact.ts'
import type { CellValue } from '../domain/change.ts'
import type { Day, Due, Time } from '../domain/day.ts'
import { momentOf } from '../domain/moment.ts'
import type {
  ClosingOutcome,
  Commitment,
  DiaryPromise,
  NewPromise,
  OpenPromise,
  Owner,
  PromiseKind,
} from '../domain/promise.ts'

type PromiseRow = {
  id: number
  uid: string
  contact_id: number
  contact_name: string
  company: string | null
  about_id: number | null
  about_name: string | null
  owner: Owner
  what: string
  channel: Channel | null
  kind: PromiseKind
  hot: number
  due_day: Day
  due_time: Time | null
  promised_day: Day
  promised_time: Time | null
  snoozed_until: Day | null
  trigger: string | null
  plan: string | null
  run_id: number | null
  step_index: number | null
  window_until: Day | null
  made_at: number
  made_offset: number
  status: DiaryPromise['status']
  closed_at: number | null
  closed_offset: number | null
  outcome: ClosingOutcome | null
  reason: string | null
  note: string | null
}

/** Columns, tables and joins of a promise with the names of its people; conditions speak of `p`. */
const selectPromises = `
  SELECT p.*, c.name AS contact_name, c.company, a.name AS about_name
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id`

/** The promises that a clause on `p` selects (`WHERE … ORDER BY …`). */
export function promisesWhere(
  db: Database,
  clause: string,
  params: Record<string, CellValue>,
): DiaryPromise[] {
  return db
    .prepare<[Record<string, CellValue>], PromiseRow>(`${selectPromises} ${clause}`)
    .all(params)
    .map(toPromise)
}

/** The promises among them that are open. */
export function openPromises(promises: readonly DiaryPromise[]): OpenPromise[] {
  return promises.filter((promise) => promise.status === 'open')
}

/** The open promises whose number begins with some digits, the earliest due first; so many at the most. */
export function openNumbered(db: Database, digits: string, most: number): OpenPromise[] {
  // Few digits begin many numbers: the first of them by day are found soon. Many digits begin few.
  const ids =
    digits.length < 3
      ? `SELECT id FROM promises WHERE status = 'open' AND CAST(id AS TEXT) GLOB :begun || '*'`
      : `SELECT o.id FROM json_each(:begun) AS range CROSS JOIN promises o
           ON o.id BETWEEN range.value ->> 0 AND range.value ->> 1 WHERE o.status = 'open'`
  const begun = digits.length < 3 ? digits : JSON.stringify(numbersBeginning(digits))
  return openPromises(
    promisesWhere(db, `WHERE p.id IN (${ids} ORDER BY due_day LIMIT :most) ORDER BY p.due_day, p.id`, {
      begun,
      most,
    }),
  )
}

/** The least and the greatest of the numbers of each length that begin with some digits. */
function numbersBeginning(digits: string): [number, number][] {
  if (digits.startsWith('0')) return []
  return Array.from({ length: Math.max(1, 16 - digits.length) }, (_, more): [number, number] => {
    const size = 10 ** more
    return [Number(digits) * size, (Number(digits) + 1) * size - 1]
  })
}

/** The columns of a promise as it is made. */
export function promiseColumns(promise: NewPromise): Record<string, CellValue> {
  return {
    contact_id: promise.contactId,
    about_id: promise.aboutId,
    owner: promise.owner,
    what: promise.what,
    channel: promise.channel,
    kind: promise.kind,
    hot: promise.hot ? 1 : 0,
    ...dueColumns(promise.due),
    ...promisedColumns(promise.due),
    trigger: promise.trigger,
    plan: promise.plan,
    run_id: promise.step?.run ?? null,
    step_index: promise.step?.index ?? null,
    window_until: promise.windowUntil,
    status: 'open',
  }
}

export function dueColumns(due: Due): Record<string, CellValue> {
  return { due_day: due.day, due_time: due.time }
}

export function promisedColumns(due: Due): Record<string, CellValue> {
  return { promised_day: due.day, promised_time: due.time }
}

function toPromise(row: PromiseRow): DiaryPromise {
  const commitment: Commitment = {
    id: row.id,
    uid: row.uid,
    contact: { id: row.contact_id, name: row.contact_name, company: row.company },
    about: row.about_id === null ? null : { id: row.about_id, name: row.about_name ?? '' },
    owner: row.owner,
    what: row.what,
    channel: row.channel,
    kind: row.kind,
    hot: row.hot === 1,
    due: { day: row.due_day, time: row.due_time },
    promised: { day: row.promised_day, time: row.promised_time },
    snoozedUntil: row.snoozed_until,
    trigger: row.trigger,
    plan: row.plan,
    step: row.run_id === null || row.step_index === null ? null : { run: row.run_id, index: row.step_index },
    windowUntil: row.window_until,
    madeAt: momentOf(row.made_at, row.made_offset),
  }
  if (row.status === 'open' || row.closed_at === null || row.closed_offset === null) {
    return { ...commitment, status: 'open' }
  }
  const closedAt = momentOf(row.closed_at, row.closed_offset)
  if (row.status === 'dropped')
    return { ...commitment, status: 'dropped', closedAt, reason: row.reason ?? '' }
  const { outcome, reason, note } = row
  return { ...commitment, status: 'kept', closedAt, outcome: outcome ?? 'reached', reason, note }
}
