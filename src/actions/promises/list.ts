import type { App } from '../../app.ts'
import { compareDue, compareText, type Due } from '../../domain/day.ts'
import { normalizeText } from '../../domain/normalize.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { promiseList } from '../../views/tables/promises.ts'
import { promisesAsJson, statesOf } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { inBatches } from '../in-batches.ts'
import type { PromiseFilter } from '../../domain/promise-filter.ts'
import { chosenPromises } from './choose-promises.ts'

/** The sort orders: by day, by the name of the contact, or by lateness, the latest first. */
export const promiseOrders = ['due', 'who', 'late'] as const
export type PromiseOrder = (typeof promiseOrders)[number]

/** The order and the length of a list. */
export type ListForm = { readonly order: PromiseOrder; readonly limit: number }

/** Prints the promises that match a filter; by default sorted by the day on which they are due or were closed. */
export function listPromises(app: App, filter: PromiseFilter, { order, limit }: ListForm): void {
  let count = 0
  function* listed(): Generator<readonly DiaryPromise[]> {
    const batches = chosenPromises(app, filter)
    for (const batch of order === 'due' ? batches : [inOrder(app, [...batches].flat(), order)]) {
      const room = Math.max(0, limit - count)
      count += batch.length
      yield room < batch.length ? batch.slice(0, room) : batch
    }
  }
  printData(app, {
    json: () => ({ items: promisesAsJson(app, [...listed()].flat()) }),
    text: () => promiseList(withNext(app, listed()), viewOptions(app)),
    note: () => {
      if (count === 0) return 'No such promises.'
      return count > limit ? `${count - limit} more are not listed.` : null
    },
  })
}

/** Promises with the day of their next lines, which are looked up as the promises are read. */
function* withNext(
  app: App,
  batches: Iterable<readonly DiaryPromise[]>,
): Generator<{ readonly promise: DiaryPromise; readonly next: Due }> {
  for (const found of batches) {
    for (const batch of inBatches(found)) {
      const states = statesOf(app, batch)
      for (const promise of batch) yield { promise, next: states.get(promise.id)?.next ?? promise.due }
    }
  }
}

function inOrder(app: App, promises: readonly DiaryPromise[], order: PromiseOrder): readonly DiaryPromise[] {
  switch (order) {
    case 'due':
      return promises
    case 'who': {
      const names = new Map(promises.map(({ contact }) => [contact.id, normalizeText(contact.name)]))
      return promises.toSorted((a, b) =>
        compareText(names.get(a.contact.id) ?? '', names.get(b.contact.id) ?? ''),
      )
    }
    case 'late': {
      const states = statesOf(app, promises)
      const lateFrom = ({ id, due }: DiaryPromise): Due => states.get(id)?.lateFrom ?? due
      return promises.toSorted((a, b) => compareDue(lateFrom(a), lateFrom(b)))
    }
  }
}
