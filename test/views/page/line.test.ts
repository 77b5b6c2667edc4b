import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/domain/page.ts'
import { agenda, due, line, promise } from '../../support/agendas.ts'
import { gary, page } from '../../support/printed-page.ts'

function rows(of: Line): string[] {
  return page(agenda({ today: [of] }))
    .split('\n')
    .slice(4, 7)
}

describe('how late a line is', () => {
  it.each<[Partial<Line>, string]>([
    [{ daysLate: 1 }, '1 day late'],
    [{ daysLate: 12 }, '12 days late'],
    [{ minutesLate: 1 }, '1 min late'],
    [{ minutesLate: 40 }, '40 min late'],
    [{ minutesLate: 60 }, '1 h late'],
    [{ minutesLate: 65 }, '1 h 05 late'],
    [{ minutesLate: 130 }, '2 h 10 late'],
    [{ next: due('2026-12-01', '10:30') }, '10:30'],
    [{ next: due('2026-12-01', '10:30'), minutesLate: 5 }, '5 min late'],
  ])('%j', (known, words) => {
    expect(rows(line(promise(1, gary), gary, known))[0]).toBe(`  ▸  1  Gary Lee${words.padStart(62)}`)
  })

  it('leaves out the time of another day', () => {
    expect(rows(line(promise(1, gary), gary, { next: due('2026-11-30', '10:30') }))[0]).toBe(
      '  ▸  1  Gary Lee',
    )
  })
})

it('a long name of somebody who cannot be reached runs on below the numbers of others, and leaves its lateness in place', () => {
  const long = { ...gary, id: 2, name: 'Maximiliane Hohenstein-Falkenberg von Alt' }
  const reached = line(promise(1, gary), gary, {
    daysLate: 1,
    reachBy: { channel: 'post', value: '12 Long Street' },
  })
  const unreached = line(promise(2, long), long, { daysLate: 2, reachBy: null })
  const shown = page(agenda({ today: [reached, unreached] })).split('\n')
  expect([shown[4], shown[7]]).toEqual([
    '  ▸  1  Gary Lee                             post 12 Long Street    1 day late',
    '     2  Maximiliane Hohenstein-Falkenberg von Alt                  2 days late',
  ])
})

describe('what stands with the thing to do', () => {
  const theirs = promise(1, gary, { owner: 'theirs' })
  it.each<[string, Line, string, string]>([
    ['the try it is', line(promise(1, gary), gary, { attempts: 3 }), 'call · 4th try', 'you said Tue 1 Dec'],
    ['no try of what they owe', line(theirs, gary, { attempts: 3 }), 'call', 'you said Tue 1 Dec'],
    ['hot, in words', line(promise(1, gary), gary, { flags: ['hot'] }), 'hot · call', 'you said Tue 1 Dec'],
    [
      'an address that is missing',
      line(promise(1, gary, { channel: 'post' }), gary, { flags: ['no-number'] }),
      'call',
      'you said Tue 1 Dec · no address: fu edit @1 --address …',
    ],
    [
      'an email that they prefer, and that is missing',
      line(promise(1, gary), { ...gary, channel: 'email' }, { flags: ['no-number'] }),
      'call',
      'you said Tue 1 Dec · no email: fu edit @1 --email …',
    ],
    [
      'the gravest remark first',
      line(promise(1, gary), gary, {
        flags: ['no-number', 'outside-their-hours', 'owes-update', 'past-24h'],
      }),
      'call',
      'you said Tue 1 Dec · past 24 hours · owes an update',
    ],
  ])('%s', (_, of, what, why) => {
    expect(rows(of).slice(1)).toEqual([`        ${what}`, `        ${why}`])
  })
})
