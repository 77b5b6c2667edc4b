import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { newEntry, type Entry, type NewEntry } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import type { DiaryPromise, OpenPromise } from '../../domain/promise.ts'
import { promiseLabel } from '../../views/confirmations/writes.ts'
import { reportWrite } from '../print-result.ts'

/** What a command does to one promise: the entry of its history, and the change of the promise itself. */
type PromiseChange<Changed extends DiaryPromise> = {
  readonly command: string
  /** What the history adds to the promise's name: how the try ended, the new day. */
  readonly outcome?: string
  readonly entry: Pick<NewEntry, 'act'> & Partial<NewEntry>
  /** What the entry keeps of the promise as it was. */
  readonly remark?: (before: OpenPromise) => string
  readonly change: (tx: Transaction) => Changed
  /** Read after the change is written. */
  readonly sentence: (changed: Changed, entry: Entry) => string
}

/** Writes what became of one open promise, with its entry, and says so; gives its number in the history. */
export function changePromise<Changed extends DiaryPromise>(
  app: App,
  promise: OpenPromise,
  { command, outcome, entry, remark, change, sentence }: PromiseChange<Changed>,
): number {
  const contactId = promise.contact.id
  const { value, history } = app.diary().write({ command, at: app.now }, (tx) => {
    // Another terminal may have changed it while this one asked.
    const kept = remark === undefined ? {} : { remark: remark(tx.stillOpen(promise.id)) }
    const changed = change(tx)
    tx.title(`${command} ${promiseLabel(promise)}${outcome === undefined ? '' : `: ${outcome}`}`)
    return {
      changed,
      entry: tx.addEntry(newEntry({ at: app.now, contactId, promise: promise.id, ...entry, ...kept })),
    }
  })
  reportWrite(app, {
    command,
    history,
    contact: app.diary().contact(contactId),
    promise: value.changed,
    entry: value.entry,
    sentences: [sentence(value.changed, value.entry)],
  })
  return history
}

/** @throws FuError `usage` where what is said to have happened to a promise is said to be before the day it was made */
export function refuseBeforeMade(app: App, promise: OpenPromise, at: Moment, what: 'kept' | 'tried'): void {
  if (at.day >= promise.madeAt.day) return
  const made = app.words.short(promise.madeAt.day, app.now.day)
  throw usage(
    `${promiseLabel(promise)} was promised on ${made}, and cannot have been ${what} before.`,
    'Name a later day with --on.',
  )
}
