import type { Database, Statement } from 'better-sqlite3'
import { lookupOf } from '../../src/diary/queries/lookup.ts'
import { emptyContact, type NewContact } from '../../src/domain/contact.ts'
import { sought } from './diary.ts'

const today = Date.UTC(2026, 10, 25)
const day = 86_400_000

/** The page of every diary: due today, carried over, due tomorrow, done today, and to keep in touch with. */
const page = { today: 30, carriedOver: 200, tomorrow: 20, closed: 10, regulars: 100 }

/** What was done in the last weeks, in every diary: nobody does more in a day because more is stored. */
const recent = { days: 60, entries: 1200, closed: 300 }

const first =
  `Gary Ada Jose Mei Noa Layla Dora Sven Ines Pablo Ruth Omar Lena Ivan Tara Hugo Nina Emil Rosa Karl
  Anna Paul Vera Leon Mara Otto Elsa Finn Gwen Hans Iris Jack Kate Liam Mona Nils Olga Petr Quin Rolf`.split(
    /\s+/,
  )
const last =
  `Lee Muller Alvarez Wang Levi Haddad Stone Berg Costa Reyes Klein Aziz Weber Petrov Singh Moreau Rossi
  Novak Silva Bauer Jensen Kowalski Dupont Ferrari Horvat Lopez Meyer Nielsen Olsen Popescu Ricci Santos Tanaka
  Urban Varga Wagner Young Zeman Brandt Carlsen`.split(/\s+/)
const company = `Mortgages Bakery Printers Builders Logistics Gardens Optics Foods Textiles Motors`.split(' ')
const what =
  `send the quote|call back about the refinance|bring the papers|send the price list|ask about the delivery
  |answer about the pallets|confirm the viewing|send the invoice|arrange the fitting|check on the order`.split(
    /\s*\|/,
  )
const said =
  `wants the fixed rate|left my number|will think it over|asked for the new list|met at the trade show
  |likes the blue one|is away until Monday|paid the invoice|sends a friend|asked about the colours`.split(
    /\s*\|/,
  )

/** What the triggers write for each row, for all rows at once: row by row it takes twenty times as long. */
export const searchTables = `
  DELETE FROM contact_search;
  INSERT OR IGNORE INTO contact_keys
    SELECT k.value ->> 0, k.value ->> 1, c.id FROM contacts c, json_each(c.lookup, '$.keys') k ORDER BY 1, 2, 3;
  INSERT INTO contact_search (rowid, name, numbers, rest)
    SELECT id, lookup ->> '$.name', lookup ->> '$.numbers', lookup ->> '$.rest' FROM contacts;
  INSERT INTO promise_search (rowid, text)
    SELECT id, concat_ws(' ', what, trigger, reason, note) FROM promises;
  INSERT INTO entry_search (rowid, text) SELECT id, concat_ws(' ', text, offer) FROM entries;
`

/** Adds so many contacts to a diary without triggers, with 3 promises and 10 entries each. */
export function fill(db: Database, contacts: number): void {
  const random = new Random(contacts)
  const firstId = lastContactId(db) + 1
  const contactOf = (number: number): number => firstId + (number % contacts)
  addContacts(db, contacts, random)
  addPromises(db, contacts * 3, contactOf, random)
  addEntries(db, contacts * 10, contactOf, random)
}

