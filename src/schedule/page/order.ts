import { groupBy } from '../../domain/group-by.ts'
import type { PagePromise, SectionName } from '../../domain/page.ts'
import type { PromiseLine } from './line.ts'

/** The sections that promises stand in. */
export type PromiseSection = Exclude<SectionName, 'keep-in-touch'>

/** What the order of a section depends on. */
type Ranked = Pick<PromiseLine, 'promise' | 'chases' | 'next'>

/** The sort keys of a line, the most important first; the smaller value comes first. */
type Rank = readonly (number | string)[]

const rankIn: Record<PromiseSection, (line: Ranked) => Rank> = {
  // How often they asked raises a line (R24).
  'carried-over': ({ promise, chases }) => [urgency(promise), -chases, promise.due.day],
  today: ({ promise, chases, next }) => [answerUrgency(promise), -chases, next.time ?? ''],
  waiting: ({ promise }) => [promise.due.day],
}

/**
 * The lines of a section in the order of the page, whatever order they came in. Among those that rank equal, the lines
 * of one contact stand together, so that one call does them all, and the lowest number leads.
 */
export function inOrder<Line extends Ranked>(section: PromiseSection, lines: readonly Line[]): Line[] {
  const rankOf = rankIn[section]
  const byNumber = lines.toSorted((a, b) => a.promise.id - b.promise.id)
  const groups = groupBy(byNumber, (line) => rankOf(line).join(' '))
  return [...groups.values()]
    .map((equal) => ({ equal, rank: equal.slice(0, 1).flatMap(rankOf) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .flatMap(({ equal }) => [...groupBy(equal, ({ promise }) => promise.contact.id).values()].flat())
}

function compareRanks(a: Rank, b: Rank): number {
  const index = a.findIndex((value, place) => value !== b[place])
  const [left, right] = [a[index], b[index]]
  if (left === undefined || right === undefined) return 0
  return left < right ? -1 : 1
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
