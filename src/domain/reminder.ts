import type { Day, Due } from './day.ts'

/** A promise, and the day or time at which it comes up; each is told once. */
export type Reminder = { readonly uid: string; readonly due: Due }

/** The reminder of an open promise, with the number of the promise. */
export type OpenReminder = Reminder & { readonly id: number }

/** What was told so far, as stored beside the diary. */
export type Reminded = {
  /** The day of the first look: promises that came up before it are not told. */
  readonly since: Day
  /** The last working day that was announced when it opened; `null` before the first. */
  readonly opened: Day | null
  readonly told: readonly Reminder[]
}

/**
 * What is told at once: one promise at its time, several that came up, those that were missed, or those of a day (R63).
 */
export type Notice<Each extends Reminder> =
  | { readonly kind: 'one'; readonly reminder: Each }
  | { readonly kind: 'missed' | 'many' | 'day'; readonly reminders: readonly Each[] }

/** A notice as it is shown: a line, and a few lines below it. */
export type NoticeText = { readonly title: string; readonly body: string }

/** The promises in a notice. */
export function remindersOf<Each extends Reminder>(notice: Notice<Each>): readonly Each[] {
  return notice.kind === 'one' ? [notice.reminder] : notice.reminders
}
