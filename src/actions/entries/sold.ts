import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import { mayContact, type Contact } from '../../domain/contact.ts'
import { newEntry, type Feedback } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { plannedSentence, soldSentence, unwantedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { asCustomer } from '../people/customer.ts'
import { beginPlan, planNamed } from '../plans/start.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'

/** What a contact bought. */
export type Sale = {
  readonly what: string
  readonly at: Moment
  readonly direction: 'in' | 'out'
  readonly channel: Channel | null
  readonly offer: string | null
  readonly feedback: Feedback | null
}

/**
 * Records a sale, makes the contact a customer, and plans a thank-you and the question whether they are happy (R43,
 * R44); nothing is planned for somebody who does not want to be contacted (R58).
 */
export function recordSale(app: App, contact: Contact, sale: Sale): WriteResult {
  const { what, at, direction, channel, offer, feedback } = sale
  const plan = planNamed(app, 'sold')
  const { value, history } = app.diary().write({ command: 'sold', at: app.now }, (tx) => {
    tx.title(`sold ${contact.name}: ${what}`)
    const customer = tx.editContact(contact.id, asCustomer)
    const begun = beginPlan(app, tx, plan, { at, contact, what, transit: null })
    const facts = { at, contactId: contact.id, direction, channel, text: what, offer, feedback } as const
    return { customer, begun, entry: tx.addEntry(newEntry({ ...facts, act: 'sold', outcome: 'sold' })) }
  })
  const { customer, begun, entry } = value
  const [promise = null, ...promises] = begun
  const context = dateContext(app)
  const sentences = [
    soldSentence(contact.name, what),
    ...(customer.kind === contact.kind ? [] : [`${contact.name} is a customer now.`]),
    ...begun.map((step) => plannedSentence(step, context)),
    ...(mayContact(customer, null) ? [] : [unwantedSentence(customer.name, 'planned')]),
  ]
  const written = { contact: customer, promise, promises, entry }
  const result = reportWrite(app, { command: 'sold', history, ...written, sentences, comesUp: begun })
  warnUnreachableAll(app, begun)
  return result
}
