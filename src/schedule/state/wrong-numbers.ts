import type { Channel } from '../../domain/channel.ts'
import { reachBy, valueFor, type Phone, type ReachBy } from '../../domain/contact.ts'
import { factsOf } from '../../domain/entry-data.ts'
import { isAttempt, type Entry } from '../../domain/entry.ts'
import type { PageContact } from '../../domain/page.ts'
import { digitsOf } from '../../domain/normalize.ts'

/** The numbers and addresses that were tried and were not theirs, by contact id (R35). */
export function wrongIn(entries: readonly Entry[]): ReadonlyMap<number, readonly string[]> {
  const wrong = new Map<number, string[]>()
  for (const entry of entries) {
    const number = entry.act === 'tried' ? factsOf(entry.data)?.wrongNumber : undefined
    if (number === undefined) continue
    const { id } = entry.contact
    wrong.set(id, [...(wrong.get(id) ?? []), number])
  }
  return wrong
}

/** A number or address that was not theirs, but is still on their card. */
export type StillWrong = {
  readonly value: string
  /** Whether the last attempt used it and there is no other: then the line asks for the right one first. */
  readonly isSought: boolean
}

/** A number or address on the contact's card that was tried and was not theirs, by the entries of a promise (R35). */
export function stillWrong(
  contact: PageContact,
  channel: Channel | null,
  entries: readonly Entry[],
): StillWrong | null {
  const wrong = wrongIn(entries).get(contact.id) ?? []
  const { phones, emails, addresses } = contact
  const left = withoutWrong(contact, wrong)
  const [value] = [
    ...phones.filter((phone) => !left.phones.includes(phone)).map(({ readable }) => readable),
    ...emails.filter((email) => !left.emails.includes(email)).map((email) => email.value),
    ...addresses.filter((address) => !left.addresses.includes(address)).map(({ text }) => text),
  ]
  if (value === undefined) return null
  const isLast = entries.findLast(isAttempt)?.outcome === 'wrong-number'
  return { value, isSought: isLast && waysLeft(contact, channel, wrong, true).seeksNumber }
}

/** The numbers and addresses of a contact that are not known to be wrong. */
export type WaysLeft = {
  readonly contact: PageContact
  readonly reach: ReachBy | null
  /** Whether the right number must be found first. */
  readonly seeksNumber: boolean
}

/**
 * How to reach a contact after wrong numbers: by another number, else by another channel, else once the right one is
 * found. A wrong number is never used again, whatever was tried since: it is not theirs (R35).
 *
 * @param justWrong whether the last attempt reached a wrong number, even one that is not on the card
 */
export function waysLeft(
  contact: PageContact,
  wanted: Channel | null,
  wrong: readonly string[],
  justWrong: boolean,
): WaysLeft {
  if (wrong.length === 0 && !justWrong) {
    return { contact, reach: reachBy(contact, wanted), seeksNumber: false }
  }
  const left = withoutWrong(contact, wrong)
  const reach = reachBy(left, wanted)
  const channel = wanted ?? contact.channel ?? 'call'
  const wasKnown = justWrong || valueFor(contact, channel) !== null
  const isByNumber = channel === 'call' || channel === 'text'
  const lacksNumber = isByNumber && wasKnown && valueFor(left, channel) === null
  const lacksAll = reach === null && (justWrong || reachBy(contact, wanted) !== null)
  return { contact: left, reach, seeksNumber: lacksNumber || lacksAll }
}

/** The fewest final digits that distinguish a number from others of the same contact. */
const tellingDigits = 7

/**
 * Whether a phone is the number that was tried. A number is regrouped, or gets its country, when the user's country
 * changes or it is imported into another diary: its digits stay the same, except for leading zeros.
 */
function isNumber({ value, readable, e164 }: Phone, tried: string): boolean {
  const digits = digitsOf(tried)
  if ([value, readable].some((text) => text === tried || (digits !== '' && digitsOf(text) === digits)))
    return true
  const national = digits.replace(/^0+/, '')
  return e164 !== null && national.length >= tellingDigits && e164.endsWith(national)
}

function withoutWrong(contact: PageContact, wrong: readonly string[]): PageContact {
  return {
    ...contact,
    phones: contact.phones.filter((phone) => !wrong.some((number) => isNumber(phone, number))),
    emails: contact.emails.filter(({ value }) => !wrong.includes(value)),
    addresses: contact.addresses.filter(({ text }) => !wrong.includes(text)),
  }
}
