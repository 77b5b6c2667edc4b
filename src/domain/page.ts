import type { Contact, ReachBy } from './contact.ts'
import type { Day, Due } from './day.ts'
import type { Entry } from './entry.ts'
import type { Moment } from './moment.ts'
import type { Ladder } from './plan.ts'
import type { OpenPromise } from './promise.ts'

export const sectionNames = ['carried-over', 'today', 'waiting', 'keep-in-touch'] as const
export type SectionName = (typeof sectionNames)[number]

export type Flag =
  | 'hot'
  | 'no-number'
  | 'outside-their-hours'
  | 'past-24h'
  | 'owes-update'
  | 'unwanted-channel'

/** A contact as far as a page needs them: a long page has many, and more than is shown takes time to read. */
export type PageContact = Pick<
  Contact,
  | 'id'
  | 'name'
  | 'company'
  | 'kind'
  | 'channel'
  | 'phones'
  | 'emails'
  | 'addresses'
  | 'timeZone'
  | 'bestTime'
  | 'doNotContact'
>

/** An open promise as far as a page needs it. */
export type PagePromise = Omit<OpenPromise, 'uid' | 'plan' | 'fromCallLog' | 'madeAt'>

/** One thing to do on a page, with its reason; derived at reading time, never stored. */
export type Line = {
  /** `null` for keep in touch, where nothing was promised. */
  readonly promise: PagePromise | null
  readonly contact: PageContact
  readonly what: string
  readonly due: Due | null
  /** When it is to be done now: the due, or what the ladder or a snooze made of it. */
  readonly next: Due
  /** Whole days late; 0 on the day itself and before. */
  readonly daysLate: number
  /** Minutes past a time that was due on the page's day; 0 where none is. */
  readonly minutesLate: number
  readonly attempts: number
  readonly chases: number
  readonly moves: number
  readonly reachBy: ReachBy | null
  /** Why it stands there, in words. */
  readonly reason: string
  readonly flags: readonly Flag[]
}

export type Section = {
  readonly name: SectionName
  readonly lines: readonly Line[]
  /** How many more there are than the page shows. */
  readonly more: number
}

/** What the diary shows for one day. */
export type Agenda = {
  readonly day: Day
  readonly now: Moment
  /** All four, in the order of the page, the empty ones too. */
  readonly sections: readonly Section[]
  /** What was closed on the day. */
  readonly doneToday: number
  /** How many lines the next day brings by itself. */
  readonly tomorrow: number
  /** The next line after the page's day; `null` where there is none. */
  readonly upcoming: { readonly contact: string; readonly day: Day } | null
  /** Contacts dealt with on the day who are left with nothing next (R46). */
  readonly nothingNext: readonly string[]
}

/** A contact with a cadence, and the last real contact with them. */
export type RegularContact = {
  readonly contact: PageContact & Pick<Contact, 'every' | 'addedAt'>
  readonly lastRealContact: Moment | null
}

/** What the diary knows that bears on one page: a superset of what is due on it. */
export type PageFacts = {
  readonly day: Day
  /** Open promises due on or before the day after the page's day, and the earliest few after it. */
  readonly promises: readonly PagePromise[]
  /** The contacts of those promises, by id. */
  readonly contacts: ReadonlyMap<number, PageContact>
  /** The entries of those promises, oldest first. */
  readonly entries: readonly Entry[]
  /** The last real contact with those contacts to whose promises something happened, by contact id. */
  readonly lastRealContacts: ReadonlyMap<number, Entry>
  /** The last time I reached each of those, by contact id: what stops the answer clock. */
  readonly lastReached: ReadonlyMap<number, Entry>
  /** The versions of the no-answer ladder, oldest first. */
  readonly ladders: readonly Ladder[]
  /** Contacts that may be due again: with a cadence, without an open promise of mine, and free to be contacted. */
  readonly regulars: readonly RegularContact[]
  /** How many promises were kept on the page's day. */
  readonly kept: number
  /** Contacts with an entry on the page's day and no open promise. */
  readonly nothingNext: readonly string[]
}

/** What of an open promise decides when it comes up. */
export type LoadPromise = Pick<PagePromise, 'id' | 'owner' | 'kind' | 'due' | 'snoozedUntil' | 'status'> & {
  readonly contact: Pick<PageContact, 'id'>
}

/** What decides how many promises come up on a day. */
export type LoadFacts = Pick<PageFacts, 'entries' | 'lastRealContacts' | 'ladders'> & {
  readonly promises: readonly LoadPromise[]
}

/** Whether anything on the page is still to be done by me or asked of them. */
export function hasLines(agenda: Agenda): boolean {
  return agenda.sections.some((section) => section.lines.length > 0)
}

/** Whether there is anything to say in a section: its lines, or how many there are that the page does not show. */
export function isShown({ lines, more }: Pick<Section, 'lines' | 'more'>): boolean {
  return lines.length > 0 || more > 0
}

/** How many lines a section of the page has, those it does not show included. */
export function countOf(agenda: Agenda, name: SectionName): number {
  return agenda.sections
    .filter((section) => section.name === name)
    .reduce((sum, section) => sum + section.lines.length + section.more, 0)
}
