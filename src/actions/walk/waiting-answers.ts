import type { Line } from '../../domain/page.ts'
import { readLine } from '../../parse/text.ts'
import { log } from '../entries/log.ts'
import { move } from '../promises/move.ts'
import { readWhen } from '../read-when.ts'
import { promiseAnswers } from './answers.ts'
import type { Answer, AnswerResult, Interactive } from './interactive.ts'
import { promiseOf } from './promise-of.ts'

/** Records that they were asked again and reached: what they said, and the new day if they named one (R17). */
async function chase(interactive: Interactive, line: Line): Promise<AnswerResult> {
  const { app, prompts } = interactive
  const promise = promiseOf(interactive, line)
  const text = await prompts.ask({
    message: 'What did they say?',
    initial: '',
    check: (typed) => readLine(typed, 'An entry'),
  })
  const due = await prompts.ask({
    message: 'Which day did they name? (empty: none)',
    initial: '',
    check: (typed) => (typed.trim() === '' ? null : readWhen(app, typed, 'ahead')),
  })
  return due === null
    ? log(app, promise.contact, { text, at: app.now, promise: promise.id })
    : move(app, [promise], { due, told: true, reason: text })
}

/** The answers to a line with a promise of theirs. */
export const waitingAnswers: readonly (readonly Answer[])[] = [
  ...promiseAnswers,
  [{ key: 'c', label: 'asked again', about: 'what they said, and the day they named', give: chase }],
]
