import { pluralize } from '../layout/pluralize.ts'

/** The result of a walk through the page: answers written, and lines left. */
export type WalkEnd = { readonly written: number; readonly left: number }

/** The sentence at the end of the page. */
export function finishedWalkSentence({ written, left }: WalkEnd, late: boolean): string {
  const end = late ? 'You went through everything carried over' : 'You reached the end of the page'
  return left === 0
    ? `${end}: ${answers(written)}, and nothing is left.`
    : `${end}: ${answers(written)}. Unchanged: ${pluralize(left, 'line')}.`
}

/** The sentence after the user quits. */
export function leftWalkSentence({ written, left }: WalkEnd, late: boolean): string {
  const command = late ? 'fu go --late' : 'fu go'
  return `${capitalised(answers(written))}. ${pluralize(left, 'line')} left; "${command}" continues.`
}

/** The sentence after an interrupted answer. */
export function stoppedWalkSentence(written: number): string {
  return `Stopped: ${answers(written)}, and nothing is half done.`
}

/** The position of a line among those that are left. */
export function remainingWords(left: number): string {
  return left === 1 ? 'the last one' : `${left} left`
}

function answers(count: number): string {
  if (count === 0) return 'nothing was written'
  return count === 1 ? '1 answer is written' : `${count} answers are written`
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
