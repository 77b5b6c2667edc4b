import { emptyNameParts, type NameParts } from './name-parts.ts'
import { partialDateText, type PartialDate } from './partial-date.ts'

/** What a vCard knows of a person besides how to reach them (R71). */
export type ContactDetails = {
  readonly nameParts: NameParts
  /** What they do where they work. */
  readonly title: string | null
  /** Where in the company they work; several units are joined by `unitSeparator`, the largest first. */
  readonly department: string | null
  readonly birthday: PartialDate | null
  readonly anniversaries: readonly Anniversary[]
  readonly links: readonly Link[]
  /** What came with a card or a table and has no field. */
  readonly extra: readonly ExtraField[]
}

/** What stands between two units of a department: "Sales; Retail". */
export const unitSeparator = '; '

/** A date of every year besides the birthday (R61); without a label, a wedding or something like it. */
export type Anniversary = { readonly label: string | null; readonly date: PartialDate }

/** A page on the web, a profile in a network, a name in a chat. */
export const linkKinds = ['page', 'profile', 'chat'] as const
export type LinkKind = (typeof linkKinds)[number]
export type Link = { readonly label: string | null; readonly value: string; readonly kind: LinkKind }

/**
 * A property of a vCard or a column of a table, as it came. The value of a property keeps its escapes (`a\, b`), since
 * they tell its parts apart; properties of one group belong together.
 */
export type ExtraField = {
  readonly name: string
  readonly group: string | null
  readonly params: Readonly<Record<string, readonly string[]>>
  readonly value: string
}

/** Details of whom nothing of the kind is known. */
export function emptyDetails(): ContactDetails {
  return {
    nameParts: emptyNameParts,
    title: null,
    department: null,
    birthday: null,
    anniversaries: [],
    links: [],
    extra: [],
  }
}

/** An anniversary as it is typed: "wedding: 2009-08-08". */
export function anniversaryText({ label, date }: Anniversary): string {
  return label === null ? partialDateText(date) : `${label}: ${partialDateText(date)}`
}

/** The property that labels those of its group. */
export const groupLabel = 'X-ABLABEL'

/** The extra field with the name by which another program knows a contact. */
export const foreignUid = 'UID'

/** The names by which other programs know a contact, as they stand in extra fields. */
export function foreignUidsOf(extra: readonly ExtraField[]): string[] {
  return extra.filter(({ name }) => name === foreignUid).map(({ value }) => value)
}

/** Whether an extra field is nothing but a name and a value, as a column of a table is. */
export function isPlainExtra({ group, params }: ExtraField): boolean {
  return group === null && Object.keys(params).length === 0
}

/** A key that is equal for extra fields that say the same, in whichever group they stand. */
export function extraKey({ name, params, value }: ExtraField): string {
  const sorted = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([name, sorted, value])
}
