import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { newEntry } from '../../domain/entry.ts'
import { refused } from '../../domain/errors.ts'
import type { Plan } from '../../domain/plan.ts'
import { plannedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { refuseUnwanted } from '../unwanted.ts'
import { beginPlan, stopPlans } from './start.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'

/**
 * Starts a plan for a contact, about something, and reports the next step.
 *
 * @throws FuError `refused` if the contact does not want to be contacted
 */
export function startPlan(app: App, plan: Plan, contact: Contact, what: string): WriteResult {
  refuseUnwanted(contact, null)
  const { value, history } = app.diary().write({ command: 'plan', at: app.now }, (tx) => {
    tx.title(`plan start ${plan.name} (${contact.name})`)
    return beginPlan(app, tx, plan, { at: app.now, contact, what, transit: null })
  })
  const [promise = null, ...promises] = value
  const context = dateContext(app)
  const sentences = [
    `Started ${plan.name} for ${contact.name}.`,
    ...value.map((step) => plannedSentence(step, context)),
  ]
  const result = reportWrite(app, {
    command: 'plan',
    history,
    contact,
    promise,
    promises,
    entry: null,
    sentences,
    comesUp: value,
  })
  warnUnreachableAll(app, value)
  return result
}

/**
 * Cancels the remaining steps of a plan for a contact, and reports it; open promises stay open.
 *
 * @throws FuError `refused` if there are none
 */
export function stopPlan(app: App, { name }: Plan, contact: Contact): WriteResult {
  const { value: entry, history } = app.diary().write({ command: 'plan', at: app.now }, (tx) => {
    tx.title(`plan stop ${name} (${contact.name})`)
    const stopped = stopPlans(app, tx, contact.id, 'it was stopped', name)
    if (stopped.length === 0) {
      throw refused(
        `${name} has no steps left to start for ${contact.name}.`,
        `"fu show @${contact.id}" shows what is open; "fu drop" ends a promise.`,
      )
    }
    const data = { stops: [name] }
    return tx.addEntry(newEntry({ at: app.now, contactId: contact.id, act: 'stopped', data }))
  })
  const sentences = [`Stopped ${name} for ${contact.name}; promises that are already open stay open.`]
  return reportWrite(app, { command: 'plan', history, contact, promise: null, entry, sentences })
}
