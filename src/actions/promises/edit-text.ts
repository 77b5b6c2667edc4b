import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import type { PromiseEdit } from '../../domain/promise-edit.ts'
import { everyText } from '../../domain/repeat.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import {
  promiseFields,
  promiseText,
  readPromiseText,
  type PromiseField,
  type PromiseTexts,
} from '../../formats/text/promise-text.ts'
import { readChannel } from '../../parse/channel.ts'
import { readEveryOccurrence } from '../../parse/phrase/every.ts'
import { readLine } from '../../parse/text.ts'
import type { Editor } from '../../terminal/editor.ts'
import { promiseLabel } from '../../views/confirmations/writes.ts'
import { readInEditor, refusalOf, type Reading } from '../ask/in-editor.ts'
import { findContact } from '../people/find-contact.ts'
import { readWhen } from '../read-when.ts'
import { editPromise } from './edit.ts'

/** Changes a promise in the editor; only fields that were edited are written. */
export async function editPromiseAsText(app: App, promise: OpenPromise, editor: Editor): Promise<void> {
  const before = textsOf(promise)
  const text = promiseText(before)
  const edits = await readInEditor(editor, { name: 'promise.txt', text }, (typed) =>
    editsIn(app, before, typed),
  )
  if (edits === 'emptied') app.terminal.note(`The file was empty: ${promiseLabel(promise)} is unchanged.`)
  else if (edits === 'unchanged' || Object.keys(edits).length === 0) {
    app.terminal.note(`${promiseLabel(promise)} is unchanged.`)
  } else editPromise(app, promise, edits)
}

function textsOf({ what, due, channel, hot, about, trigger, repeat }: OpenPromise): PromiseTexts {
  return {
    what,
    due: due.time === null ? due.day : `${due.day} ${due.time}`,
    by: channel ?? '',
    hot: hot ? 'yes' : 'no',
    about: about === null ? '' : `@${about.id} (${about.name})`,
    when: trigger ?? '',
    every: repeat === null ? '' : everyText(repeat.every),
  }
}

/** The changed fields, each parsed like its option. */
async function editsIn(app: App, before: PromiseTexts, typed: string): Promise<Reading<PromiseEdit>> {
  const { texts, refused } = readPromiseText(typed)
  const wrong = [...refused]
  const edits: PromiseEdit[] = []
  for (const field of promiseFields) {
    if (texts[field] === before[field]) continue
    try {
      edits.push(await readers[field](app, texts[field]))
    } catch (error) {
      wrong.push(refusalOf(`${field}: ${texts[field]}`, error))
    }
  }
  return { value: Object.assign({}, ...edits) as PromiseEdit, refused: wrong }
}

const readers: Record<PromiseField, (app: App, text: string) => PromiseEdit | Promise<PromiseEdit>> = {
  what: (_app, text) => ({ what: readLine(text, 'A promise') }),
  due: (app, text) => ({ due: readWhen(app, text, 'ahead') }),
  by: (_app, text) => ({ channel: text === '' ? null : readChannel(text) }),
  hot: (_app, text) => ({ hot: readYesNo(text.toLowerCase()) }),
  about: async (app, text) => ({ about: text === '' ? null : await clientOf(app, text) }),
  when: (_app, text) => ({ trigger: text === '' ? null : readLine(text, 'What it waits for') }),
  every: (_app, text) => ({ every: text === '' ? null : readEveryOccurrence(text) }),
}

function readYesNo(word: string): boolean {
  if (word === 'yes' || word === 'no' || word === '') return word === 'yes'
  throw usage(`"${word}" is neither yes nor no.`, 'Write yes or no.')
}

/** Parses `@3 (Ada Müller)`, the form shown, or any other `<who>`. */
async function clientOf(app: App, text: string): Promise<NonNullable<PromiseEdit['about']>> {
  const { id, name } = await findContact(app, /^@\d+(?=\s*\()/.exec(text)?.[0] ?? text)
  return { id, name }
}
