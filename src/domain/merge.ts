import { cadenceText } from './cadence.ts'
import { inOrder } from './channel.ts'
import {
  markOf,
  withParams,
  type CardParams,
  type Contact,
  type ContactName,
  type NewContact,
  type Phone,
} from './contact.ts'
import { anniversaryText, groupLabel } from './contact-details.ts'
import { extraMissing, mergeExtra } from './merge-extra.ts'
import { namePartNames, type NameParts } from './name-parts.ts'
import { digitsOf, normalizeText } from './normalize.ts'
import { numberKey } from './number-spellings.ts'
import { numberParts } from './phone-number.ts'
import { partialDateText } from './partial-date.ts'

/** A field with different values on two contacts: that of the kept one, and that of the other. */
export type Difference = { readonly field: string; readonly kept: string; readonly other: string }

/** Something that a contact takes over from another, in words ("phone 0412 555 019"); a `mark` is do-not-contact. */
export type Taken = {
  readonly kind: 'field' | 'extra' | 'mark'
  readonly field: string
  readonly words: string
}

/** Two contacts merged into one. */
export type MergeResult = {
  readonly contact: NewContact
  /** Values that the kept contact lacked. */
  readonly taken: readonly Taken[]
  /** The other contact's values are in the note of the merged one. */
  readonly differences: readonly Difference[]
}

/**
 * Merges two contacts of one person. The kept contact gets what it lacks: phones, emails, addresses and tags without
 * duplicates, and other fields if they are empty. If both have a value, the other's goes into the note, so that nothing
 * is lost. Do-not-contact marks of both apply (R58).
 */
export function mergeContacts(kept: Contact, gone: Contact): MergeResult {
  const taken: Taken[] = []
  const differences: Difference[] = []
  const take = (field: string, value: string): void =>
    void taken.push({ kind: 'field', field, words: value === '' ? field : `${field} ${value}` })

  const mergeField = <Value>(
    field: string,
    mine: Value | null,
    other: Value | null,
    text: (value: Value) => string,
  ) => {
    if (other === null) return mine
    if (mine === null) take(field, text(other))
    else if (text(mine) !== text(other)) differences.push({ field, kept: text(mine), other: text(other) })
    return mine ?? other
  }
  const mergeText = <Value extends string>(field: string, mine: Value | null, other: Value | null) =>
    mergeField(field, mine, other, (value) => value)

  const mergeList = <Item extends { readonly label: string | null; readonly params?: CardParams }>(
    field: string,
    mine: readonly Item[],
    others: readonly Item[],
    { key, text }: { key: (item: Item) => string; text: (item: Item) => string },
  ): Item[] => {
    const items = [...mine]
    const places = new Map(mine.map((item, place) => [key(item), place] as const).toReversed())
    for (const other of others) {
      const place = places.get(key(other)) ?? items.length
      const same = items[place]
      if (same === undefined) {
        places.set(key(other), items.length)
        items.push(other)
        take(field, text(other))
        continue
      }
      items[place] = { ...withParams(same, same.params ?? other.params), label: same.label ?? other.label }
      if (same.label !== null && other.label !== null && other.label !== same.label)
        differences.push({ field: `${field} ${text(same)}`, kept: same.label, other: other.label })
    }
    return items
  }

  const isOther = (person: ContactName | null): boolean => person?.id !== kept.id && person?.id !== gone.id
  const from = {
    mine: isOther(kept.source.from) ? kept.source.from : null,
    other: isOther(gone.source.from) ? gone.source.from : null,
  }
  const tags = gone.tags.filter(
    (tag) => !kept.tags.some((mine) => normalizeText(mine) === normalizeText(tag)),
  )
  const contact: Omit<NewContact, 'note'> = {
    name: mergeText('name', kept.name, gone.name) ?? kept.name,
    company: mergeText('company', kept.company, gone.company),
    nick: mergeText('nickname', kept.nick, gone.nick),
    phones: mergeList('phone', withE164Of(kept.phones, gone.phones), withE164Of(gone.phones, kept.phones), {
      key: phoneKey,
      text: ({ readable }) => readable,
    }),
    emails: mergeList('email', kept.emails, gone.emails, {
      key: ({ value }) => value.toLowerCase(),
      text: ({ value }) => value,
    }),
    addresses: mergeList('address', kept.addresses, gone.addresses, {
      // The dash matters: "1-2 High St" is not "12 High St".
      key: ({ text }) => normalizeText(text.replaceAll(/(?<=\d)[-\u2010-\u2013.](?=\d)/gu, '/')),
      text: ({ text }) => text,
    }),
    channel: mergeText('prefers', kept.channel, gone.channel),
    bestTime: mergeText('best time', kept.bestTime, gone.bestTime),
    timeZone: mergeText('time zone', kept.timeZone, gone.timeZone),
    kind: mergeText('kind', kept.kind, gone.kind),
    source: {
      met: mergeText('met', kept.source.met, gone.source.met),
      from: mergeField('from', from.mine, from.other, ({ id, name }) => `${name} (@${id})`),
      word: mergeText('source', kept.source.word, gone.source.word),
    },
    every: mergeField('every', kept.every, gone.every, cadenceText),
    tags: [...kept.tags, ...tags],
    doNotContact: stricter(kept.doNotContact, gone.doNotContact),
    nameParts: mergeNameParts(kept, gone, mergeText),
    title: mergeText('title', kept.title, gone.title),
    department: mergeText('department', kept.department, gone.department),
    birthday: mergeField('birthday', kept.birthday, gone.birthday, partialDateText),
    anniversaries: mergeAnniversaries(kept, gone, take),
    links: mergeList('link', kept.links, gone.links, {
      key: ({ value }) => value.replace(/\/+$/u, ''),
      text: ({ value }) => value,
    }),
    extra: mergeExtra(kept.extra, gone.extra),
  }
  for (const tag of tags) take('tag', tag)
  const missing = extraMissing(kept.extra, gone.extra).filter((field) => field.name !== groupLabel)
  for (const { name } of missing) taken.push({ kind: 'extra', field: name, words: name })
  if (contact.doNotContact !== null && !sameMark(contact.doNotContact, kept.doNotContact)) {
    const how = contact.doNotContact === 'all' ? 'at all' : contact.doNotContact.join(', ')
    taken.push({ kind: 'mark', field: 'do not contact', words: `do not contact ${how}` })
  }
  if (gone.note !== null && !containsLines(kept.note, gone.note)) take('note', '')
  return { contact: { ...contact, note: noteOf(kept, gone, differences) }, taken, differences }
}

