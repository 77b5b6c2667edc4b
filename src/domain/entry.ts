import type { Channel, ContactName } from './contact.ts'
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

/** What an entry records: the command that wrote it, in the past tense. */
export const acts = [
  'logged',
  'heard',
  'acknowledged',
  'sent',
  'sold',
  'done',
  'tried',
  'moved',
  'told',
  'snoozed',
  'dropped',
  'stopped',
] as const
export type Act = (typeof acts)[number]

/** The four kinds of feedback (R51). */
export const feedbackKinds = ['change', 'keep', 'add', 'drop'] as const
export type Feedback = (typeof feedbackKinds)[number]

/** One line of history: something that happened with a contact, at a moment. Entries are only added. */
export type Entry = {
  readonly id: number
  readonly uid: string
  readonly at: Moment
  readonly contact: ContactName
  readonly promise: number | null
  readonly act: Act
  /** Who spoke: `in` is the contact, `out` is me, `null` where nobody did (a new date, a dropped promise). */
  readonly direction: 'in' | 'out' | null
  readonly channel: Channel | null
  readonly outcome: Outcome | null
  readonly text: string | null
  readonly feedback: Feedback | null
  readonly offer: string | null
  /**
   * What else it brought about, in the program's words: the tries it ended, the plan it stopped (R34), the days it
   * moved a promise between (`moveOf`); of a wrong number, the number.
   */
  readonly remark: string | null
}

/** What is known of an entry before it is written. */
export type NewEntry = Omit<Entry, 'id' | 'uid' | 'contact'> & { readonly contactId: number }

/** The remark of an entry after which nothing is next, and that is meant. */
export const meantLast = 'nothing is next, as meant'

/** Whether nothing is next after an entry, and that is meant. */
export function isMeantLast({ remark }: Pick<Entry, 'remark'>): boolean {
  return remark?.endsWith(meantLast) === true
}

/** An entry of what is known, with nothing where nothing is said. */
export function newEntry(known: Pick<NewEntry, 'at' | 'contactId' | 'act'> & Partial<NewEntry>): NewEntry {
  return {
    promise: null,
    direction: null,
    channel: null,
    outcome: null,
    text: null,
    feedback: null,
    offer: null,
    remark: null,
    ...known,
  }
}

/** Whether the entry is an attempt: the contact was not reached. */
export function isAttempt({ outcome }: Pick<Entry, 'outcome'>): boolean {
  return outcome !== null && isOutcomeOfAttempt.has(outcome)
}

const isOutcomeOfAttempt: ReadonlySet<Outcome> = new Set<Outcome>(attemptOutcomes)

/** Whether one entry comes after another: later, or written later at the same instant. */
export function isAfter(entry: Entry, other: Entry): boolean {
  return entry.at.instant === other.at.instant ? entry.id > other.id : entry.at.instant > other.at.instant
}

/** Whether a value is one of a list of words, so that the type checker knows it too. */
export function isOneOf<Word extends string>(words: readonly Word[], value: string | null): value is Word {
  return value !== null && (words as readonly string[]).includes(value)
}
