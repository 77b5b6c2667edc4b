import type { Weekday } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { ordinal } from '../../domain/ordinal.ts'
import type { Every } from '../../domain/repeat.ts'
import { nearestPhrase } from './near.ts'
import { periodIn, periodWords } from './period.ts'
import { plainPhrase } from './plain.ts'
import { weekdays } from './words.ts'

const examples = 'Try "sunday", "2w", "monthly", "1st" or "last day".'

/** The last day of every month: shorter months end before it. */
const lastOfMonth = 31

/**
 * Reads how often a promise repeats (`--every`): a period, a weekday, or a day of the month (R62).
 *
 * @throws FuError kind usage
 * @example readEveryOccurrence('every sunday') // { weekday: 7 }
 * @example readEveryOccurrence('2w') // { count: 2, unit: 'w' }
 * @example readEveryOccurrence('the 1st of the month') // { dayOfMonth: 1 }
 */
export function readEveryOccurrence(text: string): Every {
  const phrase = plainPhrase(text, 'period', () => examples)
  const every = everyIn(phrase)
  if (every !== null) return every
  const meant = nearestPhrase(phrase, [...weekdays.keys(), ...periodWords(), 'last', 'month'])
  const near = meant !== phrase && everyIn(meant) !== null
  throw usage(`"${phrase}" is not a way to repeat a promise.`, near ? `Did you mean "${meant}"?` : examples)
}

function everyIn(phrase: string): Every | null {
  const weekday = weekdayIn(phrase.replace(/^(?:every|each|on|on every) /, ''))
  if (weekday !== undefined) return { weekday }
  const dayOfMonth = dayOfMonthIn(phrase)
  if (dayOfMonth !== null) return { dayOfMonth }
  const period = periodIn(phrase)
  if (period === null) return null
  const { count, unit } = period
  if (unit !== 'wd') return { count, unit }
  throw usage(
    `"${phrase}" counts working days, but a promise repeats by the calendar.`,
    'Try "1d", or a promise for each weekday.',
  )
}

/** `sunday`, `sun`, `sundays` */
function weekdayIn(name: string): Weekday | undefined {
  return weekdays.get(name) ?? weekdays.get(name.replace(/s$/, ''))
}

/** `1st`, `every 1st`, `the 1st of the month`, `last day of every month` */
function dayOfMonthIn(phrase: string): number | null {
  const form = /^(?:(?:every|on|on the|the) )?(\w+?)( day)?(?: (?:of|in) (?:the|every|each) month)?$/
  const [, name = '', day] = form.exec(phrase) ?? []
  if (name === 'last' && day !== undefined) return lastOfMonth
  const count = Number.parseInt(name, 10)
  return count >= 1 && count <= lastOfMonth && ordinal(count) === name ? count : null
}
