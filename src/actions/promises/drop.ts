import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import type { ContactName } from '../../domain/contact.ts'
import { newPromise, type OpenPromise } from '../../domain/promise.ts'
import { stopsWords } from '../../domain/remark.ts'
import { readLine } from '../../parse/text.ts'
import { pluralize } from '../../views/layout/pluralize.ts'
import {
  comesAgainSentence,
  droppedSentence,
  droppedTogetherSentence,
  promiseChoice,
  promiseLabel,
  promisedSentence,
} from '../../views/confirmations/writes.ts'
import { confirmMany } from '../ask/confirm-many.ts'
import { dateContext } from '../date-context.ts'
import { statesOf } from '../derived.ts'
import { stepFollowing } from '../plans/start.ts'
import type { WriteResult } from '../print-result.ts'
import { askNextStep, type NextStep } from '../ask/next-step.ts'
import { changePromises } from './change-promises.ts'
import { refuseComplaintAmong } from './complaint.ts'
import { isNextAsked, noteNoNextStep } from './no-next-step.ts'
import { isLastWith } from './outcome.ts'
import { writeNextOccurrence } from './repeat.ts'

/** The reason for dropping promises, and the next step. */
export type Dropping = {
  readonly reason: string
  readonly next: NextStep | null
  /** Whether there is deliberately no next step. */
  readonly isMeantLast: boolean
  /** Whether repeating promises stop repeating (R62). */
  readonly endsRepeat: boolean
}

/**
 * Drops promises: they will not be done. Dropping a plan step stops its plan. Asks for the next step with each contact
 * who has none (R46).
 */
export async function drop(
  app: App,
  promises: readonly OpenPromise[],
  dropping: Dropping,
): Promise<WriteResult> {
  const once = promises.find(({ repeat }) => repeat === null)
  if (dropping.endsRepeat && once !== undefined) {
    throw usage(`${promiseLabel(once)} does not repeat.`, 'Leave out --all-next.')
  }
  const nextById = new Map<number, NextStep>()
  const left: ContactName[] = []
  const isAsked = isNextAsked(promises.map(({ contact }) => contact))
  for (const { id, contact, isLast } of lastOfEach(app, promises, dropping)) {
    const step = dropping.next ?? (isLast && isAsked ? await askNextStep(app, contact.name) : null)
    if (step !== null) nextById.set(id, step)
    else if (isLast) left.push(contact)
  }
  return write(app, promises, { ...dropping, nextById, left, isTogether: false })
}

/**
 * Drops the promises that filters chose, together: it does not ask for the next step with each contact, and confirms
 * all of them in one sentence. With `confirm`, it shows them first. A reason that is `null` is asked for.
 *
 * @throws FuError `refused` if one of them is a complaint (R26); `usage` if the answer is no, or there is no reason
 */
export async function dropTogether(
  app: App,
  promises: readonly OpenPromise[],
  { reason: said, ...dropping }: Omit<Dropping, 'reason'> & { readonly reason: string | null },
  { confirm }: { readonly confirm: boolean },
): Promise<WriteResult> {
  refuseComplaintAmong(promises)
  if (confirm) {
    const lines = promises.map((promise) => promiseChoice(promise, dateContext(app)))
    await confirmMany(app, {
      lines,
      what: `drop ${pluralize(promises.length, 'promise')}`,
      of: 'promises',
    })
  }
  const reason = said ?? (await askDropReason(app, promises, '--all …'))
  const last = lastOfEach(app, promises, dropping)
  const { next } = dropping
  const nextById = new Map(next === null ? [] : last.map(({ id }) => [id, next]))
  const left = next === null ? last.filter(({ isLast }) => isLast).map(({ contact }) => contact) : []
  return write(app, promises, { ...dropping, reason, nextById, left, isTogether: true })
}

