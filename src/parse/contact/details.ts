import type { Address } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { readLine } from '../text.ts'

/**
 * Reads a name.
 *
 * @throws FuError `usage` if the text is empty, is a number, or contains a number that looks like a phone number
 */
export function readName(text: string): string {
  const name = readLine(text, 'A name')
  if (/^(?:@.*|\d+)$/u.test(name)) {
    throw usage(
      `"${name}" is a number, so nobody could be found by this name.`,
      'Write their name, as in "Gary Lee".',
    )
  }
  if (/\s\d{3,}(?:\s|$)/u.test(name)) {
    throw usage(`"${name}" has a number in it.`, 'Quote a phone number with spaces: --phone "0412 555 019".')
  }
  return name
}

/** @throws FuError `usage` if the text is empty */
export function readAddress(text: string): Address {
  return { label: null, text: readLine(text, 'An address') }
}

/**
 * Reads a time zone; returns the system's name for it.
 *
 * @throws FuError `usage` if the system does not know the zone
 */
export function readZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw usage(`"${text}" is not a time zone.`, 'Write it as America/New_York or Europe/Berlin.')
  }
}
