import {
  minimumCases,
  isEnough,
  type Compared,
  type Median,
  type Share,
  type Tries,
} from '../../domain/review.ts'
import { ordinal } from '../../domain/ordinal.ts'
import { pluralize } from '../layout/pluralize.ts'
import { span, type Row } from '../layout/span.ts'

/** The width of a bar, in columns. */
const barWidth = 12
const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/**
 * A share as a fraction and a percentage.
 *
 * @example shareWords({ count: 199, of: 200 }) // '199 of 200 (99%)'
 */
export function shareWords(share: Share): string {
  return `${share.count} of ${share.of} (${partOf(share, 100)}%)`
}

/** A share as a number of `whole` equal parts, rounded; 0 or `whole` only if the share is exactly 0 or 1. */
function partOf({ count, of }: Share, whole: number): number {
  if (count === 0 || count === of) return count === 0 ? 0 : whole
  return Math.min(whole - 1, Math.max(1, Math.round((whole * count) / of)))
}

/** Says that there are too few cases. */
export function tooFewWords({ of }: { readonly of: number }): string {
  return `too few yet (${of} of ${minimumCases})`
}

/** A share as a bar; the text beside it has the same value. */
export function bar(share: Share): Row {
  const full = partOf(share, barWidth)
  return [span('accent', '█'.repeat(full)), span('dim', '░'.repeat(barWidth - full))]
}

/** The number of successes at each attempt as a small chart; a dot for none. */
export function triesChart({ at }: Tries): Row {
  const limit = Math.max(1, ...at)
  const marks = at.map((count) =>
    count === 0 ? '·' : (levels[Math.ceil((count / limit) * levels.length) - 1] ?? ''),
  )
  return [span('accent', marks.join(''))]
}

/** @example triesWords({ at: [12, 4, 0, 0, 0, 1], of: 17 }) // '12 at the 1st try, 4 at the 2nd, 1 at the 6th or later' */
export function triesWords({ at }: Tries): string {
  return at
    .map((count, index) => ({
      count,
      which: ordinal(index + 1),
      orLater: index + 1 === at.length ? ' or later' : '',
    }))
    .filter(({ count }) => count > 0)
    .map(
      ({ count, which, orLater }, index) => `${count} at the ${which}${index === 0 ? ' try' : ''}${orLater}`,
    )
    .join(', ')
}

/**
 * A duration as people say it: minutes, then hours, and days from two days on; working time is never shown in days of
 * 24 hours.
 */
export function timeWords(minutes: number, isWorkingTime: boolean): string {
  const whole = Math.round(minutes)
  if (whole < 1) return 'at once'
  if (whole >= 2 * 24 * 60 && !isWorkingTime) return daysWords(whole / (24 * 60))
  const of = isWorkingTime ? ' of work' : ''
  if (whole < 60) return `${whole} min${of}`
  const rest = whole % 60
  return `${Math.floor(whole / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}${of}`
}

/** @example daysWords(4.5) // '4.5 days' */
export function daysWords(days: number): string {
  return pluralize(Math.round(days * 10) / 10, 'day')
}

/** The median and its number of cases; or that there are too few. */
export function medianWords(median: Median, said: (middle: number) => string): string {
  return median.middle === null ? tooFewWords(median) : `${said(median.middle)} (middle of ${median.of})`
}

/**
 * The previous value, to show beside the current one; empty if both have too few cases. The previous range gets no more
 * cases, so it is "too few", never "too few yet".
 */
export function beforeWords<Figure extends { readonly of: number }>(
  { now, before }: Compared<Figure>,
  said: (figure: Figure) => string,
): string {
  if (isEnough(before)) return `before ${said(before)}`
  if (!isEnough(now)) return ''
  return before.of === 0 ? 'before none' : `before too few (${before.of} of ${minimumCases})`
}
