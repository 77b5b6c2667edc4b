import { cadenceText } from '../../domain/cadence.ts'
import { type Anniversary, type ExtraField, type Link } from '../../domain/contact-details.ts'
import { namePartNames } from '../../domain/name-parts.ts'
import { partialDateText, type PartialDate } from '../../domain/partial-date.ts'
import { channels } from '../../domain/channel.ts'
import { contactKinds, type Address, type Contact, type Email, type Phone } from '../../domain/contact.ts'

/** The fields that appear once in the text of a contact, named like the options of `fu edit`. */
export const singleFields = [
  'name',
  'company',
  'nick',
  'by',
  'best-time',
  'zone',
  'kind',
  'met',
  'from',
  'from-word',
  'every',
  'title',
  'department',
  'birthday',
  'prefix',
  'given',
  'middle',
  'family',
  'suffix',
  'do-not-contact',
  'note',
] as const
export type SingleField = (typeof singleFields)[number]

/** Fields that may appear several times, one per line. */
export const listFields = ['phone', 'email', 'address', 'link', 'anniversary', 'tag', 'extra'] as const
export type ListField = (typeof listFields)[number]

/** The values of each field in the text of a contact; none for a field that is empty or missing. */
export type ContactFields = ReadonlyMap<SingleField | ListField, readonly string[]>

/** A line that could not be read, and the reason. */
export type Refusal = { readonly line: string; readonly why: string }

const help = `# Change the text after the colons, then save and close the editor. A field
# left empty is cleared. An unchanged or empty file changes nothing.
# Several times, one per line:  phone: mobile: 0412 555 019  (email, address, tag,
#                 link, anniversary, extra)
# by:             ${channels.join(', ')},
#                 or another word, such as whatsapp
# kind:           ${contactKinds.slice(0, 5).join(', ')},
#                 ${contactKinds.slice(5).join(', ')}
# birthday:       1980-04-15, or 04-15 without the year
# do-not-contact: all, or some ways to reach them: call, text
# A long address continues on lines that begin with a space. The note continues
# to the end of the file.
`

/** A contact as a text to edit, one field per line, with instructions. `contactFields` reads it. */
export function contactText(contact: Contact): string {
  const { source, doNotContact } = contact
  const from = source.from === null ? null : `@${source.from.id} (${source.from.name})`
  const lines: readonly (readonly [SingleField | ListField, string | null | readonly string[]])[] = [
    ['name', contact.name],
    ['company', contact.company],
    ['title', contact.title],
    ['department', contact.department],
    ['nick', contact.nick],
    ['phone', contact.phones.map(reachText)],
    ['email', contact.emails.map(reachText)],
    ['address', contact.addresses.map(addressText)],
    ['link', contact.links.map(reachText)],
    ['by', contact.channel],
    ['best-time', contact.bestTime],
    ['zone', contact.timeZone],
    ['kind', contact.kind],
    ['met', source.met],
    ['from', from],
    ['from-word', source.word],
    ['every', contact.every === null ? null : cadenceText(contact.every)],
    ['birthday', contact.birthday === null ? null : birthdayText(contact.birthday)],
    ['anniversary', contact.anniversaries.map(anniversaryText)],
    ...namePartNames.map((part) => [part, contact.nameParts[part]] as const),
    ['tag', contact.tags],
    ['extra', contact.extra.map(extraText)],
    [
      'do-not-contact',
      doNotContact === null || doNotContact === 'all' ? doNotContact : doNotContact.join(', '),
    ],
  ]
  const rows = lines.flatMap(([field, value]) => {
    const values = value === null ? [] : typeof value === 'string' ? [value] : value
    return (values.length === 0 ? [''] : values).map((text) => `${field}: ${indented(text)}`.trimEnd())
  })
  const note = (contact.note ?? '').split(anyLineEnd).map(escaped).join('\n')
  return `${help}\n${rows.join('\n')}\n\n${`note: ${note}`.trimEnd()}\n`
}

/** A phone, email or link as written in the text. */
export function reachText({ label, value }: Phone | Email | Link): string {
  return label === null ? value : `${label}: ${value}`
}

