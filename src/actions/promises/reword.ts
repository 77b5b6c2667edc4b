import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { promiseLabel, rewordedSentence } from '../../views/confirmations/writes.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'

/**
 * Rewords a promise, and says so; the history keeps what it said.
 *
 * @throws FuError `usage` if it says that already
 */
export function reword(app: App, promise: OpenPromise, what: string): WriteResult {
  if (what === promise.what) throw usage(`${promise.id} already says that.`, 'Say it in other words.')
  const { value, history } = app.diary().write({ command: 'edit', at: app.now }, (tx) => {
    const before = tx.stillOpen(promise.id)
    const after = tx.reword(promise.id, what)
    tx.title(`edit ${promiseLabel(after)}; it said "${before.what}"`)
    return { before, after }
  })
  const { before, after } = value
  return reportWrite(app, {
    command: 'edit',
    history,
    contact: app.diary().contacts.find(after.contact.id),
    promise: after,
    entry: null,
    sentences: [rewordedSentence(after, before.what)],
  })
}
