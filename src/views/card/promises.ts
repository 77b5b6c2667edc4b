import type { Contact } from '../../domain/contact.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import { compareDue, type Due } from '../../domain/day.ts'
import { isLate, type Moment } from '../../domain/moment.ts'
import { lateAfter, type DiaryPromise } from '../../domain/promise.ts'
import { everyWords } from '../../domain/repeat.ts'
import { ordinal } from '../../domain/ordinal.ts'
import { flow } from '../layout/flow.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'

/** The derived values of a promise. */
export type PromiseFigures = {
  /** The next day on which it is due. */
  readonly next: Due
  readonly attempts: number
  readonly chases: number
  readonly moves: number
}

/** The moment at which a card is read, the language of its dates, and its width. */
export type CardContext = { readonly now: Moment; readonly words: DateWords; readonly width: number }

/** The open promises with or about a contact, in the order in which they are due. */
export function openPromiseRows(
  contact: Contact,
  promises: readonly DiaryPromise[],
  figures: ReadonlyMap<number, PromiseFigures>,
  context: CardContext,
): Row[] {
  return promises
    .filter((promise) => promise.status === 'open')
    .map((promise) => ({ promise, ...(figures.get(promise.id) ?? defaultFigures(promise)) }))
    .toSorted((a, b) => compareDue(a.next, b.next) || a.promise.id - b.promise.id)
    .flatMap(({ promise, ...known }) => promiseRows(contact, promise, known, context))
}

function defaultFigures(promise: DiaryPromise): PromiseFigures {
  return { next: promise.due, attempts: 0, chases: 0, moves: 0 }
}

function promiseRows(
  contact: Contact,
  promise: DiaryPromise,
  { next, attempts, chases, moves }: PromiseFigures,
  { now, words, width }: CardContext,
): Row[] {
  const head = [...padRow([span('number', String(promise.id))], 4, 'right'), gap(2)]
  const isMine = promise.owner === 'mine'
  const other = promise.contact.id === contact.id ? promise.about : promise.contact
  const told =
    other === null
      ? ''
      : promise.contact.id === contact.id
        ? ` (about ${other.name})`
        : ` (with ${other.name})`
  const day = dueWords(promise.due, now.day, words)
  const waits = promise.trigger === null ? '' : `when ${promise.trigger}`
  const pieces: Row[] = [
    [span('accent', promise.hot ? 'hot' : '')],
    [span('name', promise.what), span('dim', `${isMine ? '' : ' (they owe it)'}${told}`)],
    [isLate(lateAfter(promise), now) ? span('late', `${day}, late`) : span('time', day)],
    [span('time', compareDue(next, promise.due) === 0 ? '' : `next ${dueWords(next, now.day, words)}`)],
    [span('dim', waits)],
    [span('dim', promise.repeat === null ? '' : everyWords(promise.repeat.every))],
    [span('dim', isMine && attempts > 0 ? `${ordinal(attempts + 1)} try` : '')],
    [span('dim', chases === 0 ? '' : `${isMine ? 'they asked again' : 'chased'} ${times(chases)}`)],
    [span('dim', moves === 0 ? '' : `moved ${times(moves)}`)],
  ]
  return hangingIndent(head, flow(pieces, span('dim', ' · '), Math.max(10, width - rowWidth(head))))
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
