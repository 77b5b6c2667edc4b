import type { Agenda, Line, SectionName } from '../../domain/page.ts'
import { linesInReadingOrder, type PlacedLine } from '../../domain/reading-order.ts'

/**
 * The progress of a walk through a page, line by line. The page itself is read again at each step, because other
 * processes may write to the diary in the meantime.
 */
export type WalkState = {
  /** The keys of the lines that were answered. */
  readonly answered: ReadonlySet<string>
  /** How often each line was skipped: a line skipped once goes to the end, one skipped twice does not come back. */
  readonly skips: ReadonlyMap<string, number>
  /** The lines that were answered or skipped, in that order. */
  readonly visited: readonly string[]
  /** The line to show next, before all others. */
  readonly returnTo: string | null
}

const maxSkips = 2

export const newWalk: WalkState = { answered: new Set(), skips: new Map(), visited: [], returnTo: null }

/** Identifies a line while the page around it changes: the number of its promise, or of its contact. */
export function lineKey({ promise, contact, isOccasion }: Line): string {
  if (promise !== null) return String(promise.id)
  return isOccasion === true ? `occasion @${contact.id}` : `@${contact.id}`
}

/** The lines of a page in its order; those of some sections, or of all where `only` is `null`. */
export function placedLines(agenda: Agenda, only: readonly SectionName[] | null = null): PlacedLine[] {
  return linesInReadingOrder(agenda).filter(({ section }) => only === null || only.includes(section))
}

/** The lines without surplus keep-in-touch lines, which come up as others are answered: a page has only so many. */
export function withinKeepInTouchLimit(
  placed: readonly PlacedLine[],
  { answered }: WalkState,
  perDay: number,
): PlacedLine[] {
  const answeredCount = [...answered].filter((key) => key.startsWith('@')).length
  const regulars = placed.filter(
    ({ section, line }) => section === 'keep-in-touch' && line.isOccasion !== true,
  )
  const surplus = new Set(regulars.slice(Math.max(0, perDay - answeredCount)))
  return placed.filter((place) => !surplus.has(place))
}

/** The lines that are left, in the order of the page; skipped ones last. */
export function remainingLines(placed: readonly PlacedLine[], progress: WalkState): PlacedLine[] {
  const skips = ({ line }: PlacedLine): number => progress.skips.get(lineKey(line)) ?? 0
  const left = placed.filter(
    (place) => !progress.answered.has(lineKey(place.line)) && skips(place) < maxSkips,
  )
  const rank = (place: PlacedLine): number => (lineKey(place.line) === progress.returnTo ? -1 : skips(place))
  return left.toSorted((a, b) => rank(a) - rank(b))
}

/** The progress after a line was answered. */
export function afterAnswer(progress: WalkState, key: string): WalkState {
  return { ...withVisited(progress, key), answered: new Set([...progress.answered, key]) }
}

/** The progress after a line was skipped. */
export function afterSkip(progress: WalkState, key: string): WalkState {
  const skips = new Map(progress.skips).set(key, (progress.skips.get(key) ?? 0) + 1)
  return { ...withVisited(progress, key), skips }
}

/** The progress after going back to a line, as if it had been neither answered nor skipped. */
export function backTo(progress: WalkState, key: string): WalkState {
  const skips = new Map(progress.skips)
  skips.delete(key)
  return {
    answered: new Set([...progress.answered].filter((other) => other !== key)),
    skips,
    visited: progress.visited.filter((other) => other !== key),
    returnTo: key,
  }
}

function withVisited(progress: WalkState, key: string): WalkState {
  return { ...progress, visited: [...progress.visited.filter((other) => other !== key), key], returnTo: null }
}
