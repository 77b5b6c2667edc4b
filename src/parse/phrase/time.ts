import { clockTime, type Time } from '../../domain/day.ts'
import { usage, type FuError } from '../../domain/errors.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'

/** The hour at which each part of the day begins; the day ends at the working week's closing time. */
const parts: Readonly<Record<string, number>> = {
  morning: 9,
  noon: 12,
  midday: 12,
  afternoon: 14,
  evening: 18,
}

const closing = ['eod', 'end of day']

/** The words for a time of day. */
export const timeWords: readonly string[] = [...Object.keys(parts), ...closing, 'midnight']

/** `15:30`, `3pm`, `3:30pm`, `3.30pm`, `15h30`, `15 uhr` */
const clock = String.raw`\d{1,2}:\d{2}(?: ?[ap]m| ?uhr)?|\d{1,2}\.\d{2} ?[ap]m|\d{1,2} ?(?:[ap]m|uhr)|\d{1,2}h\d{2}`
const time = `${clock}|${timeWords.join('|')}`
const timeAtEnd = new RegExp(`^(?:(.+?) )??(?:(?:at|by) )?(${time})$`)

/** A bare number is an hour only after "at": `fri at 10`. */
const hourAtEnd = /^(?:(.+) )?at (\d{1,2})$/

/** A time before a day, the wrong way round: `3pm fri`. */
export const timeAtStart = new RegExp(`^(?:at )?(${time}) (?:on )?(.+)$`)

/**
 * Splits the time of day off the end of a phrase: `fri at 3pm` becomes `fri` and 15:00. The day is empty for a time
 * alone; `null` without a time.
 *
 * @throws FuError `usage` if it looks like a time but is not valid, or is "midnight"
 */
export function splitTime(phrase: string, week: WorkingWeek): { day: string; time: Time } | null {
  const [, day = '', words] = timeAtEnd.exec(phrase) ?? hourAtEnd.exec(phrase) ?? []
  return words === undefined ? null : { day, time: readTime(words, week) }
}

function readTime(words: string, week: WorkingWeek): Time {
  if (words === 'midnight') {
    throw usage(
      '"midnight" may be the start of the day or its end.',
      'Try "00:00" for the start, or "23:59" for the end.',
    )
  }
  if (closing.includes(words)) return week.closes
  const [, hour, minute = '00', half] = /^(\d+)(?:[:.h](\d+))? ?([ap]m|uhr)?$/.exec(words) ?? []
  const hours = hour === undefined ? parts[words] : hourOf(Number(hour), half)
  if (/^[1-7]$/.test(words)) throw eitherHalf(words)
  const read = hours === undefined ? null : clockTime(hours, Number(minute))
  if (read === null) throw usage(`"${words}" is not a time of day.`, 'Try "15:30", "3pm" or "3:30pm".')
  return read
}

function eitherHalf(hour: string): FuError {
  return usage(
    `"at ${hour}" may be in the morning or in the afternoon.`,
    `Try "0${hour}:00" or "${Number(hour) + 12}:00".`,
  )
}

/** The hour on a 24-hour clock: 12am is 0, 12pm is 12, and 13pm is invalid. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined || half === 'uhr') return hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
