import type { Day, Due } from './day.ts'
import type { Act } from './act.ts'
import type { MailKind } from './mail.ts'
import type { Moment } from './moment.ts'

/** A promise as an entry names it. */
export type NamedPromise = {
  /** Its uid. */
  readonly promise: string
  /** Its number in this diary; `null` if the diary does not have it. Looked up when read, never stored. */
  readonly number: number | null
  /** Contact and promise at the time of writing: "Gary Lee, send the quote". */
  readonly name: string
}

/** Names a promise for a new entry. */
export function namePromise({ id, uid, contact, what }: NameablePromise): NamedPromise {
  return { promise: uid, number: id, name: `${contact.name}, ${what}` }
}

type NameablePromise = {
  readonly id: number
  readonly uid: string
  readonly contact: { readonly name: string }
  readonly what: string
}

/** The message of a mailbox that an entry records; its subject is the text of the entry (R65). */
export type MailFacts = {
  /** Its Message-ID, or the id that replaces a missing one. */
  readonly id: string
  /** The ids of the messages that it answers: a later run finds its thread by them. */
  readonly answers: readonly string[]
  /** Left out for messages that people wrote. */
  readonly kind?: Exclude<MailKind, 'personal'>
  /** Whether it was sent to me only as a copy. */
  readonly isCopy?: true
  /** The address of the contact to which I sent it. */
  readonly to?: string
}

/** What an entry records besides its columns, by its act. */
export type FactsByAct = {
  readonly logged: {
    /** The promises whose tries this ended (R34). */
    readonly endsTries?: readonly NamedPromise[]
    /** Whether a call log showed that the promise of the entry was kept. */
    readonly foundInCallLog?: true
    readonly mail?: MailFacts
  }
  readonly heard: {
    readonly endsTries?: readonly NamedPromise[]
    /** When we spoke after the missed call or the message, if that was known already. */
    readonly spokeAt?: Moment
    readonly mail?: MailFacts
  }
  readonly acknowledged: never
  readonly sent: { readonly mail: MailFacts }
  readonly sold: never
  readonly done: {
    /** Whether I asked for the sale (R47). */
    readonly askedForSale?: boolean
    /** The plans that this stopped, by name. */
    readonly stops?: readonly string[]
    /** Deliberately no next step with the contact (R46). */
    readonly nothingNext?: true
    readonly foundInCallLog?: true
    /** Whether a mailbox showed, by a message or a flag, that the promise of the entry was kept. */
    readonly foundInMail?: true
    readonly mail?: MailFacts
  }
  /** The number or address that was tried and is not theirs (R35); for an address, the bounce that says so. */
  readonly tried: { readonly wrongNumber: string; readonly mail?: MailFacts }
  readonly moved: { readonly from: Due; readonly to: Due }
  /** `promised` is what was promised until they were told of the new date (R12). */
  readonly told: { readonly from: Due; readonly to: Due; readonly promised: Due }
  readonly snoozed: { readonly from: Due; readonly until: Day }
  readonly dropped: {
    readonly stops?: readonly string[]
    /** It was dropped because the contact does not want to be contacted (R58). */
    readonly doNotContact?: true
    /** Deliberately no next step with the contact (R46). */
    readonly nothingNext?: true
  }
  readonly stopped: { readonly stops: readonly string[] }
}

/** Text of an entry from elsewhere that contains no fact known to this program. It decides nothing. */
export type OtherWords = { readonly words: string }

/** An act with its data; `null` if nothing more is known. */
export type EntryData = {
  readonly [Each in Act]: { readonly act: Each; readonly data: FactsByAct[Each] | OtherWords | null }
}[Act]

/** The facts in the data of an entry; `null` if there are none. */
export function factsOf<Facts extends object>(data: Facts | OtherWords | null): Facts | null {
  return data === null || isOtherWords(data) ? null : data
}

/** Whether the data of an entry is words from elsewhere. */
export function isOtherWords(data: object): data is OtherWords {
  return 'words' in data
}

/** Whether an entry records that there is deliberately no next step (R46). */
export function isNothingNext(entry: EntryData): boolean {
  const isClosed = entry.act === 'done' || entry.act === 'dropped'
  return isClosed && factsOf(entry.data)?.nothingNext === true
}

/** The promises whose tries an entry ended (R34). */
export function triesEndedBy(entry: EntryData): readonly NamedPromise[] {
  return entry.act === 'heard' || entry.act === 'logged' ? (factsOf(entry.data)?.endsTries ?? []) : []
}

/** The plans that an entry stopped, by name. */
export function plansStoppedBy(entry: EntryData): readonly string[] {
  return entry.act === 'done' || entry.act === 'dropped' || entry.act === 'stopped'
    ? (factsOf(entry.data)?.stops ?? [])
    : []
}

/** Whether an entry records that a message of mine came back. */
export function isBounce(entry: EntryData): boolean {
  return entry.act === 'tried' && mailOf(entry) !== null
}

/** The message that an entry records; `null` if it does not record one. */
export function mailOf(entry: EntryData): MailFacts | null {
  switch (entry.act) {
    case 'logged':
    case 'heard':
    case 'sent':
    case 'done':
    case 'tried':
      return factsOf(entry.data)?.mail ?? null
    default:
      return null
  }
}
