import { dueWords, type DateContext } from '../../domain/date-words.ts'
import type { Day, Due } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'

/** The typed phrase and the promise's number, for the message. */
type Typed = { readonly phrase: string; readonly promise: number }

/**
 * The day to which a date phrase snoozes a promise.
 *
 * @throws FuError `usage` if the phrase is today or has a time of day
 */
export function snoozeDay(due: Due, { phrase, promise }: Typed, { today, words }: DateContext): Day {
  const { day, time } = due
  const move = `"fu move ${promise} ${time === null ? '16:00' : phrase}"`
  if (day === today) {
    throw usage(
      `"${phrase}" is today, and a snooze takes a line off the page of today.`,
      `Name a later day, as in "fu snooze ${promise} tomorrow", or move it: ${move}.`,
    )
  }
  if (time !== null) {
    throw usage(
      `"${phrase}" is ${dueWords(due, today, words)}, and a snooze takes a line off the page for whole days.`,
      `Name only the day, or move it: ${move}.`,
    )
  }
  return day
}
