import { addDays, latestDay, type Day, type Due } from '../../domain/day.ts'
import { periodAfter, type Period } from '../../domain/period.ts'
import type { Offset, PlanStep } from '../../domain/plan.ts'
import { addWorkingDays, isWorkingDay, workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'
import { addWorkingMinutes, type ClockDay } from './working-time.ts'

/** When a step is due, and the last day of its window, if any (R29). */
export type StepDue = { readonly due: Due; readonly windowUntil: Day | null }

/**
 * When a step is due after an event, or after the closing of the previous step. For a step that waits for delivery, the
 * time in transit is added first (R30). Computed days move forward to a working day.
 *
 * @example stepDue(callAfterTwoDays, { day: friday27November, time: '15:00' }, null, mondayToFriday)
 * // { due: { day: '2026-11-30', time: null }, windowUntil: '2026-11-30' }: Sunday moved to Monday
 */
export function stepDue(step: PlanStep, event: ClockDay, transit: Period | null, week: WorkingWeek): StepDue {
  const from = step.transit && transit !== null ? arrival(event, transit, week) : event
  const due = offsetFrom(from, step.offset, week)
  const windowUntil = step.until === null ? null : latestDay(due.day, offsetFrom(from, step.until, week).day)
  return { due, windowUntil }
}

/** The indexes of the steps that become promises at once. The first step always does: it has none to wait for. */
export function initialSteps(steps: readonly PlanStep[]): number[] {
  return [...steps.keys()].filter((index) => startsWithEvent(steps, index))
}

/**
 * The index of the step that begins when a step is closed, which may be the same one again; `null` if none does.
 *
 * @param existing the indexes of the steps that have begun already
 */
export function stepAfter(
  steps: readonly PlanStep[],
  closed: number,
  existing: ReadonlySet<number>,
): number | null {
  if (steps[closed]?.after === 'repeat') return closed
  const next = closed + 1
  return next < steps.length && !startsWithEvent(steps, next) && !existing.has(next) ? next : null
}

/** When each step is due if every step is closed when it is due: at its time, else at the opening time of its day. */
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
 * The day one period later, moved forward to a working day.
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

function offsetFrom(from: ClockDay, offset: Offset, week: WorkingWeek): Due {
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

/** The day itself until closing time, else the next working day. */
function restOfDay({ day, time }: ClockDay, week: WorkingWeek): Day {
  return isWorkingDay(day, week) && time < week.closes ? day : workingDayFrom(addDays(day, 1), week)
}

/** The day something arrives, a working day or not. The time is unknown, so all hours of the day count. */
function arrival({ day }: ClockDay, { count, unit }: Period, week: WorkingWeek): ClockDay {
  const arrives = unit === 'wd' ? addWorkingDays(day, count, week) : periodAfter(day, { count, unit })
  return { day: arrives, time: week.opens }
}
