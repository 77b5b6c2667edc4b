import type { Channel } from './contact.ts'
import type { PeriodUnit } from './period.ts'
import type { PromiseKind } from './promise.ts'

/**
 * How long after an event a step is due. Minutes and hours are working time; days, weeks and months are calendar
 * days that move to a working day; `wd` are working days, of which 0 is the rest of this one. `now` is the very day.
 */
export type Offset =
  | { readonly unit: 'now' }
  | { readonly unit: 'm' | 'h' | PeriodUnit; readonly count: number }

/** One step of a plan. */
export type PlanStep = {
  /** What the offset counts from: the event, or the day the step before was closed. */
  readonly after: 'event' | 'previous'
  readonly offset: Offset
  /** Whether the time in transit is added first (R30). */
  readonly transit: boolean
  /** The last day of a window that begins at the offset, where there is one (R29). */
  readonly until: Offset | null
  readonly channel: Channel | null
  /** A template with `{name}`, `{what}` and `{day}`. */
  readonly what: string
  readonly kind: PromiseKind
  readonly hot: boolean
}

/** A named list of steps that an event starts. */
export type Plan = { readonly name: string; readonly meaning: string; readonly steps: readonly PlanStep[] }

/** A plan that was started for a contact, with the steps it had then: a later change of the plan leaves it alone. */
export type PlanRun = {
  readonly id: number
  readonly uid: string
  readonly contact: { readonly id: number; readonly name: string }
  readonly plan: string
  readonly steps: readonly PlanStep[]
  /** What the event was about, for `{what}`. */
  readonly what: string
  /** The numbers of the steps that have become promises. */
  readonly begun: ReadonlySet<number>
  /** Why the steps not yet begun will not be; `null` while they will. */
  readonly stopped: string | null
}

/** The days between tries of a ladder, as they were from an instant on; the last one repeats. */
export type Ladder = {
  /** Seconds since 1970 in UTC from which tries climb it; a ladder climbed is the one of its first try. */
  readonly since: number
  readonly rungs: readonly Offset[]
}

/** The ladder among the user's versions (oldest first) that was in force at an instant; `null` before the first. */
export function ladderAt(ladders: readonly Ladder[], instant: number): Ladder | null {
  return ladders.findLast((ladder) => ladder.since <= instant) ?? null
}

/** Fills in a step's template. */
export function stepText(template: string, words: { name: string; what: string; day: string }): string {
  return template.replaceAll(/\{(name|what|day)\}/g, (_, field: 'name' | 'what' | 'day') => words[field])
}
