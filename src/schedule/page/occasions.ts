import { reachBy } from '../../domain/contact.ts'
import { addDays, civilDay, compareText, lastDay, partsOf, type Day } from '../../domain/day.ts'
import type { Line, OccasionContact } from '../../domain/page.ts'
import type { PartialDate } from '../../domain/partial-date.ts'
import { workingDayFrom, workingDayUntil, type WorkingWeek } from '../../domain/working-week.ts'
import type { PageContext } from './context.ts'
import { presentOn, reachFlags } from './flags.ts'

type Occasion = {
  readonly what: string
  readonly date: PartialDate
  readonly day: Day
  readonly since: string
}

/**
 * A line for each contact with a birthday or an anniversary on the page's day; a working day also has those on the days
 * off after it (R61). It is shown once: it is left out after contact since its first day on a page, and for people who
 * do not want to be contacted (R58).
 */
export function occasionLines(
  contacts: readonly OccasionContact[],
  week: WorkingWeek,
  context: PageContext,
): Line[] {
  return contacts
    .flatMap((known) => {
      const [first, ...others] =
        known.contact.doNotContact === 'all' ? [] : occasionsOf(known, week, context.day)
      return first === undefined ? [] : [lineOf(known, [first, ...others], context)]
    })
    .toSorted(
      (a, b) =>
        compareText(a.due?.day ?? '', b.due?.day ?? '') ||
        compareText(a.contact.name, b.contact.name) ||
        a.contact.id - b.contact.id,
    )
}

/**
 * The month and day, as `monthDay` writes them, of every date that comes up on the pages from one day to another.
 *
 * @example occasionDays('2026-11-27', '2026-11-27', mondayToFriday) // ['11-27', '11-28', '11-29']: Friday to Sunday
 */
export function occasionDays(from: Day, until: Day, week: WorkingWeek): string[] {
  const days: string[] = []
  const end = workingDayFrom(addDays(until, 1), week)
  for (let day = from; day <= until || day < end; day = addDays(day, 1)) {
    days.push(day.slice(5))
    if (day.endsWith('-02-28')) days.push(leapDay)
    // There is no day after the last one.
    if (day === lastDay) break
  }
  return [...new Set(days)]
}

const leapDay = '02-29'

/** The day of a date in a year. 29 February is on the 28th in other years: in its month, and never late. */
function dayIn(year: number, { month, day }: PartialDate): Day | null {
  return civilDay(year, month, day) ?? (month === 2 && day === 29 ? civilDay(year, 2, 28) : null)
}

/** The occasions of a contact on the page of a day, the earliest first. */
function occasionsOf({ contact, lastContact }: OccasionContact, week: WorkingWeek, page: Day): Occasion[] {
  const dates = [
    ...(contact.birthday === null ? [] : [{ label: 'birthday', date: contact.birthday, since: 'born' }]),
    ...contact.anniversaries.map(({ label, date }) => ({
      label: label ?? 'anniversary',
      date,
      since: 'since',
    })),
  ]
  const { year } = partsOf(page)
  return dates
    .flatMap(({ label, date, since }) =>
      // The last working day of December also has the occasions of New Year's Day.
      [year, year + 1].flatMap((each): Occasion[] => {
        const day = dayIn(each, date)
        if (day === null || (date.year !== null && date.year > each)) return []
        const first = workingDayUntil(day, week)
        const isUp = page === day || page === first
        const isOver = lastContact !== null && lastContact.day >= first
        if (!isUp || isOver) return []
        const years = date.year === null ? 0 : each - date.year
        return [{ what: years === 0 ? label : `${label}, ${years}`, date, day, since }]
      }),
    )
    .toSorted((a, b) => compareText(a.day, b.day))
}

function lineOf(
  { contact }: OccasionContact,
  occasions: readonly [Occasion, ...Occasion[]],
  context: PageContext,
): Line {
  const { words, now } = context
  const due = { day: occasions[0].day, time: null }
  const reach = reachBy(contact, null)
  const reasons = occasions.map(({ day, date, since }) => {
    const on = day === context.day ? [] : [`on ${words.short(day, now.day)}`]
    const from = date.year === null ? [] : [`${since} ${words.yearly(date)}`]
    const said = [...on, ...from]
    return said.length === 0 ? `on ${words.yearly(date)}` : said.join(', ')
  })
  return {
    promise: null,
    contact,
    what: occasions.map(({ what }) => what).join('; '),
    due,
    next: { day: context.day, time: null },
    daysLate: 0,
    minutesLate: 0,
    attempts: 0,
    chases: 0,
    moves: 0,
    reachBy: reach,
    reason: [...new Set(reasons)].join('; '),
    flags: reachFlags(contact, null, reach, presentOn(context)),
    isOccasion: true,
  }
}
