import type { Moment } from '../domain/moment.ts'
import { remembered } from './remembered.ts'

const earliest = '08:00'
const latest = '21:00'

/**
 * Whether the clock stands outside 8:00 to 21:00 in a zone (an IANA name) at the moment (R60). A zone that this
 * machine does not know is never outside.
 *
 * @example outsideTheirHours('Australia/Sydney', at1420InLondon) // true: it is 1:20 there
 */
export function outsideTheirHours(timeZone: string, { instant }: Moment): boolean {
  const time = clockIn(timeZone)?.format(instant * 1000)
  return time !== undefined && (time < earliest || time > latest)
}

/** A clock of a zone, which shows `HH:MM`; making one is slow. */
const clockIn = remembered((timeZone: string): Intl.DateTimeFormat | null => {
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
