import { groupBy } from '../../domain/group-by.ts'
import type { Moment } from '../../domain/moment.ts'
import type { LoadFacts, LoadPromise } from '../../domain/page.ts'
import type { WorkingWeek } from '../../domain/working-week.ts'
import { promiseState, type PromiseState } from './promise-state.ts'

export type PromiseWithState<Each extends LoadPromise> = {
  readonly promise: Each
  readonly state: PromiseState
}

/**
 * The promises with their states at a moment, in their order.
 *
 * @param facts their entries and contacts, and possibly those of other promises
 */
export function promiseStates<Each extends LoadPromise>(
  promises: readonly Each[],
  { entries, lastRealContacts, ladders }: Omit<LoadFacts, 'promises'>,
  now: Moment,
  week: WorkingWeek,
): PromiseWithState<Each>[] {
  const entriesOf = groupBy(entries, ({ promise }) => promise)
  return promises.map((promise) => {
    const lastRealContact = lastRealContacts.get(promise.contact.id) ?? null
    const state = promiseState(
      promise,
      entriesOf.get(promise.id) ?? [],
      { lastRealContact, ladders, now },
      week,
    )
    return { promise, state }
  })
}
