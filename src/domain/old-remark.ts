import { isDay, isTime, type Due } from './day.ts'
import type { EntryData, NamedPromise } from './entry-data.ts'
import type { Act } from './act.ts'
import type { Outcome } from './entry.ts'
import { markWords, nothingNextWords } from './remark.ts'

/** An entry of an old diary or export, whose facts are text. */
export type OldEntry = {
  readonly act: Act
  readonly promise: number | null
  readonly outcome: Outcome | null
  readonly text: string | null
  readonly remark: string | null
}

/** The context of an old entry's text. */
export type OldContext = {
  /** The uid of the promise with a number, if it ever had this name ("Gary Lee, send the quote"); else `null`. */
  readonly promiseUid: (number: number, name: string) => string | null
  /** Whether a do-not-contact mark may have written the entry; `false` if it is known that the user did. */
  readonly mayBeMark: boolean
}

/**
 * The data of an entry written before entries had data. Only this function reads facts from text: for the migration,
 * and for old exports. Unknown text is kept, and decides nothing.
 */
export function readOldEntry(entry: OldEntry, context: OldContext): EntryData {
  const { act, remark } = entry
  return known(entry, context) ?? { act, data: remark === null ? null : { words: remark } }
}

/**
 * Whether an old promise has exactly the text that a call log gave it, so that a call may close it. The date is in the
 * language of the user who read the log, and may have brackets: "call back (×2, last 11月5日(木) 16:40)".
 */
export function isOldCallBack(what: string): boolean {
  return /^call back \(\xd7\d+, last [^();]*(?:\([^();]*\)[^();]*)?\)$/u.test(what)
}

function known(entry: OldEntry, context: OldContext): EntryData | null {
  const { act, remark } = entry
  if (act === 'dropped') return readDropped(entry, context)
  if (remark === null) return null
  switch (act) {
    case 'moved':
    case 'told':
    case 'snoozed':
      return readMove(act, remark)
    case 'tried':
      return entry.outcome === 'wrong-number' ? { act, data: { wrongNumber: remark } } : null
    case 'stopped': {
      const stops = readStops(remark)
      return stops === null ? null : { act, data: { stops } }
    }
    case 'heard': {
      const endsTries = readTries(remark, context)
      return endsTries === null ? null : { act, data: { endsTries } }
    }
    case 'logged': {
      if (isFound(entry, remark)) return { act, data: { foundInCallLog: true } }
      const endsTries = readTries(remark, context)
      return endsTries === null ? null : { act, data: { endsTries } }
    }
    case 'done':
      return readDone(entry, remark)
    case 'acknowledged':
    case 'sent':
    case 'sold':
      return null
  }
}

function readMove(act: 'moved' | 'told' | 'snoozed', remark: string): EntryData | null {
  const [, first = '', second = '', third] = writtenMove.exec(remark) ?? []
  const from = readDue(first)
  const to = readDue(second)
  const promised = third === undefined ? from : readDue(third)
  if (from === null || to === null || promised === null) return null
  if (act === 'told') return { act, data: { from, to, promised } }
  if (act === 'moved') return { act, data: { from, to } }
  return to.time === null ? { act, data: { from, until: to.day } } : null
}

const writtenMove = /^([\d-]+(?: [\d:]+)?) -> ([\d-]+(?: [\d:]+)?)(?:, promised ([\d-]+(?: [\d:]+)?))?$/

function readDue(text: string): Due | null {
  const [day = '', time] = text.split(' ')
  if (!isDay(day)) return null
  if (time === undefined) return { day, time: null }
  return isTime(time) ? { day, time } : null
}

function readDropped({ act, text, remark }: OldEntry, { mayBeMark }: OldContext): EntryData | null {
  if (act !== 'dropped') return null
  if (remark === null) return mayBeMark && text === markWords ? { act, data: { doNotContact: true } } : null
  const stops = readStops(remark)
  return stops === null ? null : { act, data: { stops } }
}

type DoneFacts = {
  askedForSale?: boolean
  stops?: readonly string[]
  nothingNext?: true
  foundInCallLog?: true
}

function readDone(entry: OldEntry, remark: string): EntryData | null {
  const facts: DoneFacts = {}
  for (const clause of remark.split('; ')) {
    const stops = readStops(clause)
    if (clause === 'asked for the sale') facts.askedForSale = true
    else if (clause === 'not yet asked for the sale') facts.askedForSale = false
    else if (stops !== null) facts.stops = stops
    else if (clause === nothingNextWords) facts.nothingNext = true
    else if (isFound(entry, clause)) facts.foundInCallLog = true
    else return null
  }
  return { act: 'done', data: facts }
}

function readStops(clause: string): string[] | null {
  const [, plans] = /^stops the plan (.+)$/su.exec(clause) ?? []
  return plans?.split(' and ') ?? null
}

/** Whether a clause records that a call log showed the promise of the entry as kept. */
function isFound({ promise }: OldEntry, clause: string): boolean {
  return clause === `closes ${promise}, found in the call log`
}

function readTries(clause: string, { promiseUid }: OldContext): NamedPromise[] | null {
  const [, list] = /^ends the tries on (\d+ \(.*)\)$/su.exec(clause) ?? []
  if (list === undefined) return null
  const named = list.split(/\) and (?=\d+ \()/u).map((item): NamedPromise | null => {
    const [, number = '', name = ''] = /^(\d+) \((.*)$/su.exec(item) ?? []
    const promise = promiseUid(Number(number), name)
    return promise === null ? null : { promise, number: Number(number), name }
  })
  const found = named.filter((one) => one !== null)
  return found.length === named.length ? found : null
}