/** The last of the promises with each contact, and whether nothing would be next with them unintentionally. */
function lastOfEach(
  app: App,
  promises: readonly OpenPromise[],
  { isMeantLast, endsRepeat }: Pick<Dropping, 'isMeantLast' | 'endsRepeat'>,
): { readonly id: number; readonly contact: ContactName; readonly isLast: boolean }[] {
  const byContact = new Map(promises.map(({ id, contact }) => [contact.id, { id, contact }]))
  return [...byContact.values()].map(({ id, contact }) => ({
    id,
    contact,
    isLast:
      !isMeantLast &&
      isLastWith(app, promises, contact) &&
      !promises.some((other) => other.contact.id === contact.id && comesAgain(other, endsRepeat)),
  }))
}

function comesAgain({ repeat }: OpenPromise, endsRepeat: boolean): boolean {
  return repeat !== null && !endsRepeat
}

type Planned = Dropping & {
  readonly nextById: ReadonlyMap<number, NextStep>
  /** With whom nothing is next. */
  readonly left: readonly ContactName[]
  readonly isTogether: boolean
}

function write(
  app: App,
  promises: readonly OpenPromise[],
  { reason, isMeantLast, endsRepeat, nextById, left, isTogether }: Planned,
): WriteResult {
  const states = statesOf(app, promises)
  const stops = new Map(
    promises.map((promise) => {
      const following = stepFollowing(app, promise)
      return [promise.id, following === null ? [] : [following.run.plan]]
    }),
  )
  const result = changePromises(app, promises, {
    command: 'drop',
    entry: ({ id }) => {
      const plans = stops.get(id) ?? []
      const facts = {
        ...(plans.length === 0 ? {} : { stops: plans }),
        ...(isMeantLast ? { nothingNext: true as const } : {}),
      }
      return { act: 'dropped', text: reason, data: Object.keys(facts).length === 0 ? null : facts }
    },
    change: (tx, before) => {
      const following = stepFollowing(app, before)
      if (following !== null) tx.stopPlan(following.run, `${before.what} was dropped`)
      return tx.dropPromise(before.id, app.now, reason)
    },
    follow: (tx, before) => {
      const { id, contact } = before
      const step = nextById.get(id)
      const made = step === undefined ? [] : [tx.addPromise(newPromise({ ...step, contactId: contact.id }))]
      const again = comesAgain(before, endsRepeat) ? writeNextOccurrence(app, tx, before, app.now) : null
      return again === null ? made : [...made, again]
    },
    followWords: (made, context) =>
      made.repeat === null
        ? promisedSentence(made, context)
        : `${comesAgainSentence(made, context)} fu drop ${made.id} --all-next ends it.`,
    confirm: (changed) => {
      const plans = stops.get(changed.id) ?? []
      const sentence = droppedSentence(changed, states.get(changed.id)?.attempts ?? 0)
      const ended =
        changed.repeat !== null && endsRepeat ? [`${sentence} It does not come again.`] : [sentence]
      return [...ended, ...(plans.length === 0 ? [] : [`It ${stopsWords(plans)}.`])].join(' ')
    },
    together: isTogether
      ? {
          title: `--all (${promises.length}, ${reason})`,
          confirm: (changed, made) =>
            droppedTogetherSentence(changed, reason, {
              stopped: [...new Set([...stops.values()].flat())],
              made,
              context: dateContext(app),
            }),
        }
      : null,
  })
  noteNoNextStep(app, left)
  return result
}

/** Up to this many promises are named in a question. */
const mostNamed = 3

/**
 * Asks why promises will not be done.
 *
 * @throws FuError `usage` if nobody can be asked; `which` is how they were named
 */
export async function askDropReason(
  app: App,
  promises: readonly OpenPromise[],
  which: string,
): Promise<string> {
  const { prompts } = app.terminal
  if (prompts === null) {
    throw usage(
      'Dropping a promise needs a reason.',
      `Add it, as in "fu drop ${which} --why 'they moved away'".`,
    )
  }
  const named =
    promises.length > mostNamed
      ? `these ${promises.length} promises`
      : promises.map(({ what }) => `"${what}"`).join(', ')
  return prompts.ask({
    message: `Why will ${named} not be done?`,
    initial: '',
    check: (typed) => readLine(typed, 'A reason'),
  })
}
