import { channelIn, inOrder, isWellKnown, type Channel } from '../../../domain/channel.ts'
import { markOf } from '../../../domain/contact.ts'
import { FuError } from '../../../domain/errors.ts'
import { readEvery } from '../../../parse/phrase/period.ts'

/** Parses a do-not-contact mark: all or some channels (R58); `undefined` if the text is not a mark. */
export function markIn(text: string): readonly Channel[] | 'all' | null | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
  if (words.length === 0 || (words.length === 1 && /^(?:no|false|0|nein|non|nee|nao)$/.test(words[0] ?? '')))
    return null
  if (words.length === 1 && /^(?:all|yes|true|1|x|ja|oui|si|sim)$/.test(words[0] ?? '')) return 'all'
  // Any other word may be an unexpected answer, such as "maybe".
  const ways = words.map(channelIn).filter((way) => way !== null && isWellKnown(way))
  return ways.length === words.length ? markOf(inOrder(ways.filter((way) => way !== null))) : undefined
}

/** Tests whether a text is one of these words, ignoring case. */
export function isChoice(choices: readonly string[]): (text: string) => boolean {
  return (text) => choices.includes(text.toLowerCase())
}

/** Whether a text is a period such as "2 weeks". */
export function isPeriod(text: string): boolean {
  try {
    readEvery(text)
    return true
  } catch (error) {
    if (error instanceof FuError) return false
    throw error
  }
}

/** The system's name of a time zone; `null` if it is unknown. */
export function zoneOf(text: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
