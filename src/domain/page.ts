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

/** The fields of a contact that a page needs; reading only these keeps long pages fast. */
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
  | 'links'
  | 'timeZone'
  | 'bestTime'
  | 'doNotContact'
>

/** The fields of an open promise that a page needs. */
export type PagePromise = Omit<OpenPromise, 'uid' | 'plan'>

/** One thing to do on a page, with its reason. Computed when the page is read, never stored. */
export type Line = {
  /** `null` for keep in touch, where nothing was promised. */
  readonly promise: PagePromise | null
  readonly contact: PageContact
  readonly what: string
  readonly due: Due | null
  /** When to do it: the due, unless the ladder or a snooze puts it later. */
  readonly next: Due
  /** Whole days late; 0 on the day itself and before it. */
  readonly daysLate: number
  /** Minutes late, for a time on the page's day; otherwise 0. */
  readonly minutesLate: number
  readonly attempts: number
  readonly chases: number
  readonly moves: number
  readonly reachBy: ReachBy | null
  /** Why it is on the page, in words. */
  readonly reason: string
  readonly flags: readonly Flag[]
  /** Whether it is a birthday or an anniversary, which does not count towards the limit of keep-in-touch lines. */
  readonly isOccasion?: true
}

export type Section = {
  readonly name: SectionName
  readonly lines: readonly Line[]
  /** How many lines the page leaves out. */
  readonly more: number
}

/** When I can be reached next, in my time or in theirs; `from` is `null` if I can be reached now (R36). */
export type ReachableHours = {
  readonly from: Due | null
  readonly until: Due
  /** Their current day. */
  readonly today: Day
  readonly isTheirs: boolean
}

/** The page of a day. */
export type Agenda = {
  readonly day: Day
  readonly now: Moment
  /** All four, in the order of the page, including empty ones. */
  readonly sections: readonly Section[]
  /** How many promises were kept on the day. */
  readonly doneToday: number
  /** How many promises come up on the next day. */
  readonly tomorrow: number
  /** The first promise after the page's day. */
  readonly upcoming: { readonly contact: string; readonly day: Day } | null
  /** Contacts dealt with on the day who have no next step (R46). */
  readonly nothingNext: readonly string[]
}

/** A contact with a cadence, and the last real contact with them. */
export type RegularContact = {
  readonly contact: PageContact & Pick<Contact, 'every' | 'addedAt'>
  readonly lastRealContact: Moment | null
}

/** A contact with birthdays or anniversaries (R61), and the last time they were spoken with or written to. */
export type OccasionContact = {
  readonly contact: PageContact & Pick<Contact, 'birthday' | 'anniversaries' | 'addedAt'>
  readonly lastContact: Moment | null
}

/** Everything that a page is computed from. */
export type PageFacts = {
  readonly day: Day
  /** Open promises due on or before the day after the page's day, and the earliest few after it. */
  readonly promises: readonly PagePromise[]
  /** The contacts of those promises, by id. */
  readonly contacts: ReadonlyMap<number, PageContact>
  /** The entries of those promises, oldest first. */
  readonly entries: readonly Entry[]
  /** The last real contact, by contact id, with those contacts whose promises have entries. */
  readonly lastRealContacts: ReadonlyMap<number, Entry>
  /** The last time I reached each of those, by contact id, which stops the answer clock. */
  readonly lastReached: ReadonlyMap<number, Entry>
  /** The versions of the no-answer ladder, oldest first. */
  readonly ladders: readonly Ladder[]
  /** Contacts with a cadence who may be contacted and have no open promise of mine. */
  readonly regulars: readonly RegularContact[]
  /** Contacts with a birthday or an anniversary that comes up, who may be contacted. */
  readonly occasions: readonly OccasionContact[]
  /** How many promises were kept on the page's day. */
  readonly kept: number
  /** Contacts with an entry on the page's day and no open promise. */
  readonly nothingNext: readonly string[]
}

/** The fields of an open promise that decide when it comes up. */
export type LoadPromise = Pick<
  PagePromise,
  'id' | 'owner' | 'kind' | 'due' | 'windowUntil' | 'snoozedUntil' | 'status'
> & {
  readonly contact: Pick<PageContact, 'id'>
}

/** Everything that the load of a day is computed from. */
export type LoadFacts = Pick<PageFacts, 'entries' | 'lastRealContacts' | 'ladders'> & {
  readonly promises: readonly LoadPromise[]
}

/**
 * The contacts, by id, of the open promises that something has happened to: for the others it does not matter when we
 * last spoke.
 */
export function contactsTouched(
  promises: readonly Pick<LoadPromise, 'id' | 'contact'>[],
  entries: readonly Pick<Entry, 'promise'>[],
): number[] {
  const touched = new Set(entries.map((entry) => entry.promise))
  return promises.filter(({ id }) => touched.has(id)).map(({ contact }) => contact.id)
}

/** Whether the page has any lines. */
export function hasLines(agenda: Agenda): boolean {
  return agenda.sections.some((section) => section.lines.length > 0)
}

/** Whether a section has lines, shown or left out. */
export function isShown({
  lines,
  more,
}: {
  readonly lines: readonly unknown[]
  readonly more: number
}): boolean {
  return lines.length > 0 || more > 0
}

/** How many lines a section has, including those left out. */
export function countOf(agenda: Agenda, name: SectionName): number {
  return agenda.sections
    .filter((section) => section.name === name)
    .reduce((sum, section) => sum + section.lines.length + section.more, 0)
}
