import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import type { Contact } from '../../domain/contact.ts'
import { newEntry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Period } from '../../domain/period.ts'
import { plannedSentence, sentSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { warnUnreachable } from '../warn-unreachable.ts'
import { beginPlan, planNamed } from '../plans/start.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { refuseUnwanted } from '../unwanted.ts'

/** What was sent to a contact. */
export type Sending = {
  readonly what: string
  readonly at: Moment
  readonly channel: Channel
  /** The delivery time of the post, if known (R30). */
  readonly transit: Period | null
}

/**
 * Records that something was sent, and plans to ask whether it arrived (R28-R31).
 *
 * @throws FuError `refused` if the contact does not want to be contacted that way
 */
export function recordSent(app: App, contact: Contact, { what, at, channel, transit }: Sending): WriteResult {
  refuseUnwanted(contact, channel)
  const plan = planNamed(
    app,
    channel !== 'post' ? 'sent-email' : transit === null ? 'sent-post' : 'sent-post-far',
  )
  const { value, history } = app.diary().write({ command: 'sent', at: app.now }, (tx) => {
    tx.title(`sent ${contact.name}: ${what}`)
    const contactId = contact.id
    const begun = beginPlan(app, tx, plan, { at, contact, what, transit })
    const about = begun[0]?.id ?? null
    const facts = { at, contactId, promise: about, direction: 'out', channel, text: what } as const
    return { entry: tx.addEntry(newEntry({ ...facts, act: 'sent' })), begun }
  })
  const { entry, begun } = value
  const [promise = null, ...promises] = begun
  const context = dateContext(app)
  const sentences = [sentSentence(contact.name, what), ...begun.map((step) => plannedSentence(step, context))]
  const result = reportWrite(app, {
    command: 'sent',
    history,
    contact,
    promise,
    promises,
    entry,
    sentences,
    comesUp: begun,
  })
  if (promise !== null) warnUnreachable(app, contact, promise.channel)
  return result
}
