import type { ContactKind } from './contact.ts'
import type { Day } from './day.ts'
import type { PeopleFilter } from './people-filter.ts'
import type { DiaryPromise, PromiseKind } from './promise.ts'

/** Filters of promises; those that are `null` do not apply. */
export type PromiseFilter = {
  readonly statuses: readonly DiaryPromise['status'][]
  readonly owner: DiaryPromise['owner'] | null
  /** With one of these contacts, or about them. */
  readonly contacts: readonly number[] | null
  /** Of promises, or of the contacts they are with. */
  readonly kind: PromiseKind | ContactKind | null
  readonly isHot: boolean
  /** Only open promises that are past their day or time. */
  readonly isLate: boolean
  /** The first and the last day on which they are due or, if closed, were closed. */
  readonly since: Day | null
  readonly until: Day | null
  /** With contacts that this filter chooses. */
  readonly people: PeopleFilter
}

/** Filters of promises as they are typed. */
export type TypedPromiseFilter = {
  readonly mine?: true | undefined
  readonly theirs?: true | undefined
  readonly late?: true | undefined
  readonly hot?: true | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly who?: string | undefined
  readonly kind?: PromiseKind | ContactKind | undefined
}
