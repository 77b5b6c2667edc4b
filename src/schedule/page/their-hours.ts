import { isDay, isTime, type Day, type Time } from '../../domain/day.ts'
import type { Moment } from '../../domain/moment.ts'
import { memoize } from '../../domain/memoize.ts'

const earliest = '08:00'
const latest = '21:00'

/**
 * Whether the local time in a zone (an IANA name) is outside 8:00 to 21:00 at the moment (R60); `false` for a zone that
 * the system does not know.
 *
 * @example outsideTheirHours('Australia/Sydney', at1420InLondon) // true: it is 1:20 there
 */
export function outsideTheirHours(timeZone: string, moment: Moment): boolean {
  const time = timeIn(timeZone, moment)
  return time !== null && (time < earliest || time > latest)
}

/**
 * The local day and time in a zone (an IANA name) at the moment; `null` for a zone that the system does not know.
 *
 * @example clockIn('Australia/Sydney', at1420InLondonOn25November) // { day: '2026-11-26', time: '01:20' }
 */
export function clockIn(timeZone: string, moment: Moment): { readonly day: Day; readonly time: Time } | null {
  const time = timeIn(timeZone, moment)
  const day = daysIn(timeZone)?.format(moment.instant * 1000) ?? ''
  return time === null || !isDay(day) ? null : { day, time }
}

/**
 * The local time in a zone (an IANA name) at the moment; `null` for a zone that the system does not know.
 *
 * @example timeIn('Australia/Sydney', at1420InLondon) // '01:20'
 */
export function timeIn(timeZone: string, { instant }: Moment): Time | null {
  const shown = timesIn(timeZone)?.format(instant * 1000) ?? ''
  return isTime(shown) ? shown : null
}

/** The formatter of local times in a zone; constructing one is slow. */
const timesIn = memoize((timeZone: string) =>
  formatterIn(timeZone, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
)

/** The formatter of local days in a zone, as `2026-11-25`. */
const daysIn = memoize((timeZone: string) =>
  formatterIn(timeZone, 'sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }),
)

function formatterIn(
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone, ...options })
  } catch {
    return null
  }
}
