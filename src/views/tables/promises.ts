import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Due } from '../../domain/day.ts'
import { isLate, type Moment } from '../../domain/moment.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { lateAfter, type DiaryPromise } from '../../domain/promise.ts'
import { closedWords, promiseWords } from '../card/promise-words.ts'
import { tableView } from '../layout/table.ts'
import type { Theme } from '../layout/theme.ts'

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
    promiseWords(promise),
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

function stateOf(promise: DiaryPromise, next: Due, now: Moment, words: DateWords): string {
  if (promise.status !== 'open') return closedWords(promise, now, words)
  const again = next.day === promise.due.day ? '' : `next ${words.short(next.day, now.day)}`
  return [isLate(lateAfter(promise), now) ? 'late' : '', again].filter((word) => word !== '').join(', ')
}
