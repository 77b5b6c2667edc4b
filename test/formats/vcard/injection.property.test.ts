import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/domain/contact.ts'
import type { DiaryPromise } from '../../../src/domain/promise.ts'
import { promisesCalendar } from '../../../src/formats/calendar/promises.ts'
import { peopleCards } from '../../../src/formats/vcard/write.ts'
import { linkKinds } from '../../../src/domain/contact-details.ts'
import { isOneOf } from '../../../src/domain/entry.ts'
import { aContact, aDue, aMoment, aPromise, aTime } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

/** A text that tries to be more than one, with whatever ends a line for anybody. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r', '\n', '\r\n', '\0', '\v', '\f', '\u001c', '\u001e', '\u0085', '\u2028', '\u2029'),
      fc.constantFrom(
        'X-EVIL:1',
        'ATTACH:file:///etc/passwd',
        'END:VCARD',
        'BEGIN:VALARM',
        ';TYPE=X',
        ':',
        ';',
      ),
      fc.constantFrom(' ', '\t', '\\', ',', '"', '=0D=0A', '\ud83d', '😀', 'word', 'x'.repeat(80)),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))

/** A field that should hold a day, a mark or the like, in a diary where it holds anything. */
const anything = <Value>(): fc.Arbitrary<Value> => text.map((value) => value as unknown as Value)

describe('whatever the diary holds', () => {
  it('a card has the same properties as one of plain words', () => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const written = [...peopleCards([contact])].join('')
        const plain = [...peopleCards([worded(contact)])].join('')
        expect(namesIn(written)).toEqual(namesIn(plain))
        expect(namesForUnicode(written)).toEqual(namesForUnicode(plain))
      }),
      runs(500),
    )
  })

  it('a calendar has the same properties as one of plain words', () => {
    fc.assert(
      fc.property(contacts, promises, (contact, promise) => {
        const written = calendar(contact, promise)
        const plain = calendar(worded(contact), worded(promise))
        expect(namesIn(written)).toEqual(namesIn(plain))
        expect(namesForUnicode(written)).toEqual(namesForUnicode(plain))
      }),
      runs(500),
    )
  })
})

const reach = fc.record({ label: text, value: text, readable: text, text, e164: fc.constant(null) })

const extraOf = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc.record({
    name,
    group: fc.option(
      text.map((group) => group.slice(0, 8)),
      { nil: null },
    ),
    params: fc.dictionary(fc.oneof(text, fc.constant('TYPE')), fc.array(text)),
    value,
  })

const contacts: fc.Arbitrary<Contact> = fc
  .record({
    uid: text,
    name: text,
    company: text,
    nick: text,
    kind: anything<Contact['kind']>(),
    channel: anything<Contact['channel']>(),
    phones: fc.array(reach, { minLength: 1, maxLength: 2 }),
    emails: fc.array(reach, { minLength: 1, maxLength: 2 }),
    addresses: fc.array(reach, { maxLength: 2 }),
    source: fc.record({ met: text, word: text, from: fc.record({ id: fc.constant(2), name: text }) }),
    every: fc.record({ count: fc.constant(1), unit: anything<'d'>() }),
    timeZone: text,
    bestTime: text,
    tags: fc.array(text, { minLength: 1, maxLength: 3 }),
    note: text,
    doNotContact: fc.array(anything<'call'>(), { minLength: 1, maxLength: 2 }),
    title: text,
    department: text.filter((units) => !units.includes(';')),
    nameParts: fc.record({ prefix: text, given: text, middle: text, family: text, suffix: text }),
    birthday: fc.record({ year: anything<number>(), month: anything<number>(), day: anything<number>() }),
    anniversaries: fc.array(
      fc.record({
        label: text,
        date: fc.record({ year: anything<number>(), month: anything<number>(), day: anything<number>() }),
      }),
      { maxLength: 2 },
    ),
    links: fc.array(
      fc.record({
        label: text.map((label) => `a ${label}`),
        value: text,
        kind: fc.constantFrom(...linkKinds),
      }),
      { maxLength: 2 },
    ),
    extra: fc.array(
      fc.oneof(
        extraOf(text, text),
        extraOf(
          fc.constant('GENDER'),
          text.filter((value) => !/[\r\n]/.test(value)),
        ),
      ),
      { maxLength: 3 },
    ),
  })
  .map((known) => aContact(known))

const promises: fc.Arbitrary<DiaryPromise> = fc
  .record({
    uid: text,
    what: text,
    kind: anything<DiaryPromise['kind']>(),
    due: fc.record({ day: anything<DiaryPromise['due']['day']>(), time: fc.constant(null) }),
    snoozedUntil: anything<DiaryPromise['snoozedUntil']>(),
    trigger: text,
    plan: text,
    about: fc.record({ id: fc.constant(3), name: text }),
  })
  .map((known) => aPromise(known))

/** The same with a plain word in place of each text, so that nothing is there or missing because of it. */
function worded<Value>(value: Value): Value {
  const put = (field: unknown, name = ''): unknown => {
    if (['owner', 'status', 'madeAt', 'addedAt'].includes(name)) return field
    if (typeof field === 'string') return isKept(name, field) ? field : name === 'label' ? 'a word' : 'word'
    if (Array.isArray(field)) return field.map((item) => put(item))
    if (typeof field !== 'object' || field === null) return field
    return Object.fromEntries(Object.entries(field).map(([key, inner]) => [key, put(inner, key)]))
  }
  return put(value) as Value
}

/** What decides which property is written. */
function isKept(name: string, field: string): boolean {
  return (name === 'kind' && isOneOf(linkKinds, field)) || field === 'GENDER'
}

function calendar(contact: Contact, promise: DiaryPromise): string {
  const next = aDue('2026-11-27')
  const item = { promise, contact, next, attempts: 1, moves: 2 }
  const alarm = { minutesBefore: 10, dayAt: aTime('09:00') }
  const momentAt = (): ReturnType<typeof aMoment> => aMoment('2026-11-27 09:00')
  return [...promisesCalendar([item], { events: true, alarm, momentAt })].join('')
}

type Component = [name: string, properties: [name: string][], parts: Component[]]

/** The names of the components and properties of a text, in their order, as ical.js reads it. */
function namesIn(written: string): unknown[] {
  const names = ([name, properties, parts]: Component): unknown[] => [
    name,
    properties.map(([property]) => property),
    parts.map(names),
  ]
  return names(ICAL.parse(written) as Component)
}

/** The names of the lines, for a reader to whom everything ends a line that Unicode says does. */
function namesForUnicode(written: string): string[] {
  // oxlint-disable-next-line no-control-regex
  const ends = /\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/
  return written
    .split(ends)
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) =>
      line
        .split(/[:;]/, 1)
        .join('')
        .replace(/^[\w-]+\./, ''),
    )
}
