import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { Pen } from '../diary/pen.ts'
import { channels } from '../domain/contact.ts'
import { meantLast, newEntry } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import type { Moment } from '../domain/moment.ts'
import {
  closingOutcomes,
  newPromise,
  type ClosingOutcome,
  type NewPromise,
  type OpenPromise,
} from '../domain/promise.ts'
import { kept, named, planned, promised } from '../views/receipt.ts'
import { askReason, chooseNext, isLastWith } from './closing.ts'
import { defineCommand } from './command.ts'
import { readLine } from './contact-options.ts'
import { readNextStep, type NextStep } from './next-step.ts'
import { readOn, readWhen } from './phrase.ts'
import type { PlanRun } from '../domain/plan.ts'
import { beginPlan, continuePlan, planNamed, stepFollowing, stopPlans } from './plans.ts'
import { reportWrite } from './receipt.ts'
import { speechOf } from './speech.ts'
import { findPromise } from './which.ts'
import { splitWho } from './who.ts'

export const done = defineCommand({
  diary: 'needed',
  examples: [
    'fu done gary "signs Tuesday" --next "bring the papers" --due tue',
    'fu done 4 "no budget this year" --outcome declined --why "no budget" --no-next',
    'fu done 4 --outcome postponed --until "1 mar"',
  ],
  options: (command) =>
    command
      .argument('<which>', 'the promise')
      .argument('[note...]', 'the outcome, in your words')
      .addOption(new Option('--outcome <outcome>', 'how it ended').choices(closingOutcomes))
      .option('--why <reason>', 'why they declined or put it off')
      .option('--until <when>', 'postponed: when to come back to it')
      .option('--next <what>', 'the next promise to them')
      .option('--no-next', 'nothing is next, and that is meant')
      .option('-d, --due <when>', 'when the next promise is due')
      .option('--on <when>', 'when it was, where it is past')
      .addOption(new Option('--by <channel>', 'how').choices(channels)),
  run: async (app, [first, words], options) => {
    const { who: which, rest } = splitWho(app, first, words)
    const note = rest.length === 0 ? null : readLine(rest.join(' '), 'A note')
    const outcome = options.outcome ?? 'reached'
    const at = readOn(app, options.on)
    if (options.until !== undefined && outcome !== 'postponed') {
      throw usage('--until goes with --outcome postponed.', 'For a next step, take --next … --due ….')
    }
    if (options.until !== undefined && options.due !== undefined) {
      throw usage('--until and --due cannot both be.', 'Something postponed is due when it is postponed to.')
    }
    const next = typeof options.next === 'string' ? readLine(options.next, 'A promise') : undefined
    const given =
      options.until === undefined
        ? await readNextStep(app, { option: '--next', what: next, due: options.due, hot: false })
        : null
    const until = options.until === undefined ? null : readWhen(app, options.until, 'ahead')
    const promise = await findPromise(app, which)
    refuseSilence(promise, note, options.outcome)
    refuseBeforeMade(app, promise, at)
    const reason = await askReason(app, promise, options.why, outcome)
    const isLast = options.next !== false && isLastWith(app, promise) && !goesOn(app, promise, outcome)
    const step = await chooseNext(app, promise, { outcome, next, given, until, isLast })

    const { id, contact } = promise
    const { value, history } = app.diary().write({ command: 'done', at: app.now }, (pen) => {
      pen.title(`done ${named(promise)}`)
      const stopped = outcome === 'declined' ? stopPlans(app, pen, contact.id, 'they declined') : []
      const closed = pen.keepPromise(id, { at, outcome, reason, note })
      const entry = pen.addEntry(
        newEntry({
          at,
          contactId: contact.id,
          promise: id,
          act: 'done',
          direction: promise.owner === 'mine' ? 'out' : 'in',
          channel: options.by ?? promise.channel,
          outcome,
          text: note,
          remark: remarkOn(stopped, options.next === false),
        }),
      )
      const following = step === null ? [] : [pen.addPromise(asPromise(promise, step, outcome))]
      const steps = planSteps(app, pen, promise, { at, outcome, isMeantLast: options.next === false })
      return { closed, entry, following, steps }
    })

    const { closed, entry, following, steps } = value
    const speech = speechOf(app)
    reportWrite(app, {
      command: 'done',
      history,
      contact: app.diary().contact(contact.id),
      promise: closed,
      promises: [...following, ...steps],
      entry,
      sentences: [
        kept(closed),
        ...following.map((made) => promised(made, speech)),
        ...steps.map((made) => planned(made, speech)),
        ...(entry.remark === null || entry.remark === meantLast ? [] : [`It ${entry.remark}.`]),
      ],
    })
    if (isLast && following.length === 0) {
      app.terminal.note(`Nothing is next with ${contact.name}: fu promise @${contact.id} … --due …`)
    }
  },
})

/** What closing it brought about, besides a next step. */
function remarkOn(stopped: readonly PlanRun[], isMeantLast: boolean): string | null {
  if (stopped.length > 0) return `stops the plan ${stopped.map((run) => run.plan).join(' and ')}`
  return isMeantLast ? meantLast : null
}

function refuseBeforeMade(app: App, promise: OpenPromise, at: Moment): void {
  if (at.day >= promise.madeAt.day) return
  const made = app.words.short(promise.madeAt.day, app.now.day)
  throw usage(
    `${named(promise)} was promised on ${made}, and cannot have been kept before.`,
    'Name a later day with --on.',
  )
}

/** A complaint is not closed without saying how (R26). */
function refuseSilence(promise: OpenPromise, note: string | null, outcome: ClosingOutcome | undefined): void {
  if (promise.kind !== 'complaint' || note !== null || outcome !== undefined) return
  throw usage(
    `${named(promise)} is a complaint, and needs an outcome.`,
    `Say how it ended: fu done ${promise.id} "a new one is on its way".`,
  )
}

/** The next promise; one that is postponed keeps its place in the plan, which goes on when it is kept. */
function asPromise(promise: OpenPromise, step: NextStep, outcome: ClosingOutcome): NewPromise {
  const made = newPromise({ ...step, contactId: promise.contact.id })
  if (outcome !== 'postponed') return made
  const { owner, channel, kind, plan, step: place } = promise
  return { ...made, owner, channel, kind, plan, step: place }
}

/** What the plans bring now: the step after this one, and what follows a sale (R43, R44). */
function planSteps(
  app: App,
  pen: Pen,
  promise: OpenPromise,
  { at, outcome, isMeantLast }: { at: Moment; outcome: ClosingOutcome; isMeantLast: boolean },
): OpenPromise[] {
  if (outcome === 'declined' || outcome === 'postponed') return []
  const next = continuePlan(app, pen, promise, at)
  const { contact, what } = promise
  const afterSale =
    outcome === 'sold' && !isMeantLast
      ? beginPlan(app, pen, planNamed(app, 'sold'), { at, contact, what, transit: null })
      : []
  return [...(next === null ? [] : [next]), ...afterSale]
}

/** Whether a plan brings the next step by itself. */
function goesOn(app: App, promise: OpenPromise, outcome: ClosingOutcome): boolean {
  if (outcome === 'sold') return true
  return outcome === 'reached' && stepFollowing(app, promise) !== null
}
