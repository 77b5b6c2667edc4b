import type { PromiseEdit } from '../../domain/promise-edit.ts'
import type { Commitment } from '../../domain/promise.ts'
import { everyWords } from '../../domain/repeat.ts'
import { withFullStop } from '../layout/sentence.ts'
import { promiseLabel } from './writes.ts'

/** A changed promise: its new values, and its old text. */
export function editedSentence(before: Commitment, after: Commitment, edit: PromiseEdit): string {
  return withFullStop(`Changed ${promiseLabel(after)}${promiseEditWords(before, edit)}`)
}

/** The changes of a promise, to follow its name: `: hot, by email; it said "sned the qoute"`. */
export function promiseEditWords(
  before: Commitment,
  { what, due, channel, hot, about, trigger, every }: PromiseEdit,
): string {
  const now = [
    hot === undefined ? '' : hot ? 'hot' : 'not hot',
    channel === undefined ? '' : channel === null ? 'by any way' : `by ${channel}`,
    about === undefined ? '' : `about ${about?.name ?? 'nobody else'}`,
    trigger === undefined ? '' : trigger === null ? 'waits for nothing' : `when ${trigger}`,
    every === undefined ? '' : every === null ? 'does not repeat' : everyWords(every),
    due === undefined ? '' : 'a new day',
  ].filter((words) => words !== '')
  const said = what === undefined ? '' : `; it said "${before.what}"`
  return `${now.length === 0 ? '' : `: ${now.join(', ')}`}${said}`
}
