import type { ContactName } from '../../domain/contact.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Due } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import type { CardContext } from './promises.ts'
import { entryWords } from './entry-words.ts'
import { closingRemark, closingWord } from './promise-words.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'

/** One event: `out` is what I did, `in` what they did. */
type Event = { readonly at: Moment; readonly direction: Entry['direction']; readonly text: string }

/** In narrower cards, the day is above the event. */
const besideEachOther = 50

/**
 * Every event, and every promise under its first promised day (R4), newest first. Promises made with somebody else
 * about the contact show who made them and how they ended (R18).
 */
export function historyRows(
  contact: ContactName,
  promises: readonly DiaryPromise[],
  entries: readonly Entry[],
  firstPromised: ReadonlyMap<number, Due>,
  { now, words, width }: CardContext,
): Row[] {
  return eventsOf(contact, promises, entries, firstPromised, words).flatMap(({ at, direction, text }) => {
    const when = [span('dim', `${words.short(at.day, now.day)} ${at.time}`)]
    const arrow = span('dim', { out: '→ ', in: '← ', none: '  ' }[direction ?? 'none'])
    return datedRows(when, arrow, text, width)
  })
}

/** The offers, oldest first, each with the offer before it (R50). */
export function offerRows(entries: readonly Entry[], { now, words, width }: CardContext): Row[] {
  const offers = entries.flatMap(({ at, offer }) => (offer === null ? [] : [{ at, offer }]))
  return offers.flatMap(({ at, offer }, index) => {
    const before = offers[index - 1]?.offer
    const change = before === undefined ? '' : before === offer ? ', as before' : `, before that ${before}`
    return datedRows([span('dim', words.short(at.day, now.day))], gap(2), `${offer}${change}`, width)
  })
}

function datedRows(when: Row, mark: Row[number], text: string, width: number): Row[] {
  const said = (room: number): Row[] => wrap([span('plain', text)], Math.max(10, room))
  if (width < besideEachOther) return [when, ...hangingIndent([mark], said(width - 2))]
  const head = [...padRow([...when, gap(2)], dateWidth), mark]
  return hangingIndent(head, said(width - rowWidth(head)))
}

const dateWidth = 18

function eventsOf(
  contact: ContactName,
  promises: readonly DiaryPromise[],
  entries: readonly Entry[],
  firstPromised: ReadonlyMap<number, Due>,
  words: DateWords,
): Event[] {
  const byId = new Map(promises.map((promise) => [promise.id, promise]))
  const happened = entries.map((entry): Event => {
    const about = entry.promise === null ? null : (byId.get(entry.promise) ?? null)
    return { at: entry.at, direction: entry.direction, text: entryWords(entry, about, words) }
  })
  const made = promises.map((promise): Event => {
    const { madeAt: at, owner, kind, what } = promise
    const other = promise.contact.id === contact.id ? null : promise.contact.name
    const due = dueWords(firstPromised.get(promise.id) ?? promise.promised, at.day, words)
    // A plan step was not promised to anybody.
    if (kind !== 'promise') return { at, direction: null, text: `set "${what}" for ${due}` }
    return owner === 'mine'
      ? { at, direction: 'out', text: `promised ${other === null ? '' : `${other} `}"${what}" for ${due}` }
      : { at, direction: 'in', text: `${other ?? 'they'} promised "${what}" for ${due}` }
  })
  const endedWithOthers = promises.flatMap((promise): Event[] => {
    if (promise.status === 'open' || promise.contact.id === contact.id) return []
    const ended = `${closingWord(promise)} "${promise.what}" with ${promise.contact.name}`
    const remark = closingRemark(promise)
    return [{ at: promise.closedAt, direction: null, text: remark === '' ? ended : `${ended}: ${remark}` }]
  })
  // A promise goes above the event that it follows.
  return [...happened, ...endedWithOthers, ...made]
    .map((event, index) => ({ ...event, index }))
    .sort(newestFirst)
}

function newestFirst(a: { at: Moment; index: number }, b: { at: Moment; index: number }): number {
  return b.at.instant - a.at.instant || b.index - a.index
}
