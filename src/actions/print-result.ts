import type { App } from '../app.ts'
import type { ContactName } from '../domain/contact.ts'
import type { Entry } from '../domain/entry.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import { document, entryJson } from '../formats/json/json.ts'
import { contactAsJson, promisesAsJson } from './promises/derived.ts'

/** What a command wrote, as it is reported. */
export type Report = {
  readonly command: string
  /** The history entry that `fu undo` takes back. */
  readonly history: number
  readonly contact: ContactName | null
  readonly promise: DiaryPromise | null
  /** Promises made or changed on the way. */
  readonly promises?: readonly DiaryPromise[]
  readonly entry: Entry | null
  /** What was written, in words; how to take it back is added. */
  readonly sentences: readonly string[]
}

/** What the JSON of a write says of what it did not make. */
export const nothingMade = { contact: null, promise: null, promises: [], entry: null } as const

/** Says what was written and how to take it back; as JSON where that is asked for. */
export function reportWrite(app: App, report: Report): void {
  const { command, history, contact, promise, promises = [], entry, sentences } = report
  if (!app.json) {
    app.terminal.say(`${sentences.join(' ')} (fu undo)`)
    return
  }
  const known = contact === null ? null : app.diary().contact(contact.id)
  const [promiseDocument = null] = promise === null ? [] : promisesAsJson(app, [promise])
  app.terminal.print(
    document({
      command,
      undo: history,
      contact: known === null ? null : contactAsJson(app, known),
      promise: promiseDocument,
      promises: promisesAsJson(app, promises),
      entry: entry === null ? null : entryJson(entry),
    }),
  )
}
