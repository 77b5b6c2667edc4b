import { afterEach, describe, expect, test, vi } from 'vitest'
import { readClock } from '../src/terminal/clock.ts'
import { aProgram } from './support/program.ts'

const zones = [
  'UTC',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kolkata',
  'America/St_Johns',
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Auckland',
]

/** What is written at the turns of a year: clocks put forward and back, a leap day, a year's end. */
const year: readonly (readonly [at: string, line: string])[] = [
  ['2027-12-30T16:30', 'add "Gary Lee" -p "0412 555 019" --promise "new year call" --due "2 wd"'],
  ['2027-12-31T23:59', 'tried gary --voicemail'],
  ['2028-01-31T09:00', 'add "Ada Müller" -e ada@mueller.example --promise "monthly letter" --due 1mo'],
  ['2028-02-28T10:00', 'promise gary "leap day" --due tomorrow'],
  ['2028-02-29T10:00', 'tried 3 --busy'],
  ['2028-03-11T22:30', 'promise ada "after the night" --due "tomorrow 02:30"'],
  ['2028-03-25T23:30', 'heard ada "where is the letter"'],
  ['2028-03-26T03:30', 'sent gary "the papers" --by post'],
  ['2028-04-01T23:30', 'tried 2'],
  ['2028-04-28T00:30', 'promise gary "the missing midnight" --due today'],
  ['2028-09-24T02:30', 'sold gary "the house"'],
  ['2028-10-28T23:30', 'promise ada "the long night" --due "in 3 hours"'],
  ['2028-10-29T01:30', 'tried ada --busy'],
  ['2028-11-05T01:30', 'wait gary "his answer" --due 1d'],
]

const mornings = [
  '2028-01-03',
  '2028-02-29',
  '2028-03-12',
  '2028-03-26',
  '2028-04-02',
  '2028-04-28',
  '2028-09-24',
]
  .concat('2028-10-01', '2028-10-29', '2028-11-05', '2028-12-31')
  .map((day) => `${day}T08:30`)

/** Every page of the mornings, each with all that was written before it. */
async function pagesIn(zone: string): Promise<string> {
  vi.stubEnv('TZ', zone)
  const program = aProgram({ world: { clock: () => readClock(current) } })
  let current = ''
  const pages: string[] = []
  const steps = [...year, ...mornings.map((moment) => [moment, 'today'] as const)]
  for (const [moment, line] of steps.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    current = moment
    const { status, stdout, stderr } = await program.fu(line)
    pages.push(`${line}\n${stdout}${status === 0 ? '' : stderr}`)
  }
  return pages.join('\n')
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('a year is the same in every zone, for its days are civil days', () => {
  test.each(zones.slice(1))('%s', async (zone) => {
    expect(await pagesIn(zone)).toBe(await pagesIn('UTC'))
  })
})

test('the zone changes between two commands: what was written keeps its day, and nothing leaves the page', async () => {
  vi.stubEnv('TZ', 'Pacific/Auckland')
  let current = '2026-11-26T01:00'
  const program = aProgram({ world: { clock: () => readClock(current) } })
  await program.fu('add "Gary Lee" --promise "call" --due today')
  await program.fu('log gary "met at the airport"')
  vi.stubEnv('TZ', 'America/New_York')
  current = '2026-11-25T09:00'
  expect((await program.fu('show gary')).stdout).toContain('Thu 26 Nov 01:00')
  expect((await program.fu('today tomorrow')).stdout).toContain('call')
  current = '2026-11-27T09:00'
  expect((await program.fu('today')).stdout).toContain('1 day late')
})

test('the zones are those of this machine: the same civil time is another instant in each', () => {
  const instants = zones.map((zone) => {
    vi.stubEnv('TZ', zone)
    return readClock('2028-07-01T12:00').now.instant
  })
  expect(new Set(instants).size).toBe(zones.length)
})
