import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { channels, valueFor, type Channel, type Contact } from '../domain/contact.ts'
import { attemptWords, newEntry, type AttemptOutcome, type NewEntry } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import type { Moment } from '../domain/moment.ts'
import { newPromise, type OpenPromise } from '../domain/promise.ts'
import { keepInTouchWords } from '../schedule/page/keep-in-touch.ts'
import { waysLeft, wrongIn } from '../schedule/state/wrong-numbers.ts'
import { promiseLabel, triedSentence } from '../views/confirmations/writes.ts'
import { changePromise, refuseBeforeMade } from '../actions/promises/change-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { stateNow } from '../actions/promises/derived.ts'
import { readOn } from '../actions/read-when.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findTried } from '../actions/promises/find-promise.ts'
import { splitWho } from '../actions/people/find-contact.ts'

export const tried = defineCommand({
  diary: 'needed',
  examples: ['fu tried 2', 'fu tried gary --message "left word with Sue"', 'fu tried ada --busy'],
  details: [
    'The next try comes after 3 days, then 7, 7 and 7, then every 30; after a busy line in an hour. A try before its day',
    'leaves a promise to its day. Somebody to keep in touch with comes up so as well, until that is done.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('<which>', 'the promise')
      .argument('[note...]', 'what was left, with whom')
      .option('--no-answer', 'nobody answered (what is taken where nothing is said)')
      .option('--voicemail', 'left a voicemail')
      .option('--message', 'left a message with somebody')
      .option('--busy', 'the line was busy')
      .option('--wrong-number', 'the number is not theirs')
      .addOption(new Option('--by <channel>', 'how').choices(channels))
      .option('--on <when>', 'when it was, where it is past'),
  run: async (app, [first, words], { answer, voicemail, message, busy, wrongNumber, by, on }) => {
    const outcome = outcomeOf({
      'no-answer': answer ? undefined : true,
      voicemail,
      message,
      busy,
      'wrong-number': wrongNumber,
    })
    const { who: which, rest } = splitWho(app, first, words)
    const note = rest.length === 0 ? null : readLine(rest.join(' '), 'A note')
    const at = readOn(app, on)
    const found = await findTried(app, which)
    const attempt = { outcome, note, at, by: by ?? null }
    if ('contact' in found) {
      writeFirstAttempt(app, found.contact, attempt)
      return
    }
    if (on !== undefined) refuseBeforeMade(app, found.promise, at, 'tried')
    writeAttempt(app, found.promise, attempt)
  },
})

/** How a try ended. */
type Attempt = {
  readonly outcome: AttemptOutcome
  readonly note: string | null
  readonly at: Moment
  readonly by: Channel | null
}

/** Writes that nobody was reached, and says when to try again; gives its number in the history. */
export function writeAttempt(app: App, promise: OpenPromise, attempt: Attempt): number {
  return changePromise(app, promise, {
    command: 'tried',
    outcome: attemptWords[attempt.outcome],
    entry: entryOf(app, promise.contact.id, promise.channel, attempt),
    change: (tx) => tx.stillOpen(promise.id),
    sentence: (changed) => sentenceOf(app, changed, attempt),
  })
}

/**
 * Writes that somebody to keep in touch with was not reached. From then on that is a promise, so that it comes up until
 * it is done: an attempt does not count as having spoken (R40).
 */
export function writeFirstAttempt(
  app: App,
  contact: Pick<Contact, 'id' | 'name' | 'channel'>,
  attempt: Attempt,
): number {
  const { value, history } = app.diary().write({ command: 'tried', at: app.now }, (tx) => {
    const due = { day: attempt.at.day, time: null }
    const known = { contactId: contact.id, what: keepInTouchWords, kind: 'tickler', due } as const
    const promise = tx.addPromise(newPromise(known))
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
    `"${promise.what}" is promise ${promise.id} now, and comes up until it is done.`,
  ]
  reportWrite(app, { command: 'tried', history, contact, promise, entry, sentences })
  return history
}

function entryOf(
  app: App,
  contactId: number,
  channel: Channel | null,
  { outcome, note, at, by }: Attempt,
): Pick<NewEntry, 'at' | 'act' | 'direction' | 'channel' | 'outcome' | 'text' | 'remark'> {
  return {
    at,
    act: 'tried',
    direction: 'out',
    channel: by ?? channel ?? 'call',
    outcome,
    text: note,
    remark: outcome === 'wrong-number' ? dialledFor(app, contactId, by) : null,
  }
}

function sentenceOf(app: App, promise: OpenPromise, { outcome }: Attempt): string {
  const { attempts, next } = stateNow(app, promise)
  const other = outcome === 'wrong-number' ? otherWay(app, promise) : null
  return triedSentence(promise, outcome, { attempts, next, other }, dateContext(app))
}

/** What was tried: the address of the way that is named, else the number that the line offered. */
function dialledFor(app: App, contactId: number, by: Channel | null): string | null {
  const contact = app.diary().contact(contactId)
  if (contact === null) return null
  const left = waysLeft(contact, by, knownWrong(app, contact.id), false).contact
  return valueFor(left, by ?? 'call') ?? valueFor(contact, by ?? 'call')
}

/** Where else they can be reached, after a wrong number; `null` where the right one is to be found first. */
function otherWay(app: App, promise: OpenPromise): string | null {
  const contact = app.diary().contact(promise.contact.id)
  if (contact === null) return null
  const { reach, seeksNumber } = waysLeft(contact, promise.channel, knownWrong(app, contact.id), true)
  return seeksNumber ? null : (reach?.value ?? null)
}

/** The numbers and addresses that are known to be wrong, from what was tried on the contact's open promises. */
function knownWrong(app: App, contactId: number): readonly string[] {
  const diary = app.diary()
  const open = diary.promises({ contacts: [contactId], status: 'open' })
  return wrongIn(diary.entriesOf(open)).get(contactId) ?? []
}

function outcomeOf(flags: Partial<Record<AttemptOutcome, true | undefined>>): AttemptOutcome {
  const [first, ...more] = (['no-answer', 'voicemail', 'message', 'busy', 'wrong-number'] as const).filter(
    (outcome) => flags[outcome] === true,
  )
  if (more.length > 0) {
    throw usage(`--${first} and --${more.join(' and --')} cannot both be.`, 'Say how the last try ended.')
  }
  return first ?? 'no-answer'
}
