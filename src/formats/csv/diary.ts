import type {
  ExportedContact,
  ExportedEntry,
  ExportedPromise,
  ExportedRow,
} from '../../domain/exported-diary.ts'
import { namePartNames } from '../../domain/name-parts.ts'
import { readPartialDate } from '../../domain/partial-date.ts'
import { rowReaders } from '../json/schema.ts'
import { listIn, plainCell } from './csv.ts'
import { extraIn, isUnknownColumn, namePartColumns, partsIn } from './detail-columns.ts'
import type { Cells, CsvRow } from './rows.ts'

type Row<Item> = AsyncGenerator<ExportedRow<Item>>

/** Reads the contacts from a file of `fu export people`; phone numbers are grouped as in `country`. */
export function contactRows(rows: AsyncIterable<CsvRow>, country: string | null): Row<ExportedContact> {
  const read = rowReaders(country).contact
  return each(rows, (place, cell) => read(place, contactOf(cell)))
}

/** Reads the promises from a file of `fu export`. */
export function promiseRows(rows: AsyncIterable<CsvRow>): Row<ExportedPromise> {
  const read = rowReaders(null).promise
  return each(rows, (place, cell) => read(place, promiseOf(cell)))
}

/** Reads the entries from a file of `fu export entries`. */
export function entryRows(rows: AsyncIterable<CsvRow>): Row<ExportedEntry> {
  const read = rowReaders(null).entry
  return each(rows, (place, cell) => read(place, entryOf(cell)))
}

/** The text of a column; `null` if it is empty or missing. */
type Cell = ((column: string) => string | null) & {
  /** Whether the column exists. */
  readonly has: (column: string) => boolean
  /** The filled columns. */
  readonly columns: () => readonly string[]
}

async function* each<Item>(
  rows: AsyncIterable<CsvRow>,
  read: (place: string, cell: Cell) => ExportedRow<Item>,
): Row<Item> {
  for await (const row of rows) {
    const place = `line ${row.line}`
    yield 'invalid' in row ? { place, invalid: row.invalid } : read(place, cellsOf(row.cells))
  }
}

function cellsOf(cells: Cells): Cell {
  const cell = (column: string): string | null => plainCell(cells[column] ?? '') || null
  return Object.assign(cell, {
    has: (column: string) => column in cells,
    columns: () => Object.keys(cells),
  })
}

function contactOf(cell: Cell): unknown {
  const from = number(cell('from_id'))
  const fromName = cell('from')
  const addresses = numbered(cell, 'address', (value, label, n) => ({
    label,
    text: value,
    parts: partsIn(json(cell(`address_${n}_parts`))),
  }))
  return {
    id: number(cell('id')),
    uid: cell('uid'),
    name: cell('name'),
    company: cell('company'),
    nick: cell('nick'),
    kind: cell('kind'),
    channel: cell('channel'),
    bestTime: cell('best_time'),
    phones: numbered(cell, 'phone', (value, label, n) => ({
      label,
      value,
      e164: cell(`phone_${n}_e164`),
      params: json(cell(`phone_${n}_params`)) ?? {},
    })),
    emails: numbered(cell, 'email', (value, label, n) => ({
      label,
      value,
      params: json(cell(`email_${n}_params`)) ?? {},
    })),
    addresses:
      addresses.length === 0 && cell('address') !== null
        ? [{ label: null, text: cell('address') }]
        : addresses,
    source: {
      met: cell('met'),
      from: from === null ? null : { id: from, name: fromName },
      word: cell('from_word') ?? (from === null ? fromName : null),
    },
    every: cell('every'),
    timeZone: cell('time_zone'),
    tags: listIn(cell('tags') ?? ''),
    note: cell('note'),
    doNotContact: mark(cell('do_not_contact')),
    addedAt: cell('added_at'),
    ...detailsOf(cell),
  }
}

