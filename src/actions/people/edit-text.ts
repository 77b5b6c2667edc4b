import type { App } from '../../app.ts'
import { readChannel } from '../../parse/channel.ts'
import { contactKinds, markOf, type Contact, type NewContact } from '../../domain/contact.ts'
import { type ExtraField } from '../../domain/contact-details.ts'
import { renamed, type NamePart } from '../../domain/name-parts.ts'
import { isOneOf } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import {
  addressText,
  anniversaryText,
  contactFields,
  contactText,
  extraText,
  listFields,
  reachText,
  singleFields,
  type ContactFields,
  type ListField,
  type Refusal,
  type SingleField,
} from '../../formats/text/contact-text.ts'
import { readEvery } from '../../parse/phrase/period.ts'
import { readEmail, readPhones } from '../../parse/contact/phone.ts'
import type { Editor } from '../../terminal/editor.ts'
import { changeContact, knownOf } from './change-contact.ts'
import { readLine } from '../../parse/text.ts'
import { readAnniversary, readBirthday, readExtra, readLink } from '../../parse/contact/card-details.ts'
import { readName, readZone } from '../../parse/contact/details.ts'
import { readInEditor, refusalOf, type Reading } from '../ask/in-editor.ts'
import { findContact } from './find-contact.ts'

/** A change of a part of a contact, which keeps other changes made in the meantime. */
type Edit = (known: NewContact) => NewContact

/** Changes a contact in the editor; only fields that were edited are written. */
export async function editAsText(app: App, contact: Contact, editor: Editor): Promise<void> {
  const text = contactText(contact)
  const before = contactFields(text).fields
  const edits = await readInEditor(editor, { name: 'contact.txt', text }, (typed) =>
    editsIn(app, contact, before, typed),
  )
  if (edits === 'emptied') app.terminal.note(`The file was empty: ${contact.name} is unchanged.`)
  else if (edits === 'unchanged' || edits.length === 0) app.terminal.note(`${contact.name} is unchanged.`)
  else {
    changeContact(app, contact, (current) => edits.reduce((known, edit) => edit(known), knownOf(current)))
  }
}

/** The changed fields, each parsed like its option. */
async function editsIn(
  app: App,
  contact: Contact,
  before: ContactFields,
  typed: string,
): Promise<Reading<Edit[]>> {
  const { fields, refused } = contactFields(typed)
  const edits: Edit[] = []
  const wrong: Refusal[] = [...refused]
  const valuesOf = (field: SingleField | ListField, of: ContactFields): readonly string[] =>
    of.get(field) ?? []
  const differs = (field: SingleField | ListField): boolean =>
    JSON.stringify(valuesOf(field, fields)) !== JSON.stringify(valuesOf(field, before))
  for (const field of singleFields.filter(differs)) {
    const [value = null] = valuesOf(field, fields)
    try {
      edits.push(await singleReaders[field](value, app))
    } catch (error) {
      wrong.push(refusalOf(`${field}: ${value ?? ''}`, error))
    }
  }
  for (const field of listFields.filter(differs)) {
    const items = valuesOf(field, fields)
    const unread = items.flatMap((item) => {
      try {
        listReaders[field]([item], contact, app)
        return []
      } catch (error) {
        return [refusalOf(`${field}: ${item}`, error)]
      }
    })
    wrong.push(...unread)
    if (unread.length === 0) edits.push(listReaders[field](items, contact, app))
  }
  return { value: edits, refused: wrong }
}

type SingleReader = (value: string | null, app: App) => Edit | Promise<Edit>

const singleReaders: Record<SingleField, SingleReader> = {
  name: (value) => {
    const name = readName(value ?? '')
    return (known) => ({ ...known, name, nameParts: renamed(known.nameParts) })
  },
  company: (value) => always({ company: line(value, 'A company') }),
  nick: (value) => always({ nick: line(value, 'A nickname') }),
  by: (value) => always({ channel: value === null ? null : readChannel(value) }),
  'best-time': (value) => always({ bestTime: line(value, 'A best time') }),
  zone: (value) => always({ timeZone: value === null ? null : readZone(value) }),
  kind: (value) =>
    always({ kind: value === null ? null : word(contactKinds, value, 'not a kind of contact') }),
  met: (value) => fromSource({ met: line(value, 'Where you met') }),
  from: async (value, app) => fromSource({ from: value === null ? null : await senderOf(app, value) }),
  'from-word': (value) => fromSource({ word: line(value, 'A source') }),
  every: (value) => always({ every: value === null ? null : readEvery(value) }),
  'do-not-contact': (value) => always({ doNotContact: value === null ? null : readMark(value) }),
  note: (value) => always({ note: line(value, 'A note') }),
  title: (value) => always({ title: line(value, 'A title') }),
  department: (value) => always({ department: line(value, 'A department') }),
  birthday: (value) => always({ birthday: value === null ? null : readBirthday(value) }),
  prefix: (value) => namePart('prefix', value),
  given: (value) => namePart('given', value),
  middle: (value) => namePart('middle', value),
  family: (value) => namePart('family', value),
  suffix: (value) => namePart('suffix', value),
}

