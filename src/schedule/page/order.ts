import type { PagePromise, SectionName } from '../../domain/page.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { PromiseLine } from './line.ts'

/** The sections that promises stand in. */
export type PromiseSection = Exclude<SectionName, 'keep-in-touch'>

/** What the order of a section goes by. */
type Ranked = Pick<PromiseLine, 'promise' | 'chases' | 'next'>

type Rank = (line: Ranked) => number | string

const dueDay: Rank = ({ promise }) => promise.due.day

/** What a line is sorted by in each section, what counts most first; those equal in all of it rank equal. */
const ranks: Record<PromiseSection, readonly Rank[]> = {
  'carried-over': [({ promise }) => urgency(promise), leastAsked, dueDay],
  today: [({ promise }) => answerUrgency(promise), leastAsked, ({ next }) => next.time ?? ''],
  waiting: [dueDay],
}

/**
 * The lines of a section in the order of the page, whatever order they came in. Among those that rank equal,
 * one contact's stand together, so that one call does them all, and the lowest number leads.
 */
export function inOrder<Line extends Ranked>(section: PromiseSection, lines: readonly Line[]): Line[] {
  const ordered: Line[] = []
  const inTurn = lines.toSorted((a, b) => a.promise.id - b.promise.id)
  rankInto(ordered, inTurn, ranks[section])
  return ordered
}

/** Adds lines to those before them: by the first rank, those equal in it by the next, and in the end by contact. */
function rankInto<Line extends Ranked>(ordered: Line[], lines: readonly Line[], by: readonly Rank[]): void {
  const rank = by[0]
  if (lines.length <= 1) {
    addTo(ordered, lines)
  } else if (rank === undefined) {
    groupBy(lines, contactId).forEach((theirs) => addTo(ordered, theirs))
  } else {
    const lesser = by.slice(1)
    const groups = groupBy(lines, rank)
    const values = [...groups.keys()].toSorted(ascending)
    values.forEach((value) => rankInto(ordered, groups.get(value) ?? [], lesser))
  }
}

function addTo<Line extends Ranked>(ordered: Line[], lines: readonly Line[]): void {
  lines.forEach((line) => ordered.push(line))
}

function ascending(a: number | string, b: number | string): number {
  return a < b ? -1 : 1
}

function contactId({ promise }: Ranked): number {
  return promise.contact.id
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

/** How often they asked raises a line (R24). */
function leastAsked({ chases }: Ranked): number {
  // Not -chases: that makes of 0 a number that is kept apart from the small ones.
  return 0 - chases
}
