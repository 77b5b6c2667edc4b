import { isMissed, isSpoken, type Call } from '../../domain/call.ts'
import type { Moment } from '../../domain/moment.ts'
import type { OpenedBy } from '../../domain/promise.ts'

/** A call with a contact: when it was, and what the diary knows of it. */
export type CallWith = Pick<Call, 'kind' | 'seconds'> & {
  readonly at: Moment
  /** The promise of the entry that the diary has of it already; `'new'` where it has none. */
  readonly known: { readonly promise: number | null } | 'new'
}

/** What the diary knows of a contact when a log is read. */
export type Owed = {
  /** The call-back, or other answer, that is owed already: since when the last of their calls waits for it. */
  readonly open: { readonly lastAsked: number; readonly openedBy: OpenedBy | null } | null
  /** The last time we spoke, as the diary has it. */
  readonly spoken: Moment | null
  /** Missed calls before this instant are no longer followed up. */
  readonly since: number
  readonly mayCall: boolean
}

/** What one call means for the call-backs. */
export type Meaning<Each extends CallWith> = {
  readonly call: Each
  /** The call-back that it belongs to: the one owed already, or the one that is owed from now on. */
  readonly about: 'open' | 'made' | null
  /** Whether it is what closes the call-back that was owed. */
  readonly closes: boolean
  /** When we spoke after it, where it was missed. */
  readonly answered: Moment | null
}

/** What the calls with one contact come to. */
export type CallBacks<Each extends CallWith> = {
  readonly meanings: readonly Meaning<Each>[]
  /** The missed calls for which one call-back is owed from now on, the oldest first; none if none is. */
  readonly made: readonly Each[]
  /** Those that would owe one, but were before `since`. */
  readonly tooOld: number
  /** Those that would owe one to somebody who does not want to be called (R58). */
  readonly unwanted: number
  /** Whether we spoke after the last time they asked, and what they asked for, which the log cannot know, stays open. */
  readonly spokeSinceOpen: boolean
}

/**
 * What the calls of a log with one contact come to: one call-back is owed for all that were missed since we last
 * spoke (R23). The one that a log opened is closed by a call in which we spoke; one with more in it, which was
 * written down by hand, is not, since nobody knows whether it was spoken of. A call that they did not take is a try
 * of the call-back it follows, and of no other promise.
 *
 * @param calls oldest first
 */
export function callBacksFor<Each extends CallWith>(calls: readonly Each[], owed: Owed): CallBacks<Each> {
  const { spoken, since, mayCall } = owed
  const isAfterSpoken = ({ at }: Each): boolean => spoken === null || at.instant > spoken.instant
  let open = owed.open
  let spokeSinceOpen = false
  let waiting: Each[] = []
  let tries: Each[] = []
  const about = new Map<Each, 'open' | 'made'>()
  const answered = new Map<Each, Moment>()
  let closing: Each | null = null

  for (const call of calls) {
    const isNew = call.known === 'new'
    if (isSpoken(call)) {
      for (const missed of waiting) answered.set(missed, call.at)
      waiting = []
      tries = []
      if (open !== null && isNew && call.at.instant > open.lastAsked) {
        if (open.openedBy === 'call log') {
          closing = call
          about.set(call, 'open')
          open = null
        } else spokeSinceOpen = true
      }
    } else if (isMissed(call)) {
      const isFresh = isAfterSpoken(call) && call.at.instant >= since
      if (open !== null && isNew && isFresh) {
        about.set(call, 'open')
        open = { ...open, lastAsked: Math.max(open.lastAsked, call.at.instant) }
        spokeSinceOpen = false
      } else if (isNew || call.known.promise === null) waiting.push(call)
    } else if (call.kind === 'outgoing' && isNew) {
      if (open?.openedBy === 'call log' && call.at.instant > open.lastAsked) about.set(call, 'open')
      else if (waiting.length > 0) tries.push(call)
    }
  }

  if (spoken !== null) for (const missed of waiting) if (!isAfterSpoken(missed)) answered.set(missed, spoken)
  const unanswered = open === null ? waiting.filter(isAfterSpoken) : []
  const recent = unanswered.filter(({ at }) => at.instant >= since)
  const made = mayCall ? recent : []
  const [first] = made
  for (const missed of made) about.set(missed, 'made')
  if (first !== undefined)
    for (const attempt of tries) if (attempt.at.instant > first.at.instant) about.set(attempt, 'made')

  return {
    meanings: calls.map((call) => ({
      call,
      about: about.get(call) ?? null,
      closes: call === closing,
      answered: answered.get(call) ?? null,
    })),
    made,
    tooOld: recent.length > 0 ? 0 : unanswered.length,
    unwanted: mayCall ? 0 : recent.length,
    spokeSinceOpen,
  }
}
