import { describe, expect, it } from 'vitest'
import { aProgram } from '../support/program.ts'
import { twoMonths } from '../support/review-diary.ts'

describe('fu review', () => {
  it('gives the figures of 30 days beside those of the 30 before', async () => {
    const { fu } = await twoMonths()
    const { status, stdout, stderr } = await fu('review')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(`\n${stdout}`).toBe(`
  Review of 30 days, Tue 27 Oct to Wed 25 Nov
  before: Sun 27 Sep to Mon 26 Oct

  ▸ First: 1 promise of yours is past its day · fu list --mine --late

  MY WORD
  kept on time      ████████░░░░ 7 of 11 (64%) · before 4 of 5 (80%)
  longest run       3 on time in a row · before 3
  dropped           1
  open and late     1 promise

  ANSWERS
  within 24 hours   ████████░░░░ 4 of 6 (67%) · before none
                    1 more not 24 hours old yet
  time to answer    23 h (middle of 5) · before none

  TRIES
  until reached     █·▁··· 9 at the 1st try, 1 at the 3rd
                    before 4 at the 1st try, 1 at the 2nd
  until sold        too few yet (1 of 5)

  RESULTS
  waiting time      sold: too few yet (1 of 5)
                    declined: 4 days (middle of 5) · before none
                    postponed: too few yet (0 of 5)
  why declined      no budget: 3 · went elsewhere: 2

  PEOPLE
  who started       █████░░░░░░░ you 10 of 23 (43%) · before 7 of 7 (100%)
                    Mei Chen: you 3, they 2 · Tom Ray: you 0, they 5
                    Ada Müller: you 3, they 1 · Gary Lee: you 2, they 2
                    José Álvarez: you 2, they 2
  met to contact    too few yet (0 of 5) · 1 not contacted yet
  drifting          Zoë Adler · never spoken to since you added them on Mon 2
                    Nov, every 10d
  waits on others   José Álvarez · the delivery date · 5 days late
                    Gary Lee · the signature · Fri 27 Nov

  FEEDBACK
  change            the survey should be shorter · Gary Lee, Wed 18 Nov
  keep              the price list is clear · Ada Müller, Tue 10 Nov
  add               none
  drop              none

`)
  })

  it('says so where there are too few cases', async () => {
    const { fu } = aProgram()
    await fu('add "Gary Lee" --no-next')
    const { stdout } = await fu('review')
    expect(`\n${stdout}`).toBe(`
  Review of 30 days, Tue 27 Oct to Wed 25 Nov
  before: Sun 27 Sep to Mon 26 Oct

  Nothing is overdue, and nobody is drifting away.

  MY WORD
  kept on time      too few yet (0 of 5)
  longest run       none kept yet
  dropped           0
  open and late     none

  ANSWERS
  within 24 hours   too few yet (0 of 5)
  time to answer    too few yet (0 of 5)

  TRIES
  until reached     too few yet (0 of 5)
  until sold        too few yet (0 of 5)

  RESULTS
  waiting time      sold: too few yet (0 of 5)
                    declined: too few yet (0 of 5)
                    postponed: too few yet (0 of 5)
  why declined      nobody declined

  PEOPLE
  who started       too few yet (0 of 5)
  met to contact    too few yet (0 of 5)
  drifting          nobody
  waits on others   nothing

  FEEDBACK
  all four kinds    none

`)
  })

  it('looks back to a day that is named, and as many days before it', async () => {
    const { fu } = await twoMonths()
    const { stdout } = await fu('review --since 2026-11-16')
    expect(stdout).toContain('Review of 10 days, Mon 16 Nov to Wed 25 Nov')
    expect(stdout).toContain('before: Fri 6 Nov to Sun 15 Nov')
    expect(stdout).toContain('kept on time      too few yet (2 of 5)')
    const figures: unknown = JSON.parse((await fu('review --since 2026-11-16 --json')).stdout)
    expect(figures).toMatchObject({ word: { now: { keptOnTime: { count: 1, of: 2, share: null } } } })
  })

  it('refuses to look ahead', async () => {
    const { status, stdout, stderr } = await aProgram().fu('review --since tomorrow')
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '"tomorrow" is Thu 26 Nov, which is in the future.\nTry "yesterday", "last fri" or "3 days ago".\n',
    })
  })

  it('gives every figure as JSON, with the cases behind it', async () => {
    const { fu } = await twoMonths()
    const { stdout } = await fu('review --json')
    const { feedback, ...figures } = JSON.parse(stdout) as { feedback: Record<string, { text: string }[]> }
    const none = { median: null, of: 0 }
    const contact = (id: number, name: string): unknown => ({ id, name })
    expect(figures).toEqual({
      version: 1,
      now: '2026-11-25T14:20:00+00:00',
      days: {
        now: { from: '2026-10-27', until: '2026-11-25' },
        before: { from: '2026-09-27', until: '2026-10-26' },
      },
      fewestCases: 5,
      first: 'late',
      word: {
        now: { keptOnTime: { count: 7, of: 11, share: 7 / 11 }, longestRun: 3, dropped: 1 },
        before: { keptOnTime: { count: 4, of: 5, share: 0.8 }, longestRun: 3, dropped: 0 },
      },
      late: 1,
      answers: {
        now: {
          within24Hours: { count: 4, of: 6, share: 4 / 6 },
          minutes: { median: 1380, of: 5 },
          pending: 1,
        },
        before: { within24Hours: { count: 0, of: 0, share: null }, minutes: none, pending: 0 },
      },
      answerInWorkingHours: false,
      triesUntilReached: {
        now: { at: [9, 0, 1, 0, 0, 0], of: 10 },
        before: { at: [4, 1, 0, 0, 0, 0], of: 5 },
      },
      // Mei: the answer, two tries, and the sale.
      triesUntilSold: {
        now: { at: [0, 0, 0, 1, 0, 0], of: 1 },
        before: { at: [0, 0, 0, 0, 0, 0], of: 0 },
      },
      declines: {
        now: [
          { reason: 'no budget', count: 3 },
          { reason: 'went elsewhere', count: 2 },
        ],
        before: [],
      },
      waitingDays: {
        // Tom declined 1, 2, 4, 8 and 16 days after he was asked.
        now: { sold: { median: null, of: 1 }, declined: { median: 4, of: 5 }, postponed: none },
        before: { sold: none, declined: none, postponed: none },
      },
      starts: { now: { mine: 10, theirs: 13, share: 10 / 23 }, before: { mine: 7, theirs: 0, share: 1 } },
      startsWith: [
        { contact: contact(4, 'Mei Chen'), mine: 3, theirs: 2, share: 0.6 },
        { contact: contact(6, 'Tom Ray'), mine: 0, theirs: 5, share: 0 },
        { contact: contact(1, 'Ada Müller'), mine: 3, theirs: 1, share: null },
        { contact: contact(2, 'Gary Lee'), mine: 2, theirs: 2, share: null },
        { contact: contact(3, 'José Álvarez'), mine: 2, theirs: 2, share: null },
        { contact: contact(5, 'Sue Park'), mine: 0, theirs: 1, share: null },
      ],
      firstContact: {
        now: { minutes: none, untouched: 1 },
        before: { minutes: { median: null, of: 1 }, untouched: 0 },
      },
      drifting: [
        {
          contact: contact(7, 'Zoë Adler'),
          daysLate: 13,
          reason: 'never spoken to since you added them on Mon 2 Nov, every 10d',
        },
      ],
      waiting: [
        {
          promise: 23,
          contact: contact(3, 'José Álvarez'),
          what: 'the delivery date',
          due: { day: '2026-11-20', time: null },
          late: true,
          daysLate: 5,
        },
        {
          promise: 24,
          contact: contact(2, 'Gary Lee'),
          what: 'the signature',
          due: { day: '2026-11-27', time: null },
          late: false,
          daysLate: 0,
        },
      ],
    })
    expect(Object.entries(feedback).map(([kind, said]) => [kind, said.map(({ text }) => text)])).toEqual([
      ['change', ['the survey should be shorter']],
      ['keep', ['the price list is clear']],
      ['add', []],
      ['drop', []],
    ])
  })

  describe('remembers what began before its days', () => {
    const figuresAfter = async (lines: readonly (readonly [string, string])[]): Promise<unknown> => {
      const { fu, setClock } = aProgram({ now: '2026-08-01 10:00' })
      await fu('add "Gary Lee" --no-next')
      for (const [at, line] of lines) {
        setClock(at)
        expect(await fu(line)).toMatchObject({ status: 0 })
      }
      setClock('2026-11-25 14:20')
      return JSON.parse((await fu('review --json')).stdout)
    }
    const answers = (of: number): unknown => ({ now: { within24Hours: { count: 0, of } } })
    const starts = (mine: number, theirs: number): unknown => ({ now: { mine, theirs } })

    it.each<[string, (readonly [string, string])[], unknown]>([
      [
        'an ask: asking again is the same, and a try at it begins nothing',
        [
          ['2026-09-01 10:00', 'heard gary "wants a price"'],
          ['2026-11-20 10:00', 'heard gary "still wants a price"'],
          ['2026-11-21 10:00', 'tried gary'],
        ],
        { answers: answers(0), starts: starts(0, 1) },
      ],
      [
        'an ask whose answer is put off',
        [
          ['2026-09-01 10:00', 'heard gary "wants a price"'],
          ['2026-09-02 10:00', 'move gary 2026-12-05'],
          ['2026-11-20 10:00', 'heard gary "still wants a price"'],
        ],
        { answers: answers(0), starts: starts(0, 1) },
      ],
      [
        'an ask that is still waiting: a try at it begins nothing',
        [
          ['2026-09-01 10:00', 'heard gary "wants a price"'],
          ['2026-11-21 10:00', 'tried gary'],
        ],
        { answers: answers(0), starts: starts(0, 0) },
      ],
      [
        'that I reached them since: asking again is another ask',
        [
          ['2026-09-01 10:00', 'heard gary "wants a price"'],
          ['2026-09-02 10:00', 'log gary "told him that it takes a while"'],
          ['2026-11-20 10:00', 'heard gary "still wants a price"'],
        ],
        { answers: answers(1), starts: starts(0, 1) },
      ],
      [
        'how often I turned to them until they bought',
        [
          ['2026-09-01 10:00', 'log gary "lunch"'],
          ['2026-09-02 10:00', 'log gary "a call"'],
          ['2026-11-20 10:00', 'sold gary "the house"'],
        ],
        { triesUntilSold: { now: { at: [0, 0, 1, 0, 0, 0], of: 1 } } },
      ],
      [
        'that I turned to somebody met before I wrote them down',
        [
          ['2026-11-20 10:00', 'add "Bo Falk" --met "trade show" --no-next'],
          ['2026-11-20 10:05', 'log bo "the catalogue" --on 2026-09-01'],
        ],
        { firstContact: { now: { minutes: { median: null, of: 1 }, untouched: 0 } } },
      ],
      [
        'the tries on a promise',
        [
          ['2026-08-31 10:00', 'promise gary "call about the house" --due 2026-09-01'],
          ['2026-09-01 10:00', 'tried gary'],
          ['2026-09-04 10:00', 'tried gary'],
          ['2026-11-20 10:00', 'done gary'],
        ],
        { triesUntilReached: { now: { at: [0, 0, 1, 0, 0, 0], of: 1 } } },
      ],
    ])('%s', async (_name, lines, figures) => {
      expect(await figuresAfter(lines)).toMatchObject(figures as object)
    })
  })
})
