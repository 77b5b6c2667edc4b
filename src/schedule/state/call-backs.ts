import { isMissed, isSpoken, type Call } from '../../domain/call.ts'
import type { Moment } from '../../domain/moment.ts'
import type { OpenedBy } from '../../domain/promise.ts'

/** A call with a contact, and its state in the diary. */
export type CallWith = Pick<Call, 'kind' | 'seconds'> & {
  readonly at: Moment
  /** The promise of its existing entry; `'new'` if it has no entry. */
  readonly known: { readonly promise: number | null } | 'new'
}

/** The state of a contact in the diary when a log is read. */
export type Owed = {
  /** The call-back or other answer already owed, and the last call that waits for it. */
  readonly open: { readonly lastAsked: number; readonly openedBy: OpenedBy | null } | null
  /** The last time we spoke, according to the diary. */
  readonly spoken: Moment | null
  /** Missed calls before this instant are no longer followed up. */
  readonly since: number
  readonly mayCall: boolean
}

/** The effect of one call on the call-backs. */
export type Meaning<Each extends CallWith> = {
  readonly call: Each
  /** The call-back to which it belongs: the existing one, or the new one. */
  readonly about: 'open' | 'made' | null
  /** Whether it closes the existing call-back. */
  readonly closes: boolean
  /** For a missed call, when we spoke after it. */
  readonly answered: Moment | null
}

/** The result of the calls with one contact. */
export type CallBacks<Each extends CallWith> = {
  readonly meanings: readonly Meaning<Each>[]
  /** The missed calls of the new call-back, the oldest first; empty without a new one. */
  readonly made: readonly Each[]
  /** Missed calls without a call-back because they were before `since`. */
  readonly tooOld: number
  /** Missed calls without a call-back because the contact does not want to be called (R58). */
  readonly unwanted: number
  /**
   * Whether we spoke after their last request, but the request stays open, because the log does not know what was said.
   */
  readonly spokeSinceOpen: boolean
}

/**
 * The result of a log's calls with one contact: one call-back is owed for all calls missed since we last spoke (R23). A
 * call-back opened by a log is closed by a call in which we spoke. One that was changed by hand is not, because nobody
 * knows whether its subject came up. An unanswered outgoing call counts as an attempt on the call-back before it, and
 * on no other promise.
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
