import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../src/domain/entry.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { reasonFor } from '../../../src/schedule/page/reason.ts'
import { promiseState } from '../../../src/schedule/state/promise-state.ts'
import {
  aDay,
  aDue,
  aMoment,
  anAttempt,
  anEntry,
  aPromise,
  english,
  heardAt,
  mondayToFriday,
} from '../../support/facts.ts'

const now = aMoment('2026-12-01 08:30')
const moved = anEntry({ act: 'moved', at: aMoment('2026-11-18') })
const theirs = { owner: 'theirs' } as const
const ofMail = { kind: 'answer', channel: 'email', openedBy: 'mail' } as const
const wrote = (at: string) => heardAt(at, { channel: 'email' })
const iWrote = (at: string) =>
  anEntry({
    at: aMoment(at),
    act: 'logged',
    direction: 'out',
    data: { mail: { id: '<1@hall.example>', answers: [] } },
  })

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
  ['asked on Mon 2 Nov; they said Fri 27 Nov; not chased yet', theirs, []],
  [
    'asked on Mon 2 Nov; they said Fri 27 Nov; chased once, by call on Mon 30 Nov',
    theirs,
    [anAttempt('2026-11-30')],
  ],
  [
    'asked on Mon 2 Nov; they said Fri 20 Nov, moved once; chased twice, last by call on Mon 30 Nov',
    { ...theirs, promised: aDue('2026-11-20') },
    [moved, anAttempt('2026-11-27'), anAttempt('2026-11-30')],
  ],
  [
    'they wrote on Mon 23 Nov 10:00, again on Tue 24 Nov',
    ofMail,
    [wrote('2026-11-23 10:00'), wrote('2026-11-24')],
  ],
  [
    'they wrote on Mon 23 Nov 10:00, again twice, last on Thu 26 Nov',
    ofMail,
    [wrote('2026-11-23 10:00'), wrote('2026-11-24'), wrote('2026-11-26')],
  ],
  [
    'they wrote on Mon 23 Nov 10:00; you wrote on Mon 30 Nov: if that was it, fu done 1',
    ofMail,
    [wrote('2026-11-23 10:00'), iWrote('2026-11-30')],
  ],
  [
    'they wrote on Mon 23 Nov 10:00, again on Tue 24 Nov',
    ofMail,
    [wrote('2026-11-23 10:00'), iWrote('2026-11-23 16:00'), wrote('2026-11-24')],
  ],
  [
    'it came back on Thu 26 Nov',
    { kind: 'wrong-number', openedBy: 'mail' },
    [
      anAttempt('2026-11-26', {
        outcome: 'wrong-number',
        data: {
          wrongNumber: 'gary@lee.example',
          mail: { id: '<2@hall.example>', answers: [], kind: 'bounce' },
        },
      }),
    ],
  ],
  ['asked by email on Mon 2 Nov; not chased yet', { ...theirs, channel: 'email', openedBy: 'mail' }, []],
  ['when prints are ready; planned for Fri 27 Nov', { trigger: 'prints are ready' }, []],
  ['you said Fri 27 Nov; put off to Tue 1 Dec', { snoozedUntil: aDay('2026-12-01') }, []],
  ['you said Fri 27 Nov', { snoozedUntil: aDay('2026-11-27') }, []],
  ['you said Fri 27 Nov', { snoozedUntil: aDay('2026-11-26') }, []],
  ['no answer on Thu 26 Nov', { snoozedUntil: aDay('2026-11-27') }, [anAttempt('2026-11-26')]],
])('%s', (reason, known, entries) => {
  const promise = aPromise(known)
  const state = promiseState(promise, entries, { lastRealContact: null, ladders: [], now }, mondayToFriday)
  expect(reasonFor(promise, state, { day: now.day, now, words: english })).toBe(reason)
})

const called = heardAt('2026-11-25 14:20')
const again = [heardAt('2026-11-26', { id: 2 }), heardAt('2026-11-27', { id: 3 })]
const sent = anEntry({ act: 'sent', at: aMoment('2026-11-23') })
const told = anEntry({ act: 'told', at: aMoment('2026-11-26') })
const callBack = { kind: 'call-back' } as const
const receipt = { kind: 'receipt', channel: 'call', due: aDue('2026-11-25') } as const
const planned = { step: { run: 1, index: 0 } }

