import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type { DateContext } from '../../domain/date-words.ts'
import { newEntry, type EntryDetails } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import type { DiaryPromise, OpenPromise } from '../../domain/promise.ts'
import { promiseLabel, promisedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { statesOf } from '../derived.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'

/** The change that a command makes to each of several promises, its history entry, and its confirmation. */
type PromiseChange<Changed extends DiaryPromise> = {
  readonly command: string
  /** The addition to the names of the promises in the history: the outcome of an attempt, the new day. */
  readonly outcome?: (before: OpenPromise) => string
  readonly entry: (before: OpenPromise) => EntryDetails
  readonly change: (tx: Transaction, before: OpenPromise) => Changed
  /** Its consequences, if any. */
  readonly follow?: (tx: Transaction, before: OpenPromise) => OpenPromise[]
  /** The sentence about the result. */
  readonly followWords?: (made: OpenPromise, context: DateContext) => string
  /** The sentence about one promise; called after all of them are written. */
  readonly confirm: (changed: Changed, before: OpenPromise) => string
  /** For promises that filters chose: how the history names all of them, and the one sentence about them. */
  readonly together?: {
    readonly title: string
    readonly confirm: (changed: readonly Changed[], made: readonly OpenPromise[]) => string
  } | null
}

/**
 * Changes open promises in one transaction, which one undo reverses, and reports it.
 *
 * @throws FuError `refused` if one of them was closed meanwhile; then none of them is changed
 */
export function changePromises<Changed extends DiaryPromise>(
  app: App,
  promises: readonly OpenPromise[],
  {
    command,
    outcome,
    entry,
    change,
    follow = () => [],
    followWords = promisedSentence,
    confirm,
    together = null,
  }: PromiseChange<Changed>,
): WriteResult {
  const statesBefore = statesOf(app, promises)
  const { value, history } = app.diary().write({ command, at: app.now }, (tx) => {
    const written = promises.map(({ id }) => {
      // Another terminal may have changed it while this one asked.
      const before = tx.stillOpen(id)
      const facts = { at: app.now, contactId: before.contact.id, promise: id, ...entry(before) }
      const title =
        outcome === undefined ? promiseLabel(before) : `${promiseLabel(before)}: ${outcome(before)}`
      const changed = change(tx, before)
      return { before, title, changed, entry: tx.addEntry(newEntry(facts)), following: follow(tx, before) }
    })
    tx.title(`${command} ${together?.title ?? written.map(({ title }) => title).join(', ')}`)
    return written
  })
  const context = dateContext(app)
  const made = value.flatMap(({ following }) => following)
  const sentences =
    together === null
      ? value.map(({ changed, before, following }) => [
          confirm(changed, before),
          ...following.map((next) => followWords(next, context)),
        ])
      : [
          together.confirm(
            value.map(({ changed }) => changed),
            made,
          ),
        ]
  const open = value.map(({ changed }): DiaryPromise => changed).filter((one) => one.status === 'open')
  const states = statesOf(app, open)
  const moved = open.filter(({ id }) => states.get(id)?.next.day !== statesBefore.get(id)?.next.day)
  const [first, ...others] = value
  const only = others.length === 0 ? first : undefined
  return reportWrite(app, {
    command,
    history,
    contact: only === undefined ? null : app.diary().contacts.find(only.changed.contact.id),
    promise: only?.changed ?? null,
    promises: [...(only === undefined ? value.map(({ changed }) => changed) : []), ...made],
    entry: only?.entry ?? null,
    sentences,
    comesUp: [...moved, ...made],
  })
}

/** @throws FuError `usage` if something is dated before the promise was made */
export function refuseBeforeMade(app: App, promise: OpenPromise, at: Moment, what: 'kept' | 'tried'): void {
  // Not an error of the user, who named no day: the clock was set back.
  if (at.instant === app.now.instant || at.day >= promise.madeAt.day) return
  const made = app.words.short(promise.madeAt.day, app.now.day)
  throw usage(
    `${promiseLabel(promise)} was promised on ${made}, and cannot have been ${what} before.`,
    'Name a later day with --on.',
  )
}
