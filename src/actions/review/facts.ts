import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import type { Entry } from '../../domain/entry.ts'
import { isAnswer, type OpenPromise } from '../../domain/promise.ts'
import type { ReviewFacts } from '../../domain/review.ts'
import { comparedDays } from '../../schedule/review/cases.ts'

/** The facts for a review of the days since `from`; from earlier days, only the relevant ones. */
export function factsSince(app: App, from: Day): ReviewFacts {
  const diary = app.diary()
  const days = comparedDays(from, app.now.day)
  const all = { from: days.before.from, until: days.now.until }
  const closed = diary.promises.where({ closed: all })
  const mine = diary.promises.where({ status: 'open', owner: 'mine', dueBy: app.now.day }).filter(isOpen)
  const met = diary.contacts.added(all).filter(({ source }) => source.met !== null)
  const entries = diary.entries.on(all.from, all.until)
  const ofPromises = diary.entries.ofPromises([
    ...closed,
    ...mine.filter(({ kind }) => isAnswer(kind)),
    ...entries.flatMap(({ act, promise }) => (act === 'heard' && promise !== null ? [{ id: promise }] : [])),
  ])
  // For other contacts, earlier entries are irrelevant: no sale to count up to, and no open request.
  const earlier = diary.entries.with([
    ...entries.filter(({ outcome }) => outcome === 'sold').map(({ contact }) => contact.id),
    ...ofPromises
      .filter(({ act, at }) => act === 'heard' && at.day < all.from)
      .map(({ contact }) => contact.id),
    ...met.map(({ id }) => id),
  ])
  return {
    days,
    closed,
    mine,
    theirs: diary.promises.where({ status: 'open', owner: 'theirs' }).filter(isOpen),
    entries: inOrder([...entries, ...ofPromises, ...earlier]),
    met,
    regulars: diary.page.regulars([...app.settings().cadences.keys()], app.now),
  }
}

/** Each entry once, oldest first. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return [...byId.values()].toSorted((a, b) => a.at.instant - b.at.instant || a.id - b.id)
}

function isOpen(promise: { readonly status: string }): promise is OpenPromise {
  return promise.status === 'open'
}
