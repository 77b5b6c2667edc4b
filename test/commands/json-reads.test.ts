import { describe, expect, it } from 'vitest'
import { aProgram, withGary } from '../support/program.ts'
import { expectFields, fields, json, list, type Fields } from '../support/json-fields.ts'

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/

describe('the page', () => {
  it('holds the four sections, and lines with their contact and promise', async () => {
    const { fu, setClock } = await withGary()
    await fu('promise gary "ring at ten" --due "mon 10:00" --hot')
    await fu('wait gary "the papers" --due thu')
    setClock('2026-11-30 10:30')
    const page = fields(await json(fu, 'today'))
    expectFields(page, 'page')
    expectFields(page['counts'], 'counts')
    expect(page).toMatchObject({
      version: 1,
      day: '2026-11-30',
      now: '2026-11-30T10:30:00+00:00',
      counts: { carriedOver: 1, today: 1, waiting: 1, keepInTouch: 0, doneToday: 0 },
    })
    const sections = list(page['sections']).map(fields)
    expect(sections.map(({ name, more }) => [name, more])).toEqual([
      ['carried-over', 0],
      ['today', 0],
      ['waiting', 0],
      ['keep-in-touch', 0],
    ])
    const lines = sections.flatMap((section) => list(section['lines'])).map(fields)
    for (const line of lines) {
      expectFields(line, 'line')
      expectFields(line['contact'], 'contact')
      expectFields(line['promise'], 'promise')
    }
    expect(
      lines.map(({ what, due, daysLate, minutesLate, reachBy }) => ({
        what,
        due,
        daysLate,
        minutesLate,
        reachBy,
      })),
    ).toEqual([
      {
        what: 'send the quote',
        due: { day: '2026-11-27', time: null },
        daysLate: 3,
        minutesLate: 0,
        reachBy: { channel: 'call', value: '0412 555 019' },
      },
      {
        what: 'ring at ten',
        due: { day: '2026-11-30', time: '10:00' },
        daysLate: 0,
        minutesLate: 30,
        reachBy: { channel: 'call', value: '0412 555 019' },
      },
      {
        what: 'the papers',
        due: { day: '2026-11-26', time: null },
        daysLate: 4,
        minutesLate: 0,
        reachBy: { channel: 'call', value: '0412 555 019' },
      },
    ])
    expect(lines[1]?.['flags']).toContain('hot')
  })
})

describe('what is looked up', () => {
  it('comes as items', async () => {
    const { fu } = await withGary()
    await fu('log gary "lunch about the quote"')
    const items = async (line: string): Promise<Fields[]> => {
      const found = fields(await json(fu, line))
      expect(found['version']).toBe(1)
      return list(found['items']).map(fields)
    }
    expectFields((await items('list'))[0], 'promise')
    expectFields((await items('people'))[0], 'contact')
    const found = await items('find quote')
    expect(found.map((item) => item['type'])).toEqual(['promise', 'entry'])
    expectFields(found[0]?.['promise'], 'promise')
    expectFields(found[1]?.['entry'], 'entry')
    expect((await items('history')).map(({ id, command, at }) => ({ id, command, at }))).toEqual([
      { id: 2, command: 'log', at: '2026-11-25T14:20:00+00:00' },
      { id: 1, command: 'add', at: '2026-11-25T14:20:00+00:00' },
    ])
    expect(await items('list --dropped')).toEqual([])
    expect(await items('find unicorns')).toEqual([])
  })

  it('is a card in three parts', async () => {
    const { fu } = await withGary()
    await fu('log gary lunch')
    const card = fields(await json(fu, 'show gary'))
    expect(card['version']).toBe(1)
    expectFields(card['contact'], 'contact')
    expectFields(list(card['promises'])[0], 'promise')
    const [entry] = list(card['entries'])
    expectFields(entry, 'entry')
    expect(fields(entry)['at']).toMatch(moment)
  })

  it.each([
    ['when fri', { version: 1, day: '2026-11-27', time: null, text: 'Friday 27 November 2026' }],
    [
      'when "fri 3pm"',
      { version: 1, day: '2026-11-27', time: '15:00', text: 'Friday 27 November 2026 15:00' },
    ],
  ])('is the day of a phrase: fu %s', async (line, expected) => {
    expect(await json(aProgram().fu, line)).toEqual(expected)
  })
})

it('is the same in every locale', async () => {
  const page = async (locale: string | null): Promise<unknown> => {
    const { fu } = aProgram({ locale })
    await fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due 2026-11-25')
    return JSON.parse((await fu('list --json')).stdout.replace(/"uid": "[^"]*"/g, '"uid": ""'))
  }
  expect(await page('de-DE')).toEqual(await page(null))
  expect(await page('ja-JP')).toEqual(await page(null))
})
