import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { channels, valueFor, type Channel } from '../domain/contact.ts'
import { attemptWords, type AttemptOutcome } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import type { Moment } from '../domain/moment.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { waysLeft, wrongIn } from '../schedule/wrong-numbers.ts'
import { tried as triedSentence } from '../views/receipt.ts'
import { changePromise, refuseBeforeMade } from './change-promise.ts'
import { defineCommand } from './command.ts'
import { readLine } from './contact-options.ts'
import { standingNow } from './figures.ts'
import { readOn } from './phrase.ts'
import { speechOf } from './speech.ts'
import { findPromise } from './which.ts'
import { splitWho } from './who.ts'

export const tried = defineCommand({
  diary: 'needed',
  examples: ['fu tried 2', 'fu tried gary --message "left word with Sue"', 'fu tried ada --busy'],
  more: 'The next try comes after 3 days, then 7, 7 and 7, then every 30; after a busy line in an hour.',
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
    const promise = await findPromise(app, which)
    if (on !== undefined) refuseBeforeMade(app, promise, at, 'tried')
    writeAttempt(app, promise, { outcome, note, at, by: by ?? null })
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
export function writeAttempt(app: App, promise: OpenPromise, { outcome, note, at, by }: Attempt): number {
  const isWrong = outcome === 'wrong-number'
  const dialled = isWrong ? dialledFor(app, promise, by) : null
  return changePromise(app, promise, {
    command: 'tried',
    outcome: attemptWords[outcome],
    entry: {
      at,
      act: 'tried',
      direction: 'out',
      channel: by ?? promise.channel ?? 'call',
      outcome,
      text: note,
      remark: dialled,
    },
    change: (pen) => pen.stillOpen(promise.id),
    sentence: (changed) => {
      const { attempts, next } = standingNow(app, changed)
      const other = isWrong ? otherWay(app, changed) : null
      return triedSentence(changed, outcome, { attempts, next, other }, speechOf(app))
    },
  })
}

/** What was tried: the address of the way that is named, else the number that the line offered. */
function dialledFor(app: App, promise: OpenPromise, by: Channel | null): string | null {
  const contact = app.diary().contact(promise.contact.id)
  if (contact === null) return null
  return valueFor(waysLeft(contact, by, knownWrong(app, contact.id), false).contact, by ?? 'call')
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
