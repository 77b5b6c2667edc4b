import type { App } from '../../app.ts'
import type { ContactKind } from '../../domain/contact.ts'
import { compareDue, compareText, type Day, type Due } from '../../domain/day.ts'
import { normalizeText } from '../../domain/normalize.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { isLate } from '../../domain/moment.ts'
import { lateAfter, type DiaryPromise, type PromiseKind } from '../../domain/promise.ts'
import { promiseList } from '../../views/tables/promises.ts'
import { promisesAsJson, statesOf } from '../derived.ts'
import { choosePeople } from '../people/people-filter.ts'
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
  /** With contacts of these tags, met there. */
  readonly people: Pick<PeopleFilter, 'tag' | 'met'>
}

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

function choosePromises(app: App, filter: PromiseFilter): DiaryPromise[] {
  const { statuses, owner, contacts, kind, since, until, people } = filter
  const described = people.tag === undefined && people.met === undefined ? null : idsOf(app, people)
  const ofKind = kind === null ? null : idsOfKind(app, kind)
  return statuses
    .flatMap((status) => app.diary().promises.where({ status, ...(contacts === null ? {} : { contacts }) }))
    .filter((promise) => owner === null || promise.owner === owner)
    .filter((promise) => !filter.isHot || promise.hot)
    .filter((promise) => ofKind === null || promise.kind === kind || ofKind.has(promise.contact.id))
    .filter((promise) => described === null || described.has(promise.contact.id))
    .filter((promise) => since === null || dayOf(promise) >= since)
    .filter((promise) => until === null || dayOf(promise) <= until)
    .filter((promise) => !filter.isLate || (promise.status === 'open' && isLate(lateAfter(promise), app.now)))
    .sort(
      (a, b) =>
        compareDue({ day: dayOf(a), time: a.due.time }, { day: dayOf(b), time: b.due.time }) || a.id - b.id,
    )
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

function idsOf(app: App, people: PeopleFilter): ReadonlySet<number> {
  return new Set(choosePeople(app, app.diary().contacts.all(), people).map(({ id }) => id))
}

function idsOfKind(app: App, kind: PromiseKind | ContactKind): ReadonlySet<number> {
  const contacts = app.diary().contacts.all()
  return new Set(contacts.filter((contact) => contact.kind === kind).map(({ id }) => id))
}

function dayOf(promise: DiaryPromise): Day {
  return promise.status === 'open' ? promise.due.day : promise.closedAt.day
}
