import { nameAndCompany, type Contact, type ContactName } from '../../domain/contact.ts'
import { cadenceText } from '../../domain/cadence.ts'
import type { DateWords } from '../../domain/date-words.ts'
import type { Due, Time } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import type { Starts } from '../../domain/review.ts'
import { fullName } from '../../domain/name-parts.ts'
import { extraFields } from './extra.ts'
import { historyRows, offerRows } from './history.ts'
import { openPromiseRows, type PromiseFigures } from './promises.ts'
import { pluralize } from '../layout/pluralize.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { padRow, hangingIndent, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

/** The content of a contact's card. */
export type Card = {
  readonly now: Moment
  readonly contact: Contact
  /** Open and closed promises. */
  readonly promises: readonly DiaryPromise[]
  /** The first promised day of each, by promise id. */
  readonly firstPromised: ReadonlyMap<number, Due>
  /** The state of each promise, by promise id. */
  readonly states: ReadonlyMap<number, PromiseFigures>
  /** Oldest first. */
  readonly entries: readonly Entry[]
  readonly lastContact: Moment | null
  /** Their local time, and whether it is too early or late to call (R60); `null` if their time zone is unknown. */
  readonly theirTime: { readonly time: Time; readonly outside: boolean } | null
  /** How often each side started the contact (R54). */
  readonly starts: Starts
  /** The contacts whom they referred to me (R6). */
  readonly sent: readonly ContactName[]
}

type CardOptions = { readonly theme: Theme; readonly width: number; readonly words: DateWords }

/** The widest readable line, in columns. */
const maxLineWidth = 84

/**
 * One contact's card: their details, the open promises, the offers, the exchange of favours, and the history, newest
 * first.
 */
export function cardView(card: Card, { theme, width: screenWidth, words }: CardOptions): string {
  const { margin, width } = contentArea(screenWidth, maxLineWidth)
  const { contact, promises, firstPromised, states, entries, now } = card
  const title: Row = [span('title', nameAndCompany(contact)), span('dim', ` @${contact.id}`)]
  const context = { now, words, width }
  const open = openPromiseRows(contact, promises, states, context)
  const rows: Row[] = [
    ...wrap(title, width),
    ...fieldRows(fieldsOf(card, words), width),
    ...section('OTHER DETAILS', fieldRows(extraFields(contact.extra), width)),
    ...section('OPEN PROMISES', open.length > 0 ? open : [[span('dim', '  no next step')]]),
    ...section('OFFERS', offerRows(entries, context)),
    ...section('GIVE AND GET', exchangeRows(card, width)),
    ...section('HISTORY', historyRows(contact, promises, entries, firstPromised, context)),
  ]
  return renderRows([[], ...rows, []], theme, margin)
}

function section(title: string, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [[], [span('heading', title)], ...rows]
}

type Field = readonly [label: string, value: string]

function fieldRows(fields: readonly Field[], width: number): Row[] {
  const labelWidth = Math.max(0, ...fields.map(([label]) => label.length)) + 2
  return fields.flatMap(([label, value]) =>
    hangingIndent(
      padRow([span('dim', label)], labelWidth),
      value.split('\n').flatMap((line) => wrap([span('plain', line)], Math.max(10, width - labelWidth))),
    ),
  )
}

function fieldsOf({ contact, lastContact, now, theirTime, starts }: Card, words: DateWords): Field[] {
  const labelled = (value: string, label: string | null): string =>
    label === null ? value : `${value} (${label})`
  const { source, doNotContact, timeZone } = contact
  const from = source.from === null ? source.word : `${source.from.name} (@${source.from.id})`
  const clock = theirTime === null ? '' : `, ${theirTime.time} there now`
  const hours = theirTime?.outside === true ? ', outside 8:00 to 21:00' : ''
  const began = starts.mine + starts.theirs
  const all: (readonly [string, string | null])[] = [
    [
      'do not contact',
      doNotContact === null ? null : doNotContact === 'all' ? 'at all' : doNotContact.join(', '),
    ],
    ...contact.phones.map((phone) => ['phone', labelled(phone.readable, phone.label)] as const),
    ...contact.emails.map((email) => ['email', labelled(email.value, email.label)] as const),
    ...contact.addresses.map((address) => ['address', labelled(address.text, address.label)] as const),
    ...contact.links.map((link) => ['link', labelled(link.value, link.label)] as const),
    ['prefers', contact.channel ?? 'never asked'],
    ['best time', contact.bestTime],
    ['time zone', timeZone === null ? null : `${timeZone}${clock}${hours}`],
    ['called', contact.nick],
    ['full name', fullName(contact.name, contact.nameParts)],
    ['title', contact.title],
    ['department', contact.department],
    ['birthday', contact.birthday === null ? null : words.yearly(contact.birthday)],
    ...contact.anniversaries.map(
      ({ label, date }) => ['anniversary', labelled(words.yearly(date), label)] as const,
    ),
    ['kind', contact.kind],
    ['met', source.met],
    ['from', from],
    ['every', contact.every === null ? null : cadenceText(contact.every)],
    ['tags', contact.tags.length === 0 ? null : contact.tags.join(', ')],
    ['note', contact.note],
    ['added', words.short(contact.addedAt.day, now.day)],
    ['last contact', lastContact === null ? 'never' : words.short(lastContact.day, now.day)],
    ['you started', began === 0 ? null : `${starts.mine} of ${began}`],
  ]
  return all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

/** The most referred contacts that are named. */
const namedAtMost = 10

/** What they gave me and I gave them, for people who work with me or referred somebody (R57). */
function exchangeRows({ contact, promises, sent }: Card, width: number): Row[] {
  if (contact.kind !== 'partner' && contact.kind !== 'referrer' && sent.length === 0) return []
  const kept = (owner: DiaryPromise['owner']): string[] => {
    const count = promises.filter(
      (promise) => promise.status === 'kept' && promise.owner === owner && promise.contact.id === contact.id,
    ).length
    return count === 0 ? [] : [`${pluralize(count, 'promise')} kept`]
  }
  const said = (things: readonly string[]): string =>
    things.length === 0 ? 'nothing yet' : things.join('; ')
  return fieldRows(
    [
      ['  they gave', said([...sentWords(sent), ...kept('theirs')])],
      ['  you gave', said(kept('mine'))],
    ],
    width,
  )
}

function sentWords(sent: readonly ContactName[]): string[] {
  if (sent.length === 0) return []
  const names = sent.slice(0, namedAtMost).map(({ name, id }) => `${name} (@${id})`)
  const more = sent.length > namedAtMost ? ` and ${sent.length - namedAtMost} more` : ''
  return [`${sent.length === 1 ? 'one person' : `${sent.length} people`}, ${names.join(', ')}${more}`]
}
