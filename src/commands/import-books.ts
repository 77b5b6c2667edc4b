import type { App } from '../app.ts'
import type { NumberedKind } from '../diary/diary.ts'
import type { Pen } from '../diary/pen.ts'
import type { BookContact, BookRow, BookRows, BookPromise } from '../domain/books.ts'
import type { Contact, ContactName, NewContact } from '../domain/contact.ts'
import { FuError } from '../domain/errors.ts'
import { nobodyYet } from '../domain/import.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import { digitsOf, plain } from '../domain/spelling.ts'
import { specOf } from '../parse/settings.ts'
import type { Accounting } from './import-account.ts'
import { contactOf, type Meeting } from './import-contact.ts'

/** A contact as a row of another book names them, with how they are reached where it says so. */
type Named = ContactName &
  Partial<Pick<BookPromise, 'phone' | 'email'>> & { readonly company?: string | null }

/** The numbers that rows of the file have here, by the number they have there. */
type Numbers = Map<number, number>

/** The same of the contacts; `null` for one that was left out. */
type ContactNumbers = Map<number, number | null>

/**
 * Writes the books of another diary into this one: each row with its uid and moments, tied to the rows it speaks of.
 * What is here already stays as it is.
 */
export async function bringBooks(
  app: App,
  pen: Pen,
  books: BookRows,
  { account, meets }: { readonly account: Accounting; readonly meets: Meeting },
): Promise<void> {
  const contacts = await bringContacts(app, pen, books, account, meets)
  const contactFor = (place: string, named: Named): number | null => {
    const here = contacts.get(named.id)
    if (here === undefined) {
      const found =
        namesake(app, named, new Set(contacts.values())) ?? meets.find(place, asContact(app, named))
      contacts.set(named.id, found)
      return found
    }
    // A namesake here is somebody else: what was theirs is left out with them.
    if (here === null) account.leave('skipped', { place, name: named.name, why: 'its contact was left out' })
    return here
  }
  /** Writes a row that is not here yet; gives the number it has here, or `null` where it was left out. */
  const bring = (
    kind: NumberedKind,
    { place, row }: { place: string; row: { readonly uid: string } },
    write: () => number | null,
    isSame: (here: number) => boolean = () => true,
  ): number | null => {
    const here = app.diary().idOf(kind, row.uid)
    if (here === null) {
      const id = write()
      if (id !== null) account.count('added')
      return id
    }
    if (isSame(here)) account.count('unchanged')
    else {
      const why = `is ${here} here, and says something else there; it stays as it is here`
      account.leave('skipped', { place, name: null, why })
    }
    return here
  }

  for await (const read of readable(books.plans, account, () => null)) {
    bring('plans', read, () => pen.bring.plan(read.row))
  }
  const runs: Numbers = new Map()
  for await (const read of readable(books.runs, account, ({ id }) => id)) {
    const { place, row } = read
    const id = bring('plan_runs', read, () => {
      const contact = contactFor(place, row.contact)
      return contact === null ? null : pen.bring.run(row, contact)
    })
    if (id !== null) runs.set(row.id, id)
  }
  const promises: Numbers = new Map()
  for await (const read of readable(books.promises, account, ({ id }) => id)) {
    const { place, row } = read
    const write = (): number | null => {
      const contact = contactFor(place, { ...row.contact, phone: row.phone, email: row.email })
      if (contact === null) return null
      const about = row.about === null ? null : contactFor(place, row.about)
      return pen.bring.promise(row, { contact, about, run: runs.get(row.step?.run ?? 0) ?? null })
    }
    const id = bring('promises', read, write, (here) => said(app.diary().promise(here)) === said(row))
    if (id !== null) promises.set(row.id, id)
  }
  let loose = 0
  for await (const read of readable(books.entries, account, ({ id }) => id)) {
    const { place, row } = read
    bring('entries', read, () => {
      const contact = contactFor(place, row.contact)
      if (contact === null) return null
      const promise = promises.get(row.promise ?? 0) ?? null
      if (row.promise !== null && promise === null) loose += 1
      return pen.bring.entry(row, { contact, promise })
    })
  }
  if (loose > 0) {
    const entries = loose === 1 ? '1 entry stands' : `${loose} entries stand`
    account.note(
      `${entries} without the promise, which is not in this file; the whole diary keeps them together.`,
    )
  }
  for (const [key, value] of books.settings) bringSetting(app, pen, account, key, value)
}

