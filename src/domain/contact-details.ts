import { emptyNameParts, type NameParts } from './name-parts.ts'
import { partialDateText, type PartialDate } from './partial-date.ts'

/** The details of a person in a vCard besides phones, emails and addresses (R71). */
export type ContactDetails = {
  readonly nameParts: NameParts
  /** Their job title. */
  readonly title: string | null
  /** Their department; several units are joined by `unitSeparator`, the largest first. */
  readonly department: string | null
  readonly birthday: PartialDate | null
  readonly anniversaries: readonly Anniversary[]
  readonly links: readonly Link[]
  /** Values from a card or a table that have no field. */
  readonly extra: readonly ExtraField[]
}

/** Separates two units of a department: "Sales; Retail". */
export const unitSeparator = '; '

/** A yearly date besides the birthday (R61); without a label, a wedding or similar. */
export type Anniversary = { readonly label: string | null; readonly date: PartialDate }

/** A web page, a profile on a network, a name in a chat. */
export const linkKinds = ['page', 'profile', 'chat'] as const
export type LinkKind = (typeof linkKinds)[number]
export type Link = { readonly label: string | null; readonly value: string; readonly kind: LinkKind }

/**
 * A property of a vCard or a column of a table, unchanged. The value of a property keeps its escapes (`a\, b`), because
 * they separate its parts. Properties of one group belong together.
 */
export type ExtraField = {
  readonly name: string
  readonly group: string | null
  readonly params: Readonly<Record<string, readonly string[]>>
  readonly value: string
}

/** Details of a person of whom none is known. */
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

/** An anniversary as typed: "wedding: 2009-08-08". */
export function anniversaryText({ label, date }: Anniversary): string {
  return label === null ? partialDateText(date) : `${label}: ${partialDateText(date)}`
}

/** The property that labels the others in its group. */
export const groupLabel = 'X-ABLABEL'

/** The extra field with the UID that another program has for a contact. */
export const foreignUid = 'UID'

/** The UIDs that other programs have for a contact, as stored in extra fields. */
export function foreignUidsOf(extra: readonly ExtraField[]): string[] {
  return extra.filter(({ name }) => name === foreignUid).map(({ value }) => value)
}

/** Whether an extra field is only a name and a value, like a column of a table. */
export function isPlainExtra({ group, params }: ExtraField): boolean {
  return group === null && Object.keys(params).length === 0
}

/** A key that is equal for extra fields with the same content, in any group. */
export function extraKey({ name, params, value }: ExtraField): string {
  const sorted = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([name, sorted, value])
}
