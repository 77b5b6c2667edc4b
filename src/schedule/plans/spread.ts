import { addDays, lastDay, type Day } from '../../domain/day.ts'
import { workingDayFrom, type WorkingWeek } from '../../domain/working-week.ts'

/** How many lines make a day full, and how many come up on a day already. */
export type DayCapacity = {
  readonly week: WorkingWeek
  readonly dayLoad: number
  readonly loadOn: (day: Day) => number
}

/**
 * Distributes items over the working days from a day on, in their order, as many on each day as it has room for (R55).
 *
 * @example spreadOverDays(['a', 'b'], '2026-11-27', { week, dayLoad: 1, loadOn: () => 0 })
 * // [{ item: 'a', day: '2026-11-27' }, { item: 'b', day: '2026-11-30' }]
 */
export function spreadOverDays<Item>(
  items: readonly Item[],
  first: Day,
  { week, dayLoad, loadOn }: DayCapacity,
): { item: Item; day: Day }[] {
  const spread: { item: Item; day: Day }[] = []
  let day = workingDayFrom(first, week)
  let room = dayLoad - loadOn(day)
  for (const item of items) {
    // There is no day after the last one, so it takes the rest.
    while (room <= 0 && day < lastDay) {
      day = workingDayFrom(addDays(day, 1), week)
      room = dayLoad - loadOn(day)
    }
    spread.push({ item, day })
    room -= 1
  }
  return spread
}
