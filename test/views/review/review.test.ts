import { describe, expect, it, test } from 'vitest'
import { dateWords } from '../../../src/domain/date-words.ts'
import type { Median, Review, Tries } from '../../../src/domain/review.ts'
import { rowWidth } from '../../../src/views/layout/span.ts'
import { widthOf } from '../../../src/views/layout/measure.ts'
import { reviewView } from '../../../src/views/review/review.ts'
import { bar, shareWords, timeWords, triesChart, triesWords } from '../../../src/views/review/words.ts'
import { themeFor, type ColourLevel } from '../../../src/views/layout/colours.ts'
import { aDay, aDue, aMoment, anEntry, aPromise } from '../../support/facts.ts'
import { hostile, withoutStyles } from '../../support/printed-page.ts'

const none: Median = { middle: null, of: 0 }
const noTries: Tries = { at: [0, 0, 0, 0, 0, 0], of: 0 }
const both = <Figure>(now: Figure, before: Figure = now): { now: Figure; before: Figure } => ({ now, before })

/** The review of a diary in which nothing was, but for what is known. */
function aReview(known: Partial<Review> = {}): Review {
  return {
    now: aMoment('2026-11-25 14:20'),
    days: {
      now: { from: aDay('2026-10-27'), until: aDay('2026-11-25') },
      before: { from: aDay('2026-09-27'), until: aDay('2026-10-26') },
    },
    first: null,
    word: both({ onTime: { count: 0, of: 0 }, longestRun: 0, dropped: 0 }),
    late: 0,
    answers: both({ within24Hours: { count: 0, of: 0 }, time: none, pending: 0 }),
    inWorkingHours: false,
    reached: both(noTries),
    sold: both(noTries),
    declines: both([]),
    waits: both({ sold: none, declined: none, postponed: none }),
    starts: both({ mine: 0, theirs: 0 }),
    startsWith: [],
    firstContact: both({ time: none, untouched: 0 }),
    drifting: [],
    waiting: [],
    feedback: { change: [], keep: [], add: [], drop: [] },
    ...known,
  }
}

/** A review with more of everything than is shown. */
function aFullReview(name: string): Review {
  const contact = (id: number): { id: number; name: string } => ({ id, name: `${name} ${id}` })
  const seven = [1, 2, 3, 4, 5, 6, 7]
  const said = seven.map((id) => anEntry({ id, contact: contact(id), text: `${name} said` }))
  return aReview({
    first: 'waiting',
    word: both(
      { onTime: { count: 199, of: 200 }, longestRun: 120, dropped: 3 },
      { onTime: { count: 3, of: 4 }, longestRun: 2, dropped: 1 },
    ),
    late: 2,
    answers: both(
      { within24Hours: { count: 6, of: 6 }, time: { middle: 135, of: 6 }, pending: 2 },
      { within24Hours: { count: 0, of: 5 }, time: { middle: 4320, of: 5 }, pending: 0 },
    ),
    inWorkingHours: true,
    reached: both({ at: [40, 5, 1, 0, 0, 2], of: 48 }, { at: [1, 0, 0, 0, 0, 0], of: 1 }),
    sold: both({ at: [0, 1, 4, 0, 0, 2], of: 7 }, noTries),
    declines: both(seven.map((count) => ({ reason: `${name} ${count}`, count }))),
    waits: both({ sold: { middle: 1, of: 5 }, declined: { middle: 4.5, of: 6 }, postponed: none }),
    starts: both({ mine: 5, theirs: 3 }),
    startsWith: seven.map((id) => ({ contact: contact(id), mine: 1, theirs: 2 })),
    firstContact: both({ time: { middle: 40, of: 5 }, untouched: 2 }),
    drifting: seven.map((id) => ({ contact: contact(id), daysLate: id, reason: 'every 30d' })),
    waiting: seven.map((id) => ({
      promise: aPromise({ id, contact: { ...contact(id), company: null }, due: aDue('2026-11-25 10:00') }),
      daysLate: id - 1,
      isLate: id < 3,
    })),
    feedback: { change: said, keep: [], add: [], drop: said.slice(0, 1) },
  })
}

function shown(review: Review, width = 80, level: ColourLevel = 0): string {
  return reviewView(review, { theme: themeFor(level), width, words: dateWords(null) })
}

