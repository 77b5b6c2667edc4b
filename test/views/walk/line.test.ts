import { describe, expect, test } from 'vitest'
import { dateWords } from '../../../src/domain/date-words.ts'
import { newEntry } from '../../../src/domain/entry.ts'
import { questionsFor } from '../../../src/views/walk/questions.ts'
import {
  lineBrief,
  lineDetailsView,
  keysView,
  type LineDetails,
  type LineDetailsOptions,
} from '../../../src/views/walk/line.ts'
import { themeFor } from '../../../src/views/layout/colours.ts'
import { contact, due, line, promise, tuesdayNoon } from '../../support/agendas.ts'
import { aMoment } from '../../support/facts.ts'
import { hostile } from '../../support/printed-page.ts'

const gary = contact(1, 'Gary Lee', {
  company: 'Lee Mortgages',
  kind: 'prospect',
  bestTime: 'mornings',
  phones: [
    { label: null, value: '0412555019', readable: '0412 555 019', e164: '+61412555019' },
    { label: null, value: '02 9999 1234', readable: '02 9999 1234', e164: null },
    { label: null, value: '+999 1', readable: '+999 1', e164: null },
  ],
})

const desk: LineDetails = {
  now: tuesdayNoon,
  line: line(promise(5, gary, { what: 'send the papers', due: due('2026-11-30') }), gary, {
    daysLate: 1,
    attempts: 1,
    reachBy: { channel: 'call', value: '0412 555 019' },
    reason: 'you said Mon 30 Nov',
    flags: ['owes-update'],
  }),
  section: 'carried-over',
  place: '3 left',
  last: [
    {
      about: { what: 'call back about the refinance' },
      entry: {
        ...newEntry({ at: aMoment('2026-11-26 16:00'), contactId: 1, act: 'done', promise: 1 }),
        id: 2,
        uid: 'entry-2',
        contact: gary,
        outcome: 'reached',
        text: 'rang early: wants the fixed rate, and to hear of it by Friday',
      },
    },
    {
      about: null,
      entry: {
        ...newEntry({ at: aMoment('2026-11-02 10:00'), contactId: 1, act: 'logged' }),
        id: 1,
        uid: 'entry-1',
        contact: gary,
        text: 'lunch',
      },
    },
  ],
  say: 'This is Sue Hall, with a message for Gary Lee. I am calling about the papers.',
  hint: 'your number: fu config number "…"',
  ask: ['Did you ask for the sale?'],
}

const keys = {
  keys: [
    [
      { key: 'r', label: 'reached' },
      { key: 'n', label: 'no answer' },
    ],
    [{ key: 'q', label: 'quit' }],
  ],
}

function shown(of: LineDetails, known: Partial<LineDetailsOptions> = {}): string {
  return lineDetailsView(of, {
    theme: themeFor(0),
    width: 80,
    words: dateWords(null),
    links: false,
    foot: keys,
    ...known,
  })
}

