import { describe, expect, test } from 'vitest'
import { periodText } from '../../../src/domain/period.ts'
import { stepText, type Offset, type PlanStep } from '../../../src/domain/plan.ts'
import { builtInPlans } from '../../../src/schedule/plans/built-in-plans.ts'
import { planDates } from '../../../src/schedule/plans/plan.ts'
import { aMoment, mondayToFriday } from '../../support/facts.ts'

function offsetText(offset: Offset): string {
  if (offset.unit === 'now') return 'now'
  return offset.unit === 'm' || offset.unit === 'h'
    ? `+${offset.count}${offset.unit}`
    : `+${periodText({ count: offset.count, unit: offset.unit })}`
}

/** A step as a line of a table. */
function stepLine({ after, offset, transit, until, channel, kind, hot, what }: PlanStep): string {
  const words = stepText(what, { name: 'Gary', what: 'the quote', day: 'Fri' })
  return [
    after === 'event' ? '' : after === 'previous' ? 'then' : 'every',
    transit ? 'transit' : '',
    offsetText(offset),
    until === null ? '' : `to ${offsetText(until)}`,
    channel ?? '',
    hot ? 'hot' : '',
    `${kind}: ${words}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

test('the plans of every diary, those of a job search too (R45)', () => {
  expect(Object.fromEntries(builtInPlans.map(({ name, steps }) => [name, steps.map(stepLine)]))).toEqual({
    met: ['+1wd met: good to meet you: write, with something of use to Gary'],
    'heard-call': ['+0wd call call-back: call back: the quote'],
    'heard-text': ['+0wd call call-back: call back: the quote'],
    'heard-visit': ['+0wd call call-back: call back: the quote'],
    'heard-email': ['+0wd email answer: answer: the quote'],
    'heard-post': ['+0wd answer: answer: the quote'],
    complaint: [
      'now call hot complaint: put right: the quote',
      'then +7d call happiness: ask if they are happy now: the quote',
    ],
    'sent-email': ['+1h call receipt: check that it arrived: the quote'],
    'sent-post': ['+2d to +3d call receipt: check that it arrived: the quote'],
    'sent-post-far': ['transit +2d call receipt: check that it arrived: the quote'],
    sold: [
      '+1d thanks: thank them for buying: the quote',
      '+7d call happiness: ask if they are happy: the quote',
    ],
    referred: ['+1wd thanks: thank them for sending the quote'],
    'no-answer': [
      'then +3d tickler: try again: the quote',
      'then +7d tickler: try again: the quote',
      'then +7d tickler: try again: the quote',
      'then +7d tickler: try again: the quote',
      'then +30d tickler: call and email: the quote',
    ],
    recruiter: [
      '+1d thanks: thank them for the introduction: the quote',
      '+1w call other: ask what is open: the quote',
      'every +1mo call other: ask what is open now: the quote',
    ],
    'job-application': [
      '+1wd receipt: check that it arrived: the quote',
      '+1w call other: ask how it stands: the quote',
    ],
    'job-interview': [
      'now thanks: thank them for the interview: the quote',
      '+1w other: ask what was decided: the quote',
    ],
  })
})

describe('every plan', () => {
  test('has a name of its own and says what it is for', () => {
    const names = builtInPlans.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(builtInPlans.filter(({ meaning }) => meaning === '')).toEqual([])
  })

  test('has days, from the day of the event on', () => {
    for (const { steps } of builtInPlans) {
      const dates = planDates(steps, aMoment('2026-11-28 18:00'), { count: 3, unit: 'd' }, mondayToFriday)
      expect(dates).toHaveLength(steps.length)
      expect(dates.filter(({ due }) => due.day < '2026-11-28')).toEqual([])
    }
  })
})
