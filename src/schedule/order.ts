import { compareText } from '../domain/day.ts'
import type { SectionName } from '../domain/page.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { grouped } from './grouped.ts'
import type { Standing } from './standing.ts'

/** An open promise and where it stands: what a line is made from. */
export type Standee = { readonly promise: OpenPromise; readonly standing: Standing }

/** The sections that promises stand in. */
export type PromiseSection = Exclude<SectionName, 'keep-in-touch'>

/** What a line is sorted by in each section, as text: lines with the same text rank equal. */
const ranks: Record<PromiseSection, (standee: Standee) => string> = {
  'carried-over': ({ promise }) => `${urgency(promise)} ${promise.due.day}`,
  today: ({ promise, standing }) => `${answerUrgency(promise)} ${standing.next.time ?? ''}`,
  waiting: ({ promise }) => promise.due.day,
}

/**
 * The promises of a section in the order of the page, whatever order they came in. Among those that rank equal,
 * one contact's stand together, so that one call does them all, and the lowest number leads.
 */
export function inOrder(section: PromiseSection, standees: readonly Standee[]): Standee[] {
  const byNumber = standees.toSorted((a, b) => a.promise.id - b.promise.id)
  return [...grouped(byNumber, ranks[section])]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, equals]) => [...grouped(equals, ({ promise }) => promise.contact.id).values()].flat())
}

/** Hot first (R22), then complaints (R26), then the rest. */
function urgency(promise: OpenPromise): 0 | 1 | 3 {
  if (promise.hot) return 0
  return promise.kind === 'complaint' ? 1 : 3
}

/** As `urgency`, with the answers I owe before the rest (R19, R20). */
function answerUrgency(promise: OpenPromise): 0 | 1 | 2 | 3 {
  const owesAnswer = promise.kind === 'call-back' || promise.kind === 'answer'
  return owesAnswer && !promise.hot ? 2 : urgency(promise)
}
