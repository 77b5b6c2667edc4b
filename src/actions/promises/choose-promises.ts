import type { App } from '../../app.ts'
import type { ContactKind } from '../../domain/contact.ts'
import { compareDue, type Day } from '../../domain/day.ts'
import { notFound, usage } from '../../domain/errors.ts'
import { isLate } from '../../domain/moment.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import type { PromiseFilter, TypedPromiseFilter } from '../../domain/promise-filter.ts'
import { lateAfter, type DiaryPromise, type OpenPromise, type PromiseKind } from '../../domain/promise.ts'
import { contactsMeant } from '../people/find-contact.ts'
import { choosePeople } from '../people/people-filter.ts'
import { inBatches } from '../in-batches.ts'
import { readWhen } from '../read-when.ts'

/**
 * Reads a filter of promises with these statuses.
 *
 * @throws FuError `usage` if a day cannot be read or two filters exclude each other; whatever `contactsMeant` throws
 */
export function readPromiseFilter(
  app: App,
  statuses: PromiseFilter['statuses'],
  people: PeopleFilter,
  { mine, theirs, late, hot, since, until, who, kind }: TypedPromiseFilter,
): PromiseFilter {
  if (mine === true && theirs === true) {
    throw usage('--mine and --theirs cannot be combined.', 'Leave both out for all.')
  }
  // Open promises lie ahead and closed ones lie back: that decides the week of "fri" and the year of "27 nov".
  const direction = statuses.every((status) => status === 'open') ? 'either' : 'back'
  const from = since === undefined ? null : readWhen(app, since, direction).day
  const to = until === undefined ? null : readWhen(app, until, direction).day
  if (from !== null && to !== null && from > to) {
    throw usage(`--since ${from} is after --until ${to}.`, 'Name the earlier day first.')
  }
  return {
    statuses,
    owner: mine === true ? 'mine' : theirs === true ? 'theirs' : null,
    since: from,
    until: to,
    contacts: who === undefined ? null : contactsMeant(app, who).map(({ id }) => id),
    kind: kind ?? null,
    isHot: hot === true,
    isLate: late === true,
    people,
  }
}

/** The promises that a filter chooses, by the day they are due or, if closed, were closed. */
export function choosePromises(app: App, filter: PromiseFilter): DiaryPromise[] {
  return [...chosenPromises(app, filter)].flat()
}

/** The same in batches; each batch is read when it is asked for. */
export function* chosenPromises(app: App, filter: PromiseFilter): Generator<DiaryPromise[]> {
  const isChosen = promiseChooser(app, filter)
  const { promises } = app.diary()
  for (const ids of inBatches(idsByDay(app, filter))) {
    const byId = new Map(promises.where({ ids }).map((promise) => [promise.id, promise]))
    yield ids.flatMap((id) => byId.get(id) ?? []).filter(isChosen)
  }
}

function idsByDay(app: App, { statuses, contacts }: PromiseFilter): number[] {
  const { promises } = app.diary()
  const keys =
    contacts === null
      ? promises.days(statuses)
      : promises
          .where({ contacts })
          .map((promise) => ({ id: promise.id, day: dayOf(promise), time: promise.due.time }))
  return keys.sort((a, b) => compareDue(a, b) || a.id - b.id).map(({ id }) => id)
}

/** Tests whether the filter chooses a promise; what all promises share is looked up once. */
function promiseChooser(app: App, filter: PromiseFilter): (promise: DiaryPromise) => boolean {
  const { statuses, owner, kind, since, until, people } = filter
  const described = Object.values(people).every((value) => value === undefined) ? null : idsOf(app, people)
  const ofKind = kind === null ? null : idsOfKind(app, kind)
  return (promise) =>
    statuses.includes(promise.status) &&
    (owner === null || promise.owner === owner) &&
    (!filter.isHot || promise.hot) &&
    (ofKind === null || promise.kind === kind || ofKind.has(promise.contact.id)) &&
    (described === null || described.has(promise.contact.id)) &&
    (since === null || dayOf(promise) >= since) &&
    (until === null || dayOf(promise) <= until) &&
    (!filter.isLate || (promise.status === 'open' && isLate(lateAfter(promise), app.now)))
}

/**
 * The open promises that filters choose.
 *
 * @throws FuError `not-found` if they choose none; whatever `readPromiseFilter` throws
 */
export function chooseOpen(app: App, people: PeopleFilter, typed: TypedPromiseFilter): OpenPromise[] {
  const chosen = choosePromises(app, readPromiseFilter(app, ['open'], people, typed))
  const open = chosen.filter((promise) => promise.status === 'open')
  if (open.length === 0)
    throw notFound('No such promises.', '"fu list" takes the same filters and lists what they choose.')
  return open
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
