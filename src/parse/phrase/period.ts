import { usage } from '../../domain/errors.ts'
import type { Cadence } from '../../domain/cadence.ts'
import type { Period } from '../../domain/period.ts'
import { nearestPhrase } from './near.ts'
import { plainPhrase } from './plain.ts'
import { months } from './words.ts'
import { readSpan, spanText, spanWords } from './span.ts'

const adverbs: ReadonlyMap<string, Period> = new Map([
  ['daily', { count: 1, unit: 'd' }],
  ['weekly', { count: 1, unit: 'w' }],
  ['monthly', { count: 1, unit: 'mo' }],
  ['quarterly', { count: 3, unit: 'mo' }],
  ['every quarter', { count: 3, unit: 'mo' }],
  ['yearly', { count: 1, unit: 'y' }],
])

const examples = 'Try "90d", "6w", "3mo", "1y", "monthly" or "every 6 weeks".'

/**
 * Reads a period (`--every`, `--transit`): a span of days or longer, or a word for one.
 *
 * @throws FuError `usage`
 * @example readPeriod('every 6 weeks') // { count: 6, unit: 'w' }
 * @example readPeriod('quarterly') // { count: 3, unit: 'mo' }
 */
export function readPeriod(text: string): Period {
  const phrase = plainPhrase(text, 'period', () => examples)
  const period = periodIn(phrase)
  if (period !== null) return period
  const meant = nearestPhrase(phrase, periodWords())
  const near = meant !== phrase && periodIn(meant) !== null
  throw usage(`"${phrase}" is not a period I know.`, near ? `Did you mean "${meant}"?` : examples)
}

/**
 * Reads a cadence (`--every`): a period, or the month before which contact is due each year (R41).
 *
 * @throws FuError `usage`
 * @example readEvery('before june') // { before: 6 }
 */
export function readEvery(text: string): Cadence {
  const phrase = plainPhrase(text, 'period', () => examples)
  const [, name = ''] = /^(?:(?:yearly|every year) )?before (\w+)$/.exec(phrase) ?? []
  const before = months.get(name)
  return before === undefined ? readPeriod(text) : { before }
}

/** The words that periods are made of. */
export function periodWords(): string[] {
  return [...adverbs.keys(), ...spanWords(), 'every']
}

/**
 * The period in a phrase in plain form; `null` if it is not a period.
 *
 * @throws FuError kind usage, if it counts minutes or hours, or too many
 */
export function periodIn(phrase: string): Period | null {
  const adverb = adverbs.get(phrase)
  if (adverb !== undefined) return adverb
  const span = readSpan(phrase.replace(/^every /, ''), 'The shortest period is "1d".') ?? everyOne(phrase)
  if (span === null) return null
  const { count, unit } = span
  if (unit === 'm' || unit === 'h') {
    const hint = unit === 'm' ? `Months are written "${count}mo".` : 'The shortest period is "1d".'
    throw usage(`"${phrase}" is ${spanText(span)}, and a period is counted in days or longer.`, hint)
  }
  return { count, unit }
}

/** `every week`, `every working day`, `week` */
function everyOne(phrase: string): ReturnType<typeof readSpan> {
  return readSpan(`1 ${phrase.replace(/^every /, '')}`, examples)
}
