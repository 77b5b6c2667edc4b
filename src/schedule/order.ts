import type { SectionName } from '../domain/page.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { grouped } from './grouped.ts'
import type { Standing } from './standing.ts'

/** An open promise and where it stands: what a line is made from. */
export type Standee = { readonly promise: OpenPromise; readonly standing: Standing }

/** The sections that promises stand in. */
export type PromiseSection = Exclude<SectionName, 'keep-in-touch'>

type Rank = (standee: Standee) => number | string

const dueDay: Rank = ({ promise }) => promise.due.day

/** What a line is sorted by in each section, what counts most first; those equal in all of it rank equal. */
const ranks: Record<PromiseSection, readonly Rank[]> = {
  'carried-over': [({ promise }) => urgency(promise), leastAsked, dueDay],
  today: [({ promise }) => answerUrgency(promise), leastAsked, ({ standing }) => standing.next.time ?? ''],
  waiting: [dueDay],
}

/**
 * The promises of a section in the order of the page, whatever order they came in. Among those that rank equal,
 * one contact's stand together, so that one call does them all, and the lowest number leads.
 */
export function inOrder(section: PromiseSection, standees: readonly Standee[]): Standee[] {
  return ranked(
    standees.toSorted((a, b) => a.promise.id - b.promise.id),
    ranks[section],
  )
}

function ranked(standees: readonly Standee[], [rank, ...lesser]: readonly Rank[]): Standee[] {
  if (rank === undefined) return [...grouped(standees, ({ promise }) => promise.contact.id).values()].flat()
  return [...grouped(standees, rank)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, equals]) => ranked(equals, lesser))
}

/** Hot first (R22), a complaint before the others that are (R26); then other complaints; then the rest. */
function urgency({ hot, kind }: OpenPromise): 0 | 1 | 2 | 4 {
  if (kind === 'complaint') return hot ? 0 : 2
  return hot ? 1 : 4
}

/** As `urgency`, with the answers I owe before the rest (R19, R20). */
function answerUrgency(promise: OpenPromise): 0 | 1 | 2 | 3 | 4 {
  const owesAnswer = promise.kind === 'call-back' || promise.kind === 'answer'
  return owesAnswer && !promise.hot ? 3 : urgency(promise)
}

/** How often they asked raises a line (R24). */
function leastAsked({ standing }: Standee): number {
  return -standing.chases
}
