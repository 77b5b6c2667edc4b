import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Due } from '../../domain/day.ts'
import { isLate, type Moment } from '../../domain/moment.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { lateAfter, type DiaryPromise } from '../../domain/promise.ts'
import { everyWords } from '../../domain/repeat.ts'
import { closedWords, promiseWords } from '../card/promise-words.ts'
import { leastWidth, listView, type LineOptions } from '../layout/list.ts'
import { tableView } from '../layout/table.ts'
import type { Theme } from '../layout/theme.ts'

type ListOptions = LineOptions & {
  readonly theme: Theme
  readonly words: DateWords
  readonly now: Moment
}

/** The rows of a list, one line each, in pieces for streaming. */
function listOf(
  head: readonly string[],
  rows: Iterable<readonly string[]>,
  { theme, width, isScreen }: ListOptions,
  whole: readonly number[],
): Iterable<string> {
  const align = ['right' as const]
  if (isScreen && width < leastWidth) return [tableView(head, [...rows], { theme, width, align })]
  return listView(head, rows, { theme, fit: isScreen ? width : null, align, whole })
}

function* mapped<Item, Value>(items: Iterable<Item>, map: (item: Item) => Value): Generator<Value> {
  for (const item of items) yield map(item)
}

/** Promises, one per row: who owes what, by when, and the outcome. */
export function promiseList(
  promises: Iterable<{ readonly promise: DiaryPromise; readonly next: Due }>,
  options: ListOptions,
): Iterable<string> {
  const { now, words } = options
  const rows = mapped(promises, ({ promise, next }) => [
    String(promise.id),
    nameAndCompany(promise.contact),
    promiseWords(promise),
    dueWords(promise.due, now.day, words),
    stateOf(promise, next, now, words),
  ])
  return listOf(['', 'who', 'what', 'due', ''], rows, options, [0, 3])
}

/** People, one per row: how to reach them, when they were last reached, and what comes next. */
export function peopleList(
  people: Iterable<{
    readonly contact: Contact
    readonly last: Moment | null
    readonly next: Due['day'] | null
  }>,
  options: ListOptions,
): Iterable<string> {
  const { now, words } = options
  const rows = mapped(people, ({ contact, last, next }) => [
    `@${contact.id}`,
    nameAndCompany(contact),
    contact.phones[0]?.readable ?? contact.emails[0]?.value ?? contact.addresses[0]?.text ?? '',
    last === null ? 'never' : words.short(last.day, now.day),
    next === null ? 'nothing' : words.short(next, now.day),
  ])
  return listOf(['', 'who', 'reach', 'last', 'next'], rows, options, [0, 2, 3, 4])
}

function stateOf(promise: DiaryPromise, next: Due, now: Moment, words: DateWords): string {
  if (promise.status !== 'open') return closedWords(promise, now, words)
  const again = next.day === promise.due.day ? '' : `next ${words.short(next.day, now.day)}`
  const often = promise.repeat === null ? '' : everyWords(promise.repeat.every)
  return [isLate(lateAfter(promise), now) ? 'late' : '', again, often]
    .filter((word) => word !== '')
    .join(', ')
}
