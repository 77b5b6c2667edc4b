import type { App } from '../../app.ts'
import type { NumberedKind } from '../../diary/diary.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type {
  ExportedContact,
  ExportedRow,
  ExportedRows,
  ExportedPromise,
} from '../../domain/exported-diary.ts'
import type { Contact, ContactName, NewContact } from '../../domain/contact.ts'
import { emptyPerson } from '../../domain/import.ts'
import { highestNumber } from '../../domain/import-limits.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { digitsOf, normalizeText } from '../../domain/normalize.ts'
import { numberKey } from '../../domain/number-spellings.ts'
import {
  differencesText,
  promiseDifferences,
  promiseDescription,
} from '../../views/confirmations/differences.ts'
import { joinNames, pluralize } from '../../views/layout/pluralize.ts'
import type { ImportReport } from './report.ts'
import { withData } from './old-entries.ts'
import { contactOf, type Skip, type ContactResolver, type Resolved } from './resolve-contact.ts'
import { importPlans, importSettings, noteLeftOut, settingsMode } from './settings.ts'
import { dateContext } from '../date-context.ts'

/** A contact as a row of another book names them, with how they are reached where it says so. */
type Named = ContactName &
  Partial<Pick<ExportedPromise, 'phone' | 'email'>> & { readonly company?: string | null }

/** The numbers that rows of the file have here, by the number they have there. */
type Numbers = Map<number, number>

/** The same of the contacts; `null` for one that was left out. */
type ContactNumbers = Map<number, number | null>

/**
 * Writes the books of another diary into this one: each row with its uid and moments, tied to the rows it speaks of.
 * What is here already stays as it is.
 */
export async function importDiary(
  app: App,
  tx: Transaction,
  books: ExportedRows,
  {
    account,
    meets,
    takesSettings,
  }: {
    readonly account: ImportReport
    readonly meets: ContactResolver
    /** Whether the user asked for the settings and plans of the file. */
    readonly takesSettings: boolean
  },
): Promise<void> {
  const taking = { account, mode: settingsMode(app, takesSettings) }
  const reading: Reading = { account, high: new Set() }
  const contacts = await bringContacts(books, reading, meets)
  const known = new Set(contacts.values())
  const leaving =
    (place: string): Skip =>
    (name, why) =>
      account.leave('skipped', { place, name, why })
  const contactFor = (place: string, named: Named, leave: Skip = leaving(place)): number | null => {
    const here = contacts.get(named.id)
    if (here === undefined) {
      const found = namesake(app, named, known) ?? meets.find(place, asContact(app, named), leave)
      contacts.set(named.id, found)
      known.add(found)
      return found
    }
    // A namesake here is somebody else: what was theirs is left out with them.
    if (here === null) leave(named.name, 'its contact was left out')
    return here
  }
  /** Writes a row that is not here yet, and looks at one that is; gives the number here, `null` where it was left out. */
  const bring = (
    kind: NumberedKind,
    row: { readonly uid: string },
    write: () => number | null,
    meet: (here: number) => void = () => account.count('unchanged'),
  ): number | null => {
    const here = app.diary().idOf(kind, row.uid)
    if (here !== null) {
      meet(here)
      return here
    }
    const id = write()
    if (id !== null) account.count('added')
    return id
  }

  const plansLeft = await importPlans(app, tx, readable(books.plans, reading), taking)
  const runs: Numbers = new Map()
  for await (const { place, row } of readable(books.runs, reading)) {
    const write = (): number | null => {
      const contact = contactFor(place, row.contact)
      return contact === null ? null : tx.imported.run(row, contact)
    }
    const id = bring('plan_runs', row, write, () => {
      // Nobody goes on with what was stopped: the stop is the later word.
      if (row.stopped === null || !tx.imported.stop(row.uid, row.stopped)) account.count('unchanged')
      else {
        account.count('merged')
        account.note(
          `The plan ${row.plan} for ${row.contact.name} was stopped there, and is stopped here now.`,
        )
      }
    })
    if (id !== null) runs.set(row.id, id)
  }
  const promises: Numbers = new Map()
  const unread: Unread = { numbers: new Set(), others: false }
  const leftOut = new Set<number>()
  for await (const { place, row } of readable(books.promises, reading, unread)) {
    const named = (): string => promiseDescription(row, dateContext(app))
    const skip = (name: string, why: string): void =>
      account.leave('skipped', { place, name, why }, row.status === 'open')
    const leave: Skip = (name, why) => skip(name, `${named()}: ${why}`)
    const write = (): number | null => {
      const contact = contactFor(place, { ...row.contact, phone: row.phone, email: row.email }, leave)
      if (contact === null) return null
      const about = row.about === null ? null : contactFor(place, row.about)
      return tx.imported.promise(row, { contact, about, run: runs.get(row.step?.run ?? 0) ?? null })
    }
    const id = bring('promises', row, write, (number) => {
      const here = app.diary().promises.find(number)
      if (here === null || said(here) === said(row)) account.count('unchanged')
      else skip(row.contact.name, `${named()} ${otherwise(app, here, row)}`)
    })
    if (id === null) leftOut.add(row.id)
    else promises.set(row.id, id)
  }
  const loose = { unread: 0, leftOut: 0, absent: 0 }
  for await (const { place, row } of readable(books.entries, reading)) {
    bring('entries', row, () => {
      const contact = contactFor(place, row.contact)
      if (contact === null) return null
      const promise = promises.get(row.promise ?? 0) ?? null
      if (row.promise !== null && promise === null) loose[whyLoose(row.promise, unread, leftOut)] += 1
      return tx.imported.entry(withData(app, row, { contact, promises }), { contact, promise })
    })
  }
  for (const sentence of looseWords(loose, unread)) account.note(sentence)
  if (taking.mode === 'restore' && reading.high.size > 0) {
    account.note(
      `${pluralize(reading.high.size, 'row')} with a number over ${highestNumber} got another number: ${joinNames([...reading.high])}.`,
    )
  }
  noteLeftOut(account, importSettings(app, tx, books.settings, taking), plansLeft)
}

