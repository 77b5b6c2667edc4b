import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateWords } from '../../src/domain/date-words.ts'
import type { EntryData, MailFacts, NamedPromise } from '../../src/domain/entry-data.ts'
import { dataJson, readEntryData } from '../../src/domain/entry-data-json.ts'
import { acts } from '../../src/domain/act.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { mailKinds } from '../../src/domain/mail.ts'
import { isOldCallBack, readOldEntry, type OldContext, type OldEntry } from '../../src/domain/old-remark.ts'
import { markWords, remarkOf } from '../../src/domain/remark.ts'
import {
  aDay,
  aDue,
  aMoment,
  aMove,
  anEntry,
  aSnooze,
  aTime,
  english,
  type SomeEntry,
} from '../support/facts.ts'

const quote: NamedPromise = { promise: 'uid-5', number: 5, name: 'Gary Lee, send the quote' }
const call: NamedPromise = { promise: 'uid-6', number: 6, name: 'Gary Lee, call; about "x" and 7 (y, z)' }

/** Entries with data, and what they are said to have brought about. */
const remarks: readonly [SomeEntry, string | null][] = [
  [{ act: 'logged' }, null],
  [{ act: 'sold', data: { words: 'at a discount' } }, 'at a discount'],
  [{ act: 'moved', data: aMove('2026-11-23', '2026-11-27 10:30') }, '2026-11-23 -> 2026-11-27 10:30'],
  [{ act: 'told', data: aMove('2026-11-23', '2026-11-27', '2026-11-23') }, '2026-11-23 -> 2026-11-27'],
  [
    { act: 'told', data: aMove('2026-11-27', '2026-12-01', '2026-11-23 09:00') },
    '2026-11-27 -> 2026-12-01, promised 2026-11-23 09:00',
  ],
  [{ act: 'snoozed', data: aSnooze('2026-11-27 10:30', '2026-12-01') }, '2026-11-27 10:30 -> 2026-12-01'],
  [{ act: 'tried', outcome: 'wrong-number', data: { wrongNumber: '0412 555 019' } }, '0412 555 019'],
  [{ act: 'heard', data: { endsTries: [quote] } }, 'ends the tries on 5 (Gary Lee, send the quote)'],
  [
    { act: 'logged', data: { endsTries: [quote, call] } },
    'ends the tries on 5 (Gary Lee, send the quote) and 6 (Gary Lee, call; about "x" and 7 (y, z))',
  ],
  [{ act: 'logged', promise: 5, data: { foundInCallLog: true } }, 'closes 5, found in the call log'],
  [{ act: 'done', promise: 5, data: { foundInCallLog: true } }, 'closes 5, found in the call log'],
  [{ act: 'done', data: { askedForSale: true } }, 'asked for the sale'],
  [
    { act: 'done', data: { askedForSale: false, nothingNext: true } },
    'not yet asked for the sale; nothing is next, as meant',
  ],
  [
    { act: 'done', data: { askedForSale: true, stops: ['sold', 'fair'], nothingNext: true } },
    'asked for the sale; stops the plan sold and fair; nothing is next, as meant',
  ],
  [{ act: 'dropped', data: { stops: ['fair'] } }, 'stops the plan fair'],
  [{ act: 'dropped', text: markWords, data: { doNotContact: true } }, null],
  [{ act: 'stopped', data: { stops: ['fair'] } }, 'stops the plan fair'],
]

/** Knows the promises above by number and name. */
const context: OldContext = {
  promiseUid: (number, name) =>
    [quote, call].find((one) => one.number === number && one.name === name)?.promise ?? null,
  mayBeMark: true,
}

const mail: MailFacts = { id: '<1@lee.example>', answers: ['<0@hall.example>'] }

/** What mailboxes brought, which no old version knew. */
const mailRemarks: readonly [SomeEntry, string | null][] = [
  [{ act: 'heard', data: { mail } }, null],
  [{ act: 'heard', data: { mail: { ...mail, kind: 'invitation' } } }, 'invitation'],
  [{ act: 'logged', data: { mail: { ...mail, isCopy: true } } }, 'I was in copy'],
  [{ act: 'logged', data: { mail: { ...mail, kind: 'automatic' } } }, 'automatic reply'],
  [{ act: 'logged', data: { mail: { ...mail, kind: 'read receipt' } } }, 'read receipt'],
  [{ act: 'logged', data: { mail: { ...mail, kind: 'calendar notice' } } }, 'calendar notice'],
  [{ act: 'heard', data: { mail: { ...mail, kind: 'bulk' } } }, null],
  [{ act: 'done', promise: 5, data: { foundInMail: true, mail } }, 'closes 5, found in the mailbox'],
  [{ act: 'done', promise: 5, data: { foundInMail: true } }, 'closes 5, found in the mailbox'],
  [
    {
      act: 'tried',
      outcome: 'wrong-number',
      data: { wrongNumber: 'gary@lee.example', mail: { ...mail, kind: 'bounce' } },
    },
    'gary@lee.example',
  ],
]

