import type { App } from '../../app.ts'
import type { ContactKind } from '../../domain/contact.ts'
import { compareDue, type Day } from '../../domain/day.ts'
import { isLate } from '../../domain/moment.ts'
import { lateAfter, type DiaryPromise, type PromiseKind } from '../../domain/promise.ts'
import { promiseTable } from '../../views/tables/promises.ts'
import { promisesAsJson, statesOf } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'

/** Filters of promises; those that are `null` do not apply. */
export type PromiseFilter = {
  readonly statuses: readonly DiaryPromise['status'][]
  readonly owner: DiaryPromise['owner'] | null
  /** With one of these contacts, or about them. */
  readonly contacts: readonly number[] | null
  /** Of promises, or of the contacts they are with. */
  readonly kind: PromiseKind | ContactKind | null
  readonly isHot: boolean
  /** Open, and past their day or time. */
  readonly isLate: boolean
  /** The first and the last day on which they are due if open, or were closed. */
  readonly since: Day | null
  readonly until: Day | null
}

/** Prints the promises that a filter chooses, by the day they are due or were closed. */
export function listPromises(app: App, filter: PromiseFilter): void {
  const promises = choosePromises(app, filter)
  printData(app, {
    json: () => ({ items: promisesAsJson(app, promises) }),
    text: () => {
      const next = new Map([...statesOf(app, promises)].map(([id, state]) => [id, state.next]))
      return promiseTable(promises, next, viewOptions(app))
    },
    note: promises.length === 0 ? 'No such promises.' : null,
  })
}

function choosePromises(app: App, filter: PromiseFilter): DiaryPromise[] {
  const { statuses, owner, contacts, kind, since, until } = filter
  const ofKind = kind === null ? null : idsOfKind(app, kind)
  return statuses
    .flatMap((status) => app.diary().promises.where({ status, ...(contacts === null ? {} : { contacts }) }))
    .filter((promise) => owner === null || promise.owner === owner)
    .filter((promise) => !filter.isHot || promise.hot)
    .filter((promise) => ofKind === null || promise.kind === kind || ofKind.has(promise.contact.id))
    .filter((promise) => since === null || dayOf(promise) >= since)
    .filter((promise) => until === null || dayOf(promise) <= until)
    .filter((promise) => !filter.isLate || (promise.status === 'open' && isLate(lateAfter(promise), app.now)))
    .sort(
      (a, b) =>
        compareDue({ day: dayOf(a), time: a.due.time }, { day: dayOf(b), time: b.due.time }) || a.id - b.id,
    )
}

function idsOfKind(app: App, kind: PromiseKind | ContactKind): ReadonlySet<number> {
  const contacts = app.diary().contacts.all()
  return new Set(contacts.filter((contact) => contact.kind === kind).map(({ id }) => id))
}

function dayOf(promise: DiaryPromise): Day {
  return promise.status === 'open' ? promise.due.day : promise.closedAt.day
}
