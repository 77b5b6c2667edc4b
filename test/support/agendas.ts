import { emptyContact, type Contact } from '../../src/domain/contact.ts'
import type { Due } from '../../src/domain/day.ts'
import type { Moment } from '../../src/domain/moment.ts'
import { sectionNames, type Agenda, type Line, type SectionName } from '../../src/domain/page.ts'
import { inPageOrder } from '../../src/domain/reading-order.ts'
import type { OpenPromise } from '../../src/domain/promise.ts'
import { aDay, aTime } from './facts.ts'

/** Tuesday, the day of the examples. */
export const tuesday = aDay('2026-12-01')
export const tuesdayNoon: Moment = { instant: 1_796_126_400, offset: 0, day: tuesday, time: aTime('12:00') }

export function due(dayText: string, timeText: string | null = null): Due {
  return { day: aDay(dayText), time: timeText === null ? null : aTime(timeText) }
}

export function contact(id: number, name: string, known: Partial<Contact> = {}): Contact {
  return { ...emptyContact(), id, uid: `contact-${id}`, name, addedAt: tuesdayNoon, ...known }
}

export function promise(id: number, of: Contact, known: Partial<OpenPromise> = {}): OpenPromise {
  return {
    id,
    uid: `promise-${id}`,
    contact: { id: of.id, name: of.name, company: of.company },
    about: null,
    owner: 'mine',
    what: 'call',
    channel: null,
    kind: 'promise',
    hot: false,
    due: due('2026-12-01'),
    promised: due('2026-12-01'),
    snoozedUntil: null,
    trigger: null,
    plan: null,
    step: null,
    windowUntil: null,
    openedBy: null,
    repeat: null,
    madeAt: tuesdayNoon,
    status: 'open',
    ...known,
  }
}

/** The line of a promise due today without attempts; without `of`, a line of only a contact. */
export function line(of: OpenPromise | null, who: Contact, known: Partial<Line> = {}): Line {
  return {
    promise: of,
    contact: who,
    what: of?.what ?? 'keep in touch',
    due: of?.due ?? null,
    next: of?.due ?? due('2026-12-01'),
    daysLate: 0,
    minutesLate: 0,
    attempts: 0,
    chases: 0,
    moves: 0,
    reachBy: null,
    reason: 'you said Tue 1 Dec',
    flags: [],
    ...known,
  }
}

/** The page of a day with only these lines. */
export function agenda(
  lines: Partial<Record<SectionName, readonly Line[]>>,
  known: Partial<Omit<Agenda, 'sections'>> & { more?: number } = {},
): Agenda {
  const { more = 0, ...rest } = known
  return {
    day: tuesday,
    now: tuesdayNoon,
    sections: inPageOrder(
      sectionNames.map((name) => ({
        name,
        lines: lines[name] ?? [],
        more: name === 'keep-in-touch' ? more : 0,
      })),
    ),
    doneToday: 0,
    tomorrow: 0,
    upcoming: null,
    nothingNext: [],
    ...rest,
  }
}

const gary = contact(1, 'Gary Lee', { company: 'Lee Mortgages' })
const ada = contact(2, 'Ada Müller')
const jose = contact(3, 'José Álvarez')

/** The page of the design. */
export const designPage = agenda({
  'carried-over': [
    line(promise(5, gary, { what: 'send the papers', due: due('2026-11-30') }), gary, {
      daysLate: 1,
      reachBy: { channel: 'call', value: '0412 555 019' },
      reason: 'you said Mon 30 Nov',
    }),
    line(promise(2, ada, { what: 'send the price list', due: due('2026-11-30') }), ada, {
      daysLate: 1,
      attempts: 1,
      reachBy: { channel: 'email', value: 'ada@mueller.example' },
      reason: 'left my number on Thu 26 Nov',
    }),
  ],
  waiting: [
    line(promise(3, jose, { owner: 'theirs', what: 'the delivery date', due: due('2026-11-27') }), jose, {
      daysLate: 4,
      reachBy: { channel: 'call', value: '+34 911 23 45 67' },
      reason: 'they said Fri 27 Nov; not chased yet',
    }),
  ],
})

const mei = contact(7, '王美玲', { company: '臺北貿易有限公司' })
const noa = contact(8, 'נֹעָה לוי')
const family = contact(9, 'Smith 👨‍👩‍👧‍👦 family')
const layla = contact(10, 'ليلى حداد', { company: 'دار النور' })
const dorothea = contact(12, 'Dorothea Featherstonehaugh-Cholmondeley', {
  company: 'The Worshipful Company of Clockmakers and Menders',
})

/** A full day: all four sections, every kind of remark, names in several scripts. */
export const fullPage = agenda(
  {
    'carried-over': [
      line(promise(41, mei, { what: 'ring back about the broken crate', hot: true }), mei, {
        daysLate: 12,
        attempts: 2,
        reachBy: { channel: 'call', value: '02 2311 5555' },
        reason: 'you said Thu 19 Nov, moved once; left a message twice, last on Thu 26 Nov',
        flags: ['hot', 'owes-update'],
      }),
    ],
    today: [
      line(promise(138, noa, { what: 'answer the question about the invoice' }), noa, {
        reason: 'wrote on Mon 30 Nov',
        flags: ['no-number', 'past-24h'],
      }),
      line(promise(44, family, { what: 'confirm the viewing', due: due('2026-12-01', '10:30') }), family, {
        minutesLate: 90,
        reachBy: { channel: 'text', value: '0412 555 019' },
        reason: 'you said Tue 1 Dec 10:30',
      }),
      line(promise(45, dorothea, { what: 'book the fitting', due: due('2026-12-01', '15:00') }), dorothea, {
        reachBy: { channel: 'email', value: 'dorothea.featherstonehaugh@clockmakers.example' },
        reason: 'you said Tue 1 Dec 15:00',
        flags: ['outside-their-hours'],
      }),
    ],
    waiting: [
      line(
        promise(46, layla, {
          owner: 'theirs',
          what: 'the signed contract',
          about: { id: 1, name: 'Gary Lee' },
        }),
        layla,
        {
          chases: 1,
          reachBy: { channel: 'visit', value: '12 Rue de la Paix, 75002 Paris' },
          reason: 'they said Tue 1 Dec; chased once, on Fri 27 Nov',
        },
      ),
    ],
    'keep-in-touch': [
      line(null, ada, {
        daysLate: 30,
        reachBy: { channel: 'email', value: 'ada@mueller.example' },
        reason: 'every 90 days; last on Mon 3 Aug',
      }),
    ],
  },
  { doneToday: 3, tomorrow: 2, nothingNext: ['Gary Lee'], more: 4 },
)
