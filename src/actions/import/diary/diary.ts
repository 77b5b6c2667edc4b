import type { App } from '../../../app.ts'
import type { NumberedKind } from '../../../diary/diary.ts'
import type { Transaction } from '../../../diary/writing/transaction.ts'
import type { ExportedRows } from '../../../domain/exported-diary.ts'
import { highestNumber } from '../../../domain/import-limits.ts'
import type { DiaryPromise } from '../../../domain/promise.ts'
import {
  differencesText,
  promiseDifferences,
  promiseDescription,
} from '../../../views/confirmations/differences.ts'
import { joinNames, pluralize } from '../../../views/layout/pluralize.ts'
import { dateContext } from '../../date-context.ts'
import { asContact, importContacts, namesake, type Named } from './diary-contacts.ts'
import { looseWords, whyLoose, type Unread } from './loose-entries.ts'
import { withData } from './old-entries.ts'
import { readable, type Reading } from './readable-rows.ts'
import type { ImportReport } from '../report/report.ts'
import type { Skip, ContactResolver } from '../contact/resolve-contact.ts'
import { importPlans, importSettings, noteLeftOut, settingsMode } from './settings.ts'

/** The local numbers of rows, by their numbers in the file. */
type Numbers = Map<number, number>

/**
 * Imports the books of another diary: each row with its uid and moments, linked to the rows that it refers to. Existing
 * rows are not changed.
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
  const contacts = await importContacts(books, reading, meets)
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
    // The row belongs to a contact that was left out, so it is left out too, even if a namesake exists.
    if (here === null) leave(named.name, 'its contact was left out')
    return here
  }
  /** Writes a new row, or compares an existing one; returns the local number, or `null` if it was left out. */
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
      // A plan stopped in either diary stays stopped: the stop is the later decision.
      if (row.stopped === null || !tx.imported.stop(row.uid, row.stopped)) account.count('unchanged')
      else {
        account.count('merged')
        account.note(
          `The plan ${row.plan} for ${row.contact.name} was stopped in the file, and is now stopped here too.`,
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

/** How a promise of a file differs from the one in the diary. */
function otherwise(app: App, here: DiaryPromise, there: DiaryPromise): string {
  const differences = promiseDifferences(here, there, dateContext(app))
  const what = differences.length === 0 ? '' : `: ${differencesText(differences)}`
  return `is ${here.id} here, and differs in the file${what}; the value in the diary is kept`
}

/** The content of a promise, without the numbers of rows. */
function said(promise: DiaryPromise | null): string {
  if (promise === null) return ''
  const { owner, what, channel, kind, hot, due, promised, snoozedUntil, trigger, plan, windowUntil, repeat } =
    promise
  const closing = promise.status === 'open' ? [] : [promise.closedAt.instant, promise.reason]
  const kept = promise.status === 'kept' ? [promise.outcome, promise.note] : []
  const words = [owner, what, channel, kind, hot, due.day, due.time, promised.day, promised.time]
  return JSON.stringify([
    words,
    snoozedUntil,
    trigger,
    plan,
    windowUntil,
    repeat,
    promise.status,
    closing,
    kept,
  ])
}
