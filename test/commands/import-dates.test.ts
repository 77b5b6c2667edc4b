import { describe, expect, it } from 'vitest'
import { partialDateText, type PartialDate } from '../../src/domain/partial-date.ts'
import { aProgram } from '../support/program.ts'

type Situation = { readonly locale: string | null; readonly config: string; readonly header: string }

/** The birthday of the first person of a table, as it is stored, and what was kept and said. */
async function imported(
  rows: readonly string[],
  { locale = null, config = '', header = 'Name,Birthday' }: Partial<Situation> = {},
): Promise<{ birthday: unknown; extra: unknown; notes: string }> {
  const { fu } = aProgram({ files: { 'people.csv': `${[header, ...rows].join('\n')}\n` }, locale })
  if (config !== '') await fu(`config dates ${config}`)
  const { stderr } = await fu('import people.csv')
  const { people } = JSON.parse((await fu('export --format json')).stdout) as {
    people: { birthday: PartialDate | null; extra: { name: string; value: string }[] }[]
  }
  const [first] = people
  const extra = first?.extra.map(({ name, value }) => `${name}: ${value}`)
  return { birthday: dayOf(first?.birthday), extra, notes: stderr.replaceAll(/\s+/g, ' ') }
}

function dayOf(date: PartialDate | null | undefined): string | null {
  return date === null || date === undefined ? null : partialDateText(date)
}

const ada = 'Ada,4/5/1980'

describe('a date with the day before or after the month (R71)', () => {
  it.each([
    ['a later row has a day above 12 first', [ada, 'Bo,27/11/1975'], '1980-05-04'],
    ['an earlier row that is nobody has it behind', ['Ada,4/5/1980', ',5/14/1975'], '1980-04-05'],
    ['a row has it behind a date of two meanings', [ada, 'Bo,1/2/1990', 'Cy,5-14-1975'], '1980-04-05'],
    ['a row has a day that its month has not', [ada, 'Bo,31/4/1980'], '1980-05-04'],
  ])('is read in the order of its column: %s', async (_how, rows, birthday) => {
    for (const situation of [{}, { config: 'day-first' }, { config: 'month-first' }, { locale: 'en-US' }]) {
      expect(await imported(rows, situation)).toMatchObject({ birthday, extra: [] })
    }
  })

  it.each([
    [{ config: 'day-first' }, '1980-05-04'],
    [{ config: 'month-first' }, '1980-04-05'],
    [{ locale: 'en-GB' }, '1980-05-04'],
    [{ locale: 'en-US' }, '1980-04-05'],
    [{ locale: 'en-US', config: 'day-first' }, '1980-05-04'],
  ])('is read in the order of the user if no row tells it: %j', async (situation, birthday) => {
    const { notes, ...read } = await imported([ada, 'Bo,4/4/1990', 'Cy,1980-12-27'], situation)
    expect(read).toEqual({ birthday, extra: [] })
    expect(notes).not.toContain('Nothing tells')
  })

  it.each([
    ['nobody tells it', [ada, 'Bo,5/6/1990'], {}],
    ['rows tell two orders', [ada, 'Bo,27/11/1975', 'Cy,5/14/1975'], { config: 'day-first' }],
  ])('is kept unchanged and reported once if %s', async (_why, rows, situation) => {
    const { birthday, extra, notes } = await imported(rows, situation)
    expect({ birthday, extra }).toEqual({ birthday: null, extra: ['Birthday: 4/5/1980'] })
    expect(notes).toContain('Nothing tells the day from the month in "4/5/1980" under "Birthday": such dates')
    expect(notes.split('Nothing tells')).toHaveLength(2)
  })

  it('is read column by column', async () => {
    const header = 'Name,Birthday,Anniversary,Event 1 - Label,Event 1 - Value'
    const rows = ['Ada,4/5/1980,4/5/2001,Moved,4/5/2002', 'Bo,27/5/1980,5/27/2001,Moved,1/13/2003']
    const { fu } = aProgram({ files: { 'people.csv': `${[header, ...rows].join('\n')}\n` } })
    await fu('import people.csv')
    const { people } = JSON.parse((await fu('export --format json')).stdout)
    expect(people[0]).toMatchObject({
      birthday: { year: 1980, month: 5, day: 4 },
      anniversaries: [
        { year: 2001, month: 4, day: 5 },
        { year: 2002, month: 4, day: 5 },
      ],
    })
  })
})
