import { channelIn, isKnownChannel, type Channel } from '../../domain/channel.ts'
import { linkFor, mayContact, type Contact, type ReachBy } from '../../domain/contact.ts'
import { FuError, notFound, refused } from '../../domain/errors.ts'
import { openable, type Openable } from '../../domain/openable.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { mapLink, reachLink } from '../../domain/reach-link.ts'
import { serviceLink, webLink } from '../../domain/web-link.ts'
import { waysLeft } from '../../schedule/state/wrong-numbers.ts'
import { refuseUnwanted } from '../unwanted.ts'
import { fieldFor } from '../warn-unreachable.ts'

/** The contact to reach, and the promise. */
export type Target = { readonly contact: Contact; readonly promise: OpenPromise | null }

/** A way to reach somebody: a channel, or the word for a link, and the address to open. */
export type Way = { readonly channel: string; readonly address: Openable }

/**
 * The way for a line: the channel of its promise, else the contact's preferred one, else phone, email or any other
 * known channel, and finally a link (R64). Never a wrong number (R35) or a channel that they do not want (R58).
 *
 * @param by the only wanted way, as named by the user; `null` for any
 * @param wrong the numbers and addresses that are known to be wrong
 * @throws FuError `not-found` if there is none, `refused` if it is unwanted or its address has a scheme that is not
 * allowed
 */
export function wayTo({ contact, promise }: Target, by: string | null, wrong: readonly string[]): Way {
  const named = by === null ? null : channelIn(by)
  refuseUnwanted(contact, named, 'nothing was opened')
  const only = named !== null && isKnownChannel(named) ? named : null
  if (by !== null && only === null) return linkNamed(contact, by)
  const wanted = only ?? promise?.channel ?? null
  if ((wanted ?? contact.channel) === 'video' && mayContact(contact, 'video')) {
    const meeting = contact.links.find(({ label }) => meetings.test(label ?? ''))
    if (meeting !== undefined) return { channel: 'video', address: addressOf(contact, meeting) }
  }
  const { reach } = waysLeft(contact, wanted, wrong, false)
  if (reach !== null && (only === null || reach.channel === only)) {
    return { channel: reach.channel, address: reachAddress(contact, reach) }
  }
  const [link] = contact.links
  if (only !== null || link === undefined) throw noWay(contact, only, wrong)
  const links = contact.links.map((one) => ({ one, address: openableLink(contact, one) }))
  const first = links.find(({ address }) => address !== null)
  return { channel: (first?.one ?? link).kind, address: first?.address ?? addressOf(contact, link) }
}

/** Labels of links for video calls. */
const meetings = /\b(?:video|zoom|meet|teams|webex|jitsi|whereby)\b/i

/** A link by its label or its kind; a service that identifies people by number needs no link. */
function linkNamed(contact: Contact, by: string): Way {
  const word = by.toLowerCase()
  const link = linkFor(contact, word) ?? contact.links.find(({ kind }) => kind === word)
  if (link !== undefined) return { channel: word, address: addressOf(contact, link) }
  const service = mayContact(contact, 'text') ? serviceLink(word, contact.phones) : null
  const address = service === null ? null : openable(service)
  if (address !== null) return { channel: word, address }
  throw notFound(`${contact.name} has no link "${by}".`, `fu edit @${contact.id} --link "${word}: https://…"`)
}

function reachAddress(contact: Contact, reach: ReachBy): Openable {
  const { name, phones, id } = contact
  if (!isKnownChannel(reach.channel)) return linkNamed(contact, reach.channel).address
  const isPlace = reach.channel === 'post' || reach.channel === 'visit'
  const text = isPlace ? mapLink(reach.value) : reachLink(reach, { phones })
  const address = text === null ? null : openable(text)
  if (address !== null) return address
  throw refused(`"${reach.value}" of ${name} cannot be opened.`, `Correct it: fu edit @${id}`)
}

type Link = Contact['links'][number]

function openableLink({ phones }: Contact, link: Link): Openable | null {
  const address = webLink(link, phones)
  return address === null ? null : openable(address)
}

function addressOf(contact: Contact, link: Link): Openable {
  const address = openableLink(contact, link)
  if (address !== null) return address
  throw refused(
    `"${link.value}" of ${contact.name} cannot be opened.`,
    'Only addresses that begin with https or http are, and names at services that fu knows.',
  )
}

function noWay(contact: Contact, only: Channel | null, wrong: readonly string[]): FuError {
  const { option, missing } = fieldFor(only ?? 'call')
  const what = only === null ? 'phone number or address' : missing
  const other =
    wrong.length === 0 ? '' : ` other than ${wrong.map((value) => `"${value}"`).join(', ')}, which is wrong`
  return notFound(
    `${contact.name} has no ${what}${other}; nothing was opened.`,
    `Add it: fu edit @${contact.id} ${option}`,
  )
}
