import type { Cadence } from './cadence.ts'
import type { Address, Channel, ContactKind, Email } from './contact.ts'

/** A phone number as a file has it, before its country is known. */
export type TypedPhone = { readonly label: string | null; readonly value: string }

/** A person as a file from elsewhere has them; what it does not say is `null`, or an empty list. */
export type ImportedPerson = {
  /** What the other program calls them, the same at every export: the UID of a card. */
  readonly uid: string | null
  /** `null` where only a number or an address is known. */
  readonly name: string | null
  readonly company: string | null
  readonly nick: string | null
  readonly kind: ContactKind | null
  readonly channel: Channel | null
  readonly phones: readonly TypedPhone[]
  readonly emails: readonly Email[]
  readonly addresses: readonly Address[]
  readonly met: string | null
  /** What sent them, in one word: "web". */
  readonly word: string | null
  /** The name of the contact who sent them. */
  readonly from: string | null
  /** How often to keep in touch. */
  readonly every: Cadence | null
  readonly timeZone: string | null
  readonly bestTime: string | null
  readonly tags: readonly string[]
  readonly note: string | null
  readonly doNotContact: readonly Channel[] | 'all' | null
}

/** One row, or one card, of a file: the line it begins on, counted from 1, and the person or why it is none. */
export type ImportRow =
  | { readonly line: number; readonly person: ImportedPerson }
  | { readonly line: number; readonly invalid: string }

/** A person of whom a file says nothing yet, to add to. */
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
  }
}

/** What becomes of a row of a file, in the order it is told. */
export const rowOutcomes = ['added', 'merged', 'unchanged', 'skipped', 'invalid'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

/** Something to be told of a row: why it was not written, or who may be the same. */
export type RowRemark = { readonly place: string; readonly name: string | null; readonly why: string }

/** A row that is not written; `open` where it is a promise that is still open there, which nobody may overlook. */
export type OmittedRow = RowRemark & { readonly outcome: 'skipped' | 'invalid'; readonly open: boolean }

/** The account of a file: what became of every row of it. */
export type ImportSummary = {
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** The rows that could not be read, and those left out, in their order. */
  readonly left: readonly OmittedRow[]
  /** Those who were written and may be somebody the diary knew. */
  readonly alike: readonly RowRemark[]
  /** What is to be said of the whole file. */
  readonly notes: readonly string[]
}
