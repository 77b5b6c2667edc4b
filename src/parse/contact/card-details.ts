import type { Anniversary, ExtraField, Link, LinkKind } from '../../domain/contact-details.ts'
import { usage } from '../../domain/errors.ts'
import { labelText } from '../../domain/label.ts'
import { readPartialDate, type PartialDate } from '../../domain/partial-date.ts'
import { readLine } from '../text.ts'

/**
 * Reads a typed birthday, with or without its year.
 *
 * @example readBirthday('04-15') // { year: null, month: 4, day: 15 }
 * @throws FuError `usage` if the calendar has no such day
 */
export function readBirthday(text: string): PartialDate {
  const typed = text.trim()
  const date = readPartialDate(/^\d{2}-\d{2}$/.test(typed) ? `--${typed}` : typed)
  if (date !== null) return date
  throw usage(`"${typed}" cannot be read as a date.`, 'Write it as 1980-04-15, or as 04-15 without the year.')
}

/**
 * Reads a typed anniversary, with an optional label before it.
 *
 * @example readAnniversary('wedding: 2009-08-08') // { label: 'wedding', date: { year: 2009, month: 8, day: 8 } }
 * @throws FuError `usage` if the calendar has no such day
 */
export function readAnniversary(text: string): Anniversary {
  const { label, value } = labelled(text)
  return { label, date: readBirthday(value) }
}

/**
 * Reads a web address, a profile or a chat name, with an optional label before it.
 *
 * @example readLink('https://lee.example') // { label: null, value: 'https://lee.example', kind: 'page' }
 * @example readLink('skype: gary.lee') // { label: 'skype', value: 'gary.lee', kind: 'chat' }
 * @throws FuError `usage` if there is nothing after the label
 */
export function readLink(text: string): Link {
  const { label, value } = /^\s*[a-z][a-z\d+.-]*:\/\//i.test(text)
    ? { label: null, value: text }
    : labelled(text)
  const link = { label, value: readLine(value, 'A link') }
  return { ...link, kind: linkKind(link) }
}

/** The kind of a link, guessed from the service in its label or from its form. */
export function linkKind({ label, value }: Pick<Link, 'label' | 'value'>): LinkKind {
  const service = (label ?? '').toLowerCase()
  if (chats.has(service)) return 'chat'
  if (profiles.has(service)) return 'profile'
  if (/^(?:https?:\/\/|www\.)/i.test(value) || label === null)
    return value.startsWith('@') ? 'profile' : 'page'
  return value.includes('/') ? 'page' : 'profile'
}

const chats = new Set(
  `aim discord facetime gadugadu google-talk gtalk icq im irc jabber line matrix messenger msn qq sip skype signal slack
   teams telegram threema viber wechat whatsapp xmpp yahoo zoom`.split(/\s+/),
)
const profiles = new Set(
  'bluesky facebook flickr github gitlab instagram linkedin mastodon myspace pinterest threads tiktok twitter x xing youtube'.split(
    ' ',
  ),
)

/**
 * Reads a typed extra field: its name, a colon, and its value.
 *
 * @example readExtra('GENDER: F') // { name: 'GENDER', group: null, params: {}, value: 'F' }
 * @throws FuError `usage` if it has no name or no value
 */
export function readExtra(text: string): ExtraField {
  const [, name, value] = /^\s*([^:]*?)\s*:([^]*)$/.exec(text) ?? []
  if (name === undefined || name === '' || value === undefined) {
    throw usage(`"${text}" has no field name.`, 'Write a name and a value, as in "Shoe size: 43".')
  }
  return { name: readLine(name, 'A name'), group: null, params: {}, value: readLine(value, 'A value') }
}

function labelled(text: string): { readonly label: string | null; readonly value: string } {
  const [, label, value] = /^\s*([\p{L}][^:\p{Cc}\p{Cs}]*):([^]*)$/u.exec(text) ?? []
  return label === undefined || value === undefined
    ? { label: null, value: text.trim() }
    : { label: labelText(label), value: value.trim() }
}