describe('the remark of an entry', () => {
  test.each(mailRemarks)('that a mailbox brought: %j', (known, remark) => {
    expect(remarkOf(anEntry(known), english)).toBe(remark)
  })

  test.each(remarks)('%j', (known, remark) => {
    expect(remarkOf(anEntry(known), english)).toBe(remark)
  })

  test('names a promise that the diary does not have by its name alone', () => {
    const entry = anEntry({ act: 'heard', data: { endsTries: [{ ...quote, number: null }] } })
    expect(remarkOf(entry, english)).toBe('ends the tries on Gary Lee, send the quote')
  })

  test.each([
    [null, 'we spoke on Thu 26 Nov 09:30'],
    ['de-DE', 'we spoke on Do., 26. Nov. 09:30'],
    ['ja-JP', 'we spoke on 11月26日(木) 09:30'],
  ])('is in the words of who reads it: %s', (locale, remark) => {
    const entry = anEntry({ act: 'heard', data: { spokeAt: aMoment('2026-11-26 09:30') } })
    expect(remarkOf(entry, dateWords(locale))).toBe(remark)
  })
})

describe('an old entry is read', () => {
  test.each(remarks)('back from its remark: %j', (known, remark) => {
    const { act, data, promise, outcome, text } = anEntry(known)
    expect(readOldEntry({ act, promise, outcome, text, remark }, context)).toEqual({ act, data })
  })

  const old = (act: Entry['act'], remark: string, known: Partial<OldEntry> = {}): EntryData['data'] =>
    readOldEntry({ act, promise: 5, outcome: null, text: null, remark, ...known }, context).data

  test.each([
    ['moved', 'waiting for the bank'],
    ['moved', '2026-11-23 -> 2026-02-30'],
    ['moved', '2026-11-23 -> 2026-11-27 25:00'],
    ['moved', '2026-11-23 -> 2026-11-27, promised'],
    ['moved', '2026-11-23 -> 2026-11-27\n'],
    ['told', '2026-11-23 -> 2026-11-27, promised 2026-13-01'],
    ['told', 'it was 2026-11-23 -> 2026-11-27'],
    ['snoozed', '2026-11-23 -> 2026-11-27 10:30'],
    ['logged', '2026-11-23 -> 2026-11-27'],
    ['tried', '0412 555 019'],
    ['sold', 'nothing is next, as meant'],
    ['done', 'it said: nothing is next, as meant'],
    ['done', 'closes 6, found in the call log'],
    ['heard', 'ends the tries on 5 (Ada, another name)'],
    ['heard', 'ends the tries on 99 (Gary Lee, send the quote)'],
    ['heard', 'ends the tries on '],
    ['heard', 'we spoke on Thu 26 Nov 09:30'],
    ['stopped', 'stops the plan '],
    ['dropped', 'stops'],
    ['acknowledged', ''],
  ] as const)('as words that decide nothing where it is no fact: %s, %j', (act, remark) => {
    expect(old(act, remark)).toEqual({ words: remark })
  })

  test('as dropped by the mark only where the user did not drop it', () => {
    const entry = { act: 'dropped', promise: 5, outcome: null, text: markWords, remark: null } as const
    expect(readOldEntry(entry, context).data).toEqual({ doNotContact: true })
    expect(readOldEntry(entry, { ...context, mayBeMark: false }).data).toBeNull()
    expect(readOldEntry({ ...entry, text: 'moved away' }, context).data).toBeNull()
  })

  test.each([
    ['call back (×1, last 16:40)', true],
    ['call back (×3, last Thu 26 Nov 16:40)', true],
    ['call back (×2, last 11月26日(木) 16:40)', true],
    ['call back (×2, last 11월 26일 (목) 16:40)', true],
    ['call back (×2, last 2027年1月5日(火) 16:40)', true],
    ['call back (×2, last 11月26日(木) 16:40); about the price', false],
    ['call back (×2, last 16:40); the price (urgent)', false],
    ['call back (×2, last 16:40) (urgent)', false],
    ['call back: the price (last 16:40)', false],
    ['call back (×2, last 16:40', false],
  ])('as a call-back of a call log, or not: %s', (what, is) => {
    expect(isOldCallBack(what)).toBe(is)
  })
})

