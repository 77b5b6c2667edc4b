import type { App } from '../app.ts'
import { byChannel, isMessenger, type Channel, type KnownChannel } from '../domain/channel.ts'
import { reachBy, valueFor, type Contact } from '../domain/contact.ts'
import type { DiaryPromise } from '../domain/promise.ts'

/** The most people with a note of their own. */
const mostNotes = 3

/** Notes at once that the contact has no number or address for a promise (R2). */
export function warnUnreachable(app: App, contact: Contact, wanted: Channel | null): void {
  const note = unreachableNote(contact, wanted ?? contact.channel ?? 'call')
  if (note !== null) app.terminal.note(note)
}

/**
 * Notes once per contact that there is no number or address for a promise (R2); for a promise without a channel, only
 * if there is no way at all to reach them.
 */
export function warnUnreachableAll(app: App, promises: readonly DiaryPromise[]): void {
  const mine = promises.filter(({ owner, status }) => owner === 'mine' && status === 'open')
  const contacts = app.diary().contacts.byId(mine.map(({ contact }) => contact.id))
  const notes = new Map<string, string>()
  for (const {
    contact: { id },
    channel,
  } of mine) {
    const contact = contacts.get(id)
    if (contact === undefined || (channel === null && reachBy(contact, null) !== null)) continue
    const note = unreachableNote(contact, channel ?? contact.channel ?? 'call')
    if (note !== null) notes.set(note, contact.name)
  }
  const names = [...new Set(notes.values())]
  if (names.length <= mostNotes) for (const note of notes.keys()) app.terminal.note(note)
  else {
    const first = names.slice(0, mostNotes).join(', ')
    app.terminal.note(
      `${names.length} of them cannot be reached that way: ${first} and ${names.length - mostNotes} more; "fu check" lists them.`,
    )
  }
}

/** The missing detail for reaching a contact by a channel; `null` if there is none. */
function unreachableNote(contact: Contact, channel: Channel): string | null {
  if (valueFor(contact, channel) !== null) return null
  const { option, missing } = fieldFor(channel)
  const other = reachBy(contact, null)
  const known = other === null ? '' : ` (known: ${other.value})`
  return `${contact.name} has no ${missing}${known}: fu edit @${contact.id} ${option}`
}

const phone = { option: '--phone …', missing: 'phone number' }
const email = { option: '--email …', missing: 'email address' }
const address = { option: '--address …', missing: 'postal address' }

type Field = { readonly option: string; readonly missing: string }

const fields: Readonly<Record<KnownChannel, Field>> = {
  call: phone,
  text: phone,
  email,
  video: email,
  post: address,
  visit: address,
}

/** The field of a contact that a channel needs, and the option that adds it. */
export function fieldFor(channel: Channel): Field {
  return byChannel(fields, channel, (other) =>
    isMessenger(other) ? phone : { option: `--link ${other}:…`, missing: `name for ${other}` },
  )
}
