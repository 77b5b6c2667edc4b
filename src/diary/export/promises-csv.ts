import type { Database } from 'better-sqlite3'
import { attemptOutcomes } from '../../domain/entry.ts'
import { answerLimit, isAnswer, promiseKinds } from '../../domain/promise.ts'
import type { Moment } from '../../domain/moment.ts'
import { lastInstant, realContact } from '../queries/entries.ts'

/**
 * The promises as a CSV table. The database formats the lines itself: making objects of 300,000 rows takes twenty times
 * as long as writing them.
 */

/** The promises to export: up to a number, or those that name one contact; and the moment of the export. */
export type PromiseRange = { readonly last: number; readonly contact: number | null; readonly now: Moment }

/** The lines made at once. */
const limit = 200

/** A column: its name, its value in SQL, and whether that is text from the file, which may be anything. */
type Column = { readonly name: string; readonly value: string; readonly isText: boolean }

/** A number, or a value computed from numbers. */
const number = (name: string, value = `p.${name}`): Column => ({ name, value, isText: false })
/** Also for days and listed words: a diary from elsewhere may hold any text in their place. */
const text = (name: string, value = `p.${name}`): Column => ({ name, value, isText: true })

const moment = (
  at: string,
  offset: string,
): string => `strftime('%Y-%m-%dT%H:%M:%S', ${at} + ${offset} * 60, 'unixepoch') ||
  CASE ${offset} WHEN 0 THEN '+00:00'
    ELSE printf('%s%02d:%02d', iif(${offset} < 0, '-', '+'), abs(${offset}) / 60, abs(${offset}) % 60) END`

const closedDay = `strftime('%Y-%m-%d', p.closed_at + p.closed_offset * 60, 'unixepoch')`
const closedTime = `strftime('%H:%M', p.closed_at + p.closed_offset * 60, 'unixepoch')`

/** Counted as in `promiseState`: a move to the same day only cancels a snooze. */
const moves = `(SELECT count(*) FROM entries e WHERE e.promise_id = p.id AND e.act IN ('moved', 'told')
  AND coalesce(e.data ->> '$.from' <> e.data ->> '$.to', TRUE))`

/**
 * Counted as in `promiseState`: for an open promise, the attempts since its contact was last reached, at the moment of
 * the export.
 */
const attempts = `(SELECT count(*) FROM entries e
  WHERE e.promise_id = p.id AND e.outcome IN ('${attemptOutcomes.join("', '")}') AND (p.status <> 'open' OR NOT EXISTS
    (SELECT 1 FROM entries r WHERE r.contact_id = p.contact_id AND r.at <= :instant AND ${realContact('r')} AND (r.at, r.id) >= (e.at, e.id))))`

const columns: readonly Column[] = [
  number('id'),
  text('uid'),
  text('contact', 'c.name'),
  text('company', 'c.company'),
  text('phone', `coalesce(c.phones ->> '$[0].e164', c.phones ->> '$[0].value')`),
  text('email', `c.emails ->> '$[0].value'`),
  text('owner'),
  text('what'),
  text('channel'),
  text('kind'),
  number('hot', `iif(p.hot, 'true', 'false')`),
  text('due_day'),
  text('due_time'),
  text('promised_day'),
  text('status'),
  text('outcome'),
  text('reason'),
  text('note'),
  number('attempts', attempts),
  number('moves', moves),
  number('made_at', moment('p.made_at', 'p.made_offset')),
  number('closed_at', moment('p.closed_at', 'p.closed_offset')),
  number(
    'on_time',
    `CASE WHEN p.status <> 'kept' THEN ''
       WHEN p.kind IN ('${promiseKinds.filter(isAnswer).join("', '")}') AND p.closed_at - p.made_at <= ${answerLimit} THEN 'true'
       WHEN ${closedDay} < p.promised_day THEN 'true' WHEN ${closedDay} > p.promised_day THEN 'false'
       ELSE iif(p.promised_time IS NULL OR ${closedTime} <= p.promised_time, 'true', 'false') END`,
  ),
  text('about', 'a.name'),
  text('trigger'),
  text('promised_time'),
  text('snoozed_until'),
  number('contact_id'),
  number('about_id'),
  text('plan'),
  number('run_id'),
  number('step', 'p.step_index'),
  text('window_until'),
  number('from_call_log', `iif(p.from_call_log, 'true', 'false')`),
  number('from_mail', `iif(p.from_mail, 'true', 'false')`),
  text('every', `p.repeat ->> '$.every'`),
  text('anchor_day', `p.repeat ->> '$.day'`),
  text('anchor_time', `p.repeat ->> '$.time'`),
  text('occurrence', `p.repeat ->> '$.occurrence'`),
]

/**
 * The arguments of `format` between two commas: empty for NULL. Adjacent text columns are escaped by one call of
 * `cells`.
 */
const parts = columns.flatMap(({ value, isText }, index) => {
  if (!isText) return [value]
  if (columns[index - 1]?.isText === true) return []
  const end = columns.findIndex((column, place) => place > index && !column.isText)
  const group = columns.slice(index, end < 0 ? columns.length : end).map((column) => column.value)
  if (group.length === 1) return [`iif(${value} IS NULL, NULL, cells(${value}))`]
  const none = group.map((one) => `${one} IS NULL`).join(' AND ')
  return [`iif(${none}, '${','.repeat(group.length - 1)}', cells(${group.join(', ')}))`]
})
const line = `format('${parts.map(() => '%s').join(',')}', ${parts.join(', ')})`

/** The table in pieces: the column names, then the lines in the order in which the promises were made. */
export function* promiseBook(
  db: Database,
  { last, contact, now }: PromiseRange,
  cell: (value: string) => string,
): Generator<string> {
  const safe = (value: unknown): string => (typeof value === 'string' ? cell(value) : '')
  db.function('cells', { deterministic: true, varargs: true }, (first, ...rest) =>
    rest.reduce<string>((cells, value) => `${cells},${safe(value)}`, safe(first)),
  )
  const theirs = contact === null ? '' : 'AND (p.contact_id = :contact OR p.about_id = :contact)'
  const page = db.prepare<unknown[], { until: number | null; lines: string | null }>(`
    SELECT max(id) AS until, group_concat(line, '') AS lines FROM (
      SELECT p.id, ${line} || char(13, 10) AS line
      FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id
      WHERE p.id > :after AND p.id <= :last ${theirs} ORDER BY p.id LIMIT ${limit})`)
  yield `${columns.map(({ name }) => name).join(',')}\r\n`
  const instant = lastInstant(now)
  const named = contact === null ? {} : { contact }
  for (let after: number | null = 0; after !== null;) {
    const { until, lines }: { until: number | null; lines: string | null } = page.get({
      after,
      last,
      instant,
      ...named,
    }) ?? {
      until: null,
      lines: null,
    }
    if (lines !== null) yield lines
    after = until
  }
}
