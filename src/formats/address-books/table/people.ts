import type { Cadence } from '../../../domain/cadence.ts'
import type { Channel } from '../../../domain/channel.ts'
import type { AddressParts, ContactKind } from '../../../domain/contact.ts'
import {
  emptyPerson,
  type ImportedPerson,
  type ImportRow,
  type PropertyFault,
} from '../../../domain/import.ts'
import { longestExtra, mostExtraText, mostExtra } from '../../../domain/import-limits.ts'
import type { LinkKind } from '../../../domain/contact-details.ts'
import { labelText } from '../../../domain/label.ts'
import { namePartNames, namePartsOf, type NamePart, type NameParts } from '../../../domain/name-parts.ts'
import type { PartialDate } from '../../../domain/partial-date.ts'
import { isEmailAddress, isPhoneNumber } from '../../../parse/contact/phone.ts'
import type { Cells, CsvRow } from '../../csv/rows.ts'

/** A number or an address with the label from its column; `''` if it has none. */
export type Labelled = { readonly label: string; readonly value: string }
export type LabelledAddress = Labelled & { readonly parts?: AddressParts }

/** The fields of a person that a row contains, as unparsed text; empty fields are left out. */
export type RowFacts = {
  readonly name?: string
  readonly company?: string
  readonly nick?: string
  readonly phones?: readonly Labelled[]
  readonly emails?: readonly Labelled[]
  readonly addresses?: readonly LabelledAddress[]
  readonly tags?: readonly string[]
  readonly note?: string
  /** Labelled lines for the note: "Hobbies: sails". */
  readonly notes?: readonly Labelled[]
  readonly title?: string
  readonly department?: string
  readonly nameParts?: Partial<Readonly<Record<NamePart, string>>>
  readonly birthday?: PartialDate | null
  readonly anniversaries?: readonly { readonly label: string; readonly date: PartialDate }[]
  readonly links?: readonly (Labelled & { readonly kind: LinkKind })[]
  /** Values that fit no field, by their column. */
  readonly extra?: readonly Labelled[]
  readonly uid?: string
  readonly kind?: ContactKind
  readonly channel?: Channel
  readonly met?: string
  readonly from?: string
  readonly word?: string
  readonly every?: Cadence
  readonly timeZone?: string
  readonly bestTime?: string
  readonly doNotContact?: readonly Channel[] | 'all' | null
}

/** The longest name, in characters; a longer text is in the wrong column. */
const longestName = 500

/** Reads one row of a table, or returns the reason why it is not a person. */
export type RowReader = (cells: Cells) => RowFacts | string

/** The people of a table with their lines. Every row is returned, as a person or with the reason why it is not one. */
export async function* peopleOf(rows: AsyncIterable<CsvRow>, read: RowReader): AsyncGenerator<ImportRow> {
  for await (const row of rows) {
    if ('invalid' in row) {
      yield row
      continue
    }
    const facts = read(row.cells)
    const person = typeof facts === 'string' ? facts : personOf(facts)
    if (typeof person === 'string') yield { line: row.line, invalid: person }
    else yield { line: row.line, ...withinLimits(person, row.line) }
  }
}

/** Removes extra fields that are too long or too many, and reports each one. */
function withinLimits(
  person: ImportedPerson,
  line: number,
): { readonly person: ImportedPerson; readonly faults: readonly PropertyFault[] } {
  let room = mostExtraText
  const extra = person.extra.filter(({ value }, index) => {
    const fits = value.length <= Math.min(room, longestExtra) && index < mostExtra
    if (fits) room -= value.length
    return fits
  })
  const left = person.extra.filter((field) => !extra.includes(field))
  const faults = left.map(
    ({ name }) => ({ line, property: name, kind: 'left-out', why: 'it is too long' }) as const,
  )
  return { person: left.length === 0 ? person : { ...person, extra }, faults }
}

/** The text on one line, without blanks around it. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s\s+|[^\S ]/gu, ' ')
}

/** Joins the non-empty parts of a name or of an address line with spaces. */
export function spaced(...parts: readonly (string | undefined)[]): string {
  return oneLine(parts.join(' '))
}

/** The parts of a name that address books have. */
type NameCells = { readonly [part in 'first' | 'middle' | 'last' | 'suffix']?: string | undefined }

/** Scripts in which the family name comes first. */
const familyFirst =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005\s]+$/u

/** Joins the parts of a name in the order in which they are spoken. */
export function fullName({ first = '', middle = '', last = '', suffix }: NameCells): string {
  return familyFirst.test(last) && familyFirst.test(first)
    ? spaced(last, first, middle, suffix)
    : spaced(first, middle, last, suffix)
}

