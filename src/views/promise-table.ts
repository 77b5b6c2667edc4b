import { dueWords, type DateWords } from '../domain/date-words.ts'
import type { Due } from '../domain/day.ts'
import { isLate, type Moment } from '../domain/moment.ts'
import { nameAndCompany, type Contact } from '../domain/contact.ts'
import { keptOnTime, type DiaryPromise } from '../domain/promise.ts'
import { tableView } from './table.ts'
import type { Theme } from './theme.ts'

type TableOptions = {
  readonly theme: Theme
  readonly width: number
  readonly words: DateWords
  readonly now: Moment
}

/** Promises, one a row: who owes what, to when, and what became of it. */
export function promiseTable(
  promises: readonly DiaryPromise[],
  next: ReadonlyMap<number, Due>,
  { now, words, theme, width }: TableOptions,
): string {
  const rows = promises.map((promise) => [
    String(promise.id),
    nameAndCompany(promise.contact),
    whatOf(promise),
    dueWords(promise.due, now.day, words),
    stateOf(promise, next.get(promise.id) ?? promise.due, now, words),
  ])
  return tableView(['', 'who', 'what', 'due', ''], rows, { theme, width, align: ['right'] })
}

/** People, one a row: how to reach them, when they were last reached, and what comes next. */
export function peopleTable(
  people: readonly {
    readonly contact: Contact
    readonly last: Moment | null
    readonly next: Due['day'] | null
  }[],
  { now, words, theme, width }: TableOptions,
): string {
  const rows = people.map(({ contact, last, next }) => [
    `@${contact.id}`,
    nameAndCompany(contact),
    contact.phones[0]?.readable ?? contact.emails[0]?.value ?? contact.addresses[0]?.text ?? '',
    last === null ? 'never' : words.short(last.day, now.day),
    next === null ? 'nothing' : words.short(next, now.day),
  ])
  return tableView(['', 'who', 'reach', 'last', 'next'], rows, { theme, width, align: ['right'] })
}

function whatOf(promise: DiaryPromise): string {
  const said =
    promise.status === 'kept'
      ? (promise.note ?? promise.reason)
      : promise.status === 'dropped'
        ? promise.reason
        : null
  const hot = promise.hot && promise.status === 'open' ? 'hot · ' : ''
  const theirs = promise.owner === 'theirs' ? 'they: ' : ''
  return `${hot}${theirs}${promise.what}${said === null ? '' : ` (${said})`}`
}

function stateOf(promise: DiaryPromise, next: Due, now: Moment, words: DateWords): string {
  if (promise.status === 'dropped') return `dropped ${words.short(promise.closedAt.day, now.day)}`
  if (promise.status === 'kept') {
    const how = promise.outcome === 'reached' ? 'kept' : promise.outcome
    const late = keptOnTime(promise) === true ? '' : ', late'
    return `${how} ${words.short(promise.closedAt.day, now.day)}${late}`
  }
  const again = next.day === promise.due.day ? '' : `next ${words.short(next.day, now.day)}`
  return [isLate(promise.due, now) ? 'late' : '', again].filter((word) => word !== '').join(', ')
}