describe('the data of an entry as JSON', () => {
  const due = fc.record({
    day: fc.constantFrom(aDay('2026-11-23'), aDay('2028-02-29')),
    time: fc.constantFrom(null, aTime('10:30')),
  })
  const named = fc.record({ promise: fc.string(), number: fc.constant(null), name: fc.string() })
  const some = (fields: Record<string, fc.Arbitrary<unknown>>) => fc.record(fields, { requiredKeys: [] })
  const words = fc.record({ words: fc.string() })
  const message = fc.record(
    {
      id: fc.string(),
      answers: fc.array(fc.string()),
      kind: fc.constantFrom(...mailKinds.filter((kind) => kind !== 'personal')),
      isCopy: fc.constant(true),
      to: fc.string(),
    },
    { requiredKeys: ['id', 'answers'] },
  )
  const data: fc.Arbitrary<unknown> = fc.oneof(
    fc.record({ act: fc.constantFrom(...acts), data: fc.oneof(fc.constant(null), words) }),
    fc.record({
      act: fc.constant('heard'),
      data: some({
        endsTries: fc.array(named),
        spokeAt: fc.constant(aMoment('2026-11-26 09:30')),
        mail: message,
      }),
    }),
    fc.record({ act: fc.constant('sent'), data: fc.record({ mail: message }) }),
    fc.record({
      act: fc.constant('logged'),
      data: some({ endsTries: fc.array(named), foundInCallLog: fc.constant(true), mail: message }),
    }),
    fc.record({
      act: fc.constant('done'),
      data: some({
        askedForSale: fc.boolean(),
        stops: fc.array(fc.string()),
        nothingNext: fc.constant(true),
        foundInCallLog: fc.constant(true),
        foundInMail: fc.constant(true),
        mail: message,
      }),
    }),
    fc.record({
      act: fc.constant('tried'),
      data: fc.record({ wrongNumber: fc.string(), mail: message }, { requiredKeys: ['wrongNumber'] }),
    }),
    fc.record({ act: fc.constant('moved'), data: fc.record({ from: due, to: due }) }),
    fc.record({ act: fc.constant('told'), data: fc.record({ from: due, to: due, promised: due }) }),
    fc.record({
      act: fc.constant('snoozed'),
      data: fc.record({ from: due, until: fc.constant(aDay('2026-12-01')) }),
    }),
    fc.record({
      act: fc.constant('dropped'),
      data: some({ stops: fc.array(fc.string()), doNotContact: fc.constant(true) }),
    }),
    fc.record({ act: fc.constant('stopped'), data: fc.record({ stops: fc.array(fc.string()) }) }),
  )

  test('is read back as it was', () => {
    fc.assert(
      fc.property(data, (entry) => {
        const { act } = entry as EntryData
        const text = JSON.stringify(dataJson(entry as EntryData))
        expect(readEntryData(act, JSON.parse(text))).toEqual(entry)
      }),
    )
  })

  test('names no promise by its number', () => {
    expect(dataJson({ act: 'heard', data: { endsTries: [quote] } })).toEqual({
      endsTries: [{ promise: 'uid-5', name: 'Gary Lee, send the quote' }],
    })
  })

  test('leaves out what this program does not know', () => {
    expect(readEntryData('done', { nothingNext: true, colour: 'blue' })).toEqual({
      act: 'done',
      data: { nothingNext: true },
    })
  })

  test.each([
    ['done', 'a text', 'it is not an object'],
    ['done', [], 'it is not an object'],
    ['done', { nothingNext: false }, 'false is not true'],
    ['done', { askedForSale: 'yes' }, '"yes" is neither true nor false'],
    ['done', { stops: 'fair' }, '"fair" is not a list'],
    ['done', { stops: [5] }, '5 is not text'],
    ['moved', { from: { day: '2026-11-23' } }, 'it is not an object'],
    [
      'moved',
      { from: { day: '2026-02-30' }, to: { day: '2026-11-23' } },
      '"2026-02-30" is not a day written 2026-11-27',
    ],
    [
      'snoozed',
      { from: { day: '2026-11-23', time: '25:00' }, until: '2026-12-01' },
      '"25:00" is not a time written 09:30',
    ],
    ['told', { from: aDue('2026-11-23'), to: aDue('2026-11-24') }, 'it is not an object'],
    ['tried', {}, 'nothing is not text'],
    ['heard', { endsTries: [{ promise: 5, name: 'x' }] }, '5 is not text'],
    ['heard', { spokeAt: 'noon' }, '"noon" is not a moment written 2026-11-27T09:30:00+01:00'],
    ['stopped', { words: null }, 'null is not text'],
  ] as const)('%s %j is refused', (act, json, why) => {
    expect(() => readEntryData(act, json)).toThrow(new RangeError(why))
  })
})
