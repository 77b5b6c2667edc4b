import type { Act } from './act.ts'
import type { Channel } from './channel.ts'
import type { ContactName } from './contact.ts'
import type { EntryData } from './entry-data.ts'
import type { Moment } from './moment.ts'
import type { ClosingOutcome } from './promise.ts'

/** Why nobody was reached (R35). */
export const attemptOutcomes = ['no-answer', 'busy', 'voicemail', 'message', 'wrong-number'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]
export type Outcome = ClosingOutcome | AttemptOutcome

/** How an attempt ended, in words. */
export const attemptWords: Readonly<Record<AttemptOutcome, string>> = {
  'no-answer': 'no answer',
  busy: 'busy',
  voicemail: 'left a voicemail',
  message: 'left a message',
  'wrong-number': 'wrong number',
}

/** The four kinds of feedback (R51). */
export const feedbackKinds = ['change', 'keep', 'add', 'drop'] as const
export type Feedback = (typeof feedbackKinds)[number]

/** The columns of an entry besides its act and data. */
export type EntryColumns = {
  readonly id: number
  readonly uid: string
  readonly at: Moment
  readonly contact: ContactName
  readonly promise: number | null
  /** Who spoke: `in` is the contact, `out` is me, `null` if nobody did (a new date, a dropped promise). */
  readonly direction: 'in' | 'out' | null
  readonly channel: Channel | null
  readonly outcome: Outcome | null
  readonly text: string | null
  readonly feedback: Feedback | null
  readonly offer: string | null
}

/** One line of history: something that happened with a contact, at a moment. Entries are only added. */
export type Entry = EntryColumns & EntryData

/** The columns that the state of a promise depends on: reading only these keeps tables of promises fast. */
export type StateEntry = Pick<EntryColumns, 'id' | 'at' | 'promise' | 'direction' | 'outcome'> & EntryData

type NewColumns = Omit<EntryColumns, 'id' | 'uid' | 'contact'> & { readonly contactId: number }

/** The fields of an entry before it is written. */
export type NewEntry = NewColumns & EntryData

/** An act with its data, if any, and other known fields of an entry. */
export type EntryDetails = Partial<NewColumns> &
  { readonly [Each in Act]: Pick<DataFor<Each>, 'act'> & Partial<DataFor<Each>> }[Act]
type DataFor<Each extends Act> = Extract<EntryData, { readonly act: Each }>

/** An entry with the known fields, and `null` for all others. */
export function newEntry(known: Pick<NewColumns, 'at' | 'contactId'> & EntryDetails): NewEntry {
  return {
    promise: null,
    direction: null,
    channel: null,
    outcome: null,
    text: null,
    feedback: null,
    offer: null,
    data: null,
    ...known,
  }
}

/** Whether the entry is an attempt: the contact was not reached. */
export function isAttempt({ outcome }: Pick<Entry, 'outcome'>): boolean {
  return outcome !== null && isOutcomeOfAttempt.has(outcome)
}

const isOutcomeOfAttempt: ReadonlySet<Outcome> = new Set<Outcome>(attemptOutcomes)

type Written = Pick<Entry, 'id' | 'at'>

/** Whether one entry comes after another: later, or written later at the same instant. */
export function isAfter(entry: Written, other: Written): boolean {
  return entry.at.instant === other.at.instant ? entry.id > other.id : entry.at.instant > other.at.instant
}

/** Whether a value is one of the words; narrows its type. */
export function isOneOf<Word extends string>(words: readonly Word[], value: string | null): value is Word {
  return value !== null && (words as readonly string[]).includes(value)
}
