import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { isKnownChannel, type Channel, type KnownChannel } from '../../domain/channel.ts'
import type { Plan } from '../../domain/plan.ts'
import { mayContact, type Contact, type NewContact } from '../../domain/contact.ts'
import { namePromise, type NamedPromise } from '../../domain/entry-data.ts'
import { newEntry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { answerOwedTo, newPromise, type KeptPromise, type OpenPromise } from '../../domain/promise.ts'
import { endsTriesWords } from '../../domain/remark.ts'
import {
  addedSentence,
  heardSentence,
  keptSentence,
  promiseLabel,
  promisedSentence,
  unwantedSentence,
} from '../../views/confirmations/writes.ts'
import type { NextStep } from '../ask/next-step.ts'
import { dateContext } from '../date-context.ts'
import { statesOf } from '../derived.ts'
import { askAgain } from '../plans/ask-again.ts'
import { beginPlan, planNamed } from '../plans/start.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { openPromisesWith } from '../open-promises.ts'
import { refuseForgotten, refuseUnwanted } from '../unwanted.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'

/** What a contact wanted, and how they reached me. */
export type Heard = {
  readonly text: string
  readonly at: Moment
  readonly channel: Channel
  readonly isHot: boolean
  readonly isComplaint: boolean
  /** What they were promised in reply, and when: it acknowledges the request. */
  readonly told: NextStep | null
}

/** The plan that each channel starts. */
const planFor: Record<KnownChannel, string> = {
  call: 'heard-call',
  text: 'heard-text',
  visit: 'heard-visit',
  video: 'heard-call',
  email: 'heard-email',
  post: 'heard-post',
}

/**
 * The plan that hearing from somebody starts. On any channel that is not a known one, they wrote, and the answer goes
 * by it (R68).
 */
function planHeardBy(app: App, channel: Channel): Plan {
  if (isKnownChannel(channel)) return planNamed(app, planFor[channel])
  const plan = planNamed(app, planFor.email)
  const steps = plan.steps.map((step) => (step.channel === 'email' ? { ...step, channel } : step))
  return { ...plan, steps }
}

/**
 * Records that somebody called or wrote, and the answer owed, or the promise made in reply (R20, R25). It ends the
 * attempts to reach them (R34). A stranger is added by the same change (R69).
 *
 * @throws FuError `refused` if they were told something and do not want to be contacted, or if a stranger was forgotten
 * for good
 */
export async function recordHeard(app: App, who: Contact | NewContact, request: Heard): Promise<WriteResult> {
  const { text, at, channel, isHot, isComplaint, told } = request
  const isFree = mayContact(who, null)
  if (told !== null && 'id' in who) refuseUnwanted(who, null)
  if (!('id' in who)) await refuseForgotten(app, who)

  const { value, history } = app.diary().write({ command: 'heard', at: app.now }, (tx) => {
    tx.title(`heard ${who.name}: ${text}`)
    const contact = 'id' in who ? who : tx.addContact(who)
    const endsTries = endedTries(app, contact)
    const open = isComplaint ? [] : openPromisesWith(app, contact)
    const asked = told === null ? answerOwedTo(open) : undefined
    // A complaint is not closed by a date (R26).
    const replaced = told === null ? undefined : answerOwedTo(open.filter(({ kind }) => kind !== 'complaint'))
    const plan = isComplaint ? planNamed(app, 'complaint') : told === null ? planHeardBy(app, channel) : null
    const begun =
      plan === null || asked !== undefined
        ? []
        : beginPlan(app, tx, plan, { at, contact, what: text, transit: null })
    const about =
      asked === undefined || plan === null
        ? begun[0]
        : askAgain(app, tx, { id: tx.addRequest(asked.id, text).id, at, plan })
    const owed = about !== undefined && isHot ? tx.makeHot(about.id) : (about ?? null)
    const contactId = contact.id
    const data = endsTries.length === 0 ? null : { endsTries }
    const spoken = newEntry({ at, contactId, act: 'heard', direction: 'in', channel, text, data })
    const entry = tx.addEntry({ ...spoken, promise: about?.id ?? null })
    const others = begun.slice(1)
    const written = { contact, entry, endsTries, others }
    if (told === null) return { ...written, promise: owed, answered: null, isAgain: asked !== undefined }

    const reply = { contactId, act: 'acknowledged', direction: 'out', channel } as const
    tx.addEntry(newEntry({ at, ...reply, outcome: 'reached' }))
    const answered = replaced === undefined ? null : replaceAnswer(tx, replaced, at)
    // The date given for a complaint is the day by which it is put right: it stays a complaint (R26).
    const made =
      owed === null
        ? tx.addPromiseMadeAt(newPromise({ ...told, contactId }), at)
        : tx.movePromise(tx.reword(owed.id, told.what).id, told.due, true)
    return { ...written, promise: made, answered, isAgain: false }
  })

  const { contact, entry, endsTries, promise, others, answered, isAgain } = value
  const promises = answered === null ? others : [...others, answered]
  const context = dateContext(app)
  const made = [...(promise === null ? [] : [promise]), ...promises]
  const comesUp = isAgain ? [] : made.filter((one) => one.status === 'open')
  const owes = promise === null || told !== null ? null : promise
  const sentences = [
    ...('id' in who ? [] : [addedSentence(contact)]),
    heardSentence(contact.name, text, owes, isAgain, context),
    ...(answered === null ? [] : [keptSentence(answered)]),
    ...(told === null || promise === null ? [] : [promisedSentence(promise, context)]),
    ...(endsTries.length === 0 ? [] : [`It ${endsTriesWords(endsTries)}.`]),
    ...(isFree ? [] : [unwantedSentence(contact.name, 'owed')]),
  ]
  const result = reportWrite(app, {
    command: 'heard',
    history,
    contact,
    promise,
    promises,
    entry,
    sentences,
    comesUp,
  })
  warnUnreachableAll(app, made)
  noteWaitedFor(app, contact)
  return result
}

/** Notes what the contact owes me: what they said may be it. */
function noteWaitedFor(app: App, contact: Contact): void {
  const waited = openPromisesWith(app, contact).find(({ owner }) => owner === 'theirs')
  if (waited === undefined) return
  app.terminal.note(`You wait for ${promiseLabel(waited)}. If that was it: fu done ${waited.id}`)
}

/** Closes an answer that a dated promise replaces (R13). */
function replaceAnswer(tx: Transaction, { id, contact }: OpenPromise, at: Moment): KeptPromise {
  const outcome = 'reached'
  tx.addEntry(newEntry({ at, contactId: contact.id, promise: id, act: 'done', direction: 'out', outcome }))
  return tx.keepPromise(id, { at, outcome, reason: null, note: null })
}

/** The promises whose attempts end because they got in touch (R34). */
function endedTries(app: App, contact: Contact): NamedPromise[] {
  const open = openPromisesWith(app, contact)
  const states = statesOf(app, open)
  return open.filter(({ id }) => (states.get(id)?.attempts ?? 0) > 0).map(namePromise)
}
