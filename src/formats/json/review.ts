import { rfc3339 } from '../../domain/moment.ts'
import {
  minimumCases,
  isEnough,
  type Answers,
  type Compared,
  type FirstContact,
  type Median,
  type Review,
  type Share,
  type Starts,
  type WordKept,
} from '../../domain/review.ts'
import { entryJson, type Json } from './json.ts'

/** A review: every figure for both ranges, with its number of cases; `null` if there are too few cases. */
export function reviewJson(review: Review): { readonly [field: string]: Json } {
  const { days, feedback } = review
  return {
    now: rfc3339(review.now),
    days: both(days, ({ from, until }) => ({ from, until })),
    fewestCases: minimumCases,
    first: review.first,
    word: both(review.word, wordJson),
    late: review.late,
    answers: both(review.answers, answersJson),
    answerInWorkingHours: review.inWorkingHours,
    triesUntilReached: both(review.reached, ({ at, of }) => ({ at, of })),
    triesUntilSold: both(review.sold, ({ at, of }) => ({ at, of })),
    declines: both(review.declines, (reasons) => reasons.map(({ reason, count }) => ({ reason, count }))),
    waitingDays: both(review.waits, ({ sold, declined, postponed }) => ({
      sold: medianJson(sold),
      declined: medianJson(declined),
      postponed: medianJson(postponed),
    })),
    starts: both(review.starts, startsJson),
    startsWith: review.startsWith.map(({ contact: { id, name }, mine, theirs }) => ({
      contact: { id, name },
      ...startsJson({ mine, theirs }),
    })),
    firstContact: both(review.firstContact, firstContactJson),
    drifting: review.drifting.map(({ contact: { id, name }, daysLate, reason }) => ({
      contact: { id, name },
      daysLate,
      reason,
    })),
    waiting: review.waiting.map(({ promise, daysLate, isLate }) => ({
      promise: promise.id,
      contact: { id: promise.contact.id, name: promise.contact.name },
      what: promise.what,
      due: { day: promise.due.day, time: promise.due.time },
      late: isLate,
      daysLate,
    })),
    feedback: {
      change: feedback.change.map(entryJson),
      keep: feedback.keep.map(entryJson),
      add: feedback.add.map(entryJson),
      drop: feedback.drop.map(entryJson),
    },
  }
}

function both<Figure>({ now, before }: Compared<Figure>, json: (figure: Figure) => Json): Json {
  return { now: json(now), before: json(before) }
}

function shareJson(share: Share): Json {
  return { count: share.count, of: share.of, share: isEnough(share) ? share.count / share.of : null }
}

function medianJson({ middle, of }: Median): Json {
  return { median: middle, of }
}

function wordJson({ onTime, longestRun, dropped }: WordKept): Json {
  return { keptOnTime: shareJson(onTime), longestRun, dropped }
}

function answersJson({ within24Hours, time, pending }: Answers): Json {
  return { within24Hours: shareJson(within24Hours), minutes: medianJson(time), pending }
}

function startsJson({ mine, theirs }: Starts): { readonly [field: string]: Json } {
  return { mine, theirs, share: isEnough({ of: mine + theirs }) ? mine / (mine + theirs) : null }
}

function firstContactJson({ time, untouched }: FirstContact): Json {
  return { minutes: medianJson(time), untouched }
}
