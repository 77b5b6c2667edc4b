import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import type { Day } from '../domain/day.ts'
import type { Entry, StateEntry } from '../domain/entry.ts'
import { contactsTouched, type Line, type PagePromise } from '../domain/page.ts'
import type { DiaryPromise, OpenPromise } from '../domain/promise.ts'
import { contactJson, lineJson, promiseJson, type ContactFigures, type Json } from '../formats/json/json.ts'
import { groupBy } from '../domain/group-by.ts'
import { promiseState, type PromiseState } from '../schedule/state/promise-state.ts'

/** The entries of promises, and the last real contact with each of their contacts, by contact id. */
type Happened<Each extends StateEntry> = {
  readonly entries: readonly Each[]
  readonly lastReal: ReadonlyMap<number, Entry>
}

/** The current state of each promise, by promise id. */
export function statesOf(
  app: App,
  promises: readonly DiaryPromise[],
): ReadonlyMap<number, PromiseState<StateEntry>> {
  const entries = app.diary().entries.forStates(promises)
  const open = promises.filter(({ status }) => status === 'open')
  const people = contactsTouched(open, entries)
  return standingsAfter(app, promises, { entries, lastReal: app.diary().entries.lastReal(people, app.now) })
}

/** The current state of each promise, by promise id, from already loaded facts, which may cover more promises. */
export function standingsAfter<Each extends StateEntry>(
  app: App,
  promises: readonly DiaryPromise[],
  { entries, lastReal }: Happened<Each>,
): ReadonlyMap<number, PromiseState<Each>> {
  const { week } = app.settings()
  const byPromise = groupBy(entries, ({ promise }) => promise)
  const ladders = app.diary().plans.ladders()
  return new Map(
    promises.map((promise) => {
      const known = { lastRealContact: lastReal.get(promise.contact.id) ?? null, ladders, now: app.now }
      return [promise.id, promiseState(promise, byPromise.get(promise.id) ?? [], known, week)]
    }),
  )
}

/** The state of one promise now. */
export function stateNow(app: App, promise: DiaryPromise): PromiseState<StateEntry> {
  const state = statesOf(app, [promise]).get(promise.id)
  if (state === undefined) throw new Error(`promise ${promise.id} has no state`)
  return state
}

/** The last real contact with each contact, and the day of the next line with them, by contact id. */
export function contactFigures(app: App, contacts: readonly Contact[]): ReadonlyMap<number, ContactFigures> {
  const ids = contacts.map((contact) => contact.id)
  const lastReal = app.diary().entries.lastReal(ids, app.now)
  const open = app.diary().promises.where({ contacts: ids, status: 'open' })
  const states = statesOf(app, open)
  const next = new Map<number, Day>()
  for (const { id, contact } of open) {
    const day = states.get(id)?.next.day
    const earliest = next.get(contact.id)
    if (day !== undefined && (earliest === undefined || day < earliest)) next.set(contact.id, day)
  }
  return new Map(
    ids.map((id) => [id, { lastContact: lastReal.get(id)?.at ?? null, nextDay: next.get(id) ?? null }]),
  )
}

/** A contact as JSON, with its derived values. */
export function contactAsJson(app: App, contact: Contact): Json {
  return contactsAsJson(app, [contact])[0] ?? null
}

/** Contacts as JSON, in their order. */
export function contactsAsJson(app: App, contacts: readonly Contact[]): Json[] {
  const figures = contactFigures(app, contacts)
  return contacts.map((contact) =>
    contactJson(contact, figures.get(contact.id) ?? { lastContact: null, nextDay: null }),
  )
}

/** Promises as JSON, in their order. */
export function promisesAsJson(app: App, promises: readonly DiaryPromise[]): Json[] {
  const states = statesOf(app, promises)
  return promises.flatMap((promise) => {
    const state = states.get(promise.id)
    return state === undefined ? [] : [promiseJson(promise, state)]
  })
}

/** Lines of a page as JSON, in their order. */
export function linesAsJson(app: App, lines: readonly Line[]): Json[] {
  const people = [
    ...app
      .diary()
      .contacts.byId(lines.map(({ contact }) => contact.id))
      .values(),
  ]
  const contacts = new Map(contactsAsJson(app, people).map((json, index) => [people[index]?.id, json]))
  const open = wholePromises(
    app,
    lines.flatMap(({ promise }) => promise ?? []),
  )
  const promises = new Map(promisesAsJson(app, open).map((json, index) => [open[index]?.id, json]))
  return lines.map((line) =>
    lineJson(line, promises.get(line.promise?.id) ?? null, contacts.get(line.contact.id) ?? null),
  )
}

/** The full promises for the shortened ones of a page. */
export function wholePromises(app: App, promises: readonly PagePromise[]): OpenPromise[] {
  const known = app.diary().promises.where({ ids: promises.map(({ id }) => id) })
  const left = new Map(known.map(({ id, uid, plan }) => [id, { uid, plan }]))
  return promises.flatMap((promise) => {
    const rest = left.get(promise.id)
    return rest === undefined ? [] : [{ ...promise, ...rest }]
  })
}

/** The promises that entries are about, by number. */
export function aboutsOf(app: App, entries: readonly Entry[]): ReadonlyMap<number, DiaryPromise> {
  const abouts = new Map<number, DiaryPromise>()
  for (const { promise: id } of entries) {
    const about = id === null || abouts.has(id) ? null : app.diary().promises.find(id)
    if (about !== null) abouts.set(about.id, about)
  }
  return abouts
}
