import * as fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { fields, json, list } from '../support/json-fields.ts'
import { aProgram, type Program } from '../support/program.ts'
import { runs } from '../support/runs.ts'

// Wed 25 Nov 2026, 09:00.
let program: Program
let fu: Program['fu']

beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00' })
  ;({ fu } = program)
  await fu('add Mum --phone 0412555019 --no-next')
})

/** The open promises: number, words, day, time, how often. */
async function open(): Promise<string[]> {
  const { items } = fields(await json(fu, 'list'))
  const promises = list(items) as {
    id: number
    what: string
    due: { day: string; time: string | null }
    every: string | null
  }[]
  return promises.map(({ id, what, due, every }) =>
    [id, what, due.day, due.time, every].filter((cell) => cell !== null).join(' '),
  )
}

async function said(line: string): Promise<string> {
  const { stdout, stderr } = await fu(line)
  return `${stdout}${stderr}`.trim()
}

describe('a promise that repeats (R62)', () => {
  it.each([
    ['--every sunday', 'Sun 29 Nov, then every Sunday.'],
    ['--every 2w --due fri', 'Fri 27 Nov, then every 2 weeks.'],
    ['--every "1st"', 'Tue 1 Dec, then on the 1st of every month.'],
    ['--every monthly --due "31 jan"', 'Sun 31 Jan 2027, then every month.'],
    ['--every friday --due "fri 10:30"', 'Fri 27 Nov 10:30, then every Friday.'],
    ['--every sunday --due fri', 'Fri 27 Nov, then every Sunday.'],
  ])('is confirmed in words: %s', async (options, words) => {
    expect(await said(`promise mum ring ${options}`)).toBe(`Promised Mum: ring, ${words} (fu undo)`)
  })

  it('of theirs comes again too', async () => {
    expect(await said('wait mum "her list" --every friday')).toBe(
      'Waiting for Mum: her list, Fri 27 Nov, then every Friday. (fu undo)',
    )
    program.setClock('2026-11-27 09:00')
    expect(await said('done 1')).toBe(
      'Kept on time: Mum, her list. It comes again Fri 4 Dec, every Friday. (fu undo)',
    )
    expect(await open()).toEqual(['2 her list 2026-12-04 friday'])
  })

  it('comes again from its anchor, however late it is closed; what was missed does not pile up', async () => {
    await fu('promise mum ring --every sunday --due "sun 18:00"')
    program.setClock('2026-12-15 10:00')
    expect(await said('done 1 "all is well"')).toContain('It comes again Sun 20 Dec 18:00, every Sunday.')
    expect(await open()).toEqual(['2 ring 2026-12-20 18:00 sunday'])
  })

  it.each(['--outcome sold', '--outcome declined --why "no time"'])(
    'comes again after it ended with %s',
    async (outcome) => {
      await fu('promise mum ring --every sunday')
      await fu(`done 1 ${outcome} --no-next`)
      const again = (await open()).filter((one) => one.includes('ring'))
      expect(again).toEqual([expect.stringMatching(/^\d+ ring 2026-12-06 sunday$/)])
    },
  )

  it('that is postponed moves to another day, and comes again from its anchor', async () => {
    await fu('promise mum ring --every sunday')
    await fu('done 1 --outcome postponed --until "tue"')
    expect(await open()).toEqual(['2 ring 2026-12-01 sunday'])
    program.setClock('2026-12-01 09:00')
    await fu('done 2')
    expect(await open()).toEqual(['3 ring 2026-12-06 sunday'])
  })

  it('that is moved comes again from its anchor', async () => {
    await fu('promise mum ring --every sunday')
    await fu('move 1 fri --told')
    program.setClock('2026-11-27 09:00')
    await fu('done 1')
    expect(await open()).toEqual(['2 ring 2026-12-06 sunday'])
  })

  it('that is dropped comes again, and says how to end it', async () => {
    await fu('promise mum ring --every sunday')
    expect(await said('drop 1 --why "she is away"')).toBe(
      'Dropped 1 (Mum, ring): she is away. It comes again Sun 6 Dec, every Sunday. fu drop 2 --all-next ends it. (fu undo)',
    )
    expect(await said('drop 2 --all-next --why "she moved in" --no-next')).toBe(
      'Dropped 2 (Mum, ring): she moved in. It does not come again. (fu undo)',
    )
    expect(await open()).toEqual([])
  })

  it('is needed by --all-next', async () => {
    await fu('promise mum ring --due fri')
    const { status, stderr } = await fu('drop 1 --all-next --why x')
    expect([status, stderr]).toEqual([2, '1 (Mum, ring) does not repeat.\nLeave out --all-next.\n'])
    expect(await open()).toEqual(['1 ring 2026-11-27'])
  })

  it('is reopened by one undo, which also removes the next occurrence', async () => {
    await fu('promise mum ring --every sunday')
    const before = await open()
    await fu('done 1')
    await fu('undo')
    expect(await open()).toEqual(before)
    await fu('undo 4')
    expect(await open()).toEqual(['2 ring 2026-12-06 sunday'])
  })

  it('is closed with several others in one change', async () => {
    await fu('promise mum ring --every sunday')
    await fu('promise mum "her list" --every "1st" --by email')
    await fu('promise mum "the keys" --due fri')
    await fu('done 1-3 --no-next')
    expect(await open()).toEqual(['5 her list 2027-01-01 1st', '4 ring 2026-12-06 sunday'].toReversed())
    await fu('undo')
    expect(await open()).toHaveLength(3)
  })

  it('asks for nothing next, in a pipe as on a terminal', async () => {
    await fu('promise mum ring --every sunday')
    expect((await fu('done 1')).stderr).toBe('')
    const { fu: typed, asked } = aProgram({ now: '2026-11-25 09:00', answers: [], columns: 80 })
    await typed('add Mum --no-next')
    await typed('promise mum ring --every sunday')
    await typed('done 1')
    expect(asked).toEqual(['How did it end? (empty: no note)'])
  })

  it('shows how it repeats on the page, the card and the list', async () => {
    await fu('promise mum ring --every sunday')
    expect((await fu('today 2026-11-29')).stdout).toContain('every Sunday')
    expect((await fu('show mum')).stdout).toContain('every Sunday')
    expect((await fu('list')).stdout).toContain('every Sunday')
  })

  it('to everybody who matches', async () => {
    await fu('add Dad --no-next')
    expect(await said('promise --all --every 1st ring --yes')).toContain(
      'Promised 2 people: ring, Tue 1 Dec, then on the 1st of every month.',
    )
    await fu('done 1,2')
    expect(await open()).toEqual(['3 ring 2027-01-01 1st', '4 ring 2027-01-01 1st'])
  })

  it('ends when the contact does not want to be contacted', async () => {
    await fu('promise mum ring --every sunday')
    await fu('edit mum --do-not-contact')
    expect(await open()).toEqual([])
  })

  it('comes again by another channel if they do not want its channel', async () => {
    await fu('promise mum ring --every sunday --by call')
    await fu('edit mum --do-not-contact call --email mum@home.example')
    await fu('done 1')
    expect(fields(list(fields(await json(fu, 'list'))['items'])[0])['channel']).toBe('email')
  })

  it('is merged with its contact', async () => {
    await fu('promise mum ring --every sunday')
    await fu('add Mother --no-next')
    await fu('merge mum mother --yes')
    await fu('done 1')
    expect(await open()).toEqual(['2 ring 2026-12-06 sunday'])
  })
})

