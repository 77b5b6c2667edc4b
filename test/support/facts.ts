import { emptyContact, type Contact } from '../../src/domain/contact.ts'
import { dateWords } from '../../src/domain/date-words.ts'
import { daysBetween, isDay, isTime, minutesOf, type Day, type Due, type Time } from '../../src/domain/day.ts'
import type { Act } from '../../src/domain/act.ts'
import type { Entry, EntryColumns } from '../../src/domain/entry.ts'
import { momentOf, type Moment } from '../../src/domain/moment.ts'
import type { FullPageFacts } from '../../src/schedule/page/past-day.ts'
import type { PlanStep } from '../../src/domain/plan.ts'
import type { OpenPromise } from '../../src/domain/promise.ts'
import type { WorkingWeek } from '../../src/domain/working-week.ts'
import type { PageSettings } from '../../src/schedule/page/page.ts'

/** A day from its text; a test that misspells one fails at once. */
export function aDay(text: string): Day {
  if (!isDay(text)) throw new Error(`the calendar has no ${text}`)
  return text
}

/** A time of day from its text. */
export function aTime(text: string): Time {
  if (!isTime(text)) throw new Error(`no clock shows ${text}`)
  return text
}

/** A due from its text: `2026-11-27`, or `2026-11-27 10:30`. */
export function aDue(text: string): Due {
  const [day = '', time] = text.split(' ')
  return { day: aDay(day), time: time === undefined ? null : aTime(time) }
}

/** A moment on a clock set to UTC: `2026-11-25 14:20`; noon without a time. */
export function aMoment(text: string): Moment {
  const { day, time } = aDue(text)
  const days = daysBetween(aDay('1970-01-01'), day)
  return momentOf(days * 86_400 + minutesOf(time ?? aTime('12:00')) * 60, 0)
}

/** The moment of a day and time on that clock. */
export function momentAt({ day, time }: Due): Moment {
  return aMoment(time === null ? day : `${day} ${time}`)
}

/** Monday to Friday, nine to five, without holidays. */
export const mondayToFriday: WorkingWeek = {
  days: new Set([1, 2, 3, 4, 5]),
  opens: aTime('09:00'),
  closes: aTime('17:00'),
  holidays: new Set(),
}

/** English words, day before month. */
export const english = dateWords(null)

/** The default settings of a page, in English. */
export function someSettings(known: Partial<PageSettings> = {}): PageSettings {
  return {
    week: mondayToFriday,
    words: english,
    momentAt,
    keepInTouchPerDay: 5,
    answerInWorkingHours: false,
    cadences: new Map(),
    ...known,
  }
}

/** A contact with one phone number; by default Gary Lee. */
export function aContact(known: Partial<Contact> = {}): Contact {
  const id = known.id ?? 1
  return {
    ...emptyContact(),
    id,
    uid: `contact-${id}`,
    name: 'Gary Lee',
    phones: [{ label: null, value: '0412555019', readable: '0412 555 019', e164: '+61412555019' }],
    addedAt: aMoment('2026-11-02'),
    ...known,
  }
}

/** An open promise of mine; by default to Gary Lee, due and promised for Fri 27 Nov 2026. */
export function aPromise(known: Partial<OpenPromise> = {}): OpenPromise {
  const id = known.id ?? 1
  const due = known.due ?? aDue('2026-11-27')
  return {
    id,
    uid: `promise-${id}`,
    contact: { id: 1, name: 'Gary Lee', company: null },
    about: null,
    owner: 'mine',
    what: 'send the quote',
    channel: null,
    kind: 'promise',
    hot: false,
    due,
    promised: due,
    snoozedUntil: null,
    trigger: null,
    plan: null,
    step: null,
    windowUntil: null,
    openedBy: null,
    repeat: null,
    madeAt: aMoment('2026-11-02'),
    status: 'open',
    ...known,
  }
}

/** The fields of an entry in a test; the test must combine act and data correctly. */
export type SomeEntry = Partial<EntryColumns> & { readonly act?: Act; readonly data?: Entry['data'] }

/** A minimal entry of promise 1. */
export function anEntry(known: SomeEntry = {}): Entry {
  const id = known.id ?? 1
  return {
    id,
    uid: `entry-${id}`,
    at: aMoment('2026-11-25'),
    contact: { id: 1, name: 'Gary Lee' },
    promise: 1,
    act: 'logged',
    direction: null,
    channel: null,
    outcome: null,
    text: null,
    feedback: null,
    offer: null,
    data: null,
    ...known,
  } as Entry
}

/** The data of a move from one due to another, as `aDue` reads them; `promised` if they were told. */
export function aMove(from: string, to: string, promised?: string) {
  const days = { from: aDue(from), to: aDue(to) }
  return promised === undefined ? days : { ...days, promised: aDue(promised) }
}

/** The data of a snooze from a due until a day. */
export function aSnooze(from: string, until: string) {
  return { from: aDue(from), until: aDay(until) }
}

/** An attempt on promise 1; by default, nobody answered. */
export function anAttempt(at: string, known: SomeEntry = {}): Entry {
  return anEntry({
    at: aMoment(at),
    act: 'tried',
    direction: 'out',
    channel: 'call',
    outcome: 'no-answer',
    ...known,
  })
}

/** A step; by default due three days after the event. */
export function aStep(known: Partial<PlanStep> = {}): PlanStep {
  return {
    after: 'event',
    offset: { unit: 'd', count: 3 },
    transit: false,
    until: null,
    channel: null,
    what: 'call {name}',
    kind: 'promise',
    hot: false,
    ...known,
  }
}

/** An entry in which Gary Lee spoke about promise 1; by default on the phone. */
export function heardAt(at: string, known: SomeEntry = {}): Entry {
  return anEntry({ at: aMoment(at), act: 'heard', direction: 'in', channel: 'call', ...known })
}

/** The facts for a page: the given ones, and by default the contacts of the promises. */
export function someFacts(day: string, known: Partial<Omit<FullPageFacts, 'day'>> = {}): FullPageFacts {
  const promises = known.promises ?? []
  return {
    day: aDay(day),
    promises,
    contacts: new Map(
      promises.map(({ contact: { id, name, company } }) => [id, aContact({ id, name, company })]),
    ),
    entries: [],
    lastRealContacts: new Map(),
    lastReached: new Map(),
    ladders: [],
    regulars: [],
    occasions: [],
    kept: 0,
    nothingNext: [],
    ...known,
  }
}
