import type { App } from '../../app.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { PageContact, PageFacts } from '../../domain/page.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { factsAtEndOfDay } from '../../schedule/page/past-day.ts'
import type { DayDone } from '../../views/page/past-page.ts'
import { aboutsOf, wholePromises } from '../derived.ts'

/** The facts of a past day at the time, as far as they are known. */
export function factsThen(app: App, facts: PageFacts): PageFacts {
  const diary = app.diary()
  const from = addDays(facts.day, 1)
  const promises = [
    ...diary.promises.where({ closed: { from, until: app.now.day } }),
    ...diary.promises.where({ status: 'open', movedSince: from }),
  ]
  const ids = promises.map(({ contact }) => contact.id)
  const contacts = new Map<number, PageContact>([...facts.contacts, ...diary.contacts.byId(ids)])
  return factsAtEndOfDay(
    { ...facts, promises: wholePromises(app, facts.promises) },
    {
      promises,
      contacts,
      entries: diary.entries.ofPromises(promises),
      lastRealContacts: diary.entries.lastReal([...contacts.keys()], app.now),
    },
  )
}

/** The promises that were closed on a day. */
export function closedOn(app: App, day: Day): DiaryPromise[] {
  return app.diary().promises.where({ closed: { from: day, until: day } })
}

/** What was done on a day. */
export function doneOn(app: App, day: Day): DayDone {
  const entries = app.diary().entries.on(day, day)
  return { entries, closed: closedOn(app, day), abouts: aboutsOf(app, entries) }
}