describe('edit --every (R62)', () => {
  it('makes a promise repeat from its day, or stops that', async () => {
    await fu('promise mum ring --due fri')
    expect(await said('edit 1 --every 2w')).toBe('Changed 1 (Mum, ring): every 2 weeks. (fu undo)')
    expect(await open()).toEqual(['1 ring 2026-11-27 2w'])
    expect(await said('edit 1 --every "every 2 weeks"')).toContain('Nothing to change')
    expect(await said('edit 1 --no-every')).toBe('Changed 1 (Mum, ring): does not repeat. (fu undo)')
    await fu('done 1 --no-next')
    expect(await open()).toEqual([])
  })

  it('counts from a new day that is given with it', async () => {
    await fu('promise mum ring --due fri')
    await fu('edit 1 --every 1w --due mon')
    await fu('done 1')
    expect(await open()).toEqual(['2 ring 2026-12-07 1w'])
  })

  it('sets the cadence if a contact is named', async () => {
    await fu('promise mum ring --due fri')
    await fu('edit mum --every 30d')
    expect(await open()).toEqual(['1 ring 2026-11-27'])
    expect(fields(fields(await json(fu, 'show mum'))['contact'])['every']).toBe('30d')
  })

  it.each([
    ['promise mum ring --every sunday --when "she is back"', '--every and --when cannot be combined.'],
    [
      'promise --all ring --every sunday --when "she is back" --yes',
      '--every and --when cannot be combined.',
    ],
    ['promise mum ring --every often', '"often" is not a way to repeat a promise.'],
    ['edit 1 --when "she is back"', '--every and --when cannot be combined.'],
    ['edit 2 --every 1w', '2 (Mum, answer: the key) is an answer, which is owed once.'],
  ])('refuses: %s', async (line, why) => {
    await fu('promise mum ring --every sunday')
    await fu('heard mum "the key" --by email')
    const { status, stderr } = await fu(line)
    expect([status, stderr]).toEqual([2, expect.stringContaining(why)])
  })
})

test('exactly one promise of a series is open, whatever is done to it, until it is ended (R62)', async () => {
  const step = fc.constantFrom(
    'done N',
    'done N --outcome declined --why x --no-next',
    'done N --outcome postponed --until 3d',
    'drop N --why x',
    'tried N',
    'move N 5d',
    'snooze N 2d',
    'edit N --what "ring her" --by text',
    'undo',
  )
  const days = fc.integer({ min: 0, max: 20 })
  const often = fc.constantFrom('sunday', '1st', 'last day', '2w', '1mo', '1d', '1y')
  await fc.assert(
    fc.asyncProperty(often, fc.array(fc.tuple(step, days), { maxLength: 12 }), async (every, steps) => {
      const run = aProgram({ now: '2026-01-31 09:00' })
      await run.fu('add Mum --no-next')
      await run.fu(['promise', 'mum', 'ring', '--every', every])
      let day = 0
      let closings = 0
      for (const [line, later] of steps) {
        day += later
        run.setClock(new Date(Date.UTC(2026, 0, 31 + day, 9)).toISOString().slice(0, 16).replace('T', ' '))
        if (line === 'undo' && closings === 0) continue
        const [{ id }] = run.db.prepare(`SELECT id FROM promises WHERE status = 'open'`).all() as [
          { id: number },
        ]
        const { status } = await run.fu(line.replace('N', String(id)))
        if (status === 0) closings += line === 'undo' ? -1 : 1
        const left = run.db
          .prepare(`SELECT due_day FROM promises WHERE status = 'open' AND repeat IS NOT NULL`)
          .all()
        expect(left).toHaveLength(1)
      }
      run.db.close()
    }),
    runs(20),
  )
})
