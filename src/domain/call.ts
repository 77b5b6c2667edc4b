import { dueWords, type DateWords } from './date-words.ts'
import type { Day, Time } from './day.ts'
import type { Moment } from './moment.ts'

/** How a call went, as a phone's log tells it, in the order that Android numbers them from 1. */
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

/** A time as a clock of the user's showed it, where a file does not say in which zone. */
export type ClockTime = { readonly day: Day; readonly time: Time; readonly second: number }

/** One call of a phone's log. */
export type Call = {
  /** As the log writes it; empty where the caller kept it back. */
  readonly number: string
  readonly kind: CallKind
  /** When it was: seconds since 1970 in UTC, or what the user's clock showed. */
  readonly at: number | ClockTime
  /** How long it was; `null` where the log does not say. */
  readonly seconds: number | null
  /** The name that the phone had for the number. */
  readonly name: string | null
}

/**
 * One row of a log: a call, something else (a text message), or a row that cannot be read, and why; `place` tells
 * where it stands: `line 12`, or the name of its file.
 */
export type CallRow =
  | { readonly place: string; readonly call: Call }
  | { readonly place: string; readonly invalid: string }
  | { readonly other: true }

/** Whether they turned to me and I did not speak with them, so that a call-back is owed (R19). */
export function isMissed({ kind, seconds }: Pick<Call, 'kind' | 'seconds'>): boolean {
  return (
    kind === 'missed' ||
    kind === 'voicemail' ||
    kind === 'rejected' ||
    // Some phones write a call that rang out as an incoming one of no length.
    (kind === 'incoming' && seconds === 0)
  )
}

/** Whether we spoke. */
export function isSpoken({ kind, seconds }: Pick<Call, 'kind' | 'seconds'>): boolean {
  return kind === 'answered elsewhere' || ((kind === 'incoming' || kind === 'outgoing') && seconds !== 0)
}

/** The call-back that is owed for so many calls, the last of them at a moment: "call back (×3, last 16:40)". */
export function callBackWords(count: number, last: Moment, now: Day, words: DateWords): string {
  return `call back (×${count}, last ${last.day === now ? last.time : dueWords(last, now, words)})`
}
