import type { Contact, ContactName } from './contact.ts'
import type { Day } from './day.ts'
import type { Entry, Feedback } from './entry.ts'
import type { Moment } from './moment.ts'
import type { RegularContact } from './page.ts'
import type { ClosingOutcome, DiaryPromise, OpenPromise } from './promise.ts'

/** Both days are included. */
export type DayRange = { readonly from: Day; readonly until: Day }

/** A figure for the days of the review, and for as many days before them. */
export type Compared<Figure> = { readonly now: Figure; readonly before: Figure }

/** With fewer cases, a share or a median means nothing. */
export const minimumCases = 5

export type Share = { readonly count: number; readonly of: number }

/** `middle` is `null` if there are fewer than `minimumCases` values. */
export type Median = { readonly middle: number | null; readonly of: number }

/** How my word was kept (R53). */
export type WordKept = {
  readonly onTime: Share
  /** The most promises kept on time in a row. */
  readonly longestRun: number
  readonly dropped: number
}

/** How soon I answered (R21). */
export type Answers = {
  readonly within24Hours: Share
  /** In minutes. */
  readonly time: Median
  /** Asked less than 24 hours ago and not answered yet; not counted in the figures. */
  readonly pending: number
}

/** How many contacts were reached, or bought, at the 1st try, the 2nd and so on; the last count includes all later tries. */
export type Tries = { readonly at: readonly number[]; readonly of: number }

export const triesCounted = 6

export type Reason = { readonly reason: string; readonly count: number }

/** The outcomes that end the waiting for a decision. */
export const results = ['sold', 'declined', 'postponed'] as const satisfies readonly ClosingOutcome[]
export type Result = (typeof results)[number]

/** How often they started a conversation, and how often I did (R54). */
export type Starts = { readonly theirs: number; readonly mine: number }

/** How soon I contacted the people I met (R27). */
export type FirstContact = {
  /** In minutes. */
  readonly time: Median
  /** How many I have not contacted yet. */
  readonly untouched: number
}

/** A contact whose cadence has run out. */
export type Drifting = { readonly contact: ContactName; readonly daysLate: number; readonly reason: string }

/** A promise of theirs. */
export type Waiting = { readonly promise: OpenPromise; readonly daysLate: number; readonly isLate: boolean }

/** What to do first (R56). */
export type First = 'late' | 'waiting' | 'drifting' | null

/** The figures of `fu review`. */
export type Review = {
  readonly now: Moment
  readonly days: Compared<DayRange>
  readonly first: First
  readonly word: Compared<WordKept>
  /** My open promises that are past their day. */
  readonly late: number
  readonly answers: Compared<Answers>
  /** Whether answer times are in working hours. */
  readonly inWorkingHours: boolean
  readonly reached: Compared<Tries>
  readonly sold: Compared<Tries>
  /** The most frequent first. */
  readonly declines: Compared<readonly Reason[]>
  /** The days from promise to decision, by the decision (R38). */
  readonly waits: Compared<Readonly<Record<Result, Median>>>
  readonly starts: Compared<Starts>
  /** By contact, for the days of the review; the most frequent contact first. */
  readonly startsWith: readonly (Starts & { readonly contact: ContactName })[]
  readonly firstContact: Compared<FirstContact>
  /** Longest overdue first. */
  readonly drifting: readonly Drifting[]
  /** The earliest due first. */
  readonly waiting: readonly Waiting[]
  /** Newest first. */
  readonly feedback: Readonly<Record<Feedback, readonly Entry[]>>
}

/** Everything that a review is computed from. */
export type ReviewFacts = {
  readonly days: Compared<DayRange>
  /** The promises closed in both ranges of days. */
  readonly closed: readonly DiaryPromise[]
  /** My open promises that are due by now. */
  readonly mine: readonly OpenPromise[]
  /** All open promises of theirs. */
  readonly theirs: readonly OpenPromise[]
  /**
   * The entries of both ranges, oldest first. Also earlier entries: those of the closed promises and of the answers owed,
   * and all with contacts who bought, were met, or have been waiting for an answer.
   */
  readonly entries: readonly Entry[]
  /** The contacts met and added in both ranges of days. */
  readonly met: readonly Contact[]
  readonly regulars: readonly RegularContact[]
}

export function isEnough({ of }: { readonly of: number }): boolean {
  return of >= minimumCases
}
