import type { App } from '../app.ts'
import type { Contact, ContactName } from '../domain/contact.ts'
import type { Entry } from '../domain/entry.ts'
import type { DiaryPromise, OpenPromise } from '../domain/promise.ts'
import { document, entryJson } from '../formats/json/json.ts'
import { warnFullDays } from './day-load.ts'
import { contactAsJson, contactsAsJson, promisesAsJson } from './derived.ts'

/** The rows that an action wrote. */
export type WriteResult = {
  readonly command: string
  /** The history entry to undo. */
  readonly history: number
  readonly contact: ContactName | null
  /** The contacts that were changed together, if several were. */
  readonly contacts?: readonly Contact[]
  readonly promise: DiaryPromise | null
  /** Other promises that were made or changed. */
  readonly promises?: readonly DiaryPromise[]
  readonly entry: Entry | null
}

/**
 * The written rows, and their confirmation: sentences of one paragraph, or of one per promise. How to undo them is
 * added.
 */
type Confirmation = WriteResult & {
  readonly sentences: readonly string[] | readonly (readonly string[])[]
  /** Promises that newly come up on a day. */
  readonly comesUp?: readonly OpenPromise[]
}

/** The JSON of a write for rows that it did not make. */
export const nothingMade = { contact: null, promise: null, promises: [], entry: null } as const

/**
 * Reports the days that were already full (R46), the change and how to undo it, as JSON with `--json`; returns the
 * written rows.
 */
export function reportWrite(app: App, { sentences, comesUp = [], ...result }: Confirmation): WriteResult {
  warnFullDays(app, comesUp)
  const { command, history, contact, contacts, promise, promises = [], entry } = result
  if (!app.json) {
    const paragraphs = paragraphsOf(sentences)
    for (const [index, paragraph] of paragraphs.entries()) {
      app.terminal.say(index === paragraphs.length - 1 ? `${paragraph} (fu undo)` : paragraph)
    }
    return result
  }
  const known = contact === null ? null : app.diary().contacts.find(contact.id)
  const [promiseDocument = null] = promise === null ? [] : promisesAsJson(app, [promise])
  app.terminal.print(
    document({
      command,
      undo: history,
      contact: known === null ? null : contactAsJson(app, known),
      ...(contacts === undefined ? {} : { contacts: contactsAsJson(app, contacts) }),
      promise: promiseDocument,
      promises: promisesAsJson(app, promises),
      entry: entry === null ? null : entryJson(entry),
    }),
  )
  return result
}

function paragraphsOf(sentences: Confirmation['sentences']): string[] {
  const isOne = sentences.every((sentence) => typeof sentence === 'string')
  return isOne ? [sentences.join(' ')] : sentences.map((paragraph) => [paragraph].flat().join(' '))
}