/**
 * The person in a row. An invalid number or address goes into the note, and any other value that fits no field becomes
 * an extra field: a file may contain anything, and nothing in it is lost (R71).
 */
function personOf(facts: RowFacts): ImportedPerson | string {
  const phones = sorted(facts.phones ?? [], 'Phone', isPhoneNumber)
  const emails = sorted(facts.emails ?? [], 'Email', isEmailAddress)
  const addresses = (facts.addresses ?? [])
    .map(({ label, value, parts }) => ({
      label: labelText(label),
      text: trimmedLines(value),
      ...(parts === undefined ? {} : { parts }),
    }))
    .filter(({ text }) => text !== '')
  const company = lineOrNothing(facts.company)
  const nick = lineOrNothing(facts.nick)
  const ownName = lineOrNothing(facts.name)
  // A contact without a personal name is called by the company or the nickname.
  const name = ownName ?? company ?? nick
  if (name === null && phones.fit.length + emails.fit.length + addresses.length === 0) {
    return 'it has no name, no number and no address'
  }
  if (name !== null && name.length > longestName) {
    return `its name has ${name.length} characters, and a name has at most ${longestName}`
  }
  const lines = [...phones.left, ...emails.left, ...(facts.notes ?? [])]
    .filter(({ value }) => value.trim() !== '')
    .map(({ label, value }) => `${oneLine(label)}: ${trimmedLines(value)}`)
  const note = [trimmedLines(facts.note ?? ''), ...lines].filter((text) => text !== '').join('\n')
  const parts = namePartNames.map((part) => [part, lineOrNothing(facts.nameParts?.[part])] as const)
  return {
    ...emptyPerson(),
    birthday: facts.birthday ?? null,
    anniversaries: (facts.anniversaries ?? []).map(({ label, date }) => ({ label: labelText(label), date })),
    uid: lineOrNothing(facts.uid),
    name,
    company: ownName === null ? null : company,
    nick: ownName === null && company === null ? null : nick,
    kind: facts.kind ?? null,
    channel: facts.channel ?? null,
    phones: phones.fit,
    emails: emails.fit,
    addresses,
    met: lineOrNothing(facts.met),
    from: lineOrNothing(facts.from),
    word: lineOrNothing(facts.word),
    every: facts.every ?? null,
    timeZone: facts.timeZone ?? null,
    bestTime: lineOrNothing(facts.bestTime),
    doNotContact: facts.doNotContact ?? null,
    tags: [...new Set((facts.tags ?? []).map(oneLine))].filter((tag) => tag !== ''),
    note: note === '' ? null : note,
    title: lineOrNothing(facts.title),
    department: lineOrNothing(facts.department),
    nameParts: namePartsOf(name ?? '', Object.fromEntries(parts) as NameParts),
    links: (facts.links ?? [])
      .map(({ label, value, kind }) => ({ label: labelText(label), value: oneLine(value), kind }))
      .filter(({ value }) => value !== ''),
    extra: (facts.extra ?? [])
      .map(({ label, value }) => ({
        name: oneLine(label),
        group: null,
        params: {},
        value: trimmedLines(value),
      }))
      .filter(({ value }) => value !== ''),
  }
}

/** Numbers copied from a phone's screen have invisible marks around them. */
const invisible = /\p{Cf}/gu

/** Separates the valid values, without duplicates, from the invalid ones, which get a label for the note. */
function sorted(
  values: readonly Labelled[],
  what: string,
  isRight: (value: string) => boolean,
): { fit: { label: string | null; value: string }[]; left: Labelled[] } {
  const fit = new Map<string, { label: string | null; value: string }>()
  const left = new Map<string, Labelled>()
  for (const { label, value } of values) {
    const line = oneLine(value.replace(invisible, '').replace(/^\s*(?:tel|mailto):/i, ''))
    // Many cells may hold the same value.
    if (line === '' || fit.has(line)) continue
    if (!isRight(line)) {
      const said = label === '' ? what : `${what} (${label.toLowerCase()})`
      const key = `${said}: ${line}`
      if (!left.has(key)) left.set(key, { label: said, value: oneLine(value) })
    } else fit.set(line, { label: labelText(label), value: line })
  }
  return { fit: [...fit.values()], left: [...left.values()] }
}

function lineOrNothing(text: string | undefined): string | null {
  const line = oneLine(text ?? '')
  return line === '' ? null : line
}

function trimmedLines(text: string): string {
  if (!/[\r\n]/.test(text)) return text.trim()
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
