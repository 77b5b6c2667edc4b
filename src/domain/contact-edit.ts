import type { Channel } from './channel.ts'
import { markOf, type Contact, type ContactName, type Email, type NewContact, type Phone } from './contact.ts'
import { type Anniversary, type ExtraField, type Link } from './contact-details.ts'
import { namePartNames, renamed, type NameParts } from './name-parts.ts'
import { normalizeText } from './normalize.ts'
import type { PartialDate } from './partial-date.ts'

/** A new value of a field: `null` clears it, `undefined` leaves it unchanged. */
export type FieldEdit<Value> = Value | null | undefined

/** The items added to a list, and whether the existing ones are removed first. */
export type ListEdit<Item> = { readonly items: readonly Item[]; readonly clear: boolean }

/** Tags to add and to remove; `clear` removes all existing ones. */
export type TagEdit = ListEdit<string> & { readonly without: readonly string[] }

/** A change of some fields of a contact, independent of changes to others. */
export type ContactEdit = {
  readonly name: string | undefined
  readonly company: FieldEdit<string>
  readonly nick: FieldEdit<string>
  readonly kind: FieldEdit<NonNullable<Contact['kind']>>
  readonly channel: FieldEdit<Channel>
  readonly phones: ListEdit<Phone>
  readonly emails: ListEdit<Email>
  readonly addresses: FieldEdit<Contact['addresses']>
  readonly met: FieldEdit<string>
  readonly fromWord: FieldEdit<string>
  readonly from: FieldEdit<ContactName>
  readonly every: FieldEdit<NonNullable<Contact['every']>>
  readonly timeZone: FieldEdit<string>
  readonly bestTime: FieldEdit<string>
  readonly tags: TagEdit
  readonly note: FieldEdit<string>
  readonly nameParts: Readonly<Partial<Record<keyof NameParts, FieldEdit<string>>>>
  readonly title: FieldEdit<string>
  readonly department: FieldEdit<string>
  readonly birthday: FieldEdit<PartialDate>
  readonly anniversaries: ListEdit<Anniversary>
  readonly links: ListEdit<Link>
  readonly extra: ListEdit<ExtraField>
  /** Marks add up: only `null` removes earlier marks (R58). */
  readonly doNotContact: FieldEdit<readonly Channel[] | 'all'>
}

/** Applies a change to a contact. */
export function editedContact(contact: Contact, edit: ContactEdit): NewContact {
  const { source } = contact
  const name = edit.name ?? contact.name
  return {
    name,
    company: fieldAfter(contact.company, edit.company),
    nick: fieldAfter(contact.nick, edit.nick),
    kind: fieldAfter(contact.kind, edit.kind),
    channel: fieldAfter(contact.channel, edit.channel),
    phones: reachAfter(contact.phones, edit.phones),
    emails: reachAfter(contact.emails, edit.emails),
    addresses: fieldAfter(contact.addresses, edit.addresses) ?? [],
    source: {
      met: fieldAfter(source.met, edit.met),
      word: fieldAfter(source.word, edit.fromWord),
      from: fieldAfter(source.from, edit.from),
    },
    every: fieldAfter(contact.every, edit.every),
    timeZone: fieldAfter(contact.timeZone, edit.timeZone),
    bestTime: fieldAfter(contact.bestTime, edit.bestTime),
    tags: tagsAfter(contact.tags, edit.tags),
    note: fieldAfter(contact.note, edit.note),
    nameParts: namePartsAfter(name === contact.name ? contact.nameParts : renamed(contact.nameParts), edit),
    title: fieldAfter(contact.title, edit.title),
    department: fieldAfter(contact.department, edit.department),
    birthday: fieldAfter(contact.birthday, edit.birthday),
    anniversaries: replacedBy(
      contact.anniversaries,
      edit.anniversaries,
      ({ label }) => label?.toLowerCase() ?? null,
    ),
    links: reachAfter(contact.links, edit.links),
    extra: replacedBy(contact.extra, edit.extra, extraName),
    doNotContact: markAfter(contact.doNotContact, edit.doNotContact),
  }
}

function tagsAfter(current: readonly string[], { items, clear, without }: TagEdit): readonly string[] {
  const kept = clear ? [] : current.filter((tag) => !without.some((gone) => isSameTag(tag, gone)))
  return [...new Set([...kept, ...items])]
}

/** Whether two tags are the same, regardless of case and accents, as in the filters of people. */
export function isSameTag(tag: string, other: string): boolean {
  return normalizeText(tag) === normalizeText(other)
}

function fieldAfter<Value>(current: Value | null, edit: FieldEdit<Value>): Value | null {
  return edit === undefined ? current : edit
}

/**
 * An existing value gets the new label; a value with an existing label replaces the first one with it; other values
 * come first.
 */
function reachAfter<Item extends { readonly label: string | null; readonly value: string }>(
  current: readonly Item[],
  { items: added, clear }: ListEdit<Item>,
): readonly Item[] {
  const items = clear ? [] : [...current]
  const fresh: Item[] = []
  for (const item of added) {
    const same = items.findIndex(({ value }) => value === item.value)
    const labelled = item.label === null ? -1 : items.findIndex(({ label }) => isSame(label, item.label))
    const place = same === -1 ? labelled : same
    if (place === -1) fresh.push(item)
    else
      items[place] =
        item.label === null ? { ...items[place], ...item, label: items[place]?.label ?? null } : item
  }
  return [...fresh, ...items]
}

function namePartsAfter(current: NameParts, { nameParts }: ContactEdit): NameParts {
  const parts = namePartNames.map((part) => [part, fieldAfter(current[part], nameParts[part])] as const)
  return Object.fromEntries(parts) as NameParts
}

/** An item replaces the first one with the same key; others are appended. */
function replacedBy<Item>(
  current: readonly Item[],
  { items: added, clear }: ListEdit<Item>,
  keyOf: (item: Item) => string | null,
): readonly Item[] {
  const items = clear ? [] : [...current]
  for (const item of added) {
    const place = items.findIndex((known) => keyOf(known) === keyOf(item))
    items.splice(place === -1 ? items.length : place, place === -1 ? 0 : 1, item)
  }
  return items
}

function extraName({ name }: ExtraField): string {
  return name.toUpperCase()
}

/** Whether two labels are equal, ignoring case. */
function isSame(label: string | null, other: string | null): boolean {
  return label?.toLowerCase() === other?.toLowerCase()
}

function markAfter(
  current: Contact['doNotContact'],
  edit: ContactEdit['doNotContact'],
): Contact['doNotContact'] {
  if (edit === undefined || edit === null) return edit === undefined ? current : null
  if (edit === 'all' || current === 'all') return 'all'
  return markOf([...new Set([...(current ?? []), ...edit])])
}
