import { dueWords, type DateWords } from '../domain/date-words.ts'
import type { Day } from '../domain/day.ts'
import type { AttemptOutcome, Entry } from '../domain/entry.ts'
import type { Moment } from '../domain/moment.ts'
import type { OpenPromise } from '../domain/promise.ts'
import type { Attempt } from './ladder.ts'
import type { Standing } from './standing.ts'

/** The page's day, and the moment and the words in which it is read. */
export type Reading = { readonly day: Day; readonly now: Moment; readonly words: DateWords }

const attemptWords: Record<AttemptOutcome, string> = {
  'no-answer': 'no answer',
  busy: 'busy',
  voicemail: 'left a voicemail',
  message: 'left a message',
  'wrong-number': 'wrong number',
}

/**
 * Why a line stands on the page, in words: what it waits for, what was said, what was tried, what was put off.
 * What I said is left out once I have tried, unless it was moved: the last try says more.
 *
 * @example 'you said Fri 20 Nov, moved once; left a message twice, last on Thu 26 Nov'
 * @example 'they said Fri 27 Nov; not chased yet'
 */
export function reasonFor(promise: OpenPromise, standing: Standing, reading: Reading): string {
  const short = (day: Day): string => reading.words.short(day, reading.now.day)
  const clauses =
    promise.owner === 'mine' ? mine(promise, standing, reading) : theirs(promise, standing, reading)
  if (promise.trigger !== null) clauses.unshift(`when ${promise.trigger}`)
  if (wasPutOff(promise, standing)) clauses.push(`put off to ${short(standing.next.day)}`)
  return clauses.join('; ')
}

function mine(promise: OpenPromise, standing: Standing, reading: Reading): string[] {
  const said = `you said ${promisedWords(promise, standing, reading)}`
  if (standing.attempts === 0 || standing.lastAttempt === null) return [said]
  const tried = triedWords(standing.lastAttempt, standing, reading)
  return standing.moves === 0 ? [tried] : [said, tried]
}

function theirs(promise: OpenPromise, standing: Standing, reading: Reading): string[] {
  return [`they said ${promisedWords(promise, standing, reading)}`, chasedWords(standing, reading)]
}

function promisedWords(promise: OpenPromise, { moves }: Standing, { now, words }: Reading): string {
  const promised = dueWords(promise.promised, now.day, words)
  return moves === 0 ? promised : `${promised}, moved ${times(moves)}`
}

/** The last attempt: its note where it has one, else how it ended and how often it ended so. */
function triedWords(last: Entry & Attempt, { alike, next }: Standing, { day, now, words }: Reading): string {
  const on = `on ${words.short(last.at.day, now.day)}`
  const note = last.text?.trim().replace(/\.$/, '') ?? ''
  const ended = attemptWords[last.outcome]
  const how = note !== '' ? note : alike > 1 ? `${ended} ${times(alike)}, last` : ended
  const isToday = last.at.day === day && next.day === day
  const again = last.outcome === 'busy' && isToday && next.time !== null ? `, try again ${next.time}` : ''
  return `${how} ${on}${again}`
}

function chasedWords({ chases, lastAttempt }: Standing, { now, words }: Reading): string {
  if (lastAttempt === null) return 'not chased yet'
  const on = `on ${words.short(lastAttempt.at.day, now.day)}`
  return chases === 1 ? `chased once, ${on}` : `chased ${times(chases)}, last ${on}`
}

/** Whether it stands on its day because it was snoozed to it. */
function wasPutOff(promise: OpenPromise, { next, lateFrom }: Standing): boolean {
  return promise.snoozedUntil === next.day && lateFrom.day < next.day
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