/** A postal address as lines of the text. */
export function addressText({ text }: Address): string {
  return text.split(anyLineEnd).join('\n')
}

/** A birthday as written in the text; without a year, as 04-15. */
function birthdayText(date: PartialDate): string {
  return partialDateText(date).replace(/^--/, '')
}

/** An anniversary as written in the text. */
export function anniversaryText({ label, date }: Anniversary): string {
  return label === null ? birthdayText(date) : `${label}: ${birthdayText(date)}`
}

/** An extra field as written in the text, with its parameters. */
export function extraText({ name, params, value }: ExtraField): string {
  const head = [name, ...Object.entries(params).map(([param, values]) => `${param}=${values.join(',')}`)]
  return `${head.join(';')}: ${value.split(anyLineEnd).join('\n')}`
}

/**
 * Reads the fields in the text of a contact, and the lines that cannot be read. Lines that begin with `#` are skipped.
 */
export function contactFields(text: string): { fields: ContactFields; refused: Refusal[] } {
  const read: Read = new Map()
  const refused: Refusal[] = []
  let last: SingleField | ListField | null = null
  for (const line of text.split(anyLineEnd)) {
    if (line.startsWith('#')) continue
    const [, name = '', value = ''] = fieldLine.exec(line) ?? []
    const field = name.toLowerCase()
    if (last === 'note' && !isField(field)) append(read, last, unescaped(line))
    else if (line.trim() === '') continue
    else if (/^\s/.test(line) && last !== null) append(read, last, line.trim())
    else if (last === 'note')
      refused.push({
        line,
        why: 'The note continues to the end: move this line above it, or begin it with a space.',
      })
    else if (!isField(field))
      refused.push({
        line,
        why: `There is no field "${name || line.trim()}"; the fields are ${all.join(', ')}.`,
      })
    else if (isSingle(field) && read.has(field))
      refused.push({ line, why: `"${field}" can appear only once.` })
    else {
      read.set(field, [...(read.get(field) ?? []), value])
      last = field
    }
  }
  const fields = new Map(
    all.map((field) => [
      field,
      (read.get(field) ?? []).map((value) => value.trim()).filter((value) => value !== ''),
    ]),
  )
  return { fields, refused }
}

const refusalMark = '#! '

/** The text as the user typed it, with the refused lines and the reasons above it. */
export function withRefusals(text: string, refused: readonly Refusal[]): string {
  const reasons = refused.flatMap(({ line, why }) => [
    `${refusalMark}${line.split(anyLineEnd).join(' ')}`,
    `${refusalMark}    ${why.split(anyLineEnd).join(' ')}`,
  ])
  const typed = text.split('\n').filter((line) => !line.startsWith(refusalMark.trimEnd()))
  return [...reasons, ...typed].join('\n')
}

/** The text without lines that begin with `#`, and without surrounding space. */
export function withoutComments(text: string): string {
  return text
    .split(anyLineEnd)
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .trim()
}

const anyLineEnd = /\r\n|[\r\n]/
const fieldLine = /^([\p{L}-]+)\s*:(.*)$/su
const all = [...singleFields, ...listFields]
const mistakable = new RegExp(`^( *)(#|(?:${all.join('|')})\\s*:)`, 'i')

type Read = Map<SingleField | ListField, string[]>

function isField(name: string): name is SingleField | ListField {
  return (all as readonly string[]).includes(name)
}

function isSingle(name: string): boolean {
  return (singleFields as readonly string[]).includes(name)
}

function append(read: Read, field: SingleField | ListField, line: string): void {
  const values = read.get(field) ?? []
  read.set(field, [...values.slice(0, -1), `${values.at(-1) ?? ''}\n${line}`])
}

function indented(text: string): string {
  return text.split(anyLineEnd).join('\n  ')
}

/** Indents a line of the note that looks like a comment or a field by one more space. */
function escaped(line: string): string {
  return mistakable.test(line) ? ` ${line}` : line
}

function unescaped(line: string): string {
  return line.startsWith(' ') && mistakable.test(line) ? line.slice(1) : line
}
