import { isAnswer } from '../../domain/promise.ts'
import { everyWords } from '../../domain/repeat.ts'
import { dueWords } from '../../domain/date-words.ts'
import { byChannel, type Channel, type KnownChannel } from '../../domain/channel.ts'
import type { Day } from '../../domain/day.ts'
import { isBounce } from '../../domain/entry-data.ts'
import { attemptWords, type Entry } from '../../domain/entry.ts'
import type { PagePromise } from '../../domain/page.ts'
import type { Attempt } from '../state/ladder.ts'
import { gaveMyWord } from '../state/my-word.ts'
import type { PromiseState } from '../state/promise-state.ts'
import type { PageContext } from './context.ts'

/**
 * Why a line is on the page, in words: its trigger, what was said, the attempts, and snoozes. The promised or planned
 * day is left out after an attempt, unless it was moved: the attempt says more.
 *
 * @example 'you said Fri 20 Nov, moved once; left a message twice, last on Thu 26 Nov'
 * @example 'they called on Wed 25 Nov 14:20; asked again on Thu 26 Nov'
 * @example 'they wrote on Mon 23 Nov 10:00, again on Tue 24 Nov; you wrote on Wed 25 Nov: if that was it, fu done 12'
 * @example 'sent on Mon 23 Nov; call between Wed 25 Nov and Thu 26 Nov'
 * @example 'asked by email on Mon 23 Nov; they said Fri 27 Nov; chased twice, last by call on Mon 30 Nov'
 */
export function reasonFor(promise: PagePromise, state: PromiseState, context: PageContext): string {
  const waits = promise.trigger === null ? '' : `when ${promise.trigger}`
  const why = promise.owner === 'mine' ? mine(promise, state, context) : theirs(promise, state, context)
  const putOff = wasPutOff(promise, state) ? `put off to ${short(state.next.day, context)}` : ''
  const often = promise.repeat === null ? '' : everyWords(promise.repeat.every)
  return joinClauses([waits, why, often, putOff])
}

function mine(promise: PagePromise, state: PromiseState, context: PageContext): string {
  const { attempts, lastAttempt, moves, heard, chases } = state
  const asked = isAnswer(promise.kind) ? (heard[0] ?? null) : null
  const tried = attempts === 0 ? null : lastAttempt
  const isOfMail = promise.openedBy === 'mail'
  const wroteAgain = isOfMail && chases > 0 ? `, ${againWords(state, context)}` : ''
  const spoke = asked === null ? '' : `${heardWords(asked, context)}${wroteAgain}`
  const given = tried === null || moves > 0 ? dayWords(promise, state, asked !== null, context) : ''
  // The text of a promise opened by a call log or a mailbox already says how often they called or wrote, and when last.
  const again =
    chases === 0 || promise.openedBy !== null ? '' : askedAgainWords(asked !== null, state, context)
  const last = tried === null ? '' : triedWords(tried, state, context)
  return joinClauses([spoke, given, again, wroteWords(promise, state, context), last])
}

/** When I wrote to them, which may be the answer, and how to record that it was (R65). */
function wroteWords({ id }: PagePromise, { wrote }: PromiseState, context: PageContext): string {
  return wrote === null ? '' : `you wrote on ${short(wrote.at.day, context)}: if that was it, fu done ${id}`
}

/** What decided its day: my word, else their request, else the thing that was sent or sold, else a plan. */
function dayWords(promise: PagePromise, state: PromiseState, isAsked: boolean, context: PageContext): string {
  const { begunBy, moves } = state
  if (gaveMyWord(promise, state)) return `you said ${promisedWords(promise, state, context)}`
  if (isAsked) return moves === 0 ? '' : `moved ${times(moves)}`
  const planned = plannedWords(promise, state, context)
  if (begunBy === null) return planned
  const begun = `${isBounce(begunBy) ? 'it came back' : begunBy.act} on ${short(begunBy.at.day, context)}`
  return moves === 0 && promise.windowUntil === null ? begun : joinClauses([begun, planned])
}

