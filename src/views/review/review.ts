import type { DateWords } from '../../domain/date-words.ts'
import { daysBetween } from '../../domain/day.ts'
import type { DayRange, Review } from '../../domain/review.ts'
import { pluralize } from '../layout/pluralize.ts'
import { flow } from '../layout/flow.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import { reviewFigures, type Figure } from './figures.ts'
import type { Theme } from '../layout/theme.ts'

type ReviewOptions = { readonly theme: Theme; readonly width: number; readonly words: DateWords }

/** The widest readable line, in columns. */
const maxLineWidth = 84
/** On a narrower screen, a figure is below its label. */
const besideLabel = 60

/**
 * How well I kept my word, who is drifting away, and what to do first. Each figure is in words, with its number of
 * cases and its previous value, and after its bar or chart if it has one.
 */
export function reviewView(review: Review, { theme, width: screenWidth, words }: ReviewOptions): string {
  const sheet = contentArea(screenWidth, maxLineWidth)
  const { width } = sheet
  const rows = reviewFigures(review, words).flatMap(([heading, figures]) => [
    [],
    [span('heading', heading)],
    ...figures.flatMap((figure) => figureRows(figure, width)),
  ])
  return renderRows([...header(review, words, width), ...rows, []], theme, sheet.margin)
}

function header(review: Review, words: DateWords, width: number): Row[] {
  const { days, now } = review
  const said = ({ from, until }: DayRange): string =>
    from === until
      ? words.short(from, now.day)
      : `${words.short(from, now.day)} to ${words.short(until, now.day)}`
  const length = pluralize(daysBetween(days.now.from, days.now.until) + 1, 'day')
  const title: Row = [span('title', `Review of ${length}`), span('dim', `, ${said(days.now)}`)]
  const before: Row = [span('dim', `before: ${said(days.before)}`)]
  const room = width - rowWidth(title) - rowWidth(before)
  const firstRow: Row =
    review.first === null
      ? [span('plain', 'Nothing is overdue, and nobody is drifting away.')]
      : leadRow(review, review.first)
  return [
    ...(room >= 4 ? [[...title, gap(room), ...before]] : [...wrap(title, width), ...wrap(before, width)]),
    [],
    ...wrap(firstRow, width),
  ]
}

/** What to do first, and the command that shows it (R56). */
function leadRow({ late, waiting, drifting }: Review, first: NonNullable<Review['first']>): Row {
  const overdue = waiting.filter(({ isLate }) => isLate).length
  const pastDay = (count: number): string => (count === 1 ? 'is past its day' : 'are past their day')
  const lead: Record<typeof first, readonly [string, string]> = {
    late: [`${pluralize(late, 'promise')} of yours ${pastDay(late)}`, 'fu list --mine --late'],
    waiting: [`${pluralize(overdue, 'thing')} they owe you ${pastDay(overdue)}`, 'fu list --theirs --late'],
    drifting: [
      drifting.length === 1 ? '1 contact is drifting away' : `${drifting.length} contacts are drifting away`,
      'fu people --drifting',
    ],
  }
  const [what, command] = lead[first]
  return [span('first', `▸ First: ${what}`), span('dim', ` · ${command}`)]
}

function figureRows([label, lines]: Figure, width: number): Row[] {
  const isBeside = width >= besideLabel
  const indent = isBeside ? 18 : 2
  const value = lines.flatMap((parts) => flow(parts, span('dim', ' · '), width - indent))
  const name: Row = [span('dim', label)]
  return isBeside
    ? hangingIndent(padRow(name, indent), value)
    : [name, ...hangingIndent([gap(indent)], value)]
}
