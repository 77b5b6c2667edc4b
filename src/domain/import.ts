import type { Cadence } from './cadence.ts'
import type { Channel } from './channel.ts'
import type { CardParams, Address, ContactKind, Email } from './contact.ts'
import { emptyDetails, type ContactDetails } from './contact-details.ts'

/** A phone number from a file, before its country is known. */
export type TypedPhone = {
  readonly label: string | null
  readonly value: string
  readonly params?: CardParams
}

/** A person from another program's file; missing fields are `null` or an empty list. */
export type ImportedPerson = {
  /** The other program's id, the same in every export: the UID of a vCard. */
  readonly uid: string | null
  /** `null` if the file has only a number or an address. */
  readonly name: string | null
  readonly company: string | null
  readonly nick: string | null
  readonly kind: ContactKind | null
  readonly channel: Channel | null
  readonly phones: readonly TypedPhone[]
  readonly emails: readonly Email[]
  readonly addresses: readonly Address[]
  readonly met: string | null
  /** The source, in one word: "web". */
  readonly word: string | null
  /** The name of the contact who sent them. */
  readonly from: string | null
  readonly every: Cadence | null
  readonly timeZone: string | null
  readonly bestTime: string | null
  readonly tags: readonly string[]
  readonly note: string | null
  readonly doNotContact: readonly Channel[] | 'all' | null
} & ContactDetails

/** One row or vCard of a file: its first line, counted from 1, and the person or the reason why there is none. */
export type ImportRow =
  | {
      readonly line: number
      readonly person: ImportedPerson
      readonly faults: readonly PropertyFault[]
    }
  | { readonly line: number; readonly invalid: string }

/** A row, and the name of its file in an imported folder; `null` for a single file. */
export type FileRow = { readonly file: string | null; readonly row: ImportRow }

/** A position in words: "line 3", or "ada.vcf, line 3". */
export function placeOf(file: string | null, line: number): string {
  return file === null ? `line ${line}` : `${file}, line ${line}`
}

/** A property of a card that is kept encoded because it cannot be decoded, or left out because it is too long. */
export type PropertyFault = {
  readonly line: number
  readonly property: string
  readonly kind: 'undecoded' | 'left-out'
  readonly why: string
}

/** A person with no fields yet. */
export function emptyPerson(): ImportedPerson {
  return {
    uid: null,
    name: null,
    company: null,
    nick: null,
    kind: null,
    channel: null,
    phones: [],
    emails: [],
    addresses: [],
    met: null,
    word: null,
    from: null,
    every: null,
    timeZone: null,
    bestTime: null,
    tags: [],
    note: null,
    doNotContact: null,
    ...emptyDetails(),
  }
}

/** The possible results of a row, in report order. */
export const rowOutcomes = ['added', 'merged', 'unchanged', 'skipped', 'invalid'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** A remark on a row: why it was not written, or who may be the same person. */
export type RowRemark = { readonly place: string; readonly name: string | null; readonly why: string }

/** A row that is not written; `open` marks a promise that is still open in the file, so that nobody overlooks it. */
export type OmittedRow = RowRemark & { readonly outcome: 'skipped' | 'invalid'; readonly open: boolean }

/** The results of all rows of a file. */
export type ImportSummary = {
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** The rows not written, in order. */
  readonly left: readonly OmittedRow[]
  /** People who were written although they may already be in the diary. */
  readonly alike: readonly RowRemark[]
  /** Remarks on the whole file. */
  readonly notes: readonly string[]
}