/** The account of a diary that is read, and the rows whose number is too high to keep. */
type Reading = { readonly account: ImportReport; readonly high: Set<string> }

/** Promises that a file has and nobody can read: their numbers, and whether there are more whose number is not known. */
type Unread = { readonly numbers: Set<number>; others: boolean }

/** How many entries stand without their promise, by why it is not there. */
type Loose = Record<'unread' | 'leftOut' | 'absent', number>

function whyLoose(promise: number, { numbers }: Unread, leftOut: ReadonlySet<number>): keyof Loose {
  if (numbers.has(promise)) return 'unread'
  return leftOut.has(promise) ? 'leftOut' : 'absent'
}

function looseWords({ unread, leftOut, absent }: Loose, { others }: Unread): string[] {
  const stand = (count: number): string => (count === 1 ? '1 entry stands' : `${count} entries stand`)
  const without = (count: number, why: string): string[] =>
    count === 0 ? [] : [`${stand(count)} without the promise, which ${why}`]
  return [
    ...without(
      unread,
      'is in this file and could not be read; mend it there, take this back with "fu undo", and import again.',
    ),
    ...without(leftOut, 'was left out.'),
    ...without(
      absent,
      `is not in this file${others ? ', or is one that could not be read' : ''}; the whole diary keeps them together.`,
    ),
  ]
}

/** What a promise of a file says otherwise than the one here. */
function otherwise(app: App, here: DiaryPromise, there: DiaryPromise): string {
  const differences = promiseDifferences(here, there, dateContext(app))
  const what = differences.length === 0 ? '' : `: ${differencesText(differences)}`
  return `is ${here.id} here, and says something else there${what}; it stays as it is here`
}

async function bringContacts(
  books: ExportedRows,
  reading: Reading,
  meets: ContactResolver,
): Promise<ContactNumbers> {
  const numbers: ContactNumbers = new Map()
  const sent: { readonly met: Resolved; readonly by: ContactName; readonly told: string }[] = []
  for await (const { place, row } of readable(books.contacts, reading)) {
    const { from: by } = row.source
    const met = meets.resolve(place, row, by !== null)
    if (row.id !== null) numbers.set(row.id, met?.id ?? null)
    if (met !== null && by !== null) sent.push({ met, by, told: `${place}, ${row.name}` })
  }
  for (const { met, by, told } of sent) {
    const from = numbers.get(by.id) ?? null
    met.refer(from)
    if (from !== null || !met.lacksReferrer) continue
    const why = numbers.has(by.id) ? 'who was left out' : 'who is not among the people of this file'
    reading.account.note(`${told}, was sent by ${by.name}, ${why}.`)
  }
  return numbers
}

/** The rows that can be read, each number once; the others are told of in the account, and kept in `unread`. */
async function* readable<Row extends { readonly uid: string | null; readonly id?: number | null }>(
  rows: Iterable<ExportedRow<Row>> | AsyncIterable<ExportedRow<Row>>,
  { account, high }: Reading,
  unread: Unread | null = null,
): AsyncGenerator<{ readonly place: string; readonly row: Row }> {
  const numbers = new Set<number>()
  for await (const read of rows) {
    const { place } = read
    if ('invalid' in read) {
      account.leave('invalid', { place, name: null, why: read.invalid })
      if (typeof read.id === 'number') unread?.numbers.add(read.id)
      else if (unread !== null) unread.others = true
      continue
    }
    const number = read.row.id ?? null
    if (number !== null && numbers.has(number)) {
      account.leave('invalid', { place, name: null, why: `has the number ${number}, as a row before it` })
      continue
    }
    if (number !== null) numbers.add(number)
    if (number !== null && number > highestNumber) high.add(place)
    yield read
  }
}

/**
 * The one contact of that name, where nothing else that the row says of them speaks against it; a name that several
 * have tells nobody. `others` are those whom the file names by other numbers: they are told apart there.
 */
function namesake(app: App, named: Named, others: ReadonlySet<number | null>): number | null {
  const [only, another] = app.diary().contacts.knownBy('name', normalizeText(named.name), 2)
  if (only === undefined || another !== undefined || others.has(only)) return null
  const contact = app.diary().contacts.find(only)
  return contact !== null && canBe(contact, asContact(app, named)) ? only : null
}

/** Whether no company, number or address of one is missing among those of the other, who has some. */
function canBe(contact: Contact, row: ExportedContact): boolean {
  const fits = (mine: readonly string[], theirs: readonly string[]): boolean =>
    mine.length === 0 || theirs.length === 0 || theirs.some((text) => mine.includes(text))
  const companies = ({ company }: NewContact): string[] => (company === null ? [] : [normalizeText(company)])
  const numbers = ({ phones }: NewContact): string[] =>
    phones.map(({ value, e164 }) =>
      e164 === null ? digitsOf(value) || normalizeText(value) : numberKey(e164),
    )
  const addresses = ({ emails }: NewContact): string[] => emails.map(({ value }) => value.toLowerCase())
  return [companies, numbers, addresses].every((of) => fits(of(contact), of(row)))
}

function asContact(app: App, { name, company = null, phone = null, email = null }: Named) {
  const person = {
    ...emptyPerson(),
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
