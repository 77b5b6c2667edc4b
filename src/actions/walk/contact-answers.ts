import type { Line } from '../../domain/page.ts'
import { readLine } from '../../parse/text.ts'
import { askNextStep } from '../ask/next-step.ts'
import { log } from '../entries/log.ts'
import { writePromise } from '../promises/make.ts'
import { readWhen } from '../read-when.ts'
import { attempts } from './answers.ts'
import type { Answer, AnswerResult, Interactive } from './interactive.ts'
import { openAnswer } from './open-answer.ts'

/** Records a conversation with a keep-in-touch contact: what was said, and the next step. */
async function spoke({ app, prompts }: Interactive, { contact }: Line): Promise<AnswerResult> {
  const text = await prompts.ask({
    message: 'What was said?',
    initial: 'kept in touch',
    check: (typed) => readLine(typed, 'An entry'),
  })
  const next = await askNextStep(app, contact.name)
  return log(app, contact, { text, at: app.now, next })
}

/** Makes keeping in touch a promise for a day. */
async function promiseFor(
  { app, prompts }: Interactive,
  { contact, what }: Line,
): Promise<AnswerResult | null> {
  const due = await prompts.ask({
    message: `${what} on which day? (empty: back)`,
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readWhen(app, typed, 'ahead')),
  })
  return due === null ? null : writePromise(app, contact, { what, due })
}

/** The answers to a line of keep in touch. */
export const contactAnswers: readonly (readonly Answer[])[] = [
  [
    { key: 'd', alias: 'r', label: 'done', about: 'what was said, and what is next', give: spoke },
    ...attempts,
  ],
  [openAnswer, { key: 't', label: 'promise it for a day', give: promiseFor }],
]