function detailsOf(cell: Cell): Record<string, unknown> {
  return {
    title: cell('title'),
    department: cell('department'),
    nameParts: Object.fromEntries(namePartNames.map((part) => [part, cell(namePartColumns[part])])),
    birthday: dateCell(cell('birthday')),
    anniversaries: numbered(cell, 'anniversary', (value, label) => ({ label, ...dateFields(value) })),
    links: numbered(cell, 'link', (value, label, n) => ({ label, value, kind: cell(`link_${n}_kind`) })),
    extra: extraIn(json(cell('extra')), cell.columns().filter(isUnknownColumn), cell),
  }
}

function dateCell(cell: string | null): unknown {
  return cell === null ? null : dateFields(cell)
}

/** The fields of a date; anything else is returned unchanged, and the row's reader rejects it. */
function dateFields(text: string): { readonly [field: string]: unknown } {
  return { ...(readPartialDate(text) ?? { year: null, month: text, day: text }) }
}

function promiseOf(cell: Cell): unknown {
  const run = number(cell('run_id'))
  const about = number(cell('about_id'))
  const anchorDay = cell('anchor_day')
  return {
    id: number(cell('id')),
    uid: cell('uid'),
    contact: { id: number(cell('contact_id')), name: cell('contact'), company: cell('company') },
    about: about === null ? null : { id: about, name: cell('about') },
    owner: cell('owner'),
    what: cell('what'),
    channel: cell('channel'),
    kind: cell('kind'),
    hot: truth(cell('hot')),
    due: { day: cell('due_day'), time: cell('due_time') },
    promised: { day: cell('promised_day'), time: cell('promised_time') },
    snoozedUntil: cell('snoozed_until'),
    trigger: cell('trigger'),
    plan: cell('plan'),
    step: run === null ? null : { run, index: number(cell('step')) },
    windowUntil: cell('window_until'),
    fromCallLog: truth(cell('from_call_log')),
    fromMail: truth(cell('from_mail')),
    every: cell('every'),
    anchor: anchorDay === null ? null : { day: anchorDay, time: cell('anchor_time') },
    occurrence: cell('occurrence'),
    madeAt: cell('made_at'),
    status: cell('status'),
    closedAt: cell('closed_at'),
    outcome: cell('outcome'),
    reason: cell('reason'),
    note: cell('note'),
    phone: cell('phone'),
    email: cell('email'),
  }
}

function entryOf(cell: Cell): unknown {
  return {
    id: number(cell('id')),
    uid: cell('uid'),
    at: cell('at'),
    contact: { id: number(cell('contact_id')), name: cell('contact') },
    promise: number(cell('promise')),
    act: cell('act'),
    direction: cell('direction'),
    channel: cell('channel'),
    outcome: cell('outcome'),
    text: cell('text'),
    feedback: cell('feedback'),
    offer: cell('offer'),
    remark: cell('remark'),
    // Versions before 4 do not have this column.
    ...(cell.has('data') ? { data: json(cell('data')) } : {}),
  }
}

/** The filled columns of `phone_1_label`, `phone_1`, `phone_2_label` … as a list. */
function numbered<Item>(
  cell: Cell,
  name: string,
  item: (value: string, label: string | null, n: number) => Item,
): Item[] {
  const items: Item[] = []
  for (let n = 1; ; n += 1) {
    const value = cell(`${name}_${n}`)
    if (value === null) return items
    items.push(item(value, cell(`${name}_${n}_label`), n))
  }
}

/** A number; anything else is returned unchanged, and the row's reader rejects it. */
function number(cell: string | null): unknown {
  return cell !== null && /^\d+$/.test(cell) ? Number(cell) : cell
}

function truth(cell: string | null): unknown {
  return cell === 'true' || cell === 'false' ? cell === 'true' : cell
}

/** A JSON value; anything else is returned unchanged, and the row's reader rejects it. */
function json(cell: string | null): unknown {
  try {
    return cell === null ? null : JSON.parse(cell)
  } catch {
    return cell
  }
}

function mark(cell: string | null): unknown {
  return cell === null || cell === 'all' ? cell : listIn(cell)
}
