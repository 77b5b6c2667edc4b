import { describe, expect, test } from 'vitest'
import { dateWords } from '../../../src/domain/date-words.ts'
import type { KeptPromise } from '../../../src/domain/promise.ts'
import { cardView, type Card } from '../../../src/views/card/card.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'
import { contact, due, promise, tuesdayNoon } from '../../support/agendas.ts'
import { aMoment, aTime, anAttempt, anEntry, heardAt } from '../../support/facts.ts'
import { hostile } from '../../support/printed-page.ts'

const jose = contact(3, 'José Álvarez', {
  company: 'Puerto Seco',
  kind: 'partner',
  channel: 'call',
  phones: [{ label: 'work', value: '+34911234567', readable: '+34 911 23 45 67', e164: '+34911234567' }],
  timeZone: 'Europe/Madrid',
  addedAt: aMoment('2026-11-02 09:00'),
})

const begun = { madeAt: aMoment('2026-11-02 09:00') }
const pallets = promise(4, jose, {
  ...begun,
  what: 'answer about the pallets',
  hot: true,
  due: due('2026-12-02'),
})
const delivery = promise(6, jose, {
  ...begun,
  owner: 'theirs',
  what: 'the delivery date',
  due: due('2026-11-27'),
  promised: due('2026-11-27'),
})
const prints = promise(7, jose, {
  ...begun,
  what: 'the album',
  trigger: 'the prints are ready',
  due: due('2026-12-10'),
  promised: due('2026-12-10'),
})
const delegated = promise(9, contact(5, 'Sue'), {
  ...begun,
  owner: 'theirs',
  what: 'check the crates',
  about: { id: 3, name: 'José Álvarez' },
  due: due('2026-12-03'),
})
const wine = promise(2, jose, {
  ...begun,
  kind: 'thanks',
  what: 'send wine',
  due: due('2026-11-03'),
  promised: due('2026-11-03'),
})
const kept: KeptPromise = {
  ...wine,
  status: 'kept',
  closedAt: aMoment('2026-11-03 10:00'),
  outcome: 'reached',
  reason: null,
  note: null,
}

/** A card on Tue 1 Dec 2026 at noon. */
function card(known: Partial<Card> = {}): Card {
  return {
    now: tuesdayNoon,
    contact: jose,
    promises: [],
    firstPromised: new Map(),
    states: new Map(),
    entries: [],
    lastContact: null,
    theirTime: null,
    starts: { mine: 0, theirs: 0 },
    sent: [],
    ...known,
  }
}

function shown(known: Partial<Card>, width = 80): string {
  return cardView(card(known), { theme: themeFor(0), width, words: dateWords(null) })
}

/** The rows of one section, without its heading. */
function section(title: string, known: Partial<Card>, width = 80): string[] {
  const lines = shown(known, width).split('\n')
  const from = lines.indexOf(`  ${title}`)
  return from < 0 ? [] : lines.slice(from + 1, lines.indexOf('', from))
}

test('a whole card', () => {
  expect(
    shown({
      promises: [kept, pallets, delivery, prints],
      states: new Map([
        [4, { next: due('2026-12-03'), attempts: 1, chases: 1, moves: 2 }],
        [6, { next: due('2026-12-01'), attempts: 3, chases: 3, moves: 0 }],
      ]),
      entries: [
        anEntry({
          at: aMoment('2026-11-03 10:00'),
          promise: 2,
          act: 'done',
          direction: 'out',
          outcome: 'reached',
        }),
        anEntry({
          at: aMoment('2026-11-20 11:00'),
          promise: null,
          direction: 'out',
          channel: 'visit',
          outcome: 'reached',
          text: 'long lunch',
          offer: '900 a pallet',
        }),
        heardAt('2026-11-26 09:10', { promise: 4, channel: 'email', text: 'what of the pallets?' }),
        anAttempt('2026-11-30 15:00', { promise: 6, outcome: 'message', text: 'with Sue' }),
      ],
      lastContact: aMoment('2026-11-26 09:10'),
      theirTime: { time: aTime('13:00'), outside: false },
      starts: { mine: 7, theirs: 3 },
      sent: [{ id: 8, name: 'Noa Levi' }],
    }),
  ).toBe(`
  José Álvarez, Puerto Seco @3
  phone         +34 911 23 45 67 (work)
  prefers       call
  time zone     Europe/Madrid, 13:00 there now
  kind          partner
  added         Mon 2 Nov
  last contact  Thu 26 Nov
  you started   7 of 10

  OPEN PROMISES
     6  the delivery date (they owe it) · Fri 27 Nov, late · next Tue 1 Dec
        chased 3 times
     4  hot · answer about the pallets · Wed 2 Dec · next Thu 3 Dec · 2nd try
        they asked again once · moved twice
     7  the album · Thu 10 Dec · when the prints are ready

  OFFERS
  Fri 20 Nov          900 a pallet

  GIVE AND GET
    they gave  one person, Noa Levi (@8)
    you gave   1 promise kept

  HISTORY
  Mon 30 Nov 15:00  → left a message, about "the delivery date": with Sue
  Thu 26 Nov 09:10  ← they wrote: what of the pallets?
  Fri 20 Nov 11:00  → by visit: long lunch; offered 900 a pallet
  Tue 3 Nov 10:00   → kept "send wine"
  Mon 2 Nov 09:00   → promised "the album" for Thu 10 Dec
  Mon 2 Nov 09:00   ← they promised "the delivery date" for Fri 27 Nov
  Mon 2 Nov 09:00   → promised "answer about the pallets" for Tue 1 Dec
  Mon 2 Nov 09:00     set "send wine" for Tue 3 Nov

`)
})

