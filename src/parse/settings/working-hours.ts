import { isTime, type Time, type Weekday } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { weekdays } from '../phrase/words.ts'

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * Reads a list of weekdays and ranges of them.
 *
 * @example readWeekdays('mon-thu sat') // Set { 1, 2, 3, 4, 6 }
 * @throws FuError `usage` if a word is not a weekday, or none is given
 */
export function readWeekdays(text: string): ReadonlySet<Weekday> {
  const days = new Set<Weekday>()
  for (const part of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')) {
    const ends = part.split('-').map((name) => weekdays.get(name))
    const [first, last] = [ends.at(0), ends.at(-1)]
    if (first === undefined || last === undefined || ends.length > 2) throw notDays(text)
    for (let day: number = first; ; day = (day % 7) + 1) {
      days.add(day as Weekday)
      if (day === last) break
    }
  }
  if (days.size === 0) throw notDays(text)
  return days
}

/** The weekdays as typed: `mon-fri`, `mon-thu sat`. */
export function weekdaysText(days: ReadonlySet<Weekday>): string {
  const spans: string[] = []
  for (let day = 1; day <= 7; day += 1) {
    if (!days.has(day as Weekday)) continue
    let last = day
    while (last < 7 && days.has((last + 1) as Weekday)) last += 1
    spans.push(last === day ? `${names[day - 1]}` : `${names[day - 1]}-${names[last - 1]}`)
    day = last
  }
  return spans.join(' ')
}

/**
 * Reads the opening and closing times.
 *
 * @example readHours('9-17:30') // { opens: '09:00', closes: '17:30' }
 * @throws FuError `usage` if it is not a range within a day
 */
export function readHours(text: string): { opens: Time; closes: Time } {
  const [opens, closes, ...more] = text.split('-').map(hour)
  if (
    opens === undefined ||
    opens === null ||
    closes === undefined ||
    closes === null ||
    more.length > 0 ||
    closes <= opens
  ) {
    throw usage(`"${text}" are not working hours.`, 'Write them as 9:00-17:00.')
  }
  return { opens, closes }
}

function hour(word: string): Time | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})(?::(\d{2}))?\s*$/.exec(word) ?? []
  const time = `${hours?.padStart(2, '0')}:${minutes}`
  return isTime(time) ? time : null
}

function notDays(text: string): Error {
  return usage(`"${text}" are not days of the week.`, 'Write them as mon-fri, or mon tue thu.')
}
