import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { permittedChannel } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import { usage, type FuError } from '../../domain/errors.ts'
import type { Moment } from '../../domain/moment.ts'
import { newPromise, type DiaryPromise, type OpenPromise } from '../../domain/promise.ts'
import { repeatFrom, type Repeat } from '../../domain/repeat.ts'
import { readEveryOccurrence } from '../../parse/phrase/every.ts'
import { firstOccurrence, nextOccurrence } from '../../schedule/repeat/occurrences.ts'
import { readWhen } from '../read-when.ts'

/**
 * Reads how often a promise repeats, and its first day: the typed day, or the first occurrence after today.
 *
 * @throws FuError `usage` if either cannot be read
 */
export function readRepeat(
  app: App,
  typed: string,
  due: string | undefined,
): { readonly due: Due; readonly repeat: Repeat } {
  const every = readEveryOccurrence(typed)
  if (due !== undefined) {
    const first = readWhen(app, due, 'ahead')
    return { due: first, repeat: repeatFrom(every, first) }
  }
  const first = firstOccurrence(every, app.now.day)
  if (first !== null) return first
  throw usage(`The first "${typed}" after today is past the end of the calendar.`, 'Take a shorter period.')
}

/** The error for a promise that both repeats and waits for something: a trigger comes only once. */
export function repeatsAndWaits(): FuError {
  return usage(
    '--every and --when cannot be combined.',
    'A promise repeats by the calendar, or waits for something: leave one of them out.',
  )
}

/**
 * Writes the next occurrence of a repeating promise that was closed at a moment; `null` if it does not repeat, or if
 * the contact does not want to be contacted any more (R58, R62).
 */
export function writeNextOccurrence(
  app: App,
  tx: Transaction,
  { contact, repeat, ...closed }: DiaryPromise,
  at: Moment,
): OpenPromise | null {
  if (repeat === null) return null
  const due = nextOccurrence(repeat, at.day, app.now)
  const person = app.diary().contacts.find(contact.id)
  if (due === null || person === null || person.doNotContact === 'all') return null
  const { owner, what, channel, hot, about } = closed
  return tx.addPromiseMadeAt(
    newPromise({
      contactId: contact.id,
      aboutId: about?.id ?? null,
      owner,
      what,
      due,
      channel: channel === null ? null : permittedChannel(person, channel),
      hot,
      repeat: { ...repeat, occurrence: due.day },
    }),
    at,
  )
}
