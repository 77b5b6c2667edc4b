import type { Call, CallKind, CallRow, ClockTime } from '../../domain/call.ts'
import { clockTime, civilDay, isTime } from '../../domain/day.ts'
import { failed } from '../../domain/errors.ts'
import type { CallColumns, CallField, DatePattern } from '../../parse/contact/call-columns.ts'
import { instantOf } from './google-voice.ts'
import { csvHead } from '../csv/head.ts'
import { rowsBelow, type Cells } from '../csv/rows.ts'

/**
 * The calls of a table (CSV), row by row, by the columns that are named. A time of day stands in the column of the
 * date or in one of its own, 14:20 or 2:20 pm, with or without seconds, and is the user's; ISO may have a zone.
 *
 * @throws FuError `failed` where a column is not there, and what `csvRows` throws
 */
export async function* callLogCsv(
  text: Iterable<string>,
  columns: CallColumns,
  dates: DatePattern,
): AsyncGenerator<CallRow> {
  const head = csvHead(text)
  const names = columnNames(columns, head.columns)
  for await (const row of rowsBelow(head)) {
    const place = `line ${row.line}`
    if ('invalid' in row) yield { place, invalid: row.invalid }
    else yield callOf(row.cells, place, names, dates)
  }
}

/** The columns of the table as they are written there, by field. */
function columnNames(wanted: CallColumns, columns: readonly string[]): ReadonlyMap<CallField, string> {
  const names = new Map<CallField, string>()
  for (const [field, column] of Object.entries(wanted) as [CallField, string | undefined][]) {
    if (column === undefined) continue
    const name = columns.find((candidate) => candidate.toLowerCase() === column.toLowerCase())
    if (name === undefined)
      throw failed(
        `There is no column "${column}".`,
        `The columns are ${columns.filter((one) => one !== '').join(', ')}; nothing was written.`,
      )
    names.set(field, name)
  }
  return names
}

function callOf(
  cells: Cells,
  place: string,
  names: ReadonlyMap<CallField, string>,
  dates: DatePattern,
): CallRow {
  const cell = (field: CallField): string | null => {
    const name = names.get(field)
    return name === undefined ? null : (cells[name] ?? '').trim()
  }
  const number = cell('number') ?? ''
  const date = cell('date') ?? ''
  const type = cell('type') ?? ''
  const [time, duration, name] = [cell('time'), cell('duration'), cell('name')]
  const kind = kindOf(type)
  if (kind === null)
    return { place, invalid: `its type is "${type.slice(0, 40)}", which is not a known type` }
  const at = timeOf(date, time, dates)
  if (at === null)
    return { place, invalid: `its date is "${date.slice(0, 40)}", which is none in the order ${dates}` }
  const seconds = duration === null || duration === '' ? null : secondsOf(duration)
  if (seconds !== null && !Number.isFinite(seconds))
    return { place, invalid: `its duration is "${duration?.slice(0, 40)}", which is none` }
  const call: Call = { number, kind, at, seconds, name: name === '' ? null : name }
  return { place, call }
}

/** The words that logs have for how a call went, without blanks, hyphens and "call". */
const words: Readonly<Record<CallKind, string>> = {
  incoming: 'incoming in inbound received answered accepted eingehend entrante entrant',
  outgoing: 'outgoing out outbound placed dialed dialled made ausgehend saliente sortant',
  missed: 'missed unanswered noanswer verpasst perdida manque',
  voicemail: 'voicemail message',
  rejected: 'rejected declined refused abgelehnt rechazada rejete',
  blocked: 'blocked spam blockiert bloqueada bloque',
  'answered elsewhere': 'answeredelsewhere answeredexternally elsewhere',
}

const kindByWord: ReadonlyMap<string, CallKind> = new Map(
  (Object.entries(words) as [CallKind, string][]).flatMap(([kind, list]) =>
    list.split(' ').map((word) => [word, kind] as const),
  ),
)

function kindOf(text: string): CallKind | null {
  const word = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[\s_-]/gu, '')
    .replace(/calls?$|^call/, '')
  return kindByWord.get(word) ?? null
}

function timeOf(date: string, time: string | null, pattern: DatePattern): number | ClockTime | null {
  if (pattern === 'epoch') {
    if (!/^-?\d{1,17}$/.test(date)) return null
    // Seconds have ten digits until the year 2286, milliseconds thirteen.
    return date.length > 11 ? Math.floor(Number(date) / 1000) : Number(date)
  }
  const whole = `${date} ${time ?? ''}`.trim()
  const exact = instantOf(whole)
  if (exact !== null) return exact
  const [, first = '', second = '', third = '', clock = ''] =
    /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\.?(?:(?:,?\s+|T)(.+))?$/i.exec(whole) ?? []
  const [year, month, dayOfMonth] = {
    dmy: [third, second, first],
    mdy: [third, first, second],
    ymd: [first, second, third],
    iso: [first, second, third],
  }[pattern]
  if (year === undefined || !/^(?:\d{4}|\d\d)$/.test(year)) return null
  const day = civilDay(
    year.length === 2 ? 2000 + Number(year) : Number(year),
    Number(month),
    Number(dayOfMonth),
  )
  const [, hour = '', minute = '', seconds = '0', half] =
    /^(\d{1,2})[:.](\d\d)(?:[:.]([0-5]\d))?(?:[.,]\d+)?\s*([ap])?\.?(?:m\.?)?$/i.exec(clock) ?? []
  if (day === null || hour === '') return null
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const minutes = clockTime(hours, Number(minute))
  if (minutes === null || !isTime(minutes) || (half !== undefined && (Number(hour) > 12 || hour === '0')))
    return null
  return { day, time: minutes, second: Number(seconds) }
}

/** The seconds of "65", "1:05", "0:01:05" or "1m 5s". */
function secondsOf(text: string): number {
  if (/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text))
  if (/^\d{1,6}(?::[0-5]\d){1,2}$/.test(text))
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const [whole, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(\d{1,6})\s*h[a-z]*\.?)?\s*(?:(\d{1,6})\s*m[a-z]*\.?)?\s*(?:(\d{1,6})\s*s[a-z]*\.?)?$/i.exec(text) ??
    []
  return whole === undefined ? Number.NaN : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
