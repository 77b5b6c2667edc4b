import type { App } from '../../app.ts'
import { compareDue, compareText, type Due } from '../../domain/day.ts'
import { normalizeText } from '../../domain/normalize.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { promiseList } from '../../views/tables/promises.ts'
import { promisesAsJson, statesOf } from '../derived.ts'
import { printData, viewOptions } from '../print-data.ts'
import { choosePromises, type PromiseFilter } from './choose-promises.ts'

/** What promises can be sorted by: their day, the name of the contact, or how late they are, the latest first. */
export const promiseOrders = ['due', 'who', 'late'] as const
export type PromiseOrder = (typeof promiseOrders)[number]

/** How a list is given: in which order, and how many of it. */
export type ListForm = { readonly order: PromiseOrder; readonly limit: number }

/** Prints the promises that a filter chooses; by the day they are due or were closed, unless another order is asked for. */
export function listPromises(app: App, filter: PromiseFilter, { order, limit }: ListForm): void {
  const chosen = choosePromises(app, filter)
  const promises = inOrder(app, chosen, order).slice(0, limit)
  const more = chosen.length - promises.length
  printData(app, {
    json: () => ({ items: promisesAsJson(app, promises) }),
    text: () => {
      const next = new Map([...statesOf(app, promises)].map(([id, state]) => [id, state.next]))
      return promiseList(promises, next, viewOptions(app))
    },
    note: chosen.length === 0 ? 'No such promises.' : more === 0 ? null : `${more} more are not listed.`,
  })
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
