import type { Agenda, Line, SectionName } from '../../domain/page.ts'

/** A line of a page, and the section it stands in. */
export type PlacedLine = { readonly line: Line; readonly section: SectionName }

/**
 * One walk through a page, line by line: what was answered in it, what was put to its end. The page itself is read
 * afresh at each step, since others may write in the diary meanwhile.
 */
export type WalkState = {
  readonly answered: ReadonlySet<string>
  /** How often each line was skipped: once puts it to the end, twice leaves it alone. */
  readonly skips: ReadonlyMap<string, number>
  /** The lines that were left behind, in that order. */
  readonly visited: readonly string[]
  /** The line to come back to before any other. */
  readonly returnTo: string | null
}

const mostSkips = 2

/** A walk that has not begun. */
export const newWalk: WalkState = { answered: new Set(), skips: new Map(), visited: [], returnTo: null }

/** What a line is known by while the page around it changes: the number of its promise, or of its contact. */
export function lineKey({ promise, contact }: Line): string {
  return promise === null ? `@${contact.id}` : String(promise.id)
}

/** The lines of a page in its order, those of some sections or of all. */
export function placedLines(agenda: Agenda, only: readonly SectionName[] | null = null): PlacedLine[] {
  return agenda.sections
    .filter(({ name }) => only === null || only.includes(name))
    .flatMap(({ name, lines }) => lines.map((line) => ({ line, section: name })))
}

/** The lines without those of keep in touch that came up because others were answered: a page has only so many. */
export function withinKeepInTouchLimit(
  placed: readonly PlacedLine[],
  { answered }: WalkState,
  perDay: number,
): PlacedLine[] {
  const had = [...answered].filter((key) => key.startsWith('@')).length
  const regulars = placed.filter(({ section }) => section === 'keep-in-touch')
  const beyond = new Set(regulars.slice(Math.max(0, perDay - had)))
  return placed.filter((place) => !beyond.has(place))
}

/** The lines still to be gone through: in the order of the page, the skipped ones last. */
export function remainingLines(placed: readonly PlacedLine[], progress: WalkState): PlacedLine[] {
  const skips = ({ line }: PlacedLine): number => progress.skips.get(lineKey(line)) ?? 0
  const left = placed.filter(
    (place) => !progress.answered.has(lineKey(place.line)) && skips(place) < mostSkips,
  )
  const rank = (place: PlacedLine): number => (lineKey(place.line) === progress.returnTo ? -1 : skips(place))
  return left.toSorted((a, b) => rank(a) - rank(b))
}

/** The walk after a line was answered, which does not come up in it again. */
export function afterAnswer(progress: WalkState, key: string): WalkState {
  return { ...leaving(progress, key), answered: new Set([...progress.answered, key]) }
}

/** The walk after a line was skipped. */
export function afterSkip(progress: WalkState, key: string): WalkState {
  const skips = new Map(progress.skips).set(key, (progress.skips.get(key) ?? 0) + 1)
  return { ...leaving(progress, key), skips }
}

/** The walk back at a line, as if it had not been gone through. */
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

function leaving(progress: WalkState, key: string): WalkState {
  return { ...progress, visited: [...progress.visited.filter((other) => other !== key), key], returnTo: null }
}
