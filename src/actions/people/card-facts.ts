import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { firstPromised } from '../../domain/move.ts'
import { asksIn } from '../../schedule/review/answers.ts'
import { startsIn, countStarts } from '../../schedule/review/people.ts'
import { outsideTheirHours, timeIn } from '../../schedule/page/their-hours.ts'
import type { Card } from '../../views/card/card.ts'
import { standingsAfter } from '../derived.ts'

/** Everything that a card shows of a contact. */
export function cardOf(app: App, contact: Contact): Card {
  const { now } = app
  const diary = app.diary()
  const promises = diary.promises.where({ contacts: [contact.id] })
  const entries = diary.entries.of(contact.id)
  // Selected by promise, not by contact: promises about them are with somebody else, and after an undone merge an entry
  // may belong to the contact with whom the cards were merged.
  const told = diary.entries.ofPromises(promises)
  const people = [contact, ...promises.map((promise) => promise.contact)]
  const lastReal = diary.entries.lastReal(
    people.map(({ id }) => id),
    now,
  )
  const time = contact.timeZone === null ? null : timeIn(contact.timeZone, now)
  return {
    now,
    contact,
    promises,
    firstPromised: firstPromised(promises, told),
    entries,
    states: standingsAfter(app, promises, { entries: told, lastReal }),
    lastContact: lastReal.get(contact.id)?.at ?? null,
    theirTime: time === null ? null : { time, outside: outsideTheirHours(contact.timeZone ?? '', now) },
    starts: countStarts(startsIn(entries, asksIn(entries))),
    sent: diary.contacts.sentBy(contact.id),
  }
}
