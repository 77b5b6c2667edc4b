import type { Database } from 'better-sqlite3'
import type { CellValue } from '../../domain/change.ts'
import type { Due } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type {
  ClosingOutcome,
  Commitment,
  DiaryPromise,
  DroppedPromise,
  KeptPromise,
  NewPromise,
  OpenedBy,
  OpenPromise,
} from '../../domain/promise.ts'
import { columns } from '../values/columns.ts'
import { repeatJson } from '../values/json-values.ts'
import { storedMoment } from '../values/moments.ts'
import { cachedTuples } from './statements.ts'

const { contacts: contactValue, promises: value } = columns

/**
 * A promise as read: an array of its columns, not yet validated. An object would be built one column at a time for each
 * row. It is accessed by index, because destructuring allocates an object per step.
 */
type PromiseRow = readonly [
  id: unknown,
  uid: unknown,
  contactId: unknown,
  contactName: unknown,
  company: unknown,
  aboutId: unknown,
  aboutName: unknown,
  owner: unknown,
  what: unknown,
  channel: unknown,
  kind: unknown,
  hot: unknown,
  dueDay: unknown,
  dueTime: unknown,
  promisedDay: unknown,
  promisedTime: unknown,
  snoozedUntil: unknown,
  trigger: unknown,
  plan: unknown,
  run: unknown,
  step: unknown,
  windowUntil: unknown,
  fromCallLog: unknown,
  fromMail: unknown,
  repeat: unknown,
  madeAt: unknown,
  madeOffset: unknown,
  status: DiaryPromise['status'],
  closedAt: number | null,
  closedOffset: number | null,
  outcome: ClosingOutcome | null,
  reason: string | null,
  note: string | null,
]

/** The columns in row order, with the tables and joins for the names of its people; conditions refer to `p`. */
const selectPromises = `
  SELECT p.id, p.uid, p.contact_id, c.name, c.company, p.about_id, a.name, p.owner, p.what, p.channel, p.kind, p.hot,
    p.due_day, p.due_time, p.promised_day, p.promised_time, p.snoozed_until, p.trigger, p.plan, p.run_id, p.step_index,
    p.window_until, p.from_call_log, p.from_mail, p.repeat, p.made_at, p.made_offset, p.status, p.closed_at, p.closed_offset, p.outcome, p.reason, p.note
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id`

/** The promises selected by a clause on `p` (`WHERE … ORDER BY …`). */
export function promisesWhere(
  db: Database,
  clause: string,
  params: Record<string, CellValue>,
): DiaryPromise[] {
  return cachedTuples<[Record<string, CellValue>], PromiseRow>(db, `${selectPromises} ${clause}`)
    .all(params)
    .map(toPromise)
}

