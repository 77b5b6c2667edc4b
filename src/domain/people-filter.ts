import type { ContactKind } from './contact.ts'
import type { Day } from './day.ts'

/** A filter for people; missing conditions match everybody. */
export type PeopleFilter = {
  readonly kind?: ContactKind | undefined
  readonly tag?: readonly string[] | undefined
  readonly met?: string | undefined
  /** The first day of the month in which they bought. */
  readonly bought?: Day | undefined
  readonly drifting?: true | undefined
  readonly untouched?: true | undefined
  readonly nothingNext?: true | undefined
  readonly doNotContact?: true | undefined
}
