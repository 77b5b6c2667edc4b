import type { App } from '../../app.ts'
import type { ContactName, NewContact } from '../../domain/contact.ts'
import { newPromise, type OpenPromise } from '../../domain/promise.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { addedSentence, plannedSentence, promisedSentence } from '../../views/confirmations/writes.ts'
import { askNextStep, type NextStep } from '../ask/next-step.ts'
import { dateContext } from '../date-context.ts'
import { beginPlan, planNamed } from '../plans/start.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { refuseForgotten } from '../unwanted.ts'
import { warnUnreachable, warnUnreachableAll } from '../warn-unreachable.ts'
import { noteAlike, refuseMarked, sharingOf } from './alike.ts'
import { referrerToThank, thankReferrer } from './referrer.ts'

type Adding = {
  /**
   * The first promise to them; `null` starts the plan "met" if it is known where they were met, and asks for a promise
   * otherwise.
   */
  readonly first: NextStep | null
  /** Whether there is deliberately no next step. */
  readonly isMeantLast: boolean
  /** Whether to add them even if they were forgotten for good, or a similar contact does not want to be contacted. */
  readonly evenIfUnwanted: boolean
}

/**
 * Adds a contact with the first promise to them, thanks the referrer, and notes possible duplicates (R46).
 *
 * @throws FuError `refused` if they were forgotten for good, or are in the diary and do not want to be contacted (R58)
 */
export async function addContact(app: App, fresh: NewContact, adding: Adding): Promise<WriteResult> {
  const { first, isMeantLast, evenIfUnwanted } = adding
  if (!evenIfUnwanted) await refuseForgotten(app, fresh)
  const namesakes = app.diary().contacts.matching({ rule: 'name', key: normalizeText(fresh.name) })
  const sharing = sharingOf(app, fresh)
  if (!evenIfUnwanted) refuseMarked(fresh, sharing)
  const { met } = fresh.source
  const meets = first === null && !isMeantLast && met !== null
  const step = first ?? (isMeantLast || meets ? null : await askNextStep(app, fresh.name))
  const sender = referrerToThank(app, fresh)

  const { value, history } = app.diary().write({ command: 'add', at: app.now }, (tx) => {
    const contact = tx.addContact(fresh)
    tx.title(`add ${contact.name} (@${contact.id})`)
    const start = (plan: string, person: ContactName, what: string): OpenPromise[] =>
      beginPlan(app, tx, planNamed(app, plan), { at: app.now, contact: person, what, transit: null })
    return {
      contact,
      made: step === null ? null : tx.addPromise(newPromise({ ...step, contactId: contact.id })),
      steps: [
        ...(meets ? start('met', contact, met) : []),
        ...(sender === null ? [] : thankReferrer(app, tx, sender, contact)),
      ],
    }
  })
  const { contact, made, steps } = value
  const [promise = null, ...promises] = [...(made === null ? [] : [made]), ...steps]
  const context = dateContext(app)
  const sentences = [
    addedSentence(contact),
    ...(made === null ? [] : [promisedSentence(made, context)]),
    ...steps.map((one) => plannedSentence(one, context)),
  ]
  const result = reportWrite(app, {
    command: 'add',
    history,
    contact,
    promise,
    promises,
    entry: null,
    sentences,
    comesUp: [...(made === null ? [] : [made]), ...steps],
  })
  noteAlike(app, contact, namesakes, sharing)
  warnUnreachableAll(app, steps)
  if (made !== null) warnUnreachable(app, contact, null)
  if (promise?.contact.id !== contact.id && !isMeantLast) {
    app.terminal.note(`No next step with ${contact.name}: fu promise @${contact.id} … --due …`)
  }
  return result
}
