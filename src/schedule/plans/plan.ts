import { addDays, latestDay, type Day, type Due } from '../../domain/day.ts'
import { periodAfter, type Period } from '../../domain/period.ts'
import type { Offset, Plan, PlanStep } from '../../domain/plan.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { addWorkingMinutes, type ClockDay } from './working-time.ts'

/** When a step is due, and the last day of its window where it has one (R29). */
export type StepDue = { readonly due: Due; readonly windowUntil: Day | null }

/**
 * When a step is due after an event, or after the moment at which the step before it was closed. The time in
 * transit comes first where the step waits for it (R30). Days that are counted move forward to a working day.
 *
 * @example stepDue(callAfterTwoDays, { day: friday27November, time: '15:00' }, null, mondayToFriday)
 * // { due: { day: '2026-11-30', time: null }, windowUntil: '2026-11-30' }: Sunday moved to Monday
 */
export function stepDue(step: PlanStep, event: ClockDay, transit: Period | null, week: WorkingWeek): StepDue {
  const from = step.transit && transit !== null ? arrival(event, transit, week) : event
  const due = after(from, step.offset, week)
  const windowUntil = step.until === null ? null : latestDay(due.day, after(from, step.until, week).day)
  return { due, windowUntil }
}

/** What a sale was about, where nobody said. */
export const unnamedProduct = 'what they bought'

/**
 * A plan that a sale starts where what was sold is not said: its steps leave the thing out.
 *
 * @example 'thank {name} for buying {what}' // 'thank {name} for buying'
 * @example 'happy with {what}?' // 'happy with what they bought?'
 */
export function withoutProduct(plan: Plan): Plan {
  const steps = plan.steps.map((step) => ({
    ...step,
    what: step.what.replaceAll(/\b(buying|bought) \{what\}/g, '$1').replaceAll('{what}', unnamedProduct),
  }))
  return { ...plan, steps }
}

/** The steps, by number from 0, that become promises at once; the first has no step before it to wait for. */
export function initialSteps(steps: readonly PlanStep[]): number[] {
  return [...steps.keys()].filter((index) => startsWithEvent(steps, index))
}

/**
 * The step, by number, that begins when a step is closed; `null` where none does.
 *
 * @param existing the steps that have begun already
 */
export function stepAfter(
  steps: readonly PlanStep[],
  closed: number,
  existing: ReadonlySet<number>,
): number | null {
  const next = closed + 1
  return next < steps.length && !startsWithEvent(steps, next) && !existing.has(next) ? next : null
}

/** When each step is due if every step is closed on the day it is due: at its time, else when that day opens. */
export function planDates(
  steps: readonly PlanStep[],
  event: ClockDay,
  transit: Period | null,
  week: WorkingWeek,
): StepDue[] {
  let closed = event
  return steps.map((step, index) => {
    const dates = stepDue(step, startsWithEvent(steps, index) ? event : closed, transit, week)
    closed = { day: dates.due.day, time: dates.due.time ?? week.opens }
    return dates
  })
}

/**
 * The day that many days, weeks, months or years later, on a working day.
 *
 * @example periodEnd('2026-11-25', { count: 3, unit: 'd' }, mondayToFriday) // '2026-11-30': Saturday moved to Monday
 */
export function periodEnd(day: Day, period: Period, week: WorkingWeek): Day {
  const { count, unit } = period
  const reached = unit === 'wd' ? addWorkingDays(day, count, week) : periodAfter(day, { count, unit })
  return workingDayFrom(reached, week)
}

function startsWithEvent(steps: readonly PlanStep[], index: number): boolean {
  return index === 0 || steps[index]?.after === 'event'
}

function after(from: ClockDay, offset: Offset, week: WorkingWeek): Due {
  switch (offset.unit) {
    case 'now':
      return { day: from.day, time: null }
    case 'm':
      return addWorkingMinutes(from, offset.count, week)
    case 'h':
      return addWorkingMinutes(from, offset.count * 60, week)
    default:
      return {
        day:
          offset.unit === 'wd' && offset.count === 0
            ? restOfDay(from, week)
            : periodEnd(from.day, { count: offset.count, unit: offset.unit }, week),
        time: null,
      }
  }
}

/** The day while it is worked on, else the next working day. */
function restOfDay({ day, time }: ClockDay, week: WorkingWeek): Day {
  return isWorkingDay(day, week) && time < week.closes ? day : workingDayFrom(addDays(day, 1), week)
}

/** The day a thing arrives, working day or not; nobody knows the time, so that day has all its hours. */
function arrival({ day }: ClockDay, { count, unit }: Period, week: WorkingWeek): ClockDay {
  const arrives = unit === 'wd' ? addWorkingDays(day, count, week) : periodAfter(day, { count, unit })
  return { day: arrives, time: week.opens }
}
