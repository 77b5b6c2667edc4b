import type { ContactKind } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Moment } from '../domain/moment.ts'
import type { LoadFacts, PageFacts, RegularContact } from '../domain/page.ts'
import type { Connection } from './connection.ts'
import { loadFacts, pageFacts } from './queries/page-facts.ts'
import { regulars } from './queries/regulars.ts'

/** The facts for pages; `cadencedKinds` are the kinds of contacts with a cadence. */
export type Pages = {
  facts(
    day: Day,
    cadencedKinds: readonly ContactKind[],
    now: Moment,
    /** The month and day (`MM-DD`) of the birthdays and anniversaries that come up. */
    occasionDays?: readonly string[],
  ): PageFacts
  /** The facts that decide how many promises come up on a day. */
  load(day: Day, now: Moment): LoadFacts
  /** The contacts that may be due again. */
  regulars(cadencedKinds: readonly ContactKind[], now: Moment): RegularContact[]
}

export function pagesOf({ read, snapshot }: Connection): Pages {
  return {
    facts: (day, cadencedKinds, now, occasionDays = []) =>
      snapshot((db) => pageFacts(db, day, cadencedKinds, now, occasionDays)),
    load: (day, now) => snapshot((db) => loadFacts(db, day, now)),
    regulars: (cadencedKinds, now) => read((db) => regulars(db, cadencedKinds, now)),
  }
}
