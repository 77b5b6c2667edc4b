import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'
import { addressWithoutTag, plainAddress } from '../../domain/mail-address.ts'
import type { Message } from '../../schedule/mail/message.ts'
import { myAddresses, recipientsOf, type AddressBook } from '../../schedule/mail/whose.ts'

/**
 * The owners of the addresses in messages.
 *
 * @param user the name to sign in with, which may be an address; `null` for a mailbox on disk
 * @throws FuError `usage` if none of the user's own addresses is known: then it is unclear who wrote to whom
 */
export function addressBook(app: App, messages: readonly Message[], user: string | null): AddressBook {
  const { me } = app.settings().mail
  const mine = myAddresses(user === null ? me : [...me, user], messages)
  if (mine.size === 0 && messages.length > 0) {
    throw usage(
      'Your own addresses are unknown: the mailbox contains no messages that you sent.',
      'Name them, as in fu config mail.me "sue@hall.example info@hall.example".',
    )
  }
  const addresses = messages.flatMap((message) => [...message.from, ...recipientsOf(message)])
  const spelled = addresses.flatMap(({ address }) => [plainAddress(address), addressWithoutTag(address)])
  const owners = app.diary().contacts.withEmails([...new Set(spelled)])
  return { mine, contactsAt: (address) => owners.get(address) ?? [] }
}
