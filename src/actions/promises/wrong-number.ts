import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { refused } from '../../domain/errors.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { stillWrong, type StillWrong } from '../../schedule/state/wrong-numbers.ts'
import { promiseLabel } from '../../views/confirmations/writes.ts'

/** The numbers that were tried on a promise, were not theirs, and are still on their card. */
export function wrongWith(app: App, promise: OpenPromise, contact: Contact): StillWrong | null {
  return stillWrong(contact, promise.channel, app.diary().entries.ofPromises([promise]))
}

/**
 * @throws FuError `refused` if the right number must be found first (R35): otherwise finding it would close the promise
 */
export function refuseSoughtNumber(app: App, promise: OpenPromise): void {
  const contact = app.diary().contacts.find(promise.contact.id)
  const wrong = contact === null ? null : wrongWith(app, promise, contact)
  if (contact === null || wrong?.isSought !== true) return
  const { id } = promise
  throw refused(
    `${promiseLabel(promise)} asks for the right number first: ${wrong.value} is not theirs.`,
    `If you found it: fu edit @${contact.id} --phone … If you reached them in another way: fu done ${id} --outcome reached.`,
  )
}
