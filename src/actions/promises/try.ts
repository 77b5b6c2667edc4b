import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import { valueFor, type Contact } from '../../domain/contact.ts'
import {
  attemptWords,
  newEntry,
  type AttemptOutcome,
  type EntryDetails,
  type NewEntry,
} from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { newPromise, type OpenPromise } from '../../domain/promise.ts'
import { keepInTouchWords } from '../../schedule/page/keep-in-touch.ts'
import { waysLeft, wrongIn } from '../../schedule/state/wrong-numbers.ts'
import { promiseLabel, triedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { stateNow } from '../derived.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { changePromises, refuseBeforeMade } from './change-promises.ts'

/** The result of an attempt that reached nobody. */
export type Attempt = {
  readonly outcome: AttemptOutcome
  readonly note: string | null
  readonly at: Moment
  readonly by: Channel | null
}

/**
 * Records that nobody was reached about promises, and reports when to try again (R32).
 *
 * @throws FuError `usage` if the attempt is dated before a promise was made
 */
export function recordAttempt(app: App, promises: readonly OpenPromise[], attempt: Attempt): WriteResult {
  for (const promise of promises) refuseBeforeMade(app, promise, attempt.at, 'tried')
  return changePromises(app, promises, {
    command: 'tried',
    outcome: () => attemptWords[attempt.outcome],
    entry: ({ contact, channel }) => entryOf(app, contact.id, channel, attempt),
    change: (_tx, before) => before,
    confirm: (changed) => sentenceOf(app, changed, attempt),
  })
}

/**
 * Records that a keep-in-touch contact was not reached. This makes it a promise, which comes up until it is done: an
 * attempt does not count as a conversation (R40).
 */
export function recordFirstAttempt(
  app: App,
  contact: Pick<Contact, 'id' | 'name' | 'channel'>,
  attempt: Attempt,
): WriteResult {
  const { value, history } = app.diary().write({ command: 'tried', at: app.now }, (tx) => {
    const due = { day: attempt.at.day, time: null }
    const known = { contactId: contact.id, what: keepInTouchWords, kind: 'tickler', due } as const
    const promise = tx.addPromiseMadeAt(newPromise(known), attempt.at)
    tx.title(`tried ${promiseLabel(promise)}: ${attemptWords[attempt.outcome]}`)
    return {
      promise,
      entry: tx.addEntry(
        newEntry({
          contactId: contact.id,
          promise: promise.id,
          ...entryOf(app, contact.id, contact.channel, attempt),
        }),
      ),
    }
  })
  const { promise, entry } = value
  const sentences = [
    sentenceOf(app, promise, attempt),
    `"${promise.what}" is now promise ${promise.id}, and stays on the page until it is done.`,
  ]
  return reportWrite(app, { command: 'tried', history, contact, promise, entry, sentences })
}

function entryOf(
  app: App,
  contactId: number,
  channel: Channel | null,
  { outcome, note, at, by }: Attempt,
): Extract<EntryDetails, { readonly act: 'tried' }> & Pick<NewEntry, 'at'> {
  const wrongNumber = outcome === 'wrong-number' ? dialledFor(app, contactId, by) : null
  return {
    at,
    act: 'tried',
    direction: 'out',
    channel: by ?? channel ?? 'call',
    outcome,
    text: note,
    data: wrongNumber === null ? null : { wrongNumber },
  }
}

function sentenceOf(app: App, promise: OpenPromise, { outcome }: Attempt): string {
  const { attempts, next } = stateNow(app, promise)
  const other = outcome === 'wrong-number' ? otherWay(app, promise) : null
  return triedSentence(promise, outcome, { attempts, next, other }, dateContext(app))
}

/** The number or address that was tried: that of the named channel, else the one that the line offered. */
function dialledFor(app: App, contactId: number, by: Channel | null): string | null {
  const contact = app.diary().contacts.find(contactId)
  if (contact === null) return null
  const left = waysLeft(contact, by, knownWrong(app, contact.id), false).contact
  return valueFor(left, by ?? 'call') ?? valueFor(contact, by ?? 'call')
}

/** Another way to reach them after a wrong number; `null` if the right one must be found first. */
function otherWay(app: App, promise: OpenPromise): string | null {
  const contact = app.diary().contacts.find(promise.contact.id)
  if (contact === null) return null
  const { reach, seeksNumber } = waysLeft(contact, promise.channel, knownWrong(app, contact.id), true)
  return seeksNumber ? null : (reach?.value ?? null)
}

/** The numbers and addresses that are known to be wrong, from what was tried on the contact's open promises. */
export function knownWrong(app: App, contactId: number): readonly string[] {
  const diary = app.diary()
  const open = diary.promises.where({ contacts: [contactId], status: 'open' })
  return wrongIn(diary.entries.ofPromises(open)).get(contactId) ?? []
}
