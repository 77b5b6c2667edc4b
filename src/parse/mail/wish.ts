import type { Due } from '../../domain/day.ts'
import { FuError } from '../../domain/errors.ts'
import { readDayPhrase, type PhraseContext } from '../phrase/day-phrase.ts'

/** The tag that asks for a reply within the customary time. */
const anyTime = 'fu'

/**
 * When a reply is expected, from the tag of an address of mine: a date phrase, with "-" for spaces; `'any time'` for
 * "fu"; `null` if it is not a date.
 *
 * @param context reads ahead from the time the message was sent
 * @example readWish('3wd', context) // { day: '2026-11-30', time: null }
 */
export function readWish(tag: string, context: PhraseContext): Due | 'any time' | null {
  if (tag === anyTime) return 'any time'
  for (const phrase of [tag, tag.replaceAll(/[-_.]/g, ' ')]) {
    try {
      return readDayPhrase(phrase, context)
    } catch (error) {
      if (!(error instanceof FuError)) throw error
    }
  }
  return null
}
