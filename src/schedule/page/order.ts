import { groupBy } from '../../domain/group-by.ts'
import type { SectionName } from '../../domain/page.ts'
import { urgencyOf } from '../../domain/reading-order.ts'
import type { PromiseLine } from './line.ts'

/** The sections of promises. */
export type PromiseSection = Exclude<SectionName, 'keep-in-touch'>

/** The fields that the order of a section depends on. */
type Sortable = Pick<PromiseLine, 'promise' | 'chases' | 'next'>

/** The sort key of a section's lines, as text that sorts in page order. */
const sortKeyIn: Record<PromiseSection, (line: Sortable) => string> = {
  'carried-over': (line) => firstKey(line) ?? `${restRank} ${asksKey(line)} ${line.promise.due.day}`,
  today: (line) => firstKey(line) ?? todayKey(line),
  waiting: ({ promise }) => promise.due.day,
}

const restRank = 9

/**
 * The key of lines that come first whenever they were due: the more urgent, then the oldest (R22, R26); `null` for
 * other lines.
 */
function firstKey(line: Sortable): string | null {
  const rank = urgencyOf(line.promise)
  return rank === null ? null : `${rank} ${asksKey(line)} ${line.promise.due.day}`
}

/** Times in clock order, then the answers owed (R19, R20), then the rest. */
function todayKey(line: Sortable): string {
  const { promise, next } = line
  if (next.time !== null) return `4 ${next.time} ${asksKey(line)}`
  const owesAnswer = promise.kind === 'call-back' || promise.kind === 'answer'
  return `${owesAnswer ? 5 : restRank} ${asksKey(line)}`
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

/** How often they asked raises a line (R24): the count as text that sorts the largest first. */
function asksKey({ chases }: Sortable): string {
  return String(999_999 - chases).padStart(6, '0')
}
