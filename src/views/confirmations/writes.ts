import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { dueWords, type DateContext } from '../../domain/date-words.ts'
import { compareDue, daysBetween, type Day, type Due } from '../../domain/day.ts'
import { attemptWords, type AttemptOutcome } from '../../domain/entry.ts'
import {
  keptOnTime,
  onTimeUntil,
  type Commitment,
  type DiaryPromise,
  type DroppedPromise,
  type KeptPromise,
} from '../../domain/promise.ts'
import { everyWords } from '../../domain/repeat.ts'
import { pluralize } from '../layout/pluralize.ts'
import { withFullStop } from '../layout/sentence.ts'

/** "5 (Gary Lee, send the papers)": how sentences and the history name a promise. */
export function promiseLabel(promise: Commitment): string {
  return `${promise.id} (${promise.contact.name}, ${promise.what})`
}

export function addedSentence(contact: Contact): string {
  return `Added ${nameAndCompany(contact)} (@${contact.id}).`
}

/** @param whom the name of a contact, or how many people */
export function changedSentence(whom: string, fields: readonly string[]): string {
  return fields.length === 0 ? `Nothing to change on ${whom}.` : `Changed ${whom}: ${fields.join(', ')}.`
}

export function promisedSentence(promise: Commitment, context: DateContext): string {
  const { contact, what, owner } = promise
  const verb = owner === 'mine' ? 'Promised' : 'Waiting for'
  const then = promise.repeat === null ? '' : `, then ${everyWords(promise.repeat.every)}`
  return withFullStop(`${verb} ${contact.name}: ${what}, ${dueText(promise.due, context)}${then}`)
}

/** The next occurrence of a promise that repeats (R62): `It comes again Sun 6 Dec, every Sunday.` */
export function comesAgainSentence({ due, repeat }: Commitment, context: DateContext): string {
  const often = repeat === null ? '' : `, ${everyWords(repeat.every)}`
  return withFullStop(`It comes again ${dueText(due, context)}${often}`)
}

/** The confirmation of a step set by a plan. */
export function plannedSentence(promise: Commitment, context: DateContext): string {
  const { due, windowUntil } = promise
  const isOneDay = windowUntil === null || windowUntil === due.day
  const until = isOneDay ? '' : ` to ${context.words.short(windowUntil, context.today)}`
  return withFullStop(`Next: ${promise.what}, ${dueText(due, context)}${until}`)
}

/**
 * The confirmation of something heard, and of the answer that is owed: a new promise, or the one for which they asked
 * before.
 */
export function heardSentence(
  name: string,
  text: string,
  owed: Commitment | null,
  again: boolean,
  context: DateContext,
): string {
  const first = `Heard from ${name}: ${withFullStop(text)}`
  if (owed === null) return first
  const due = dueText(owed.due, context)
  if (!again) return withFullStop(`${first} Owed: ${owed.what}, ${due}`)
  const { day, time } = owed.due
  const isToCome = day > context.today || (day === context.today && time !== null)
  return withFullStop(
    `${first} They asked before: ${promiseLabel(owed)} is owed ${isToCome ? 'by' : 'since'} ${due}`,
  )
}

export function sentSentence(name: string, what: string): string {
  return `Sent to ${name}: ${withFullStop(what)}`
}

export function soldSentence(name: string, what: string): string {
  return `Sold to ${name}: ${withFullStop(what)}`
}

export function keptSentence(promise: KeptPromise): string {
  const late = daysBetween(onTimeUntil(promise).day, promise.closedAt.day)
  const days = late === 1 ? 'a day late' : late > 1 ? `${late} days late` : 'late'
  const when = keptOnTime(promise) === true ? 'on time' : days
  const about = `${promise.contact.name}, ${promise.what}`
  switch (promise.outcome) {
    case 'reached':
      return `Kept ${when}: ${withFullStop(about)}`
    case 'sold':
      return `Sold, and kept ${when}: ${withFullStop(about)}`
    case 'declined':
      return `Declined: ${about} (${promise.reason}).`
    case 'postponed':
      return `Postponed: ${withFullStop(`${about}${promise.reason === null ? '' : ` (${promise.reason})`}`)}`
  }
}

/** The result of an attempt, and the next step; after a wrong number, `other` is another way to reach them. */
export function triedSentence(
  promise: Commitment,
  outcome: AttemptOutcome,
  figures: { readonly attempts: number; readonly next: Due; readonly other: string | null },
  context: DateContext,
): string {
  const count = figures.attempts > 1 ? `, try ${figures.attempts}` : ''
  const other = figures.other === null ? 'Find the right number.' : `There is also ${figures.other}.`
  const next = outcome === 'wrong-number' ? other : withFullStop(`Next try ${dueText(figures.next, context)}`)
  return `Tried ${promise.contact.name}: ${attemptWords[outcome]}${count}. ${next}`
}

