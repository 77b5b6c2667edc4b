import { isAfter, isOneOf, type Entry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import { closingOutcomes } from '../../domain/promise.ts'
import type { Answers } from '../../domain/review.ts'
import type { ClockSettings } from '../state/answer-clock.ts'
import { groupBy } from '../../domain/group-by.ts'
import { medianOf } from './cases.ts'
import { workingMinutesBetween } from '../plans/working-time.ts'

/** A question of theirs, and the entry that ended their wait: I reached them, or dropped the answer. */
export type Ask = { readonly asked: Entry; readonly ended: Entry | null }

/**
 * Everything that was asked, from entries (oldest first), each with its end (R21). Asking again before the answer counts
 * as the same ask. Where no answer was owed, because they are not to be contacted, nothing was asked.
 */
export function asksIn(entries: readonly Entry[]): Ask[] {
  return [...groupBy(entries, ({ contact }) => contact.id).values()].flatMap(asksWith)
}

function asksWith(entries: readonly Entry[]): Ask[] {
  const heard = entries.filter(({ act }) => act === 'heard')
  const matters = groupBy(heard, ({ id, promise }) => promise ?? `entry ${id}`)
  return [...matters.values()]
    .flatMap((matter) => asksOf(matter, entries))
    .filter(({ asked, ended }) => asked.promise !== null || ended !== null)
}

function asksOf(matter: readonly Entry[], entries: readonly Entry[]): Ask[] {
  const asks: Ask[] = []
  for (const asked of matter) {
    const last = asks.at(-1)
    const isAgain = last !== undefined && (last.ended === null || !isAfter(asked, last.ended))
    if (!isAgain) asks.push({ asked, ended: entries.find((entry) => ends(entry, asked)) ?? null })
  }
  return asks
}

function ends(entry: Entry, asked: Entry): boolean {
  if (!isAfter(entry, asked)) return false
  if (entry.act === 'dropped') return entry.promise !== null && entry.promise === asked.promise
  const isAboutIt = entry.promise !== null && entry.promise === asked.promise
  return (entry.direction === 'out' || isAboutIt) && isOneOf(closingOutcomes, entry.outcome)
}

/** Whether an entry of mine was part of answering: after they asked, and until they had their answer. */
export function isAnswerTo(entry: Entry, { asked, ended }: Ask): boolean {
  return entry.direction === 'out' && isAfter(entry, asked) && (ended === null || !isAfter(entry, ended))
}

const minutesIn24Hours = 24 * 60

/**
 * How soon asks were answered: in time is within 24 hours, real or working ones as set. Asks that are younger and not
 * answered yet do not count; those dropped without an answer were not answered in time.
 */
export function answersTo(asks: readonly Ask[], now: Moment, settings: ClockSettings): Answers {
  const minutes = (from: Moment, to: Moment): number =>
    Math.max(
      0,
      settings.answerInWorkingHours
        ? workingMinutesBetween(from, to, settings.week)
        : (to.instant - from.instant) / 60,
    )
  const times = asks.flatMap(({ asked, ended }) =>
    ended === null || ended.act === 'dropped' ? [] : [minutes(asked.at, ended.at)],
  )
  const pending = asks.filter(
    ({ asked, ended }) => ended === null && minutes(asked.at, now) <= minutesIn24Hours,
  ).length
  return {
    within24Hours: {
      count: times.filter((time) => time <= minutesIn24Hours).length,
      of: asks.length - pending,
    },
    time: medianOf(times),
    pending,
  }
}
