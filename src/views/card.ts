import { nameAndCompany, type Contact } from '../domain/contact.ts'
import { dueWords, type DateWords } from '../domain/date-words.ts'
import type { Due } from '../domain/day.ts'
import type { Entry } from '../domain/entry.ts'
import { isLate, type Moment } from '../domain/moment.ts'
import { periodText } from '../domain/period.ts'
import type { DiaryPromise } from '../domain/promise.ts'
import { entryWords } from './entry-words.ts'
import { filled, gap, hung, printed, sheetOn, span, wrap, type Row } from './layout.ts'
import type { Theme } from './theme.ts'

/** What is on a contact's card. */
export type Card = {
  readonly now: Moment
  readonly contact: Contact
  /** All of them, open and closed. */
  readonly promises: readonly DiaryPromise[]
  /** When each open promise is to be done, by promise id. */
  readonly next: ReadonlyMap<number, Due>
  /** Oldest first. */
  readonly entries: readonly Entry[]
  readonly lastContact: Moment | null
}

type CardOptions = { readonly theme: Theme; readonly width: number; readonly words: DateWords }

/** The widest line that reads well. */
const measure = 84

/** One contact's card: who and how to reach them, what is open, and what happened, the newest first. */
export function cardView(card: Card, { theme, width, words }: CardOptions): string {
  const sheet = sheetOn(Math.min(width, measure + 4))
  const { contact, now } = card
  const title: Row = [span('title', nameAndCompany(contact)), span('dim', `  @${contact.id}`)]
  const fields = fieldsOf(card, words)
  const labelWidth = Math.max(0, ...fields.map(([label]) => label.length))
  const rows: Row[] = [
    ...wrap(title, sheet.width),
    ...fields.flatMap(([label, value]) =>
      hung(
        filled([span('dim', label)], labelWidth + 2),
        wrap([span('plain', value)], sheet.width - labelWidth - 2),
      ),
    ),
  ]
  const open = card.promises.filter((promise) => promise.status === 'open')
  rows.push([], [span('heading', 'OPEN PROMISES')])
  if (open.length === 0) rows.push([span('dim', '  nothing is next')])
  for (const promise of open) rows.push(...promiseRows(promise, card, words, sheet.width))
  const history = historyOf(card, words)
  if (history.length > 0) rows.push([], [span('heading', 'HISTORY')])
  for (const { at, text } of history) {
    const when = filled([span('dim', `${words.short(at.day, now.day)} ${at.time}`)], 18)
    rows.push(...hung(when, wrap([span('plain', text)], Math.max(10, sheet.width - 18))))
  }
  return printed([[], ...rows, []], theme, sheet.margin)
}

function fieldsOf({ contact, lastContact, now }: Card, words: DateWords): (readonly [string, string])[] {
  const labelled = (value: string, label: string | null): string =>
    label === null ? value : `${value} (${label})`
  const { source, doNotContact } = contact
  const from = source.from === null ? source.word : `${source.from.name} (@${source.from.id})`
  const all: (readonly [string, string | null])[] = [
    [
      'do not contact',
      doNotContact === null ? null : doNotContact === 'all' ? 'at all' : doNotContact.join(', '),
    ],
    ...contact.phones.map((phone) => ['phone', labelled(phone.readable, phone.label)] as const),
    ...contact.emails.map((email) => ['email', labelled(email.value, email.label)] as const),
    ...contact.addresses.map((address) => ['address', labelled(address.text, address.label)] as const),
    ['prefers', contact.channel ?? 'never asked'],
    ['best time', contact.bestTime],
    ['time zone', contact.timeZone],
    ['called', contact.nick],
    ['kind', contact.kind],
    ['met', source.met],
    ['from', from],
    ['every', contact.every === null ? null : periodText(contact.every)],
    ['tags', contact.tags.length === 0 ? null : contact.tags.join(', ')],
    ['note', contact.note],
    ['added', words.short(contact.addedAt.day, now.day)],
    ['last contact', lastContact === null ? 'never' : words.short(lastContact.day, now.day)],
  ]
  return all.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

function promiseRows(
  promise: DiaryPromise,
  { next, now, contact }: Card,
  words: DateWords,
  width: number,
): Row[] {
  const due = next.get(promise.id) ?? promise.due
  const who = promise.owner === 'mine' ? '' : ' (they owe it)'
  const about = promise.contact.id === contact.id ? '' : ` (with ${promise.contact.name})`
  const head = [...filled([span('number', String(promise.id))], 4, 'right'), gap(2)]
  const day = dueWords(due, now.day, words)
  const when = isLate(promise.due, now) ? span('late', `${day}, late`) : span('time', day)
  return hung(
    head,
    wrap([span('name', promise.what), span('dim', `${who}${about}`), span('plain', ' · '), when], width - 6),
  )
}

/** Everything that happened, and every promise made, the newest first. */
function historyOf(card: Card, words: DateWords): { at: Moment; text: string }[] {
  const whats = new Map(card.promises.map((promise) => [promise.id, promise.what]))
  const happened = card.entries.map((entry) => ({
    at: entry.at,
    text: entryWords(entry, entry.promise === null ? null : (whats.get(entry.promise) ?? null)),
  }))
  const made = card.promises.map((promise) => ({
    at: promise.madeAt,
    text: `${promise.owner === 'mine' ? 'promised' : 'they promised'} "${promise.what}" for ${dueWords(promise.promised, promise.madeAt.day, words)}`,
  }))
  return [...made, ...happened].map((event, index) => ({ ...event, index })).sort(newestFirst)
}

function newestFirst(a: { at: Moment; index: number }, b: { at: Moment; index: number }): number {
  return b.at.instant - a.at.instant || b.index - a.index
}
