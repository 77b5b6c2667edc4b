import type { App } from '../app.ts'
import type { DateWords } from '../domain/date-words.ts'
import type { Moment } from '../domain/moment.ts'
import { document, type Json } from '../formats/json/json.ts'
import type { Theme } from '../views/layout/theme.ts'

/** The JSON and the text form of data; only the printed one is made. */
type Forms = {
  readonly json: () => { readonly [field: string]: Json }
  /** The whole text, or pieces of whole lines, which are printed as they are made. */
  readonly text: () => string | Iterable<string>
  /** A sentence on stderr beside the text, such as "no such contacts". */
  readonly note?: string | null | (() => string | null)
}

/** Prints data on stdout: one JSON document with `--json`, otherwise text. */
export function printData(app: App, { json, text, note = null }: Forms): void {
  if (app.json) {
    app.terminal.print(document(json()))
    return
  }
  if (typeof note === 'string') app.terminal.note(note)
  const pieces = text()
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) app.terminal.print(piece)
  const last = typeof note === 'function' ? note() : null
  if (last !== null) app.terminal.note(last)
}

/** The options of every view. */
type ViewOptions = {
  readonly theme: Theme
  readonly words: DateWords
  readonly now: Moment
  readonly width: number
  /** Whether it is a screen, not a pipe or a file. */
  readonly isScreen: boolean
}

/** The view options for the user's terminal. */
export function viewOptions({ theme, words, now, terminal }: App): ViewOptions {
  return { theme, words, now, width: terminal.width, isScreen: terminal.isScreen }
}
