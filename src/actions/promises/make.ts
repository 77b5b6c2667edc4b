import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import type { Contact, ContactName } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { newPromise, type Owner } from '../../domain/promise.ts'
import type { Repeat } from '../../domain/repeat.ts'
import { promisedSentence } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { warnUnreachable } from '../warn-unreachable.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { refuseUnwanted } from '../unwanted.ts'

/** The details of a new promise. */
export type PromiseDetails = {
  readonly what: string
  readonly due: Due
  /** Default: `mine`. */
  readonly owner?: Owner
  readonly channel?: Channel | null
  readonly about?: ContactName | null
  readonly hot?: boolean
  readonly trigger?: string | null
  readonly repeat?: Repeat | null
}

/**
 * Makes a promise to a contact, or by them, and reports it. Notes if the day is already full or the contact cannot be
 * reached.
 *
 * @throws FuError `usage` if the promise is about the contact themselves, `refused` if they do not want to be contacted
 */
export function makePromise(app: App, contact: Contact, details: PromiseDetails): WriteResult {
  const { about = null, channel = null } = details
  if (about?.id === contact.id) {
    throw usage(
      `A promise to ${contact.name} is about ${contact.name} anyway.`,
      'Leave --about out, or name the client it is about.',
    )
  }
  refuseUnwanted(contact, channel)
  const result = writePromise(app, contact, details)
  warnUnreachable(app, contact, channel)
  return result
}

/** Writes a promise, and reports it. */
export function writePromise(app: App, contact: ContactName, details: PromiseDetails): WriteResult {
  const { what, due, owner = 'mine', channel = null, about = null, hot = false, trigger = null } = details
  const { repeat = null } = details
  const command = owner === 'mine' ? 'promise' : 'wait'
  const { value: promise, history } = app.diary().write({ command, at: app.now }, (tx) => {
    const aboutId = about?.id ?? null
    const made = tx.addPromise(
      newPromise({ contactId: contact.id, aboutId, owner, what, channel, hot, due, trigger, repeat }),
    )
    tx.title(`${command} ${made.id} (${contact.name}, ${what})`)
    return made
  })
  const sentences = [promisedSentence(promise, dateContext(app))]
  const comesUp = [promise]
  return reportWrite(app, { command, history, contact, promise, entry: null, sentences, comesUp })
}
