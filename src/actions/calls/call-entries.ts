import type { App } from '../../app.ts'
import { uidOfName } from '../../diary/writing/name-uid.ts'
import { isMissed, isSpoken, type CallKind } from '../../domain/call.ts'
import type { NamedPromise } from '../../domain/entry-data.ts'
import { newEntry, type NewEntry } from '../../domain/entry.ts'
import { digitsOf } from '../../domain/normalize.ts'
import { spellingsOf } from '../../domain/number-spellings.ts'
import type { CallWith, Meaning } from '../../schedule/state/call-backs.ts'
import { callDuration } from '../../views/confirmations/calls.ts'
import type { KeptCall, Line } from './gather.ts'

/** A call of a log, with the uid of its entry. */
export type LogCall = CallWith & { readonly uid: string }

const missedWords: Partial<Record<CallKind, string>> = {
  voicemail: 'left a voicemail',
  rejected: 'I did not take it',
}

/** The entry of a call. */
export function entryOf(
  { call, closes, answered }: Meaning<LogCall>,
  known: {
    readonly contactId: number
    readonly promise: number | null
    readonly endsTries: readonly NamedPromise[]
  },
): NewEntry {
  const { contactId, promise, endsTries } = known
  const common = { at: call.at, contactId, promise, channel: 'call' } as const
  const ends = endsTries.length === 0 ? null : { endsTries }
  const isOut = call.kind === 'outgoing'
  if (isMissed(call))
    return newEntry({
      ...common,
      act: 'heard',
      direction: 'in',
      text: missedWords[call.kind] ?? 'missed',
      data: answered === null ? ends : { ...ends, spokeAt: answered },
    })
  if (!isSpoken(call)) return newEntry({ ...common, act: 'tried', direction: 'out', outcome: 'no-answer' })
  const length = call.kind === 'answered elsewhere' ? 'answered on another phone' : callDuration(call.seconds)
  const spoken = { ...common, direction: isOut ? 'out' : 'in', outcome: 'reached', text: length } as const
  if (closes && isOut) return newEntry({ ...spoken, act: 'done', data: { foundInCallLog: true } })
  return newEntry({ ...spoken, act: 'logged', data: closes ? { foundInCallLog: true } : ends })
}

/** The calls of a contact's numbers, oldest first, each with its existing entry. */
export function callsOf(app: App, lines: readonly Line[]): LogCall[] {
  const found = lines.flatMap(({ key, phone, calls }) => {
    // A number whose country was unknown was recorded by its digits.
    const digits = [phone.value, phone.readable].map(digitsOf)
    const keys = [...new Set([key, ...(phone.e164 === null ? [] : spellingsOf(phone.e164)), ...digits])]
    return calls.map((call) => ({ call, uids: keys.map((one) => uidOf(one, call)) }))
  })
  const known = app.diary().entries.known(found.flatMap(({ uids }) => uids))
  return found
    .map(({ call: { at, kind, seconds }, uids }): LogCall => {
      const uid = uids.find((one) => known.has(one)) ?? uids[0] ?? ''
      return { uid, kind, seconds, at: app.momentSince1970(at), known: known.get(uid) ?? 'new' }
    })
    .toSorted((a, b) => a.at.instant - b.at.instant)
}

/** A call in several logs is one entry: the number, the second and the kind identify it. */
function uidOf(key: string, { at, kind }: KeptCall): string {
  return uidOfName(`call ${key} ${at} ${kind}`)
}