/** Given and family name belong to the kept name: those of another name do not apply to it. */
function mergeNameParts(
  kept: Contact,
  gone: Contact,
  mergeText: (field: string, mine: string | null, other: string | null) => string | null,
): NameParts {
  const isSameName = normalizeText(kept.name) === normalizeText(gone.name)
  const parts = namePartNames.map((part) => {
    const isOfName = part === 'given' || part === 'family'
    const other = isOfName && !isSameName ? null : gone.nameParts[part]
    return [part, mergeText(namePartWords[part], kept.nameParts[part], other)] as const
  })
  return Object.fromEntries(parts) as NameParts
}

const namePartWords: Readonly<Record<keyof NameParts, string>> = {
  prefix: 'name prefix',
  given: 'given name',
  middle: 'middle name',
  family: 'family name',
  suffix: 'name suffix',
}

function mergeAnniversaries(
  kept: Contact,
  gone: Contact,
  take: (field: string, value: string) => void,
): Contact['anniversaries'] {
  const known = new Set(kept.anniversaries.map(anniversaryText))
  const others = gone.anniversaries.filter((other) => !known.has(anniversaryText(other)))
  for (const other of others) take('anniversary', anniversaryText(other))
  return [...kept.anniversaries, ...others]
}

function noteOf(kept: Contact, gone: Contact, differences: readonly Difference[]): string | null {
  const note = joinNotes(kept.note, gone.note)
  const lines = differences.map(({ field, other }) => `@${gone.id} said: ${field} ${other}`)
  return [...(note === null ? [] : [note]), ...lines].join('\n') || null
}

/** Appends one note to another; if the longer one contains all lines of the other, it is enough. */
export function joinNotes(note: string | null, other: string | null): string | null {
  if (other === null || containsLines(note, other)) return note
  return note === null || containsLines(other, note) ? other : `${note}\n${other}`
}

/**
 * Whether a note contains all lines of another, in sequence. Whole lines only: part of a line may say the opposite, as
 * in "not interested".
 */
export function containsLines(note: string | null, other: string): boolean {
  // The first line distinguishes most notes, so that a long one need not be split.
  const [first = ''] = other.trim().split(/\r?\n/, 1)
  if (note === null || !note.includes(first.trim())) return false
  const lines = (text: string): string =>
    `\n${text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .join('\n')}\n`
  return lines(note).includes(lines(other.trim()))
}

/**
 * A key that is equal for two spellings of one number with the same extension; a text that is not a number is its own
 * key.
 */
function phoneKey({ e164, value }: Phone): string {
  const parts = numberParts(value)
  if (parts === null) return `${e164 ?? ''} ${normalizeText(value)}`
  const number = e164 === null ? digitsOf(parts.number) : numberKey(e164)
  return `${number} ${digitsOf(parts.extension ?? '')} ${parts.dialledAfter ?? ''}`
}

/** Phones; one without a known country gets the E.164 form of a number with the same digits among the others. */
function withE164Of(phones: readonly Phone[], others: readonly Phone[]): Phone[] {
  const known = others.filter(({ e164 }) => e164 !== null)
  const byDigits = new Map(known.map((other) => [digitsOf(other.value), other] as const).toReversed())
  return phones.map((phone) => {
    const same = byDigits.get(digitsOf(phone.value))
    if (phone.e164 !== null || same === undefined) return phone
    return { ...phone, e164: same.e164, readable: same.readable }
  })
}

function stricter(a: Contact['doNotContact'], b: Contact['doNotContact']): Contact['doNotContact'] {
  if (a === null || b === null) return a ?? b
  if (a === 'all' || b === 'all') return 'all'
  return markOf(inOrder([...a, ...b]))
}

function sameMark(a: Contact['doNotContact'], b: Contact['doNotContact']): boolean {
  return JSON.stringify(a) === JSON.stringify(stricter(b, b))
}