describe('the review', () => {
  it('says each figure in words, and shows the first few of many', () => {
    expect(`\n${shown(aFullReview('Ada'))}`).toBe(`
  Review of 30 days, Tue 27 Oct to Wed 25 Nov
  before: Sun 27 Sep to Mon 26 Oct

  ▸ First: 2 things they owe you are past their day · fu list --theirs --late

  MY WORD
  kept on time      ███████████░ 199 of 200 (99%) · before too few (4 of 5)
  longest run       120 on time in a row · before 2
  dropped           3 · before 1
  open and late     2 promises

  ANSWERS
  in 24 work hours  ████████████ 6 of 6 (100%) · before 0 of 5 (0%)
                    2 more not 24 hours old yet
  time to answer    2 h 15 of work (middle of 6) · before 72 h of work (of 5)

  TRIES
  until reached     █▁▁··▁ 40 at the 1st try, 5 at the 2nd, 1 at the 3rd, 2 at
                    the 6th or later · before too few (1 of 5)
  until sold        ·▂█··▄ 1 at the 2nd try, 4 at the 3rd, 2 at the 6th or
                    later · before none

  RESULTS
  waiting time      sold: 1 day (middle of 5) · before 1 day (of 5)
                    declined: 4.5 days (middle of 6) · before 4.5 days (of 6)
                    postponed: too few yet (0 of 5)
  why declined      Ada 1: 1 · Ada 2: 2 · Ada 3: 3 · Ada 4: 4 · Ada 5: 5
                    and 2 more: fu review --json

  PEOPLE
  who started       ████████░░░░ you 5 of 8 (63%) · before 5 of 8 (63%)
                    Ada 1: you 1, they 2 · Ada 2: you 1, they 2
                    Ada 3: you 1, they 2 · Ada 4: you 1, they 2
                    Ada 5: you 1, they 2
  met to contact    40 min (middle of 5) · before 40 min (of 5)
                    2 not contacted yet
  drifting          Ada 1 · every 30d
                    Ada 2 · every 30d
                    Ada 3 · every 30d
                    Ada 4 · every 30d
                    Ada 5 · every 30d
                    and 2 more: fu people --drifting
  waits on others   Ada 1 · send the quote · late since today
                    Ada 2 · send the quote · 1 day late
                    Ada 3 · send the quote · Wed 25 Nov 10:00
                    Ada 4 · send the quote · Wed 25 Nov 10:00
                    Ada 5 · send the quote · Wed 25 Nov 10:00
                    and 2 more: fu list --theirs

  FEEDBACK
  change            Ada said · Ada 1, Wed 25 Nov
                    Ada said · Ada 2, Wed 25 Nov
                    Ada said · Ada 3, Wed 25 Nov
                    Ada said · Ada 4, Wed 25 Nov
                    Ada said · Ada 5, Wed 25 Nov
                    and 2 more: fu review --json
  keep              none
  add               none
  drop              Ada said · Ada 1, Wed 25 Nov

`)
  })

  it('stands on a narrow screen, each figure under its name', () => {
    expect(`\n${shown(aFullReview('Ada'), 40)}`).toBe(`
  Review of 30 days, Tue 27 Oct to Wed
  25 Nov
  before: Sun 27 Sep to Mon 26 Oct

  ▸ First: 2 things they owe you are
  past their day · fu list --theirs
  --late

  MY WORD
  kept on time
    ███████████░ 199 of 200 (99%)
    before too few (4 of 5)
  longest run
    120 on time in a row · before 2
  dropped
    3 · before 1
  open and late
    2 promises

  ANSWERS
  in 24 work hours
    ████████████ 6 of 6 (100%)
    before 0 of 5 (0%)
    2 more not 24 hours old yet
  time to answer
    2 h 15 of work (middle of 6)
    before 72 h of work (of 5)

  TRIES
  until reached
    █▁▁··▁ 40 at the 1st try, 5 at the
    2nd, 1 at the 3rd, 2 at the 6th or
    later · before too few (1 of 5)
  until sold
    ·▂█··▄ 1 at the 2nd try, 4 at the
    3rd, 2 at the 6th or later
    before none

  RESULTS
  waiting time
    sold: 1 day (middle of 5)
    before 1 day (of 5)
    declined: 4.5 days (middle of 6)
    before 4.5 days (of 6)
    postponed: too few yet (0 of 5)
  why declined
    Ada 1: 1 · Ada 2: 2 · Ada 3: 3
    Ada 4: 4 · Ada 5: 5
    and 2 more: fu review --json

  PEOPLE
  who started
    ████████░░░░ you 5 of 8 (63%)
    before 5 of 8 (63%)
    Ada 1: you 1, they 2
    Ada 2: you 1, they 2
    Ada 3: you 1, they 2
    Ada 4: you 1, they 2
    Ada 5: you 1, they 2
  met to contact
    40 min (middle of 5)
    before 40 min (of 5)
    2 not contacted yet
  drifting
    Ada 1 · every 30d
    Ada 2 · every 30d
    Ada 3 · every 30d
    Ada 4 · every 30d
    Ada 5 · every 30d
    and 2 more: fu people --drifting
  waits on others
    Ada 1 · send the quote
    late since today
    Ada 2 · send the quote
    1 day late
    Ada 3 · send the quote
    Wed 25 Nov 10:00
    Ada 4 · send the quote
    Wed 25 Nov 10:00
    Ada 5 · send the quote
    Wed 25 Nov 10:00
    and 2 more: fu list --theirs

  FEEDBACK
  change
    Ada said · Ada 1, Wed 25 Nov
    Ada said · Ada 2, Wed 25 Nov
    Ada said · Ada 3, Wed 25 Nov
    Ada said · Ada 4, Wed 25 Nov
    Ada said · Ada 5, Wed 25 Nov
    and 2 more: fu review --json
  keep
    none
  add
    none
  drop
    Ada said · Ada 1, Wed 25 Nov

`)
  })

  test.each([
    ['one day', { from: '2026-11-25', until: '2026-11-25' }, 'Review of 1 day, Wed 25 Nov'],
    [
      'another year',
      { from: '2025-12-31', until: '2026-11-25' },
      'Review of 330 days, Wed 31 Dec 2025 to Wed 25 Nov',
    ],
  ])('names its days: %s', (_name, { from, until }, title) => {
    const days = { ...aReview().days, now: { from: aDay(from), until: aDay(until) } }
    expect(
      shown(aReview({ days }))
        .split(/ {3,}|\n/)[0]
        ?.trim(),
    ).toBe(title)
  })

  test.each<[Partial<Review>, string]>([
    [{ first: 'late', late: 1 }, '▸ First: 1 promise of yours is past its day · fu list --mine --late'],
    [{ first: 'late', late: 2 }, '▸ First: 2 promises of yours are past their day · fu list --mine --late'],
    [
      { first: 'drifting', drifting: aFullReview('Ada').drifting.slice(0, 1) },
      '▸ First: 1 contact is drifting away · fu people --drifting',
    ],
    [
      { first: 'drifting', drifting: aFullReview('Ada').drifting },
      '▸ First: 7 contacts are drifting away · fu people --drifting',
    ],
    [{}, 'Nothing is overdue, and nobody is drifting away.'],
  ])('leads with one thing (R56): %#', (known, lead) => {
    expect(shown(aReview(known)).split('\n')[3]?.trim()).toBe(lead)
  })

  const pages = { empty: aReview(), full: aFullReview('Ada'), hostile: aFullReview(hostile) }
  const cases = Object.entries(pages).flatMap(([name, review]) =>
    [20, 40, 59, 60, 80, 200].map((width) => ({ name, review, width })),
  )

  it.each(cases)('fits: $name, $width columns', ({ review, width }) => {
    const lines = shown(review, width).split('\n')
    expect(lines.filter((line) => widthOf(line) > Math.min(width, 86))).toEqual([])
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([])
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u)
  })

  it.each(cases)('says nothing by colour alone: $name, $width columns', ({ review, width }) => {
    const coloured = shown(review, width, 2)
    expect(coloured).toContain('\u001b[')
    expect(withoutStyles(coloured)).toBe(shown(review, width))
  })

  it('is red for late alone', () => {
    const red = shown(aFullReview('Ada'), 80, 1).match(/\p{Cc}\[31m.*?\p{Cc}\[39m/gu)
    expect(red?.map(withoutStyles)).toEqual(['2 promises', 'late since today', '1 day late'])
  })
})

test.each([
  [0, 7, '░░░░░░░░░░░░', '0 of 7 (0%)'],
  [1, 1000, '█░░░░░░░░░░░', '1 of 1000 (1%)'],
  [1, 2, '██████░░░░░░', '1 of 2 (50%)'],
  [2, 3, '████████░░░░', '2 of 3 (67%)'],
  [999, 1000, '███████████░', '999 of 1000 (99%)'],
  [5, 5, '████████████', '5 of 5 (100%)'],
])('%i of %i: none and all are only what they are', (count, of, drawn, said) => {
  const row = bar({ count, of })
  expect(row.map(({ text }) => text).join('')).toBe(drawn)
  expect(rowWidth(row)).toBe(12)
  expect(shareWords({ count, of })).toBe(said)
})

test.each([
  [[12, 4, 0, 0, 0, 1], '█▃···▁', '12 at the 1st try, 4 at the 2nd, 1 at the 6th or later'],
  [[0, 0, 5, 0, 0, 0], '··█···', '5 at the 3rd try'],
  [[0, 0, 0, 0, 0, 8], '·····█', '8 at the 6th try or later'],
  [
    [8, 7, 6, 5, 4, 1],
    '█▇▆▅▄▁',
    '8 at the 1st try, 7 at the 2nd, 6 at the 3rd, 5 at the 4th, 4 at the 5th, 1 at the 6th or later',
  ],
])('the tries %j', (at, drawn, said) => {
  const tries = { at, of: at.reduce((sum, count) => sum + count, 0) }
  expect(triesChart(tries).map(({ text }) => text)).toEqual([drawn])
  expect(triesWords(tries)).toBe(said)
})

test.each([
  [0, false, 'at once'],
  [0.4, false, 'at once'],
  [1, false, '1 min'],
  [59.4, false, '59 min'],
  [60, false, '1 h'],
  [65, false, '1 h 05'],
  [2879, false, '47 h 59'],
  [2880, false, '2 days'],
  [4000, false, '2.8 days'],
  [30, true, '30 min of work'],
  [4000, true, '66 h 40 of work'],
])('%d minutes (working time: %s) are %j', (minutes, isWorkingTime, said) => {
  expect(timeWords(minutes, isWorkingTime)).toBe(said)
})
