import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, type Due } from '../../../src/domain/day.ts'
import { attemptOutcomes, type Entry } from '../../../src/domain/entry.ts'
import type { Moment } from '../../../src/domain/moment.ts'
import type { Agenda, PageFacts, RegularContact } from '../../../src/domain/page.ts'
import type { Ladder, Offset } from '../../../src/domain/plan.ts'
import { promiseKinds, type OpenPromise } from '../../../src/domain/promise.ts'
import { agendaFor } from '../../../src/schedule/page/page.ts'
import { promiseState } from '../../../src/schedule/state/promise-state.ts'
import { weekFrom } from '../../../src/schedule/page/week.ts'
import {
  aContact,
  aDay,
  aMoment,
  anEntry,
  aPromise,
  aTime,
  mondayToFriday,
  someFacts,
  someSettings,
} from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

const settings = someSettings()

const days: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 50 }).map((n) => addDays(aDay('2026-11-01'), n))
const clock = fc.constantFrom('00:00', '09:30', '13:00', '16:45', '23:59')
const dues: fc.Arbitrary<Due> = fc.record({ day: days, time: fc.option(clock.map(aTime)) })
const moments: fc.Arbitrary<Moment> = fc.tuple(days, clock).map(([day, time]) => aMoment(`${day} ${time}`))

const promises: fc.Arbitrary<OpenPromise[]> = fc
  .array(
    fc.record({
      contact: fc.integer({ min: 1, max: 4 }).map((id) => ({ id, name: `No. ${id}`, company: null })),
      owner: fc.constantFrom('mine', 'theirs'),
      kind: fc.constantFrom(...promiseKinds),
      hot: fc.boolean(),
      due: dues,
      promised: dues,
      snoozedUntil: fc.option(days),
    }),
    { maxLength: 12 },
  )
  .map((known) => known.map((each, index) => aPromise({ ...each, id: index + 1 })))

const tries = fc.constantFrom(...attemptOutcomes).map((outcome) => ({ act: 'tried' as const, outcome }))
const others = fc
  .constantFrom('moved', 'told', 'snoozed', 'heard', 'sent')
  .map((act) => ({ act, outcome: null }))

const entries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({ promise: fc.integer({ min: 1, max: 12 }), at: moments, what: fc.oneof(tries, others) }),
    {
      maxLength: 20,
    },
  )
  .map((known) =>
    known
      .map(({ promise, at, what }) => anEntry({ promise, at, ...what }))
      .toSorted((a, b) => a.at.instant - b.at.instant),
  )

const lastRealContacts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), moments), { maxLength: 3 })
  .map((known) => new Map(known.map(([contact, at]) => [contact, anEntry({ at, outcome: 'reached' })])))

const offsets: fc.Arbitrary<Offset> = fc.record({
  unit: fc.constantFrom('d', 'wd', 'w', 'mo'),
  count: fc.integer({ min: 1, max: 9 }),
})
const ladders: fc.Arbitrary<Ladder[]> = fc
  .array(fc.record({ since: moments, rungs: fc.array(offsets, { maxLength: 4 }) }), { maxLength: 2 })
  .map((known) =>
    known.map(({ since, rungs }) => ({ since: since.instant, rungs })).toSorted((a, b) => a.since - b.since),
  )

const regulars: fc.Arbitrary<RegularContact[]> = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 40 }), lastRealContact: fc.option(moments) }), {
    maxLength: 8,
  })
  .map((known) =>
    known.map(({ count, lastRealContact: spoken }, index) => ({
      contact: aContact({ id: index + 11, every: { count, unit: 'd' } }),
      lastRealContact: spoken,
    })),
  )

const facts: fc.Arbitrary<PageFacts> = fc
  .record({
    day: days,
    promises,
    entries,
    lastRealContacts,
    lastReached: lastRealContacts,
    ladders,
    regulars,
  })
  .map(({ day, ...known }) => someFacts(day, known))

function numbersOn({ sections }: Agenda): number[] {
  return sections.flatMap(({ lines }) => lines.flatMap(({ promise }) => promise?.id ?? []))
}

test('nothing is forgotten: what has come up stands on the page exactly once, and nothing else does (R10)', () => {
  fc.assert(
    fc.property(moments, facts, (now, known) => {
      const comeUp = known.promises.filter((promise) => {
        const own = known.entries.filter((entry) => entry.promise === promise.id)
        const real = known.lastRealContacts.get(promise.contact.id) ?? null
        return (
          promiseState(promise, own, { lastRealContact: real, ladders: known.ladders, now }, mondayToFriday)
            .next.day <= known.day
        )
      })
      const shown = numbersOn(agendaFor(now, known, settings))
      expect(new Set(shown)).toEqual(new Set(comeUp.map(({ id }) => id)))
      expect(shown).toHaveLength(comeUp.length)
    }),
    runs(1000),
  )
})

test('nothing is forgotten: what has come up on a day stands on the page of every later day (R10)', () => {
  fc.assert(
    fc.property(moments, facts, fc.integer({ min: 1, max: 400 }), (now, known, count) => {
      const later = { ...known, day: addDays(known.day, count) }
      const shownLater = numbersOn(agendaFor(now, later, settings))
      expect(shownLater).toEqual(expect.arrayContaining(numbersOn(agendaFor(now, known, settings))))
    }),
    runs(1000),
  )
})

test('nothing is forgotten: in the end every open promise stands on the page', () => {
  fc.assert(
    fc.property(moments, facts, (now, known) => {
      const shown = numbersOn(agendaFor(now, { ...known, day: aDay('2027-12-31') }, settings))
      expect(shown).toHaveLength(known.promises.length)
    }),
    runs(1000),
  )
})

test('the order is that of the page, not that of the facts', () => {
  const shuffled = facts.chain((known) =>
    fc.shuffledSubarray([...known.promises], { minLength: known.promises.length }).map((mixed) => ({
      known,
      mixed: { ...known, promises: mixed, regulars: known.regulars.toReversed() },
    })),
  )
  fc.assert(
    fc.property(moments, shuffled, (now, { known, mixed }) => {
      expect(agendaFor(now, mixed, settings)).toEqual(agendaFor(now, known, settings))
    }),
    runs(1000),
  )
})

test('the page is a function of the facts and the moment: it remembers and changes nothing', () => {
  fc.assert(
    fc.property(moments, facts, moments, facts, (now, known, otherNow, other) => {
      const before = structuredClone(known)
      const first = agendaFor(now, known, settings)
      agendaFor(otherNow, other, settings)
      expect(agendaFor(now, known, settings)).toEqual(first)
      expect(known).toEqual(before)
    }),
    runs(1000),
  )
})

test('the week ahead has each promise at most once: on the day it comes up', () => {
  fc.assert(
    fc.property(moments, facts, (now, known) => {
      const week = weekFrom(addDays(known.day, -6), now, known, settings)
      const inWeek = week.flatMap(({ lines }) => lines.flatMap(({ promise }) => promise?.id ?? []))
      expect(new Set(inWeek)).toEqual(new Set(numbersOn(agendaFor(now, known, settings))))
      expect(new Set(inWeek).size).toBe(inWeek.length)
      expect(week.at(-1)?.day).toBe(known.day)
    }),
    runs(1000),
  )
})
