import { momentOf, type Moment } from '../../domain/moment.ts'
import { BadValue, instant, offset } from './rules.ts'

/** The moment that two columns hold. @throws BadValue if they do not hold one */
export function storedMoment(at: unknown, ahead: unknown): Moment {
  const [seconds, minutes] = [instant(at), offset(ahead)]
  try {
    return momentOf(seconds, minutes)
  } catch (error) {
    if (error instanceof RangeError)
      throw new BadValue(at, `a moment of the calendar, ${minutes} minutes ahead of UTC`)
    throw error
  }
}
