import type { App } from '../../app.ts'
import { isMissed, type Call, type CallKind, type CallRow } from '../../domain/call.ts'
import type { Stranger } from '../../domain/call-report.ts'
import type { Phone } from '../../domain/contact.ts'
import { addDays } from '../../domain/day.ts'
import { failed, type FuError } from '../../domain/errors.ts'
import { mostInvalidRows } from '../../domain/import-limits.ts'
import { isStorable } from '../../domain/text.ts'
import { readCaller, type Caller } from '../../parse/contact/caller.ts'

/** The part of a call that is kept until the whole log is read, because there may be many. */
export type KeptCall = { readonly at: number; readonly kind: CallKind; readonly seconds: number | null }

/** Everybody with one number, and their calls, oldest first. */
export type Line = {
  readonly phone: Phone
  /** The key that all spellings of the number share. */
  readonly key: string
  name: string | null
  readonly calls: KeptCall[]
}

/** A completely read log. */
export type Log = {
  readonly lines: readonly Line[]
  /** Duplicate calls in the log. */
  readonly repeated: number
  readonly withoutNumber: number
  readonly blocked: number
  readonly notCalls: number
  readonly invalid: number
  readonly firstInvalid: readonly { readonly place: string; readonly invalid: string }[]
}

/** The most numbers whose parse results are cached. */
const mostRemembered = 20_000

/** The most unreadable rows that are shown. */
const mostShown = 20

/** More numbers than in any phone's log. */
const mostNumbers = 20_000

/**
 * Reads a log to its end before anything is written.
 *
 * @throws FuError `failed` if it has too many numbers, or too many rows that cannot be read
 */
export async function gather(app: App, rows: AsyncIterable<CallRow>): Promise<Log> {
  const { country } = app.settings()
  const callers = new Map<string, Caller>()
  const lines = new Map<string, Line>()
  const counts = { withoutNumber: 0, blocked: 0, notCalls: 0, invalid: 0 }
  const firstInvalid: { place: string; invalid: string }[] = []
  const refuse = (place: string, invalid: string): void => {
    counts.invalid += 1
    if (counts.invalid > mostInvalidRows) throw tooManyInvalid(firstInvalid)
    if (firstInvalid.length < mostShown) firstInvalid.push({ place, invalid })
  }

  for await (const found of rows) {
    if ('other' in found) counts.notCalls += 1
    else if ('invalid' in found) refuse(found.place, found.invalid)
    else {
      const { place, call } = found
      let caller = callers.get(call.number)
      if (caller === undefined) {
        caller = readCaller(call.number, country)
        if (callers.size < mostRemembered) callers.set(call.number, caller)
      }
      const at = instantOf(app, call)
      const wrong = wrongIn(call, caller)
      if (typeof at === 'string') refuse(place, at)
      else if (wrong !== null) refuse(place, wrong)
      else if (call.kind === 'blocked') counts.blocked += 1
      else if (typeof caller === 'string') counts.withoutNumber += 1
      else keep(lines, caller, call, at)
      if (lines.size > mostNumbers)
        throw failed(
          `The log has more than ${mostNumbers} different numbers.`,
          'Nothing was written. If it is the log of a switchboard, split it into several files.',
        )
    }
  }
  let repeated = 0
  for (const line of lines.values()) repeated += settle(line.calls)
  return { lines: [...lines.values()], repeated, ...counts, firstInvalid }
}

function tooManyInvalid([first]: Log['firstInvalid']): FuError {
  return failed(
    `More than ${mostInvalidRows} rows of the log cannot be read.`,
    `Nothing was written. The first is ${first?.place ?? ''}: ${first?.invalid ?? ''}`,
  )
}

function keep(
  lines: Map<string, Line>,
  { phone, key }: Exclude<Caller, string>,
  call: Call,
  at: number,
): void {
  const line = lines.get(key) ?? { phone, key, name: null, calls: [] }
  line.calls.push({ at, kind: call.kind, seconds: call.seconds })
  line.name = cleanName(call.name) ?? line.name
  lines.set(key, line)
}

/** Sorts calls and removes duplicates; returns the number of duplicates. */
function settle(calls: KeptCall[]): number {
  const inOrder = calls.toSorted((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
  const once = inOrder.filter(({ at, kind }, index) => {
    const before = inOrder[index - 1]
    return before === undefined || before.at !== at || before.kind !== kind
  })
  calls.length = 0
  for (const call of once) calls.push(call)
  return inOrder.length - once.length
}

/** Limits for plausible calls: earlier or longer ones are errors in the log. */
const firstLogs = 631_152_000
const longestCall = 7 * 24 * 3600
/** In seconds: how far a phone's clock may be ahead of this machine. */
const ahead = 3600

/** The instant of a call, or why it is impossible. */
function instantOf({ now, momentAt }: App, { at }: Call): number | string {
  if (typeof at !== 'number' && (at.day < '1990' || at.day > addDays(now.day, 2)))
    return `its date is ${at.day < '1990' ? 'before 1990, earlier than any call log' : 'in the future'}`
  const instant = typeof at === 'number' ? at : momentAt(at).instant + at.second
  if (instant < firstLogs) return 'its date is before 1990, earlier than any call log'
  return instant > now.instant + ahead ? 'its date is in the future' : instant
}

function wrongIn({ number, seconds }: Call, caller: Caller): string | null {
  if (seconds !== null && (seconds < 0 || seconds > longestCall)) return `it lasts ${seconds} seconds`
  return caller === 'invalid' ? `"${number.slice(0, 40)}" is not a phone number` : null
}

/** The longest plausible name, in characters. */
const longestName = 120

function cleanName(name: string | null): string | null {
  const clean = name?.replace(/[\p{Cc}\s]+/gu, ' ').trim() ?? ''
  return clean === '' || clean.length > longestName || !isStorable(clean) ? null : clean
}

/** A phone line for the report. */
export function asStranger(app: App, { phone, name, calls }: Line): Stranger {
  const last = calls.reduce((latest, { at }) => Math.max(latest, at), 0)
  return {
    phone,
    name,
    calls: calls.length,
    missed: calls.filter(isMissed).length,
    last: app.momentSince1970(last),
  }
}
