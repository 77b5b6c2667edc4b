import type { Channel, ContactKind } from '../../domain/contact.ts'
import { emptyPerson, type ImportedPerson, type ImportRow } from '../../domain/import.ts'
import { isEmailAddress, isPhoneNumber } from '../../parse/contact/phone.ts'
import type { Cells, CsvRow } from '../csv/rows.ts'

/** A number or an address with what its column or its label calls it; `''` where nothing does. */
export type Labelled = { readonly label: string; readonly value: string }

/** What a row says of a person, cell by cell as it stands there; what it does not say is left out. */
export type RowFacts = {
  readonly name?: string
  readonly company?: string
  readonly nick?: string
  readonly phones?: readonly Labelled[]
  readonly emails?: readonly Labelled[]
  readonly addresses?: readonly Labelled[]
  readonly tags?: readonly string[]
  readonly note?: string
  /** What no field of a contact takes, to stand in the note as lines: "Title: Surveyor". */
  readonly more?: readonly Labelled[]
  readonly uid?: string
  readonly kind?: ContactKind
  readonly channel?: Channel
  readonly met?: string
  readonly word?: string
  readonly timeZone?: string
  readonly bestTime?: string
}

/** The longest name, in characters: what is longer is a text in the wrong column. */
const longestName = 500

/** Reads one row of a table; a text says why it is nobody. */
export type RowReader = (cells: Cells) => RowFacts | string

/** The people of a table, each with their line; every row comes out, as a person or with why it is none. */
export async function* peopleOf(rows: AsyncIterable<CsvRow>, read: RowReader): AsyncGenerator<ImportRow> {
  for await (const row of rows) {
    if ('invalid' in row) {
      yield row
      continue
    }
    const facts = read(row.cells)
    const person = typeof facts === 'string' ? facts : personOf(facts)
    yield typeof person === 'string' ? { line: row.line, invalid: person } : { line: row.line, person }
  }
}

/** The text on one line, without blanks around it. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s\s+|[^\S ]/gu, ' ')
}

/** The parts of a name, or of a line of an address, that are there. */
export function spaced(...parts: readonly (string | undefined)[]): string {
  return oneLine(parts.join(' '))
}

/** The parts of a name as address books have them. */
type NameParts = { readonly [part in 'first' | 'middle' | 'last' | 'suffix']?: string | undefined }

/** Scripts in which the family name comes first. */
const familyFirst =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005\s]+$/u

/** A name from its parts, in the order in which they are said. */
export function fullName({ first = '', middle = '', last = '', suffix }: NameParts): string {
  return familyFirst.test(last) && familyFirst.test(first)
    ? spaced(last, first, middle, suffix)
    : spaced(first, middle, last, suffix)
}

/**
 * The person of a row. A number that is none, or an address that is none, is kept in the note with whatever else
 * no field takes: a file may say anything, and nothing of it is lost.
 */
function personOf(facts: RowFacts): ImportedPerson | string {
  const phones = sorted(facts.phones ?? [], 'Phone', isPhoneNumber)
  const emails = sorted(facts.emails ?? [], 'Email', isEmailAddress)
  const addresses = (facts.addresses ?? [])
    .map(({ label, value }) => ({ label: labelOf(label), text: trimmedLines(value) }))
    .filter(({ text }) => text !== '')
  const company = lineOrNothing(facts.company)
  const nick = lineOrNothing(facts.nick)
  const ownName = lineOrNothing(facts.name)
  // A company with nobody in it, and somebody of whom only a nickname is known, are called by that.
  const name = ownName ?? company ?? nick
  if (name === null && phones.fit.length + emails.fit.length + addresses.length === 0) {
    return 'it has no name, no number and no address'
  }
  if (name !== null && name.length > longestName) {
    return `its name has ${name.length} characters, and a name has at most ${longestName}`
  }
  const lines = [...phones.left, ...emails.left, ...(facts.more ?? [])]
    .filter(({ value }) => value.trim() !== '')
    .map(({ label, value }) => `${oneLine(label)}: ${trimmedLines(value)}`)
  const note = [trimmedLines(facts.note ?? ''), ...lines].filter((text) => text !== '').join('\n')
  return {
    ...emptyPerson(),
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
    word: lineOrNothing(facts.word),
    timeZone: facts.timeZone ?? null,
    bestTime: lineOrNothing(facts.bestTime),
    tags: [...new Set((facts.tags ?? []).map(oneLine))].filter((tag) => tag !== ''),
    note: note === '' ? null : note,
  }
}

/** The values that are what they should be, each once, and those that are not, named for the note. */
function sorted(
  values: readonly Labelled[],
  what: string,
  isRight: (value: string) => boolean,
): { fit: { label: string | null; value: string }[]; left: Labelled[] } {
  const fit = new Map<string, { label: string | null; value: string }>()
  const left: Labelled[] = []
  for (const { label, value } of values) {
    // Numbers that were copied from a phone's screen have marks around them that nobody sees.
    const line = oneLine(value.replace(/\p{Cf}/gu, '').replace(/^\s*(?:tel|mailto):/i, ''))
    if (line === '') continue
    if (!isRight(line))
      left.push({ label: label === '' ? what : `${what} (${label.toLowerCase()})`, value: line })
    else if (!fit.has(line)) fit.set(line, { label: labelOf(label), value: line })
  }
  return { fit: [...fit.values()], left }
}

/** A label as a typed one is kept: letters, digits and hyphens, in small letters; `null` where none is left. */
function labelOf(text: string): string | null {
  const label = oneLine(text.replace(/[^\p{L}\p{N}_-]+/gu, ' '))
    .replace(/^[^\p{L}]+/u, '')
    .toLowerCase()
  return label === '' ? null : label
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