describe('the desk', () => {
  test('at 80 columns: who and how, what and why, what happened last, what to say and ask, what can be done', () => {
    expect(shown(desk)).toBe(`
  Carried over · 3 left                                             1 day late

  ▸ 5   Gary Lee, Lee Mortgages
        0412 555 019 · best mornings

        send the papers · 2nd try
        you said Mon 30 Nov · owes an update

  last  Thu 26 Nov  kept "call back about the refinance": rang early: wants
                    the fixed rate, and to hear of it by Friday
        Mon 2 Nov   lunch

  say   This is Sue Hall, with a message for Gary Lee. I am calling about the
        papers.
        your number: fu config number "…"

  ask   Did you ask for the sale?

  r reached   n no answer
  q quit
`)
  })

  test('at 40 columns it stacks, and nothing is cut off', () => {
    expect(shown(desk, { width: 40, foot: { commands: ['fu done 5 "…"', 'fu tried 5', 'fu move 5 fri'] } }))
      .toBe(`
  Carried over · 3 left     1 day late

  ▸ 5   Gary Lee, Lee Mortgages
        0412 555 019 · best mornings

        send the papers · 2nd try
        you said Mon 30 Nov
        owes an update

  last  Thu 26 Nov  kept "call back
                    about the
                    refinance": rang
                    early: wants the
                    fixed rate, and to
                    hear of it by
                    Friday
        Mon 2 Nov   lunch

  say   This is Sue Hall, with a
        message for Gary Lee. I am
        calling about the papers.
        your number: fu config number
        "…"

  ask   Did you ask for the sale?

  fu done 5 "…"    fu tried 5
  fu move 5 fri
`)
  })

  test('at 200 columns it keeps its measure', () => {
    expect(shown(desk, { width: 200 })).toBe(shown(desk))
  })

  test('what there is not is left out', () => {
    const bare = contact(2, 'Ada Müller')
    const of = { ...desk, line: line(null, bare), section: 'keep-in-touch', place: '' } as const
    expect(shown({ ...of, last: [], say: '', hint: '', ask: [] })).toBe(`
  Keep in touch

  ▸ @2  Ada Müller

        keep in touch
        you said Tue 1 Dec

  r reached   n no answer
  q quit
`)
  })

  test('a screen that can gets a number that leads to a call', () => {
    const number = '0412 555 019'
    const link = `\u001b]8;;tel:+61412555019\u001b\\${number}\u001b]8;;\u001b\\`
    expect(shown(desk, { links: true })).toBe(shown(desk).replace(number, link))
  })

  test('in colour it says what it says without', () => {
    expect(shown(desk, { theme: themeFor(2) }).replaceAll(/\p{Cc}\[[\d;]*m/gu, '')).toBe(shown(desk))
  })

  test('what a screen would obey is written out', () => {
    const stranger = contact(1, hostile, { company: hostile, bestTime: hostile })
    const [entry] = desk.last
    const of: LineDetails = {
      ...desk,
      line: line(promise(1, stranger, { what: hostile }), stranger, {
        reason: hostile,
        reachBy: { channel: 'email', value: `a@${hostile}` },
      }),
      last:
        entry === undefined ? [] : [{ about: { what: hostile }, entry: { ...entry.entry, text: hostile } }],
      say: hostile,
      ask: [hostile],
    }
    expect(shown(of, { links: true })).toContain('\\u{1b}[2J')
    expect(shown(of, { links: true })).not.toMatch(/[^\P{Cc}\n]/u)
    expect(lineBrief(of)).not.toMatch(/\p{Cc}/u)
    expect(keysView(hostile, [], { theme: themeFor(0), width: 80 })).not.toMatch(/[^\P{Cc}\n]/u)
  })
})

test('the desk in one line', () => {
  expect(lineBrief(desk)).toBe('5  Gary Lee, 0412 555 019: send the papers · 1 day late')
  expect(lineBrief({ line: line(null, contact(2, 'Ada Müller')) })).toBe('@2  Ada Müller: keep in touch')
})

test('a question stands over the keys that answer it', () => {
  const yesNo = [
    { key: 'y', label: 'yes' },
    { key: 'n', label: 'not yet' },
  ]
  expect(keysView('Did you ask for the sale?', yesNo, { theme: themeFor(0), width: 80 })).toBe(`
  Did you ask for the sale?
  y yes   n not yet
`)
})

describe('the questions that fit', () => {
  const asked = { channel: 'call' } as const
  test.each([
    ['a prospect', contact(1, 'Gary', { kind: 'prospect', ...asked }), {}, ['Did you ask for the sale?']],
    ['a prospect who owes me', contact(1, 'Gary', { kind: 'prospect', ...asked }), { owner: 'theirs' }, []],
    ['a customer', contact(1, 'Gary', { kind: 'customer', ...asked }), {}, []],
    [
      'something sent',
      contact(1, 'Gary', asked),
      { kind: 'receipt' },
      ['Has it arrived, and was it what they wanted?'],
    ],
    [
      'somebody never asked (R8)',
      contact(1, 'Gary'),
      {},
      ['How do they like to be reached? fu edit @1 --by …'],
    ],
  ] as const)('%s', (_of, who, known, questions) => {
    expect(questionsFor(line(promise(1, who, known), who))).toEqual(questions)
  })
})
