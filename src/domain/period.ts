import { addDays, addMonths, type Day } from './day.ts'

/** A count of one calendar unit, such as "90 days"; never converted to hours. */
export type Period = { readonly count: number; readonly unit: PeriodUnit }

/** A period that does not depend on the working week. */
export type CalendarPeriod = Period & { readonly unit: Exclude<PeriodUnit, 'wd'> }

export type PeriodUnit = 'd' | 'wd' | 'w' | 'mo' | 'y'

/**
 * The day `times` periods after the anchor. Working days (`wd`) need the working week: see `periodEnd`.
 *
 * @example periodAfter('2026-01-31', { count: 1, unit: 'mo' }, 2) // '2026-03-31'
 */
export function periodAfter(anchor: Day, period: CalendarPeriod, times = 1): Day {
  const count = period.count * times
  switch (period.unit) {
    case 'd':
      return addDays(anchor, count)
    case 'w':
      return addDays(anchor, 7 * count)
    case 'mo':
      return addMonths(anchor, count)
    case 'y':
      return addMonths(anchor, 12 * count)
  }
}

/** The period as users type it and the diary stores it: `90d`, `6w`, `3mo`, `1y`. */
export function periodText(period: Period): string {
  return `${period.count}${period.unit}`
}
