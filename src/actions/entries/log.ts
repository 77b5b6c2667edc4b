import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import type { ContactName } from '../../domain/contact.ts'
import { newEntry, type Feedback } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { newPromise } from '../../domain/promise.ts'
import { loggedSentence, promisedSentence } from '../../views/confirmations/writes.ts'
import type { NextStep } from '../ask/next-step.ts'
import { dateContext } from '../date-context.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'

/** What happened with a contact. */
export type Happening = {
  readonly text: string
  readonly at: Moment
  /** Default: `out`. */
  readonly direction?: 'in' | 'out'
  readonly channel?: Channel | null
  readonly feedback?: Feedback | null
  readonly offer?: string | null
  /** The number of the promise of theirs that I asked for again, if any (R17). */
  readonly promise?: number | null
  /** What was agreed to do next, if anything. */
  readonly next?: NextStep | null
}

/** Records a conversation with a contact and the next step, and reports it. */
export function log(app: App, contact: ContactName, happening: Happening): WriteResult {
  const { text, at, direction = 'out', channel = null, feedback = null, offer = null } = happening
  const { next = null, promise: about = null } = happening
  const contactId = contact.id
  const { value, history } = app.diary().write({ command: 'log', at: app.now }, (tx) => {
    tx.title(`log ${contact.name}: ${text}`)
    const facts = { at, contactId, promise: about, direction, channel, text, feedback, offer } as const
    return {
      entry: tx.addEntry(newEntry({ ...facts, act: 'logged', outcome: 'reached' })),
      promise: next === null ? null : tx.addPromiseMadeAt(newPromise({ ...next, contactId }), at),
    }
  })
  const { entry, promise } = value
  const context = dateContext(app)
  const sentences = [
    loggedSentence(contact.name, text, at.day, context),
    ...(promise === null ? [] : [promisedSentence(promise, context)]),
  ]
  const result = reportWrite(app, {
    command: 'log',
    history,
    contact,
    promise,
    entry,
    sentences,
    comesUp: promise === null ? [] : [promise],
  })
  if (promise !== null) warnUnreachableAll(app, [promise])
  return result
}
