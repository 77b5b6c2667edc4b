import type { DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { PagePromise } from '../../domain/page.ts'
import { pluralize } from '../layout/pluralize.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { withFullStop } from '../layout/sentence.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

/** Promises with their proposed days, in the order of the days. */
export type Spread = readonly { readonly promise: PagePromise; readonly day: Day }[]

type SpreadSpeech = { readonly words: DateWords; readonly now: Day }
type SpreadOptions = SpreadSpeech & { readonly theme: Theme; readonly width: number }

const maxLineWidth = 74

/** The promises that stay, and the promises that would move, under their new days. */
export function spreadPlan(
  { spread, stays }: { readonly spread: Spread; readonly stays: readonly PagePromise[] },
  { words, now, theme, width: screenWidth }: SpreadOptions,
): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  const headed = (heading: string): Row[] => [[], [span('heading', heading)]]
  const rows = [
    ...(stays.length === 0 ? [] : headed('Stays on today')),
    ...stays.flatMap((promise) => promiseRows(promise, width)),
    ...spread.flatMap(({ promise, day }, index): Row[] => [
      ...(spread[index - 1]?.day === day ? [] : headed(words.short(day, now))),
      ...promiseRows(promise, width),
    ]),
  ]
  return renderRows(rows, theme, margin)
}

function promiseRows({ id, contact, what }: PagePromise, width: number): Row[] {
  const head: Row = [...padRow([span('number', String(id))], 5, 'right'), gap(2)]
  const text = [span('name', contact.name), span('plain', `: ${what}`)]
  return hangingIndent(head, wrap(text, Math.max(10, width - rowWidth(head))))
}

/** The confirmation: how many promises were moved, and to which days. */
export function spreadSentence(spread: Spread, { words, now }: SpreadSpeech): string {
  const days = spread.map(({ day }) => words.short(day, now))
  const first = days[0] ?? ''
  const last = days.at(-1) ?? ''
  return withFullStop(
    `Moved ${pluralize(spread.length, 'promise')} to ${first === last ? first : `days from ${first} to ${last}`}`,
  )
}
