import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it, test } from 'vitest'
import { momentOf } from '../../../src/domain/moment.ts'
import {
  promisesCalendar,
  type CalendarPromise,
  type CalendarStyle,
} from '../../../src/formats/calendar/promises.ts'
import { aContact, aDue, aMoment, aPromise, aTime } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

/** A clock that stands eleven hours ahead of UTC. */
const style: CalendarStyle = {
  events: false,
  alarm: { minutesBefore: 10, dayAt: aTime('09:00') },
  momentAt: ({ day, time }) => momentOf(aMoment(`${day} ${time ?? '12:00'}`).instant - 11 * 3600, 660),
}
const withEvents = { ...style, events: true }

/** A promise with its contact, due as it was promised, that was never tried or moved. */
function anItem(known: Partial<CalendarPromise> = {}): CalendarPromise {
  const promise = known.promise ?? aPromise()
  return { promise, contact: aContact(), next: promise.due, attempts: 0, moves: 0, ...known }
}

function calendar(items: readonly CalendarPromise[], how = style): string {
  return [...promisesCalendar(items, how)].join('')
}

/** The lines between the first and the last of a calendar's own. */
function linesOf(item: CalendarPromise, how = style): string[] {
  return calendar([item], how).split('\r\n').slice(4, -2)
}

describe('a promise', () => {
  it('is a to-do on its day', () => {
    expect(calendar([anItem()]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//fu//fu-diary//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VTODO',
      'UID:promise-1',
      'DTSTAMP:20261102T120000Z',
      'CREATED:20261102T120000Z',
      'SEQUENCE:0',
      'SUMMARY:Call Gary Lee: send the quote',
      'DESCRIPTION:Phone: 0412 555 019',
      'CONTACT:Gary Lee',
      'CATEGORIES:promise',
      'DUE;VALUE=DATE:20261127',
      'STATUS:NEEDS-ACTION',
      'END:VTODO',
      'END:VCALENDAR',
      '',
    ])
  })

  it('says all that is to be known on the phone, in its place', () => {
    const promise = aPromise({
      what: 'send quote, prints\nand a \\ sample; soon',
      channel: 'email',
      kind: 'answer',
      hot: true,
      due: aDue('2026-11-27 10:30'),
      promised: aDue('2026-11-20'),
      trigger: 'prints are ready',
      plan: 'sold',
      about: { id: 3, name: 'Ada Müller' },
    })
    const contact = aContact({ company: 'Lee, Inc.', emails: [{ label: 'work', value: 'gary@lee.example' }] })
    expect(linesOf(anItem({ promise, contact, attempts: 1, moves: 2 }))).toEqual([
      'BEGIN:VTODO',
      'UID:promise-1',
      'DTSTAMP:20261102T120000Z',
      'CREATED:20261102T120000Z',
      'SEQUENCE:2',
      'SUMMARY:Email Gary Lee: send quote\\, prints and a \\\\ sample\\; soon',
      'DESCRIPTION:In full: send quote\\, prints\\nand a \\\\ sample\\; soon\\nCompany: ',
      ' Lee\\, Inc.\\nPhone: 0412 555 019\\nEmail: gary@lee.example\\nAbout: Ada Müll',
      ' er\\nWaits for: prints are ready\\nPlan: sold\\nPromised for: 2026-11-20\\nMov',
      ' ed: 2 times\\nTried: once',
      'CONTACT:Gary Lee\\, Lee\\, Inc.',
      'CATEGORIES:answer',
      'PRIORITY:1',
      'DUE:20261126T233000Z',
      'STATUS:NEEDS-ACTION',
      'END:VTODO',
    ])
  })

  it('is done or given up as it was', () => {
    const closedAt = aMoment('2026-11-26 08:15')
    const kept = {
      ...aPromise(),
      status: 'kept' as const,
      closedAt,
      outcome: 'reached' as const,
      reason: null,
      note: 'he signs',
    }
    const dropped = { ...aPromise(), status: 'dropped' as const, closedAt, reason: 'moved away' }
    expect(linesOf(anItem({ promise: kept }), withEvents).slice(4)).toEqual([
      'LAST-MODIFIED:20261126T081500Z',
      'SEQUENCE:1',
      'SUMMARY:Call Gary Lee: send the quote',
      'DESCRIPTION:Phone: 0412 555 019\\nNote: he signs',
      'CONTACT:Gary Lee',
      'CATEGORIES:promise',
      'DUE;VALUE=DATE:20261127',
      'STATUS:COMPLETED',
      'COMPLETED:20261126T081500Z',
      'PERCENT-COMPLETE:100',
      'END:VTODO',
    ])
    expect(linesOf(anItem({ promise: dropped }), withEvents).slice(-4)).toEqual([
      'CATEGORIES:promise',
      'DUE;VALUE=DATE:20261127',
      'STATUS:CANCELLED',
      'END:VTODO',
    ])
  })

  it('has an event where that is asked for, on the day it is next to be done', () => {
    const promise = aPromise({ snoozedUntil: aDue('2026-12-01').day })
    const lines = linesOf(anItem({ promise, next: aDue('2026-12-01') }), withEvents)
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:promise-1-event',
      'DTSTAMP:20261102T120000Z',
      'CREATED:20261102T120000Z',
      'SEQUENCE:0',
      'SUMMARY:Call Gary Lee: send the quote',
      'DESCRIPTION:Phone: 0412 555 019\\nOff the page until: 2026-12-01',
      'CONTACT:Gary Lee',
      'CATEGORIES:promise',
      'DTSTART;VALUE=DATE:20261201',
      'DTEND;VALUE=DATE:20261202',
      'TRANSP:TRANSPARENT',
      'RELATED-TO:promise-1',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Call Gary Lee: send the quote',
      'TRIGGER:PT540M',
      'END:VALARM',
      'END:VEVENT',
    ])
  })

  it('has an event of a day on the last day there is, which no other day ends', () => {
    const due = aDue('9999-12-31')
    const lines = linesOf(anItem({ promise: aPromise({ due }), next: due }), withEvents)
    expect(lines.filter((line) => /^(?:DTSTART|DTEND|DURATION)/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:99991231',
      'DURATION:P1D',
    ])
  })

  it('has an event of a quarter of an hour at its time', () => {
    const lines = linesOf(anItem({ promise: aPromise({ due: aDue('2026-11-27 10:30') }) }), withEvents)
    expect(lines.filter((line) => /^(?:DTSTART|DTEND|DURATION|TRIGGER|DUE)/.test(line))).toEqual([
      'DUE:20261126T233000Z',
      'DTSTART:20261126T233000Z',
      'DURATION:PT15M',
      'TRIGGER:-PT10M',
    ])
  })
})

