import { describe, expect, it, test } from 'vitest'
import type { Line } from '../../../src/domain/page.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { noticeText, toldSentence, type LineReminder } from '../../../src/views/reminders/notice.ts'
import { widthOf } from '../../../src/views/layout/measure.ts'
import { contact, due, line, promise } from '../../support/agendas.ts'
import { aDay, english } from '../../support/facts.ts'
import { hostile } from '../../support/hostile.ts'

const context = { today: aDay('2026-12-01'), words: english }

function aReminder(
  when: LineReminder['due'],
  known: { what?: string; name?: string; of?: Partial<OpenPromise>; line?: Partial<Line> } = {},
): LineReminder {
  const who = contact(1, known.name ?? 'Gary Lee', { company: 'Lee Mortgages' })
  const of = promise(12, who, { what: known.what ?? 'send the quote', ...known.of })
  return {
    id: of.id,
    uid: of.uid,
    due: when,
    line: {
      ...line(of, who, { reachBy: { channel: 'call', value: '0412 555 019' }, ...known.line }),
      promise: of,
    },
  }
}

const at1030 = due('2026-12-01', '10:30')

describe('the notice of a promise (R63)', () => {
  it('says when, who, what, and how to reach them', () => {
    expect(noticeText({ kind: 'one', reminder: aReminder(at1030) }, context)).toEqual({
      title: '10:30 Gary Lee, Lee Mortgages',
      body: 'send the quote\n0412 555 019 · fu done 12',
    })
  })

  it('says what I wait for, and the day if it is not today', () => {
    const reminder = aReminder(due('2026-11-30', '16:00'), {
      of: { owner: 'theirs' },
      line: { reachBy: null },
    })
    expect(noticeText({ kind: 'one', reminder }, context)).toEqual({
      title: 'Mon 30 Nov 16:00 Gary Lee, Lee Mortgages',
      body: 'waiting for send the quote\nfu done 12',
    })
  })
})

describe('the notice of several', () => {
  const seven = Array.from({ length: 7 }, (_, index) =>
    aReminder(at1030, { name: `Person ${'ABCDEFG'[index]}` }),
  )

  it('says how many were missed, and names five', () => {
    expect(noticeText({ kind: 'missed', reminders: seven }, context)).toEqual({
      title: '7 came up while you were away',
      body: [
        ...['A', 'B', 'C', 'D', 'E'].map((letter) => `10:30 Person ${letter}: send the quote`),
        'and 2 more: fu',
      ].join('\n'),
    })
  })

  it('says how many came up at once', () => {
    expect(noticeText({ kind: 'many', reminders: seven }, context).title).toBe('7 came up')
  })

  it('of a day has no times', () => {
    expect(noticeText({ kind: 'day', reminders: [aReminder(due('2026-12-01'))] }, context)).toEqual({
      title: '1 for today',
      body: 'Gary Lee: send the quote',
    })
  })
})

test('a notice that was shown is reported in one sentence', () => {
  expect(toldSentence({ kind: 'one', reminder: aReminder(at1030) }, context)).toBe(
    'Shown: 10:30 Gary Lee, Lee Mortgages: send the quote.',
  )
  expect(toldSentence({ kind: 'day', reminders: [aReminder(due('2026-12-01'))] }, context)).toBe(
    'Shown: 1 for today.',
  )
})

test.each(hostile)(
  'a notice has at most six lines of 80 columns, and no control characters: %s',
  (_name, text) => {
    const reminder = aReminder(at1030, { name: text, what: text })
    for (const notice of [
      { kind: 'one' as const, reminder },
      { kind: 'missed' as const, reminders: Array.from({ length: 9 }, () => reminder) },
    ]) {
      const { title, body } = noticeText(notice, context)
      const lines = [title, ...body.split('\n')]
      expect(lines.length).toBeLessThanOrEqual(7)
      for (const one of lines) {
        expect(widthOf(one)).toBeLessThanOrEqual(80)
        expect(one).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u)
      }
    }
  },
)