/** The id of each promise with these statuses, with the day and time it is due or, if closed, was closed. */
export function daysOf(
  db: Database,
  statuses: readonly DiaryPromise['status'][],
): (Due & { readonly id: number })[] {
  type Row = readonly [
    id: unknown,
    day: unknown,
    time: unknown,
    closedAt: number | null,
    offset: number | null,
  ]
  const rows = cachedTuples<[string], Row>(
    db,
    `SELECT p.id, p.due_day, p.due_time, p.closed_at, p.closed_offset FROM promises p
     WHERE p.status IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(statuses))
  return rows.map(({ 0: id, 1: day, 2: time, 3: closedAt, 4: offset }) => ({
    id: value.id(id),
    day: closedAt === null ? value.due_day(day) : storedMoment(closedAt, offset).day,
    time: value.due_time(time),
  }))
}

/** The promises among them that are open. */
export function openPromises(promises: readonly DiaryPromise[]): OpenPromise[] {
  return promises.filter((promise) => promise.status === 'open')
}

/** At most `limit` open promises whose number begins with some digits, the earliest due first. */
export function openNumbered(db: Database, digits: string, limit: number): OpenPromise[] {
  // Few digits match many numbers, whose first ones by day are found quickly. Many digits match few.
  const ids =
    digits.length < 3
      ? `SELECT id FROM promises WHERE status = 'open' AND CAST(id AS TEXT) GLOB :begun || '*'`
      : `SELECT o.id FROM json_each(:begun) AS range CROSS JOIN promises o
           ON o.id BETWEEN range.value ->> 0 AND range.value ->> 1 WHERE o.status = 'open'`
  const begun = digits.length < 3 ? digits : JSON.stringify(numbersBeginning(digits))
  return openPromises(
    promisesWhere(db, `WHERE p.id IN (${ids} ORDER BY due_day LIMIT :most) ORDER BY p.due_day, p.id`, {
      begun,
      most: limit,
    }),
  )
}

/** For each length, the range of numbers that begin with some digits. */
function numbersBeginning(digits: string): [number, number][] {
  if (digits.startsWith('0')) return []
  return Array.from({ length: Math.max(1, 16 - digits.length) }, (_, more): [number, number] => {
    const size = 10 ** more
    return [Number(digits) * size, (Number(digits) + 1) * size - 1]
  })
}

/** The columns of a new promise. */
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
    ...openedByColumns(promise.openedBy),
    repeat: promise.repeat === null ? null : repeatJson(promise.repeat),
    status: 'open',
  }
}

/** The two columns for the source that opened a promise. */
export function openedByColumns(openedBy: OpenedBy | null): Record<string, CellValue> {
  return { from_call_log: openedBy === 'call log' ? 1 : 0, from_mail: openedBy === 'mail' ? 1 : 0 }
}

/** The source that opened a promise, from its two columns. */
export function storedOpenedBy(fromCallLog: unknown, fromMail: unknown): OpenedBy | null {
  const [log, mail] = [value.from_call_log(fromCallLog), value.from_mail(fromMail)]
  if (log) return 'call log'
  return mail ? 'mail' : null
}

export function dueColumns(due: Due): Record<string, CellValue> {
  return { due_day: due.day, due_time: due.time }
}

export function promisedColumns(due: Due): Record<string, CellValue> {
  return { promised_day: due.day, promised_time: due.time }
}

function toPromise({
  0: id,
  1: uid,
  2: contactId,
  3: contactName,
  4: company,
  5: aboutId,
  6: aboutName,
  7: owner,
  8: what,
  9: channel,
  10: kind,
  11: hot,
  12: dueDay,
  13: dueTime,
  14: promisedDay,
  15: promisedTime,
  16: snoozedUntil,
  17: trigger,
  18: plan,
  19: run,
  20: step,
  21: windowUntil,
  22: fromCallLog,
  23: fromMail,
  24: repeat,
  25: madeAt,
  26: madeOffset,
  27: status,
  28: closed,
  29: closedOffset,
  30: outcome,
  31: reason,
  32: note,
}: PromiseRow): DiaryPromise {
  const about = value.about_id(aboutId)
  return {
    id: value.id(id),
    uid: value.uid(uid),
    contact: {
      id: value.contact_id(contactId),
      name: contactValue.name(contactName),
      company: contactValue.company(company),
    },
    about: about === null ? null : { id: about, name: contactValue.name(aboutName ?? '') },
    owner: value.owner(owner),
    what: value.what(what),
    channel: value.channel(channel),
    kind: value.kind(kind),
    hot: value.hot(hot),
    due: { day: value.due_day(dueDay), time: value.due_time(dueTime) },
    promised: { day: value.promised_day(promisedDay), time: value.promised_time(promisedTime) },
    snoozedUntil: value.snoozed_until(snoozedUntil),
    trigger: value.trigger(trigger),
    plan: value.plan(plan),
    step: storedStep(run, step),
    windowUntil: value.window_until(windowUntil),
    openedBy: storedOpenedBy(fromCallLog, fromMail),
    repeat: value.repeat(repeat),
    madeAt: storedMoment(madeAt, madeOffset),
    ...closingOf(value.status(status), closed === null ? null : storedMoment(closed, closedOffset), {
      outcome: value.outcome(outcome),
      reason: value.reason(reason),
      note: value.note(note),
    }),
  }
}

/** The step of a plan, from its two columns. */
export function storedStep(run: unknown, step: unknown): Commitment['step'] {
  const [of, index] = [value.run_id(run), value.step_index(step)]
  return of === null || index === null ? null : { run: of, index }
}

/** The fields of a promise's status: still open, or how it was closed. */
type Closing =
  | Pick<OpenPromise, 'status'>
  | Omit<KeptPromise, keyof Commitment>
  | Omit<DroppedPromise, keyof Commitment>

const stillOpen: Closing = { status: 'open' }

function closingOf(
  status: DiaryPromise['status'],
  closedAt: Moment | null,
  { outcome, reason, note }: { outcome: ClosingOutcome | null; reason: string | null; note: string | null },
): Closing {
  if (status === 'open' || closedAt === null) return stillOpen
  if (status === 'dropped') return { status, closedAt, reason: reason ?? '' }
  return { status, closedAt, outcome: outcome ?? 'reached', reason, note }
}