/** The confirmation of a move; `isMyWord` is whether a day was promised to them and they still expect it. */
export function movedSentence(
  promise: Commitment,
  { from, told, isMyWord }: { readonly from: Due; readonly told: boolean; readonly isMyWord: boolean },
  context: DateContext,
): string {
  const to = dueText(promise.due, context)
  const dates =
    compareDue(from, promise.due) === 0
      ? `Back on ${to}: ${promiseLabel(promise)}.`
      : withFullStop(`Moved ${promiseLabel(promise)} from ${dueText(from, context)} to ${to}`)
  if (told) return promise.owner === 'mine' ? `${dates} They know.` : dates
  return isMyWord && compareDue(promise.promised, promise.due) !== 0
    ? `${dates} They still expect it ${dueText(promise.promised, context)} (--told when they know).`
    : dates
}

/** The confirmation of a snooze; `comesUp` is the day on which the line returns to the page, which may be later. */
export function snoozedSentence(promise: Commitment, until: Day, comesUp: Day, context: DateContext): string {
  const day = context.words.short(comesUp, context.today)
  return `Off the page until ${day}${comesUp > until ? ' anyway' : ''}: ${promiseLabel(promise)}. Promised for ${dueText(promise.promised, context)} as before.`
}

/** A warning after closing a promise whose attempt reached a wrong number: the number would be called again (R35). */
export function wrongNumberWarning({ id, name }: Contact, value: string): string {
  return `${value} is not theirs, but is still on the card of ${name}: fu edit @${id}`
}

/** Many people are reached by the sixth attempt, so giving up earlier gets a remark (R52). */
const triesWorthMaking = 6

/** The confirmation of a dropped promise, with the number of attempts. */
export function droppedSentence(promise: DroppedPromise, attempts: number): string {
  const sentence = `Dropped ${promiseLabel(promise)}: ${withFullStop(promise.reason)}`
  if (attempts === 0 || attempts >= triesWorthMaking) return sentence
  const tries = attempts === 1 ? 'one try' : `${attempts} tries`
  return `${sentence} That was after ${tries}; many are reached by the sixth.`
}

/** The result of dropping chosen promises, with the plans that stopped and the promises made in their place. */
export function droppedTogetherSentence(
  dropped: readonly DroppedPromise[],
  reason: string,
  after: {
    readonly stopped: readonly string[]
    readonly made: readonly Commitment[]
    readonly context: DateContext
  },
): string {
  const { stopped, made, context } = after
  const sentence = `Dropped ${pluralize(dropped.length, 'promise')}: ${withFullStop(reason)}`
  const plans = stopped.length === 0 ? '' : ` Plans that stopped: ${stopped.join(', ')}.`
  const promised = made.filter(({ repeat }) => repeat === null)
  const repeated = made.length - promised.length
  const [first] = promised
  const people = promised.length === 1 ? 'one person' : `${promised.length} people`
  const next =
    first === undefined
      ? ''
      : ` ${withFullStop(`Promised ${people}: ${first.what}, ${dueText(first.due, context)}`)}`
  const again = repeated === 0 ? '' : ` ${repeated} of them will come again; --all-next ends that.`
  return `${sentence}${plans}${next}${again}`
}

/** The result of moving chosen promises; `expected` is how many have a promised day, which does not move. */
export function movedTogetherSentence(
  count: number,
  day: string,
  { told, expected }: { readonly told: boolean; readonly expected: number },
): string {
  const sentence = withFullStop(`Moved ${pluralize(count, 'promise')} to ${day}`)
  if (told) return `${sentence} They know.`
  if (expected === 0) return sentence
  const who = expected === 1 ? 'One is' : `${expected} are`
  return `${sentence} ${who} still expected on the promised day (--told when they know).`
}

/** The promises dropped together with a do-not-contact mark. */
export function droppedWithMarkLines(promises: readonly DroppedPromise[]): string[] {
  return promises.length === 0 ? [] : [`Dropped what was open: ${promises.map(promiseLabel).join(', ')}.`]
}

/** Explains why there is no follow-up with a do-not-contact person (R58). */
export function unwantedSentence(name: string, what: 'owed' | 'planned'): string {
  return `${name} does not want to be contacted, so nothing is ${what}.`
}

/** The promises dropped with the mark, which stay dropped when it is removed. */
export function staysDroppedLines({ id }: Contact, promises: readonly DroppedPromise[]): string[] {
  if (promises.length === 0) return []
  return [
    `Dropped when they were marked: ${promises.map(promiseLabel).join(', ')}. For anything that still holds: fu promise @${id} … --due …`,
  ]
}

/** The confirmation of a note, with its day if that is not today. */
export function loggedSentence(name: string, text: string, day: Day, { words, today }: DateContext): string {
  return `Noted with ${name}${day === today ? '' : `, ${words.short(day, today)}`}: ${withFullStop(text)}`
}

/** A due day and time in words, as confirmations show it. */
export function dueText(due: Due, { today, words }: DateContext): string {
  return dueWords(due, today, words)
}

/** The labels of the choices, one per line. */
export function promiseChoice(promise: DiaryPromise, context: DateContext): string {
  return `${promise.id}  ${promise.contact.name}: ${promise.what}, ${dueText(promise.due, context)}`
}
