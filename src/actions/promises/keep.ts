import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type { Channel } from '../../domain/channel.ts'
import type { FactsByAct } from '../../domain/entry-data.ts'
import { newEntry, type Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { PlanRun } from '../../domain/plan.ts'
import {
  newPromise,
  type ClosingOutcome,
  type KeptPromise,
  type NewPromise,
  type OpenPromise,
} from '../../domain/promise.ts'
import { stopsWords } from '../../domain/remark.ts'
import {
  comesAgainSentence,
  keptSentence,
  wrongNumberWarning,
  promiseLabel,
  plannedSentence,
  promisedSentence,
} from '../../views/confirmations/writes.ts'
import { asCustomer } from '../people/customer.ts'
import type { NextStep } from '../ask/next-step.ts'
import { beginPlan, continuePlan, planNamed, stepFollowing, stopPlans } from '../plans/start.ts'
import { noteNoNextStep } from './no-next-step.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { dateContext } from '../date-context.ts'
import { writeNextOccurrence } from './repeat.ts'
import { wrongWith } from './wrong-number.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'

/** How a promise was kept, and the next step. */
export type Keeping = {
  readonly promise: OpenPromise
  readonly at: Moment
  readonly outcome: ClosingOutcome
  readonly reason: string | null
  readonly note: string | null
  readonly by: Channel | null
  readonly step: NextStep | null
  /** Whether the contact would have no next step otherwise. */
  readonly isLast: boolean
  /** Whether there is deliberately no next step. */
  readonly isMeantLast: boolean
  /** Whether I asked for the sale (R47); `null` if that does not apply. */
  readonly askedForSale: boolean | null
}

/** The rows of a kept promise: the promise, its entry, and the next promises. */
type Kept = {
  readonly promise: OpenPromise
  readonly closed: KeptPromise
  readonly entry: Entry
  readonly following: readonly OpenPromise[]
  readonly steps: readonly OpenPromise[]
  /** The next occurrence of a repeating promise. */
  readonly again: OpenPromise | null
  readonly stopped: readonly PlanRun[]
}

/**
 * Records promises as kept, with the next steps and the steps of plans, and reports it: one change, which one undo
 * reverses.
 */
export function keepPromises(app: App, keepings: readonly Keeping[]): WriteResult {
  const { value: kept, history } = app.diary().write({ command: 'done', at: app.now }, (tx) => {
    tx.title(`done ${keepings.map(({ promise }) => promiseLabel(promise)).join(', ')}`)
    return keepings.map((keeping) => keepOne(app, tx, keeping))
  })
  const [first, ...others] = kept
  const only = others.length === 0 ? first : undefined
  const next = kept.flatMap(({ following, steps, again }) => [
    ...following,
    ...steps,
    ...(again === null ? [] : [again]),
  ])
  const result = reportWrite(app, {
    command: 'done',
    history,
    contact: only === undefined ? null : app.diary().contacts.find(only.promise.contact.id),
    promise: only?.closed ?? null,
    promises: only === undefined ? [...kept.map(({ closed }) => closed), ...next] : next,
    entry: only?.entry ?? null,
    sentences: kept.map((one) => sentencesOf(app, one)),
    comesUp: next,
  })
  noteNoNextStep(
    app,
    kept.flatMap(({ promise, following }, index) =>
      keepings[index]?.isLast === true && following.length === 0 ? [promise.contact] : [],
    ),
  )
  for (const one of kept) warn(app, one)
  return result
}

function keepOne(app: App, tx: Transaction, keeping: Keeping): Kept {
  const { promise, at, outcome, reason, note, by, step, isMeantLast } = keeping
  const { id, contact } = promise
  const stopped = outcome === 'declined' ? stopPlans(app, tx, contact.id, 'they declined') : []
  const closed = tx.keepPromise(id, { at, outcome, reason, note })
  const entry = tx.addEntry(
    newEntry({
      at,
      contactId: contact.id,
      promise: id,
      act: 'done',
      direction: promise.owner === 'mine' ? 'out' : 'in',
      channel: by ?? promise.channel,
      outcome,
      text: note,
      data: factsOn(stopped, keeping),
    }),
  )
  const following = step === null ? [] : [tx.addPromiseMadeAt(asPromise(promise, step, outcome), at)]
  const steps = planSteps(app, tx, promise, { at, outcome, isMeantLast })
  // A postponed promise is still the same occurrence, on another day.
  const isOpenStill = following.some((made) => made.repeat !== null)
  const again = isOpenStill ? null : writeNextOccurrence(app, tx, promise, at)
  return { promise, closed, entry, following, steps, again, stopped }
}

function sentencesOf(app: App, { closed, following, steps, again, stopped }: Kept): string[] {
  const context = dateContext(app)
  return [
    keptSentence(closed),
    ...following.map((made) => promisedSentence(made, context)),
    ...steps.map((made) => plannedSentence(made, context)),
    ...(again === null ? [] : [comesAgainSentence(again, context)]),
    ...stopped.slice(0, 1).map(() => `It ${stopsWords(namesOf(stopped))}.`),
  ]
}

/** Warns that a next step lacks a number, and that the number of the promise is wrong. */
function warn(app: App, { promise, following, steps }: Kept): void {
  const { id } = promise.contact
  warnUnreachableAll(app, [...following, ...steps])
  const person = app.diary().contacts.find(id)
  const wrong = person === null ? null : wrongWith(app, promise, person)
  if (person !== null && wrong !== null) app.terminal.note(wrongNumberWarning(person, wrong.value))
}

/** The effects of closing it, besides a next step; `null` if there are none. */
function factsOn(
  stopped: readonly PlanRun[],
  { isMeantLast, askedForSale }: Keeping,
): FactsByAct['done'] | null {
  if (askedForSale === null && stopped.length === 0 && !isMeantLast) return null
  return {
    ...(askedForSale === null ? {} : { askedForSale }),
    ...(stopped.length === 0 ? {} : { stops: namesOf(stopped) }),
    ...(isMeantLast ? { nothingNext: true } : {}),
  }
}

function namesOf(stopped: readonly PlanRun[]): string[] {
  return stopped.map((run) => run.plan)
}

/** The next promise; a postponed one keeps its place in the plan, which continues when it is kept. */
function asPromise(promise: OpenPromise, step: NextStep, outcome: ClosingOutcome): NewPromise {
  const made = newPromise({ ...step, contactId: promise.contact.id })
  if (outcome !== 'postponed') return made
  const { owner, about, channel, kind, hot, trigger, plan, step: place } = promise
  const openedBy = step.what === promise.what ? promise.openedBy : null
  const repeat = step.what === promise.what ? promise.repeat : null
  const kept = { owner, channel, kind, hot, trigger, plan, step: place, openedBy, repeat }
  return { ...made, ...kept, aboutId: about?.id ?? null }
}

/** The steps that plans set now: the step after this one, and those after a sale (R43, R44). */
function planSteps(
  app: App,
  tx: Transaction,
  promise: OpenPromise,
  { at, outcome, isMeantLast }: { at: Moment; outcome: ClosingOutcome; isMeantLast: boolean },
): OpenPromise[] {
  if (outcome === 'declined' || outcome === 'postponed') return []
  const next = continuePlan(app, tx, promise, at)
  const { contact } = promise
  if (outcome === 'sold') tx.editContact(contact.id, asCustomer)
  const afterSale = outcome === 'sold' && !isMeantLast ? beginSale(app, tx, promise, at) : []
  return [...(next === null ? [] : [next]), ...afterSale]
}

/**
 * Starts the plan after a sale. A promise's text says what was to be done, not what they bought; only `fu sold` says
 * that.
 */
function beginSale(app: App, tx: Transaction, promise: OpenPromise, at: Moment): OpenPromise[] {
  const { contact, step } = promise
  const plan = planNamed(app, 'sold')
  const run = app
    .diary()
    .plans.runs(contact.id)
    .find(({ id }) => id === step?.run)
  const what = run?.plan === plan.name ? run.what : ''
  return beginPlan(app, tx, plan, { at, contact, what, transit: null })
}

/** Whether something is next anyway: a step of a plan, or the next occurrence. */
export function goesOn(app: App, promise: OpenPromise, outcome: ClosingOutcome): boolean {
  if (outcome === 'sold') return true
  if (promise.repeat !== null && outcome !== 'postponed') return true
  return outcome === 'reached' && stepFollowing(app, promise) !== null
}