async function bringContacts(
  app: App,
  pen: Pen,
  books: BookRows,
  account: Accounting,
  meets: Meeting,
): Promise<ContactNumbers> {
  const numbers: ContactNumbers = new Map()
  const sent: { readonly uid: string; readonly by: number }[] = []
  for await (const { place, row } of readable(books.contacts, account, ({ id }) => id)) {
    const id = meets.meet(place, row)
    if (row.id !== null) numbers.set(row.id, id)
    if (id === null) continue
    const uid = meets.added.has(id) ? app.diary().contact(id)?.uid : undefined
    if (uid !== undefined && row.source.from !== null) sent.push({ uid, by: row.source.from.id })
  }
  for (const { uid, by } of sent) {
    const from = numbers.get(by) ?? null
    if (from !== null) pen.bring.referrer(uid, from)
  }
  return numbers
}

/** The rows that can be read, each number once; the others are told of in the account. */
async function* readable<Row>(
  rows: Iterable<BookRow<Row>> | AsyncIterable<BookRow<Row>>,
  account: Accounting,
  numberOf: (row: Row) => number | null,
): AsyncGenerator<{ readonly place: string; readonly row: Row }> {
  const numbers = new Set<number>()
  for await (const read of rows) {
    const { place } = read
    if ('invalid' in read) {
      account.leave('invalid', { place, name: null, why: read.invalid })
      continue
    }
    const number = numberOf(read.row)
    if (number !== null && numbers.has(number)) {
      account.leave('invalid', { place, name: null, why: `has the number ${number}, as a row before it` })
      continue
    }
    if (number !== null) numbers.add(number)
    yield read
  }
}

/**
 * The one contact of that name, where nothing else that the row says of them speaks against it; a name that several
 * have tells nobody. `others` are those whom the file names by other numbers: they are told apart there.
 */
function namesake(app: App, named: Named, others: ReadonlySet<number | null>): number | null {
  const [only, another] = app.diary().knownBy('name', plain(named.name), 2)
  if (only === undefined || another !== undefined || others.has(only)) return null
  const contact = app.diary().contact(only)
  return contact !== null && canBe(contact, asContact(app, named)) ? only : null
}

/** Whether no company, number or address of one is missing among those of the other, who has some. */
function canBe(contact: Contact, row: BookContact): boolean {
  const fits = (mine: readonly string[], theirs: readonly string[]): boolean =>
    mine.length === 0 || theirs.length === 0 || theirs.some((text) => mine.includes(text))
  const companies = ({ company }: NewContact): string[] => (company === null ? [] : [plain(company)])
  const numbers = ({ phones }: NewContact): string[] =>
    phones.map(({ value, e164 }) => e164 ?? (digitsOf(value) || plain(value)))
  const addresses = ({ emails }: NewContact): string[] => emails.map(({ value }) => value.toLowerCase())
  return [companies, numbers, addresses].every((of) => fits(of(contact), of(row)))
}

function asContact(app: App, { name, company = null, phone = null, email = null }: Named) {
  const person = {
    ...nobodyYet(),
    name,
    company,
    phones: phone === null ? [] : [{ label: null, value: phone }],
    emails: email === null ? [] : [{ label: null, value: email }],
  }
  return contactOf(person, app.settings().country)
}

/** What a promise says, whatever the numbers of the rows it speaks of. */
function said(promise: DiaryPromise | null): string {
  if (promise === null) return ''
  const { owner, what, channel, kind, hot, due, promised, snoozedUntil, trigger, plan, windowUntil } = promise
  const closing = promise.status === 'open' ? [] : [promise.closedAt.instant, promise.reason]
  const kept = promise.status === 'kept' ? [promise.outcome, promise.note] : []
  const words = [owner, what, channel, kind, hot, due.day, due.time, promised.day, promised.time]
  return JSON.stringify([words, snoozedUntil, trigger, plan, windowUntil, promise.status, closing, kept])
}

function bringSetting(app: App, pen: Pen, account: Accounting, key: string, value: string): void {
  const here = app.diary().settings().get(key) ?? null
  if (here === value) return
  if (here !== null) {
    account.note(`${key} is ${here} here and ${value} in the file; it stays as it is here.`)
    return
  }
  try {
    pen.set(key, specOf(key).read(value))
  } catch (error) {
    if (!(error instanceof FuError)) throw error
    account.note(`The setting ${key} was left out: ${error.message}`)
  }
}
