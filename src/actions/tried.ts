import type { Moment } from '../domain/moment.ts'
import type { OpenPromise } from '../domain/promise.ts'
import type { StateEntry } from '../domain/entry.ts'
import type { PromiseState } from '../schedule/state/promise-state.ts'

/** A promise with tries that reached nobody, and the last of them. */
export type Tried = { readonly promise: OpenPromise; readonly last: Moment }

/** The open promises with tries that go on: hearing from the contact ends them (R34). */
export function triedAmong(
  open: readonly OpenPromise[],
  states: ReadonlyMap<number, Pick<PromiseState<StateEntry>, 'attempts' | 'lastAttempt'>>,
): Tried[] {
  return open.flatMap((promise) => {
    const state = states.get(promise.id)
    return state?.lastAttempt == null || state.attempts === 0 ? [] : [{ promise, last: state.lastAttempt.at }]
  })
}
