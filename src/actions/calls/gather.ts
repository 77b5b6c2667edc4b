import type { App } from '../../app.ts'
import { isMissed, type Call, type CallKind, type CallRow } from '../../domain/call.ts'
import type { Stranger } from '../../domain/call-report.ts'
import type { Phone } from '../../domain/contact.ts'
import { addDays } from '../../domain/day.ts'
import { isStorable } from '../../domain/text.ts'
import { readCaller, type Caller } from '../../parse/contact/caller.ts'

/** A call as it is kept until the whole log is read: no more than is needed, since there may be many. */
export type KeptCall = { readonly at: number; readonly kind: CallKind; readonly seconds: number | null }

/** Everybody with one number, and their calls, oldest first. */
export type Line = {
  readonly phone: Phone
  /** What all ways of writing the number share. */
  readonly key: string
  name: string | null
  readonly calls: KeptCall[]
}

/** A log that was read to its end. */
export type Log = {
  readonly lines: readonly Line[]
  /** Calls that stand in the log twice. */
  readonly repeated: number
  readonly withoutNumber: number
  readonly blocked: number
  readonly notCalls: number
  readonly invalid: number
  readonly firstInvalid: readonly { readonly place: string; readonly invalid: string }[]
}

/** As many numbers are read once only. */
const mostRemembered = 20_000

/** As many rows that cannot be read are shown. */
const mostShown = 20

/** Reads a log to its end, before anything of it is written. */
export async function gather(app: App, rows: AsyncIterable<CallRow>): Promise<Log> {
  const { country } = app.settings()
  const callers = new Map<string, Caller>()
  const lines = new Map<string, Line>()
  const counts = { withoutNumber: 0, blocked: 0, notCalls: 0, invalid: 0 }
  const firstInvalid: { place: string; invalid: string }[] = []
  const refuse = (place: string, invalid: string): void => {
    counts.invalid += 1
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
    }
  }
  let repeated = 0
  for (const line of lines.values()) repeated += settle(line.calls)
  return { lines: [...lines.values()], repeated, ...counts, firstInvalid }
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

/** Sets calls in their order, and takes out those that stand there twice; gives how many. */
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

/** Nobody keeps a log longer, and nobody talks longer. */
const firstLogs = 631_152_000
const longestCall = 7 * 24 * 3600
/** A phone's clock may go before that of this machine. */
const ahead = 3600

/** When a call was, or why that cannot be. */
function instantOf({ now, momentAt }: App, { at }: Call): number | string {
  if (typeof at !== 'number' && (at.day < '1990' || at.day > addDays(now.day, 2)))
    return `it is of ${at.day}, which is ${at.day < '1990' ? 'before there were logs of calls' : 'yet to come'}`
  const instant = typeof at === 'number' ? at : momentAt(at).instant + at.second
  if (instant < firstLogs) return 'its date is before 1990, earlier than any call log'
  return instant > now.instant + ahead ? 'its date is in the future' : instant
}

function wrongIn({ number, seconds }: Call, caller: Caller): string | null {
  if (seconds !== null && (seconds < 0 || seconds > longestCall)) return `it lasts ${seconds} seconds`
  return caller === 'invalid' ? `"${number.slice(0, 40)}" is not a phone number` : null
}

/** The longest name that is one. */
const longestName = 120

function cleanName(name: string | null): string | null {
  const clean = name?.replace(/[\p{Cc}\s]+/gu, ' ').trim() ?? ''
  return clean === '' || clean.length > longestName || !isStorable(clean) ? null : clean
}

/** A line as the report names it. */
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
