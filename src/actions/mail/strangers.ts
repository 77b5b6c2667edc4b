import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import { emptyContact, type ContactName } from '../../domain/contact.ts'
import { FuError } from '../../domain/errors.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { Matchable } from '../../domain/match-keys.ts'
import { addressWithoutTag } from '../../domain/mail-address.ts'
import type { MailStranger } from '../../domain/mail-report.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { storableText } from '../../domain/text.ts'
import { readName } from '../../parse/contact/details.ts'
import type { Message } from '../../schedule/mail/message.ts'
import { placeOf } from '../../schedule/mail/place.ts'
import type { Conversations } from './conversations.ts'

/** Somebody who wrote, with the messages. */
export type Writer = { readonly stranger: MailStranger; readonly messages: readonly Message[] }

/** The writers of messages, by address, most recent first. */
export function writersOf(messages: readonly Message[], { book, ownIds }: Conversations): Writer[] {
  const byAddress = groupBy(messages, ({ from }) => addressWithoutTag(from[0]?.address ?? ''))
  return [...byAddress]
    .flatMap(([address, theirs]): Writer[] => {
      const last = theirs.at(-1)
      if (last === undefined) return []
      const name = theirs.map(({ from }) => cleanName(from[0]?.name ?? null)).findLast((one) => one !== null)
      const direct = theirs.filter((message) => placeOf(message, book, ownIds) === 'direct').length
      const stranger = {
        address: storableText(address),
        name: name ?? null,
        messages: theirs.length,
        direct,
        last: last.at,
      }
      return [{ stranger, messages: theirs }]
    })
    .toSorted((a, b) => b.stranger.last.instant - a.stranger.last.instant)
}

/** A writer in the form that is compared with people who were forgotten. */
export function matchable({ address, name }: MailStranger): Matchable {
  return { name, company: null, emails: [{ value: address }], phones: [] }
}

/** The people who were added, and those who were not because a contact has their name but other addresses. */
export type Added = {
  readonly added: readonly (ContactName & { readonly address: string })[]
  readonly namesakes: readonly { readonly writer: Writer; readonly contact: ContactName }[]
}

/**
 * Adds those who wrote to me as contacts. A writer with the name of a contact may be the same person, and is not added.
 */
export function addWriters(app: App, tx: Transaction, writers: readonly Writer[]): Added {
  const added: (ContactName & { readonly address: string })[] = []
  const namesakes: { writer: Writer; contact: ContactName }[] = []
  for (const writer of writers) {
    const { stranger } = writer
    if (stranger.direct === 0 || !/^[^@\s]+@[^@\s]+$/.test(stranger.address)) continue
    const name = nameOf(stranger)
    const [contact] = app.diary().contacts.matching({ rule: 'name', key: normalizeText(name) })
    if (contact !== undefined) {
      namesakes.push({ writer, contact: { id: contact.id, name: contact.name } })
      continue
    }
    const emails = [{ label: null, value: stranger.address }]
    const { id } = tx.addContact({ ...emptyContact(), name, emails })
    added.push({ id, name, address: stranger.address })
  }
  return { added, namesakes }
}

/** The display name if it can be searched for, else the address. */
function nameOf({ name, address }: MailStranger): string {
  try {
    return readName(name ?? '')
  } catch (error) {
    if (error instanceof FuError) return address
    throw error
  }
}

/** The longest display name that counts as a name, in characters. */
const longestName = 120

function cleanName(name: string | null): string | null {
  const clean = storableText(name ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return clean === '' || clean.length > longestName ? null : clean
}