test.each<[what: string, item: CalendarPromise, summary: string]>([
  [
    'what they owe',
    anItem({ promise: aPromise({ owner: 'theirs', channel: 'call' }) }),
    'Waiting on Gary Lee: send the quote',
  ],
  ['a letter', anItem({ promise: aPromise({ channel: 'post' }) }), 'Write to Gary Lee: send the quote'],
  [
    'somebody who wants texts',
    anItem({ contact: aContact({ channel: 'text' }) }),
    'Text Gary Lee: send the quote',
  ],
  ['somebody with no number', anItem({ contact: aContact({ phones: [] }) }), 'Gary Lee: send the quote'],
])('%s', (_what, item, summary) => {
  expect(linesOf(item)).toContain(`SUMMARY:${summary}`)
})

test('the last evening there is stays on the clock of whoever reads it', () => {
  const behind = { ...style, momentAt: () => ({ ...aMoment('9999-12-31 23:00'), instant: 253_402_300_800 }) }
  expect(linesOf(anItem({ promise: aPromise({ due: aDue('9999-12-31 23:00') }) }), behind)).toContain(
    'DUE:99991231T230000',
  )
})

test('an empty calendar is one', () => {
  expect(calendar([])).toBe(
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//fu//fu-diary//EN\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n',
  )
})

test('whatever was promised is read back by a library of others', () => {
  const text = fc
    .string({ unit: 'binary', maxLength: 80 })
    .map((promised) => promised.replace(/\p{Cc}|\p{Cs}/gu, (control) => (control === '\n' ? '\n' : '')))
  fc.assert(
    fc.property(text, text, (what, name) => {
      const written = calendar(
        [anItem({ promise: aPromise({ what }), contact: aContact({ name, phones: [] }) })],
        withEvents,
      )
      expect(
        calendar(
          [anItem({ promise: aPromise({ what }), contact: aContact({ name, phones: [] }) })],
          withEvents,
        ),
      ).toBe(written)
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/(?!\t)\p{Cc}/u)
      }
      const lines = `${name}: ${what}`.split(/\n+/)
      const summary = lines.length === 1 ? lines.join('') : lines.map((line) => line.trim()).join(' ')
      const read = new ICAL.Component(ICAL.parse(written))
      for (const component of read.getAllSubcomponents()) {
        expect(component.getFirstPropertyValue('summary')).toBe(summary)
      }
      expect(read.getAllSubcomponents().map((component) => component.name)).toEqual(['vtodo', 'vevent'])
    }),
    runs(200),
  )
})
