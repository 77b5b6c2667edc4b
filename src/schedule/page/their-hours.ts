import { isTime, type Time } from '../../domain/day.ts'
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
 * The local time in a zone (an IANA name) at the moment; `null` for a zone that the system does not know.
 *
 * @example timeIn('Australia/Sydney', at1420InLondon) // '01:20'
 */
export function timeIn(timeZone: string, { instant }: Moment): Time | null {
  const shown = clockIn(timeZone)?.format(instant * 1000) ?? ''
  return isTime(shown) ? shown : null
}

/** The formatter of local times in a zone; constructing one is slow. */
const clockIn = memoize((timeZone: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  } catch {
    return null
  }
})