function lastContactId(db: Database): number {
  const id = db.prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'contacts'`).pluck().get()
  if (id === undefined) throw new Error('the diary has no contacts')
  return id
}

function addContacts(db: Database, count: number, random: Random): void {
  const insert = inserting(
    db,
    'contacts',
    'uid,name,company,phones,emails,addresses,tags,every,added_at,added_offset,lookup',
  )
  for (let number = 0; number < count; number += 1) {
    const contact = contactNo(number, number === Math.floor(count / 2), random)
    insert.run(
      random.uid(),
      contact.name,
      contact.company,
      JSON.stringify(contact.phones),
      JSON.stringify(contact.emails),
      '[]',
      '[]',
      number < page.regulars ? '90d' : null,
      random.secondOn(-1500),
      0,
      JSON.stringify(lookupOf(contact)),
    )
  }
}

function contactNo(number: number, isSought: boolean, random: Random): NewContact {
  const name = isSought ? sought.name : `${random.one(first)} ${random.one(last)}`
  const typed = isSought
    ? sought.phone
    : `04${10 + random.below(9)} ${random.threeDigits()} ${random.threeDigits()}`
  const e164 = `+61${typed.replaceAll(' ', '').slice(1)}`
  const address = `${name.toLowerCase().replace(' ', '.')}@mail${number % 50}.example`
  return {
    ...emptyContact(),
    name,
    company: random.number() < 0.3 ? `${random.one(last)} ${random.one(company)}` : null,
    phones: [{ label: null, value: typed, readable: typed, e164 }],
    emails: [{ label: null, value: address }],
  }
}

function addPromises(
  db: Database,
  count: number,
  contactOf: (number: number) => number,
  random: Random,
): void {
  const insert = inserting(
    db,
    'promises',
    'uid,contact_id,owner,what,kind,hot,due_day,promised_day,made_at,made_offset,status,closed_at,closed_offset,outcome',
  )
  for (let number = 0; number < count; number += 1) {
    const { due, closed } = daysOf(number, count, random)
    const dueDay = new Date(today + due * day).toISOString().slice(0, 10)
    insert.run(
      random.uid(),
      contactOf(number),
      number % 10 === 9 ? 'theirs' : 'mine',
      random.one(what),
      'promise',
      0,
      dueDay,
      dueDay,
      random.secondOn(Math.min(due, 0) - 20),
      0,
      closed === null ? 'open' : 'kept',
      closed === null ? null : random.secondOn(closed),
      closed === null ? null : 0,
      closed === null ? null : 'reached',
    )
  }
}

function addEntries(
  db: Database,
  count: number,
  contactOf: (number: number) => number,
  random: Random,
): void {
  const insert = inserting(
    db,
    'entries',
    'uid,at,at_offset,contact_id,promise_id,act,direction,channel,outcome,text',
  )
  for (let number = 0; number < count; number += 1) {
    const isTry = random.number() < 0.3
    insert.run(
      random.uid(),
      random.secondOn(number < recent.entries ? -1 - (number % recent.days) : longAgo(random)),
      0,
      contactOf(number),
      null,
      isTry ? 'tried' : 'logged',
      'out',
      'call',
      isTry ? 'no-answer' : 'reached',
      random.one(said),
    )
  }
}

function inserting(db: Database, table: string, columns: string): Statement {
  const places = columns.split(',').map(() => '?')
  return db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${places.join(',')})`)
}

/** When a promise is due and when it was closed, in days from today. */
type PromiseDays = { readonly due: number; readonly closed: number | null }

/** The promises of the page come first, then those that are open later, a tenth of all; the others were kept. */
function daysOf(number: number, count: number, random: Random): PromiseDays {
  const groups: readonly (readonly [size: number, days: () => PromiseDays])[] = [
    [page.today, () => ({ due: 0, closed: null })],
    [page.carriedOver, () => ({ due: -1 - random.below(60), closed: null })],
    [page.tomorrow, () => ({ due: 1, closed: null })],
    [page.closed, () => ({ due: 0, closed: 0 })],
    [count / 10, () => ({ due: 8 + random.below(900), closed: null })],
    [recent.closed, () => keptOn(-1 - (number % recent.days))],
  ]
  let left = number
  for (const [size, days] of groups) {
    if (left < size) return days()
    left -= size
  }
  return keptOn(longAgo(random))
}

function keptOn(offset: number): PromiseDays {
  return { due: offset, closed: offset }
}

/** A day before the last weeks, in days from today. */
function longAgo(random: Random): number {
  return -recent.days - 1 - random.below(1400)
}

/** Values that look random and are the same for the same seed (mulberry32). */
class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** A number from 0 to 1. */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number below a limit. */
  below(limit: number): number {
    return Math.floor(this.number() * limit)
  }

  one(list: readonly string[]): string {
    return list[this.below(list.length)] ?? ''
  }

  threeDigits(): string {
    return String(this.below(1000)).padStart(3, '0')
  }

  /** A second of the working hours of a day, given in days from today, since 1970. */
  secondOn(offset: number): number {
    return (today + offset * day) / 1000 + this.below(28_800) + 28_800
  }

  uid(): string {
    const hex = Array.from({ length: 4 }, () => this.below(0x1_0000_0000).toString(16).padStart(8, '0')).join(
      '',
    )
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
}