/** Reads the items of a list; existing items keep their details. */
type ListReader = (items: readonly string[], contact: Contact, app: App) => Edit

const listReaders: Record<ListField, ListReader> = {
  phone: (items, { phones }, app) => {
    const { country } = app.settings()
    const after = kept(items, phones, reachText, (item) => readPhones(item, country))
    return (known) => ({ ...known, phones: revised(phones, after, known.phones, reachText) })
  },
  email: (items, { emails }) => {
    const after = kept(items, emails, reachText, (item) => [readEmail(item)])
    return (known) => ({ ...known, emails: revised(emails, after, known.emails, reachText) })
  },
  address: (items, { addresses }) => {
    const after = kept(items, addresses, addressText, (item, index) => {
      const before = addresses[index]
      const isChanged = before !== undefined && !items.includes(addressText(before).trim())
      return [{ label: isChanged ? before.label : null, text: readLine(item, 'An address') }]
    })
    return (known) => ({ ...known, addresses: revised(addresses, after, known.addresses, addressText) })
  },
  link: (items, { links }) => {
    const after = kept(items, links, reachText, (item) => [readLink(item)])
    return (known) => ({ ...known, links: revised(links, after, known.links, reachText) })
  },
  anniversary: (items, { anniversaries }) => {
    const after = kept(items, anniversaries, anniversaryText, (item) => [readAnniversary(item)])
    return (known) => ({
      ...known,
      anniversaries: revised(anniversaries, after, known.anniversaries, anniversaryText),
    })
  },
  extra: (items, { extra }) => {
    const after = kept(items, extra, extraText, (item) => [readExtraLike(extra, item)])
    return (known) => ({ ...known, extra: revised(extra, after, known.extra, extraText) })
  },
  tag: (items, { tags }) => {
    const after = [...new Set(items.map((item) => readLine(item, 'A tag')))]
    return (known) => ({ ...known, tags: revised(tags, after, known.tags, (tag) => tag) })
  },
}

function kept<Item>(
  items: readonly string[],
  before: readonly Item[],
  textOf: (item: Item) => string,
  read: (text: string, index: number) => readonly Item[],
): Item[] {
  const known = new Map(before.map((item) => [textOf(item).trim(), item]))
  return items.flatMap((item, index) => known.get(item) ?? read(item, index))
}

/** The edited list, with items that another terminal added meanwhile. */
function revised<Item>(
  before: readonly Item[],
  after: readonly Item[],
  current: readonly Item[],
  textOf: (item: Item) => string,
): Item[] {
  const seen = new Set([...before, ...after].map(textOf))
  return [...after, ...current.filter((item) => !seen.has(textOf(item)))]
}

/** A changed extra field: an existing one keeps its parameters and its group. */
function readExtraLike(before: readonly ExtraField[], item: string): ExtraField {
  const head = (text: string): string => text.slice(0, text.indexOf(': '))
  const same = before.find((field) => head(extraText(field)) === head(item))
  const rest = same === undefined ? '' : item.slice(head(item).length + 1)
  return same === undefined ? readExtra(item) : { ...same, value: readLine(rest, 'A value') }
}

function namePart(part: NamePart, value: string | null): Edit {
  const words = line(value, 'A part of a name')
  return (known) => ({ ...known, nameParts: { ...known.nameParts, [part]: words } })
}

function always(part: Partial<NewContact>): Edit {
  return (known) => ({ ...known, ...part })
}

function fromSource(part: Partial<Contact['source']>): Edit {
  return (known) => ({ ...known, source: { ...known.source, ...part } })
}

/** Parses `@3 (Ada Müller)`, the form shown, or any other `<who>`. */
async function senderOf(app: App, value: string): Promise<Contact['source']['from']> {
  const { id, name } = await findContact(app, /^@\d+(?=\s*\()/.exec(value)?.[0] ?? value)
  return { id, name }
}

function readMark(value: string): Contact['doNotContact'] {
  if (value.toLowerCase() === 'all') return 'all'
  const ways = value.split(',').map((way) => readChannel(way.trim()))
  return markOf([...new Set(ways)])
}

function word<Word extends string>(words: readonly Word[], value: string, isWhat: string): Word {
  const lower = value.toLowerCase()
  if (isOneOf(words, lower)) return lower
  throw usage(`"${value}" is ${isWhat}.`, `Take one of ${words.join(', ')}.`)
}

function line(value: string | null, what: string): string | null {
  return value === null ? null : readLine(value, what)
}