/** The planned day, or the window of days (R29). */
function plannedWords(promise: PagePromise, state: PromiseState, context: PageContext): string {
  const { channel, due, windowUntil } = promise
  if (windowUntil === null || state.moves > 0) {
    return `planned for ${promisedWords(promise, state, context)}`
  }
  const first = short(due.day, context)
  const days = windowUntil > due.day ? `between ${first} and ${short(windowUntil, context)}` : `on ${first}`
  return `${channel === 'call' ? 'call' : 'due'} ${days}`
}

/** That they got in touch, and when to the minute, because an answer is owed from then on. */
function heardWords({ at, channel }: Entry, { now, words }: PageContext): string {
  const spoke = channel === null ? 'asked' : byChannel(spokeWords, channel, (other) => `wrote by ${other}`)
  return `they ${spoke} on ${dueWords(at, now.day, words)}`
}

const spokeWords: Record<KnownChannel, string> = {
  call: 'called',
  video: 'called',
  email: 'wrote',
  text: 'wrote',
  post: 'wrote',
  visit: 'came by',
}

/** How often they asked again for what I owe (R24). */
function askedAgainWords(isAsked: boolean, state: PromiseState, context: PageContext): string {
  return isAsked ? `asked ${againWords(state, context)}` : `they asked ${timesLast(state, context)}`
}

function againWords(state: PromiseState, context: PageContext): string {
  return `again ${timesLast(state, context)}`
}

/** "on Tue 24 Nov", or "twice, last on Tue 24 Nov". */
function timesLast({ heard, chases }: PromiseState, context: PageContext): string {
  const last = heard.at(-1)
  const on = last === undefined ? '' : `on ${short(last.at.day, context)}`
  return chases === 1 ? on : `${times(chases)}, last ${on}`
}

function theirs(promise: PagePromise, state: PromiseState, context: PageContext): string {
  const { channel, madeAt, openedBy } = promise
  const asked = `asked ${wayWords(channel)}on ${short(madeAt.day, context)}`
  // A day on which I expect a reply is not one that they named.
  const said = openedBy === 'mail' ? '' : `they said ${promisedWords(promise, state, context)}`
  return joinClauses([asked, said, chasedWords(state, context)])
}

function promisedWords(promise: PagePromise, { moves }: PromiseState, { now, words }: PageContext): string {
  const promised = dueWords(promise.promised, now.day, words)
  return moves === 0 ? promised : `${promised}, moved ${times(moves)}`
}

/** The last attempt: its note if it has one, else its outcome and how often it had that outcome. */
function triedWords(
  last: Entry & Attempt,
  { alike, next }: PromiseState,
  { day, now, words }: PageContext,
): string {
  const on = `on ${words.short(last.at.day, now.day)}`
  const note = last.text?.trim().replace(/\.$/, '') ?? ''
  const ended = attemptWords[last.outcome]
  const how = note !== '' ? note : alike > 1 ? `${ended} ${times(alike)}, last` : ended
  const isToday = last.at.day === day && next.day === day
  const again = last.outcome === 'busy' && isToday && next.time !== null ? `, try again ${next.time}` : ''
  return `${how} ${on}${again}`
}

/** How often I asked again, and how and when the last time. */
function chasedWords({ chases, lastChase }: PromiseState, { now, words }: PageContext): string {
  if (lastChase === null) return 'not chased yet'
  const on = `${wayWords(lastChase.channel)}on ${words.short(lastChase.at.day, now.day)}`
  return chases === 1 ? `chased once, ${on}` : `chased ${times(chases)}, last ${on}`
}

/** "by email ", or nothing if it is not known. */
function wayWords(channel: Channel | null): string {
  return channel === null ? '' : `by ${channel} `
}

/** Whether it comes up on its day because it was snoozed to it. */
function wasPutOff(promise: PagePromise, { next, lateFrom }: PromiseState): boolean {
  return promise.snoozedUntil === next.day && lateFrom.day < next.day
}

function joinClauses(clauses: readonly string[]): string {
  return clauses.reduce((before, clause) =>
    before === '' || clause === '' ? before + clause : `${before}; ${clause}`,
  )
}

function short(day: Day, { now, words }: PageContext): string {
  return words.short(day, now.day)
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`
}
