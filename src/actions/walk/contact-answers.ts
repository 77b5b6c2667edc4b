import { newEntry } from '../../domain/entry.ts'
import type { Line } from '../../domain/page.ts'
import { newPromise } from '../../domain/promise.ts'
import { loggedSentence, promisedSentence } from '../../views/confirmations/writes.ts'
import { readLine } from '../people/options.ts'
import { attempts } from './answers.ts'
import type { Answer, AnswerResult, Interactive } from './interactive.ts'
import { askNextStep } from '../promises/next-step.ts'
import { readWhen } from '../read-when.ts'
import { reportWrite } from '../print-result.ts'
import { dateContext } from '../date-context.ts'

/** Somebody to keep in touch with was reached: what was said, and what is next. */
async function spoke({ app, prompts }: Interactive, { contact }: Line): Promise<AnswerResult> {
  const text = await prompts.ask({
    message: 'What was said?',
    initial: 'kept in touch',
    check: (typed) => readLine(typed, 'An entry'),
  })
  const step = await askNextStep(app, contact.name)
  const { value, history } = app.diary().write({ command: 'log', at: app.now }, (tx) => {
    tx.title(`log ${contact.name}: ${text}`)
    const entry = tx.addEntry(
      newEntry({
        at: app.now,
        contactId: contact.id,
        act: 'logged',
        direction: 'out',
        outcome: 'reached',
        text,
      }),
    )
    return {
      entry,
      made: step === null ? null : tx.addPromise(newPromise({ ...step, contactId: contact.id })),
    }
  })
  const { entry, made } = value
  const sentences = [
    loggedSentence(contact.name, text, entry.at.day, dateContext(app)),
    ...(made === null ? [] : [promisedSentence(made, dateContext(app))]),
  ]
  reportWrite(app, { command: 'log', history, contact, promise: made, entry, sentences })
  return { history }
}

/** Keeping in touch becomes a promise for a day. */
async function promiseFor(
  { app, prompts }: Interactive,
  { contact, what }: Line,
): Promise<AnswerResult | null> {
  const due = await prompts.ask({
    message: `${what} on which day? (empty: back)`,
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readWhen(app, typed, 'ahead')),
  })
  if (due === null) return null
  const { value, history } = app.diary().write({ command: 'promise', at: app.now }, (tx) => {
    const made = tx.addPromise(newPromise({ contactId: contact.id, what, due }))
    tx.title(`promise ${made.id} (${contact.name}, ${what})`)
    return made
  })
  const sentences = [promisedSentence(value, dateContext(app))]
  reportWrite(app, { command: 'promise', history, contact, promise: value, entry: null, sentences })
  return { history }
}

/** The answers to a line of keep in touch. */
export const contactAnswers: readonly (readonly Answer[])[] = [
  [{ key: 'r', label: 'reached', give: spoke }, ...attempts],
  [{ key: 'o', label: 'promise it for a day', give: promiseFor }],
]