test('of somebody new', () => {
  expect(shown({ contact: contact(1, 'Gary Lee') })).toBe(`
  Gary Lee @1
  prefers       never asked
  added         Tue 1 Dec
  last contact  never

  OPEN PROMISES
    no next step

`)
})

test('on a narrow screen', () => {
  const entries = [heardAt('2026-11-26 09:10', { text: 'what of the pallets? they stand in the rain' })]
  expect(shown({ contact: contact(1, 'Gary Lee'), entries, promises: [pallets] }, 40)).toBe(`
  Gary Lee @1
  prefers       never asked
  added         Tue 1 Dec
  last contact  never

  OPEN PROMISES
     4  hot · answer about the pallets
        (with José Álvarez)
        Wed 2 Dec

  HISTORY
  Thu 26 Nov 09:10
  ← they called: what of the pallets?
    they stand in the rain
  Mon 2 Nov 09:00
  → promised José Álvarez "answer
    about the pallets" for Tue 1 Dec

`)
})

describe('their clock (R60)', () => {
  test.each([
    [{ time: aTime('13:00'), outside: false }, 'Europe/Madrid, 13:00 there now'],
    [{ time: aTime('22:30'), outside: true }, 'Europe/Madrid, 22:30 there now, outside 8:00 to 21:00'],
    [null, 'Europe/Madrid'],
  ])('%o', (theirTime, words) => {
    expect(shown({ theirTime })).toContain(`  time zone     ${words}\n`)
  })
})

describe('open promises', () => {
  test('stand in the order they are to be done', () => {
    const next = { attempts: 0, chases: 0, moves: 0 }
    const states = new Map([
      [6, { ...next, next: due('2026-12-20') }],
      [4, { ...next, next: due('2026-12-02', '09:00') }],
    ])
    const rows = section('OPEN PROMISES', { promises: [prints, pallets, delivery, kept], states: states })
    expect(rows.map((row) => row.slice(0, 6).trim())).toEqual(['4', '7', '6'])
  })

  test('name whom else they concern', () => {
    expect(section('OPEN PROMISES', { promises: [delegated] })).toEqual([
      '     9  check the crates (they owe it) (with Sue) · Thu 3 Dec',
    ])
    const own = { ...delivery, about: { id: 5, name: 'Sue' } }
    expect(section('OPEN PROMISES', { promises: [own] })).toEqual([
      '     6  the delivery date (they owe it) (about Sue) · Fri 27 Nov, late',
    ])
  })
})

describe('offers (R50)', () => {
  test('the first one first, with what each was before', () => {
    const offers = ['900 a pallet', '850 a pallet', '850 a pallet'].map((offer, index) =>
      anEntry({ id: index, at: aMoment(`2026-11-1${index} 10:00`), promise: null, offer }),
    )
    expect(section('OFFERS', { entries: [...offers, heardAt('2026-11-20')] })).toEqual([
      '  Tue 10 Nov          900 a pallet',
      '  Wed 11 Nov          850 a pallet, before that 900 a pallet',
      '  Thu 12 Nov          850 a pallet, as before',
    ])
  })
})

describe('give and get (R57)', () => {
  const sent = [{ id: 8, name: 'Noa Levi' }]
  const theirs: KeptPromise = { ...kept, owner: 'theirs' }
  test.each<[string, Partial<Card>, string[]]>([
    ['a partner, nothing yet', {}, ['    they gave  nothing yet', '    you gave   nothing yet']],
    [
      'kept by both',
      { promises: [kept, theirs, theirs, delivery, pallets] },
      ['    they gave  2 promises kept', '    you gave   1 promise kept'],
    ],
    [
      'people and promises',
      { promises: [theirs], sent: [...sent, { id: 9, name: 'Mei' }] },
      ['    they gave  2 people, Noa Levi (@8), Mei (@9); 1 promise kept', '    you gave   nothing yet'],
    ],
    ['not of a customer', { contact: { ...jose, kind: 'customer' }, promises: [kept] }, []],
    [
      'of a customer who sent somebody',
      { contact: { ...jose, kind: 'customer' }, sent },
      ['    they gave  one person, Noa Levi (@8)', '    you gave   nothing yet'],
    ],
  ])('%s', (_, known, rows) => {
    expect(section('GIVE AND GET', known)).toEqual(rows)
  })

  test('names the first ten people', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ id: index + 1, name: 'Mei' }))
    expect(section('GIVE AND GET', { sent: many }).join(' ')).toMatch(
      /12 people, Mei \(@1\), .* Mei \(@10\) and 2 more/,
    )
  })
})

test('history tells in words whose promise was kept', () => {
  const done = { promise: 6, act: 'done', outcome: 'reached' } as const
  const entries = [anEntry({ ...done, direction: 'in' }), anEntry({ ...done, direction: 'out' })]
  expect(section('HISTORY', { entries })).toEqual([
    '  Wed 25 Nov 12:00  → kept',
    '  Wed 25 Nov 12:00  ← they kept',
  ])
})

test('what a screen would obey is written out', () => {
  const stranger = contact(1, hostile, { company: hostile, note: hostile })
  const text = shown({
    contact: stranger,
    promises: [promise(1, stranger, { what: hostile, about: { id: 2, name: hostile }, trigger: hostile })],
    entries: [anEntry({ text: hostile, offer: hostile })],
    sent: [{ id: 3, name: hostile }],
  })
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u{e0041}]/u)
})
