import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { mayContact, permittedChannel, type Contact } from '../../domain/contact.ts'
import { notFound } from '../../domain/errors.ts'
import type { Day } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Period } from '../../domain/period.ts'
import { hasStepsLeft, stepText, type Plan, type PlanRun } from '../../domain/plan.ts'
import { newPromise, type DiaryPromise, type OpenedBy, type OpenPromise } from '../../domain/promise.ts'
import { builtInPlans } from '../../schedule/plans/built-in-plans.ts'
import { initialSteps, stepAfter, stepDue } from '../../schedule/plans/plan.ts'

/** The event that starts a plan: its moment, its contact, and its subject. */
export type PlanEvent = {
  readonly at: Moment
  readonly contact: Pick<Contact, 'id' | 'name'>
  /** Empty if unknown. */
  readonly what: string
  /** The time in transit of something sent (R30). */
  readonly transit: Period | null
  /** The source that opens the first step: a call log opens a call-back. */
  readonly openedBy?: OpenedBy
  /** No step is due before this day, if many plans are started at once and spread over the days ahead (R9). */
  readonly notBefore?: Day
}

/** Every plan, including those that the user changed or made. */
export function allPlans(app: App): Plan[] {
  const plans = new Map(builtInPlans.map((plan) => [plan.name, plan]))
  for (const { name, steps } of app.diary().plans.versions()) {
    plans.set(name, { name, meaning: plans.get(name)?.meaning ?? 'your own', steps })
  }
  return [...plans.values()]
}

/**
 * The plan with a name.
 *
 * @throws FuError `not-found` if there is none
 */
export function planNamed(app: App, name: string): Plan {
  const plan = allPlans(app).find((candidate) => candidate.name === name)
  if (plan !== undefined) return plan
  throw notFound(`There is no plan "${name}".`, '"fu plan" lists them, and "fu plan new" makes one.')
}

/**
 * Starts a plan: its steps that count from the event become promises at once. Nothing is started for somebody who does not
 * want to be contacted (R58).
 */
export function beginPlan(app: App, tx: Transaction, plan: Plan, event: PlanEvent): OpenPromise[] {
  const contact = app.diary().contacts.find(event.contact.id)
  if (contact !== null && !mayContact(contact, null)) return []
  const run = tx.startPlan({
    contactId: event.contact.id,
    plan: plan.name,
    steps: plan.steps,
    what: event.what,
  })
  return initialSteps(plan.steps).flatMap((index) => addStep(app, tx, run, index, event) ?? [])
}

/** The text of a promise of a plan, by its step; `null` if it belongs to no plan. */
export function stepWords(app: App, { contact, step, madeAt }: OpenPromise, what: string): string | null {
  if (step === null) return null
  const run = app
    .diary()
    .plans.runs(contact.id)
    .find(({ id }) => id === step.run)
  const text = run?.steps[step.index]?.what
  return text === undefined
    ? null
    : stepText(text, { name: contact.name, what, day: app.words.short(madeAt.day, app.now.day) })
}

/** The step that begins when a promise of a plan is closed, as a promise; `null` if none does. */
export function continuePlan(
  app: App,
  tx: Transaction,
  closed: DiaryPromise,
  at: Moment,
): OpenPromise | null {
  const following = stepFollowing(app, closed)
  if (following === null) return null
  const { run, index } = following
  return addStep(app, tx, run, index, { at, contact: closed.contact, what: run.what, transit: null })
}

/** The step of its plan that begins when a promise is closed; `null` if none does. */
export function stepFollowing(app: App, promise: DiaryPromise): { run: PlanRun; index: number } | null {
  if (promise.step === null) return null
  const { run: id, index: closed } = promise.step
  const run = app
    .diary()
    .plans.runs(promise.contact.id)
    .find((candidate) => candidate.id === id)
  if (run === undefined || run.stopped !== null) return null
  const index = stepAfter(run.steps, closed, run.begun)
  return index === null ? null : { run, index }
}

/** Cancels the remaining steps of a contact's plans; returns the plans that had any. */
export function stopPlans(
  app: App,
  tx: Transaction,
  contactId: number,
  why: string,
  only: string | null = null,
): PlanRun[] {
  const going = app
    .diary()
    .plans.runs(contactId)
    .filter((run) => run.stopped === null && (only === null || run.plan === only))
    .filter(hasStepsLeft)
  for (const run of going) tx.stopPlan(run, why)
  return going
}

function addStep(
  app: App,
  tx: Transaction,
  run: PlanRun,
  index: number,
  event: PlanEvent,
): OpenPromise | null {
  const step = run.steps[index]
  if (step === undefined) return null
  const { due: planned, windowUntil } = stepDue(step, event.at, event.transit, app.settings().week)
  const { notBefore = planned.day } = event
  const due = planned.day < notBefore ? { day: notBefore, time: null } : planned
  const contact = app.diary().contacts.find(event.contact.id)
  const channel =
    step.channel === null || contact === null ? step.channel : permittedChannel(contact, step.channel)
  const words = { name: event.contact.name, what: event.what, day: app.words.short(event.at.day, due.day) }
  return tx.addPromiseMadeAt(
    newPromise({
      contactId: event.contact.id,
      what: stepText(step.what, words),
      due,
      windowUntil,
      channel,
      kind: step.kind,
      hot: step.hot,
      plan: run.plan,
      step: { run: run.id, index },
      openedBy: index === 0 ? (event.openedBy ?? null) : null,
    }),
    event.at,
  )
}
