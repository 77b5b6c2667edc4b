import type { Contact, ContactName } from './contact.ts'
import type { Day } from './day.ts'
import type { Entry, Feedback } from './entry.ts'
import type { Moment } from './moment.ts'
import type { RegularContact } from './page.ts'
import type { ClosingOutcome, DiaryPromise, OpenPromise } from './promise.ts'

/** The days from one to another, both included. */
export type DayRange = { readonly from: Day; readonly until: Day }

/** The same for the days that are looked back on, and for as many before them. */
export type Compared<Figure> = { readonly now: Figure; readonly before: Figure }

/** The fewest cases that make a share or a middle worth saying. */
export const minimumCases = 5

/** How many of how many. */
export type Share = { readonly count: number; readonly of: number }

/** The middle of so many values, the mean of the two middle ones where they are even; `null` of too few. */
export type Median = { readonly middle: number | null; readonly of: number }

/** How my word was kept (R53). */
export type WordKept = {
  readonly onTime: Share
  /** The most kept on time one after another. */
  readonly longestRun: number
  readonly dropped: number
}

/** How those who asked were answered (R21). */
export type Answers = {
  readonly within24Hours: Share
  /** In minutes. */
  readonly time: Median
  /** Asked less than 24 hours ago and not answered yet: in none of the figures. */
  readonly pending: number
}

/** How many were reached, or bought, at the 1st try, the 2nd and so on; the last number is that try and all later ones. */
export type Tries = { readonly at: readonly number[]; readonly of: number }

/** The tries that are counted by themselves; the last one stands for all later ones too. */
export const triesCounted = 6

export type Reason = { readonly reason: string; readonly count: number }

/** What a contact decided, where waiting has an end. */
export const results = ['sold', 'declined', 'postponed'] as const satisfies readonly ClosingOutcome[]
export type Result = (typeof results)[number]

/** How often each of us began: they, or I (R54). */
export type Starts = { readonly theirs: number; readonly mine: number }

/** How soon I turned to those I met (R27). */
export type FirstContact = {
  /** In minutes. */
  readonly time: Median
  /** To whom I have not turned yet. */
  readonly untouched: number
}

/** Somebody who should have been spoken to again by now. */
export type Drifting = { readonly contact: ContactName; readonly daysLate: number; readonly reason: string }

/** Something they owe me, and by how many days it is late. */
export type Waiting = { readonly promise: OpenPromise; readonly daysLate: number; readonly isLate: boolean }

/** What to see to first (R56); `null` where nothing is left lying. */
export type First = 'late' | 'waiting' | 'drifting' | null

/** How well my word was kept, and who is drifting away. */
export type Review = {
  readonly now: Moment
  readonly days: Compared<DayRange>
  readonly first: First
  readonly word: Compared<WordKept>
  /** My open promises that are past their day. */
  readonly late: number
  readonly answers: Compared<Answers>
  /** Whether the hours of an answer are working hours. */
  readonly inWorkingHours: boolean
  readonly reached: Compared<Tries>
  readonly sold: Compared<Tries>
  /** The most frequent first. */
  readonly declines: Compared<readonly Reason[]>
  /** In days, by what it ended with (R38). */
  readonly waits: Compared<Readonly<Record<Result, Median>>>
  readonly starts: Compared<Starts>
  /** Of the days that are looked back on, those who are heard and called most first. */
  readonly startsWith: readonly (Starts & { readonly contact: ContactName })[]
  readonly firstContact: Compared<FirstContact>
  /** Longest overdue first. */
  readonly drifting: readonly Drifting[]
  /** The earliest due first. */
  readonly waiting: readonly Waiting[]
  /** Newest first. */
  readonly feedback: Readonly<Record<Feedback, readonly Entry[]>>
}

/** What the diary knows that bears on a review. */
export type ReviewFacts = {
  readonly days: Compared<DayRange>
  /** The promises closed in those days. */
  readonly closed: readonly DiaryPromise[]
  /** My open promises that are due by now. */
  readonly mine: readonly OpenPromise[]
  /** All open promises of theirs. */
  readonly theirs: readonly OpenPromise[]
  /**
   * The entries of those days; and of the days before, all of the promises closed and of the answers owed, and all
   * with those who bought, were met, or have been waiting for an answer since then. Oldest first.
   */
  readonly entries: readonly Entry[]
  /** The contacts met and added in those days. */
  readonly met: readonly Contact[]
  readonly regulars: readonly RegularContact[]
}

/** Whether there are enough cases to say a figure of them. */
export function isEnough({ of }: { readonly of: number }): boolean {
  return of >= minimumCases
}
