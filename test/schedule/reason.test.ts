import { expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import type { OpenPromise } from '../../src/domain/promise.ts'
import { reasonFor } from '../../src/schedule/reason.ts'
import { standingOf } from '../../src/schedule/standing.ts'
import {
  aDay,
  aDue,
  aMoment,
  anAttempt,
  anEntry,
  aPromise,
  english,
  mondayToFriday,
} from '../support/facts.ts'

const now = aMoment('2026-12-01 08:30')
const moved = anEntry({ act: 'moved', at: aMoment('2026-11-18') })
const theirs = { owner: 'theirs' } as const

type Row = [reason: string, promise: Partial<OpenPromise>, entries: Entry[]]

test.each<Row>([
  ['you said Fri 27 Nov', {}, []],
  ['you said Fri 27 Nov 10:30', { due: aDue('2026-11-27 10:30') }, []],
  ['you said Wed 31 Dec 2025', { due: aDue('2025-12-31') }, []],
  ['you said Fri 20 Nov, moved once', { promised: aDue('2026-11-20') }, [moved]],
  ['you said Fri 20 Nov, moved twice', { promised: aDue('2026-11-20') }, [moved, moved]],
  ['you said Fri 20 Nov, moved 3 times', { promised: aDue('2026-11-20') }, [moved, moved, moved]],
  ['you said Fri 27 Nov, moved once', {}, [anEntry({ act: 'told' })]],
  [
    'left my number on Thu 26 Nov',
    {},
    [anAttempt('2026-11-26', { outcome: 'message', text: 'left my number' })],
  ],
  ['no answer on Thu 26 Nov', {}, [anAttempt('2026-11-26')]],
  ['no answer on Thu 26 Nov', {}, [anAttempt('2026-11-26', { text: ' ' })]],
  ['spoke to Sue on Thu 26 Nov', {}, [anAttempt('2026-11-26', { text: 'spoke to Sue. ' })]],
  ['left a voicemail on Thu 26 Nov', {}, [anAttempt('2026-11-26', { outcome: 'voicemail' })]],
  ['left a message on Thu 26 Nov', {}, [anAttempt('2026-11-26', { outcome: 'message' })]],
  ['wrong number on Thu 26 Nov', {}, [anAttempt('2026-11-26', { outcome: 'wrong-number' })]],
  ['busy on Tue 1 Dec, try again 09:20', {}, [anAttempt('2026-12-01 08:20', { outcome: 'busy' })]],
  ['busy on Mon 30 Nov', {}, [anAttempt('2026-11-30 08:20', { outcome: 'busy' })]],
  ['busy on Tue 1 Dec', {}, [anAttempt('2026-12-01 16:20', { outcome: 'busy' })]],
  ['busy on Mon 30 Nov', { due: aDue('2026-12-01 15:00') }, [anAttempt('2026-11-30', { outcome: 'busy' })]],
  ['busy on Tue 1 Dec', { due: aDue('2026-12-03 15:00') }, [anAttempt('2026-12-01', { outcome: 'busy' })]],
  [
    'no answer 3 times, last on Thu 26 Nov',
    {},
    [anAttempt('2026-11-19'), anAttempt('2026-11-23'), anAttempt('2026-11-26')],
  ],
  [
    'left a message twice, last on Thu 26 Nov',
    {},
    [
      anAttempt('2026-11-16', { outcome: 'message' }),
      anAttempt('2026-11-19'),
      anAttempt('2026-11-26', { outcome: 'message' }),
    ],
  ],
  [
    'you said Fri 20 Nov, moved once; no answer on Thu 26 Nov',
    { promised: aDue('2026-11-20') },
    [moved, anAttempt('2026-11-26')],
  ],
  ['they said Fri 27 Nov; not chased yet', theirs, []],
  ['they said Fri 27 Nov; chased once, on Mon 30 Nov', theirs, [anAttempt('2026-11-30')]],
  [
    'they said Fri 20 Nov, moved once; chased twice, last on Mon 30 Nov',
    { ...theirs, promised: aDue('2026-11-20') },
    [moved, anAttempt('2026-11-27'), anAttempt('2026-11-30')],
  ],
  ['when prints are ready; you said Fri 27 Nov', { trigger: 'prints are ready' }, []],
  ['you said Fri 27 Nov; put off to Tue 1 Dec', { snoozedUntil: aDay('2026-12-01') }, []],
  ['you said Fri 27 Nov', { snoozedUntil: aDay('2026-11-27') }, []],
  ['you said Fri 27 Nov', { snoozedUntil: aDay('2026-11-26') }, []],
  ['no answer on Thu 26 Nov', { snoozedUntil: aDay('2026-11-27') }, [anAttempt('2026-11-26')]],
])('%s', (reason, known, entries) => {
  const promise = aPromise(known)
  const standing = standingOf(promise, entries, { lastReal: null, ladders: [] }, mondayToFriday)
  expect(reasonFor(promise, standing, { day: now.day, now, words: english })).toBe(reason)
})

test('after they were reached, what I said speaks again', () => {
  const promise = aPromise()
  const standing = standingOf(
    promise,
    [anAttempt('2026-11-26')],
    { lastReal: anEntry({ id: 2, at: aMoment('2026-11-30'), outcome: 'reached' }), ladders: [] },
    mondayToFriday,
  )
  expect(reasonFor(promise, standing, { day: now.day, now, words: english })).toBe('you said Fri 27 Nov')
})
