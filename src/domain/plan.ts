import type { Channel } from './channel.ts'
import type { PeriodUnit } from './period.ts'
import type { PromiseKind } from './promise.ts'

/**
 * How long after an event a step is due. Minutes and hours are working time; days, weeks, months and years are calendar
 * time, moved forward to a working day. `wd` are working days: 0 is the rest of the current one. `now` is the same day.
 */
export type Offset =
  | { readonly unit: 'now' }
  | { readonly unit: 'm' | 'h' | PeriodUnit; readonly count: number }

export type PlanStep = {
  /**
   * What the offset counts from: the event, or the closing of the previous step. A `repeat` counts from the closing of the
   * previous step, then from each closing of its own; it is the last step.
   */
  readonly after: 'event' | 'previous' | 'repeat'
  readonly offset: Offset
  /** Whether the time in transit is added first (R30). */
  readonly transit: boolean
  /** The end of the window that begins at the offset, if any (R29). */
  readonly until: Offset | null
  readonly channel: Channel | null
  /** A template with `{name}`, `{what}` and `{day}`. */
  readonly what: string
  readonly kind: PromiseKind
  readonly hot: boolean
}

/** A named list of steps that an event starts. */
export type Plan = { readonly name: string; readonly meaning: string; readonly steps: readonly PlanStep[] }

/** A plan that was started for a contact. It keeps the steps it started with, even if the plan changes later. */
export type PlanRun = {
  readonly id: number
  readonly uid: string
  readonly contact: { readonly id: number; readonly name: string }
  readonly plan: string
  readonly steps: readonly PlanStep[]
  /** What the event was about, for `{what}`; empty if unknown. */
  readonly what: string
  /** The indexes of the steps that have become promises. */
  readonly begun: ReadonlySet<number>
  /** Why the remaining steps were cancelled; `null` while the plan is running. */
  readonly stopped: string | null
}

/** A version of the no-answer ladder: how long after each attempt the next one is; the last rung repeats. */
export type Ladder = {
  /** In force from this instant on (seconds since 1970 in UTC). The first attempt decides which version is climbed. */
  readonly since: number
  readonly rungs: readonly Offset[]
}

/** The ladder among the user's versions (oldest first) that was in force at an instant; `null` before the first. */
export function ladderAt(ladders: readonly Ladder[], instant: number): Ladder | null {
  return ladders.findLast((ladder) => ladder.since <= instant) ?? null
}

/** Whether steps of a plan are still to begin, unless it is stopped. */
export function hasStepsLeft({ steps, begun }: Pick<PlanRun, 'steps' | 'begun'>): boolean {
  return steps.length > begun.size || steps.at(-1)?.after === 'repeat'
}

/**
 * Fills in a step's template. An empty `what` means that the subject of the event is unknown.
 *
 * @example stepText('ask {name} what was decided: {what}', { name: 'Sue', what: '', day: 'Fri' })
 * // 'ask Sue what was decided'
 */
export function stepText(template: string, words: { name: string; what: string; day: string }): string {
  const { what } = words
  const known = what === '' ? { ...words, what: 'it' } : words
  const sentence = what === '' ? template.replaceAll(': {what}', '') : template
  return sentence.replaceAll(/\{(name|what|day)\}/g, (_, field: 'name' | 'what' | 'day') => known[field])
}
