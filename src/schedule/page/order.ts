import { groupBy } from '../../domain/group-by.ts'
import type { PagePromise, SectionName } from '../../domain/page.ts'
import type { PromiseLine } from './line.ts'

/** The sections of promises. */
export type PromiseSection = Exclude<SectionName, 'keep-in-touch'>

/** What the order of a section depends on. */
type Sortable = Pick<PromiseLine, 'promise' | 'chases' | 'next'>

/** What the lines of a section are sorted by, as text that sorts in the order of the page. */
const sortKeyIn: Record<PromiseSection, (line: Sortable) => string> = {
  // How often they asked raises a line (R24).
  'carried-over': ({ promise, chases }) => `${urgency(promise)} ${descending(chases)} ${promise.due.day}`,
  today: ({ promise, chases, next }) => `${answerUrgency(promise)} ${descending(chases)} ${next.time ?? ''}`,
  waiting: ({ promise }) => promise.due.day,
}

/**
 * The lines of a section in the order of the page, whatever order they came in. Among lines with the same sort key, those
 * of one contact are together, so that one call deals with them all, and the lowest number comes first.
 */
export function inOrder<Line extends Sortable>(section: PromiseSection, lines: readonly Line[]): Line[] {
  const byNumber = lines.toSorted((a, b) => a.promise.id - b.promise.id)
  const equals = groupBy(byNumber, sortKeyIn[section])
  return [...equals.keys()]
    .toSorted()
    .flatMap((key) => [...groupBy(equals.get(key) ?? [], contactId).values()].flat())
}

function contactId({ promise }: Sortable): number {
  return promise.contact.id
}

/** A count as text that sorts the largest first. */
function descending(count: number): string {
  return String(999_999 - count).padStart(6, '0')
}

/** Hot first (R22), a complaint before the others that are (R26); then other complaints; then the rest. */
function urgency({ hot, kind }: PagePromise): 0 | 1 | 2 | 4 {
  if (kind === 'complaint') return hot ? 0 : 2
  return hot ? 1 : 4
}

/** As `urgency`, with the answers I owe before the rest (R19, R20). */
function answerUrgency(promise: PagePromise): 0 | 1 | 2 | 3 | 4 {
  const owesAnswer = promise.kind === 'call-back' || promise.kind === 'answer'
  return owesAnswer && !promise.hot ? 3 : urgency(promise)
}