describe('what nobody promised says so', () => {
  test.each<Row>([
    ['they called on Wed 25 Nov 14:20', callBack, [called]],
    [
      'they wrote on Wed 25 Nov 09:05',
      { kind: 'answer' },
      [heardAt('2026-11-25 09:05', { channel: 'email' })],
    ],
    [
      'they wrote on Wed 25 Nov 09:05',
      { kind: 'answer' },
      [heardAt('2026-11-25 09:05', { channel: 'text' })],
    ],
    [
      'they wrote on Wed 25 Nov 09:05',
      { kind: 'answer' },
      [heardAt('2026-11-25 09:05', { channel: 'post' })],
    ],
    ['they called on Wed 25 Nov 09:05', callBack, [heardAt('2026-11-25 09:05', { channel: 'video' })]],
    ['they came by on Wed 25 Nov 09:05', callBack, [heardAt('2026-11-25 09:05', { channel: 'visit' })]],
    ['they asked on Wed 25 Nov 09:05', callBack, [heardAt('2026-11-25 09:05', { channel: null })]],
    ['they called on Wed 25 Nov 14:20; asked again on Thu 26 Nov', callBack, [called, ...again.slice(0, 1)]],
    ['they called on Wed 25 Nov 14:20; asked again twice, last on Fri 27 Nov', callBack, [called, ...again]],
    [
      'they called on Wed 25 Nov 14:20; asked again on Thu 26 Nov; no answer on Fri 27 Nov',
      { kind: 'complaint' },
      [called, ...again.slice(0, 1), anAttempt('2026-11-27')],
    ],
    ['they called on Wed 25 Nov 14:20; moved once', callBack, [called, moved]],
    ['they called on Wed 25 Nov 14:20; you said Fri 27 Nov, moved once', callBack, [called, told]],
    ['planned for Fri 27 Nov', callBack, []],
    ['sent on Mon 23 Nov', receipt, [sent]],
    ['planned for Wed 25 Nov', receipt, []],
    [
      'sent on Mon 23 Nov; call between Wed 25 Nov and Thu 26 Nov',
      { ...receipt, windowUntil: aDay('2026-11-26') },
      [sent],
    ],
    ['call between Wed 25 Nov and Thu 26 Nov', { ...receipt, windowUntil: aDay('2026-11-26') }, []],
    ['sent on Mon 23 Nov; call on Wed 25 Nov', { ...receipt, windowUntil: aDay('2026-11-25') }, [sent]],
    [
      'due between Wed 25 Nov and Thu 26 Nov',
      { ...receipt, channel: null, windowUntil: aDay('2026-11-26') },
      [],
    ],
    [
      'sent on Mon 23 Nov; planned for Wed 25 Nov, moved once',
      { ...receipt, windowUntil: aDay('2026-11-26') },
      [sent, moved],
    ],
    ['no answer on Thu 26 Nov', receipt, [sent, anAttempt('2026-11-26')]],
    ['sold on Mon 23 Nov', { kind: 'thanks' }, [anEntry({ act: 'sold', at: aMoment('2026-11-23') })]],
    ['planned for Fri 27 Nov', { kind: 'thanks' }, []],
    ['planned for Fri 27 Nov', { kind: 'happiness' }, []],
    ['planned for Fri 27 Nov', { kind: 'met' }, []],
    ['planned for Fri 27 Nov', { kind: 'tickler' }, []],
    ['planned for Fri 27 Nov', planned, []],
    ['planned for Fri 27 Nov, moved once', planned, [moved]],
    ['you said Fri 27 Nov, moved once', planned, [told]],
    ['asked on Mon 2 Nov; they said Fri 27 Nov; not chased yet', { ...theirs, ...planned }, []],
    ['when prints are ready; planned for Fri 27 Nov', { ...planned, trigger: 'prints are ready' }, []],
  ])('%s', (reason, known, entries) => {
    const promise = aPromise(known)
    const state = promiseState(promise, entries, { lastRealContact: null, ladders: [], now }, mondayToFriday)
    expect(reasonFor(promise, state, { day: now.day, now, words: english })).toBe(reason)
  })
})

test.each<Row>([
  ['you said Fri 27 Nov; they asked on Wed 25 Nov', {}, [called]],
  ['you said Fri 27 Nov; they asked twice, last on Thu 26 Nov', {}, [called, ...again.slice(0, 1)]],
])('what I promised, and they asked for: %s', (reason, known, entries) => {
  const promise = aPromise(known)
  const state = promiseState(promise, entries, { lastRealContact: null, ladders: [], now }, mondayToFriday)
  expect(reasonFor(promise, state, { day: now.day, now, words: english })).toBe(reason)
})

test('after they were reached, what I said speaks again', () => {
  const promise = aPromise()
  const state = promiseState(
    promise,
    [anAttempt('2026-11-26')],
    { lastRealContact: anEntry({ id: 2, at: aMoment('2026-11-30'), outcome: 'reached' }), ladders: [], now },
    mondayToFriday,
  )
  expect(reasonFor(promise, state, { day: now.day, now, words: english })).toBe('you said Fri 27 Nov')
})
