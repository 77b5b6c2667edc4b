import { expect, test } from 'vitest'
import type { Entry } from '../../../src/domain/entry.ts'
import { customaryReply, unrepliedIn } from '../../../src/schedule/mail/unreplied.ts'
import { aMoment, anEntry, mondayToFriday, type SomeEntry } from '../../support/facts.ts'

const now = aMoment('2026-11-25 14:20')

/** A message of mine, of Mon 16 Nov unless something else is said. */
function sent(id: string, known: SomeEntry = {}, answers: readonly string[] = []): Entry {
  return anEntry({
    at: aMoment('2026-11-16'),
    direction: 'out',
    channel: 'email',
    text: id,
    data: { mail: { id, answers } },
    ...known,
  })
}

function heard(id: string, day: string, answers: readonly string[], known: SomeEntry = {}): Entry {
  return sent(id, { at: aMoment(day), act: 'heard', direction: 'in', ...known }, answers)
}

const call = anEntry({ at: aMoment('2026-11-17'), channel: 'call', outcome: 'reached' })
const ada = { id: 2, name: 'Ada Müller' }

test.each<[string, Entry[], string[]]>([
  ['one without a reply', [sent('a')], ['a']],
  ['one of three working days ago', [sent('a', { at: aMoment('2026-11-19') })], ['a']],
  ['none that is younger', [sent('a', { at: aMoment('2026-11-20') })], []],
  ['none with a reply', [sent('a'), heard('b', '2026-11-17', ['a'])], []],
  ['one with a reply in another thread', [sent('a'), heard('b', '2026-11-17', ['x'])], ['a']],
  [
    'one with a reply of a program',
    [sent('a'), heard('b', '2026-11-17', ['a'], { act: 'logged', direction: null })],
    ['a'],
  ],
  [
    'one with a reply of somebody else',
    [sent('a'), heard('b', '2026-11-17', ['a'], { contact: ada })],
    ['a'],
  ],
  ['the last of two in a thread', [sent('a'), sent('b', { at: aMoment('2026-11-17') }, ['a'])], ['b']],
  ['both of two threads', [sent('a'), sent('b')], ['a', 'b']],
  ['one with a reply before it', [heard('b', '2026-11-13', []), sent('a', {}, ['b'])], ['a']],
  ['none after which we spoke', [sent('a'), call], []],
  ['one before which we spoke', [call, sent('a', { at: aMoment('2026-11-18') })], ['a']],
  ['one although I spoke with somebody else', [sent('a'), { ...call, contact: ada }], ['a']],
  ['none with a wish, which is waited for', [sent('a', { act: 'sent' })], []],
  [
    'none that did not arrive',
    [
      sent('a'),
      sent('b', {
        act: 'tried',
        data: { wrongNumber: 'x@y', mail: { id: 'b', answers: ['a'], kind: 'bounce' } },
      }),
    ],
    [],
  ],
])('there is %s', (_, entries, expected) => {
  expect(unrepliedIn(entries, now, mondayToFriday).map(({ subject }) => subject)).toEqual(expected)
})

test('a reply is customary within three working days', () => {
  expect(customaryReply(aMoment('2026-11-19'), mondayToFriday)).toEqual({ day: '2026-11-24', time: null })
})
