import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import type { AttemptOutcome } from '../../domain/entry.ts'
import { FuError } from '../../domain/errors.ts'
import type { Line } from '../../domain/page.ts'
import type { ClosingOutcome, OpenPromise } from '../../domain/promise.ts'
import { snoozeDay } from '../../parse/phrase/snooze-day.ts'
import { readLine } from '../../parse/text.ts'
import { mayAskForSale } from '../../views/walk/questions.ts'
import { askNextStep, type NextStep } from '../ask/next-step.ts'
import { dateContext } from '../date-context.ts'
import type { WriteResult } from '../print-result.ts'
import { drop } from '../promises/drop.ts'
import { goesOn, keepPromises } from '../promises/keep.ts'
import { move } from '../promises/move.ts'
import { askReason, chooseNext, isLastWith } from '../promises/outcome.ts'
import { snooze } from '../promises/snooze.ts'
import { recordAttempt, recordFirstAttempt } from '../promises/try.ts'
import { readWhen } from '../read-when.ts'
import { openAnswer } from './open-answer.ts'
import { promiseOf } from './promise-of.ts'
import { askKey, type Answer, type AnswerResult, type Interactive } from './interactive.ts'

const back = { key: 'p', label: 'back', outcome: null }

const endings = [
  { key: 'r', label: 'reached', outcome: 'reached' },
  { key: 's', label: 'sold', outcome: 'sold' },
  { key: 'd', label: 'declined', outcome: 'declined' },
  { key: 'o', label: 'postponed', outcome: 'postponed' },
  back,
] as const satisfies readonly { key: string; label: string; outcome: ClosingOutcome | null }[]

const yesNo = [
  { key: 'y', label: 'yes', isSo: true },
  { key: 'n', label: 'not yet', isSo: false },
] as const

/** Asks for the outcome, the result and the next step (R46, R47), and writes them. */
async function reached(interactive: Interactive, line: Line): Promise<AnswerResult | null> {
  const { app } = interactive
  const promise = promiseOf(interactive, line)
  const { outcome } = await askKey(interactive, `How did it end with ${promise.contact.name}?`, endings)
  if (outcome === null) return null
  const asksSale = mayAskForSale(line) && outcome !== 'sold'
  const askedForSale = asksSale ? (await askKey(interactive, 'Did you ask for the sale?', yesNo)).isSo : null
  const reason = await askReason(app, [promise], null, outcome)
  const note = await askNote(interactive, promise.kind === 'complaint')
  const isLast = isLastWith(app, [promise], promise.contact) && !goesOn(app, promise, outcome)
  const write = (step: NextStep | null): WriteResult =>
    keepPromises(app, [
      {
        promise,
        at: app.now,
        outcome,
        reason,
        note,
        by: null,
        step,
        isLast,
        isMeantLast: false,
        askedForSale,
      },
    ])
  try {
    const step =
      outcome === 'postponed' || goesOn(app, promise, outcome)
        ? await chooseNext(app, promise, { outcome, next: null, isAsked: isLast })
        : await askNextStep(app, promise.contact.name)
    return write(step)
  } catch (error) {
    // Ctrl-C at the next step keeps the answer so far. A postponed promise still needs its day.
    const isStopped = error instanceof FuError && error.kind === 'interrupted'
    if (isStopped && outcome !== 'postponed') return { ...write(null), isStopped }
    throw error
  }
}

/** Asks for the result, which a complaint requires (R26). */
function askNote({ prompts }: Interactive, isNeeded: boolean): Promise<string | null> {
  return prompts.ask({
    message: isNeeded ? 'What came of it?' : 'What came of it? (empty: nothing to note)',
    initial: '',
    check: (typed) => (typed.trim() === '' && !isNeeded ? null : readLine(typed, 'A note')),
  })
}

/** Records an attempt; asks for the message, if one was left with somebody. */
function attempt(outcome: AttemptOutcome): Answer['give'] {
  return async (interactive, line) => {
    const { app, prompts } = interactive
    const promise = line.promise === null ? null : promiseOf(interactive, line)
    const note =
      outcome === 'message'
        ? await prompts.ask({
            message: 'What did you leave, and with whom? (empty: nothing to note)',
            initial: '',
            check: (typed) => (typed.trim() === '' ? null : readLine(typed, 'A note')),
          })
        : null
    const made = { outcome, note, at: app.now, by: null }
    return promise === null
      ? recordFirstAttempt(app, line.contact, made)
      : recordAttempt(app, [promise], made)
  }
}

function readSnoozeDay(app: App, { id }: OpenPromise, phrase: string): Day {
  return snoozeDay(readWhen(app, phrase, 'ahead'), { phrase, promise: id }, dateContext(app))
}

async function snoozeIt(interactive: Interactive, line: Line): Promise<AnswerResult | null> {
  const { app, prompts } = interactive
  const promise = promiseOf(interactive, line)
  const day = await prompts.ask({
    message: 'Off the page until when? (empty: back)',
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readSnoozeDay(app, promise, typed)),
  })
  return day === null ? null : snooze(app, [promise], day)
}

/** Asks for a new date and, for a promise of mine, whether they know it (R12). */
async function moveIt(interactive: Interactive, line: Line): Promise<AnswerResult | null> {
  const { app, prompts } = interactive
  const promise = promiseOf(interactive, line)
  const due = await prompts.ask({
    message: 'To which day? (empty: back)',
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readWhen(app, typed, 'ahead')),
  })
  if (due === null) return null
  const told = promise.owner === 'mine' && (await askKey(interactive, 'Do they know?', yesNo)).isSo
  return move(app, [promise], { due, told, reason: null })
}

async function dropIt(interactive: Interactive, line: Line): Promise<AnswerResult | null> {
  const { app, prompts } = interactive
  const promise = promiseOf(interactive, line)
  const reason = await prompts.ask({
    message: `Why will "${promise.what}" not be done? (empty: back)`,
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readLine(typed, 'A reason')),
  })
  return reason === null
    ? null
    : drop(app, [promise], { reason, next: null, isMeantLast: false, endsRepeat: false })
}

export const moveAnswer: Answer = {
  key: 't',
  label: 'to another day',
  about: 'a new date, and whether they know of it',
  give: moveIt,
}
export const dropAnswer: Answer = { key: 'x', label: 'drop', about: 'it will not be done', give: dropIt }
export const doneAnswer: Answer = {
  key: 'd',
  alias: 'r',
  label: 'done',
  about: 'how it ended, what came of it, what is next',
  changed: 'd is done now; x drops.',
  give: reached,
}

/** The answers for unsuccessful attempts. */
export const attempts: readonly Answer[] = [
  { key: 'n', label: 'no answer', about: 'counts the try, and sets the next', give: attempt('no-answer') },
  { key: 'v', label: 'voicemail', about: 'the same; you left one', give: attempt('voicemail') },
  { key: 'm', label: 'message', about: 'the same; somebody took one', give: attempt('message') },
  { key: 'b', label: 'busy', about: 'the same; try again in an hour', give: attempt('busy') },
  { key: 'w', label: 'wrong number', about: 'find the right one first', give: attempt('wrong-number') },
]

/** The answers to a line with a promise. */
export const promiseAnswers: readonly (readonly Answer[])[] = [
  [doneAnswer, ...attempts],
  [
    openAnswer,
    {
      key: 'z',
      label: 'snooze',
      about: 'off the page until a day; the promised date does not change',
      give: snoozeIt,
    },
    moveAnswer,
    dropAnswer,
  ],
]
