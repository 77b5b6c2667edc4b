import { askedWords } from './asked-words.ts'
import type { DateWords } from './date-words.ts'
import type { Day, Time } from './day.ts'
import type { Moment } from './moment.ts'

/** The kinds of calls in a phone's log, in the order of Android's numbers, which start at 1. */
export const callKinds = [
  'incoming',
  'outgoing',
  'missed',
  'voicemail',
  'rejected',
  'blocked',
  'answered elsewhere',
] as const
export type CallKind = (typeof callKinds)[number]

/** The types of a row: the kind of a call, an outgoing call that they did not take, or something that is not a call. */
export const callTypes = [...callKinds, 'unanswered', 'other'] as const
export type CallType = (typeof callTypes)[number]

/** A local date and time from a file that names no time zone. */
export type ClockTime = { readonly day: Day; readonly time: Time; readonly second: number }

/** One call of a phone's log. */
export type Call = {
  /** As written in the log; empty if it was withheld. */
  readonly number: string
  readonly kind: CallKind
  /** Seconds since 1970 in UTC, or a local time. */
  readonly at: number | ClockTime
  /** The duration; `null` if the log does not say. */
  readonly seconds: number | null
  /** The name in the phone. */
  readonly name: string | null
}

/**
 * One row of a call log: a call, something else (a text message), or a row that cannot be read, with the reason.
 * `place` is `line 12`, or the name of the row's file.
 */
export type CallRow =
  | { readonly place: string; readonly call: Call }
  | { readonly place: string; readonly invalid: string }
  | { readonly other: true }

/** Whether they called and we did not speak, so that a call-back is owed (R19). */
export function isMissed({ kind, seconds }: Pick<Call, 'kind' | 'seconds'>): boolean {
  return (
    kind === 'missed' ||
    kind === 'voicemail' ||
    kind === 'rejected' ||
    // Some phones log a missed call as an incoming call of 0 seconds.
    (kind === 'incoming' && seconds === 0)
  )
}

/** Whether we spoke. */
export function isSpoken({ kind, seconds }: Pick<Call, 'kind' | 'seconds'>): boolean {
  return kind === 'answered elsewhere' || ((kind === 'incoming' || kind === 'outgoing') && seconds !== 0)
}

/** The text of a call-back that is owed for missed calls: "call back (×3, last 16:40)". */
export function callBackWords(count: number, last: Moment, now: Day, words: DateWords): string {
  return `call back ${askedWords(count, last, now, words)}`
}
