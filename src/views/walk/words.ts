import { pluralize } from '../layout/pluralize.ts'

/** How a walk through the page ended: the number of answers written, and of lines left. */
export type WalkEnd = { readonly written: number; readonly left: number }

/** The walk has come to the end of the page. */
export function finishedWalkSentence({ written, left }: WalkEnd, late: boolean): string {
  const end = late ? 'Everything carried over has been looked at' : 'That was the page'
  return left === 0
    ? `${end}: ${answers(written)}, and nothing is left.`
    : `${end}: ${answers(written)}. Left as before: ${pluralize(left, 'line')}.`
}

/** Somebody left the walk. */
export function leftWalkSentence({ written, left }: WalkEnd, late: boolean): string {
  const command = late ? 'fu go --late' : 'fu go'
  return `${capitalised(answers(written))}. ${pluralize(left, 'line')} left; "${command}" goes on.`
}

/** Somebody stopped in the middle of an answer. */
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
