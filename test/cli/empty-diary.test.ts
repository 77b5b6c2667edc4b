import { expect, it } from 'vitest'
import { aProgram, withGary, type Situation } from '../support/program.ts'

async function pageOf(situation: Situation): Promise<string> {
  const { status, stdout, stderr } = await aProgram(situation).fu('')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return `\n${stdout}`
}

it('says three commands, and the country and language of the locale', async () => {
  const page = await pageOf({ locale: 'de-DE' })
  expect(page).toBe(`
  Mittwoch, 25. November 2026

  The diary is empty. Begin with one of these:
    fu add                  a person, and what you promised them
    fu import contacts.csv  your address book: CSV or vCard
    fu demo                 a sample diary to explore

  Country of phone numbers: Germany (fu config country)
  Language of dates: German; 27/11 is 27 November (fu config dates)
`)
  expect(await pageOf({ locale: 'de-DE', columns: 80, env: { NO_COLOR: '1' } })).toBe(page)
})

it('asks for the country where the locale names none, and fits 40 columns', async () => {
  expect(await pageOf({ env: { COLUMNS: '40' } })).toBe(`
  Wednesday 25 November 2026

  The diary is empty. Begin with one
  of these:
    fu add
      a person, and what you promised
      them
    fu import contacts.csv
      your address book: CSV or vCard
    fu demo
      a sample diary to explore

  Country of phone numbers: not known.
  Set yours: fu config country AU
  Language of dates: English; for 3/4
  as 3 April: fu config dates
  day-first
`)
})

it.each([
  ['en-US', 'United States', 'English; 11/27 is November 27'],
  ['ja-JP', 'Japan', 'Japanese; 11/27 is November 27'],
  ['en-AU', 'Australia', 'English; 27/11 is 27 November'],
])('reads as in %s', async (locale, country, dates) => {
  const page = await pageOf({ locale })
  expect(page).toContain(`Country of phone numbers: ${country} (`)
  expect(page).toContain(`Language of dates: ${dates} (`)
})

it('reads as it was set, whatever the locale says', async () => {
  const { fu } = aProgram({ locale: 'de-DE' })
  await fu('config country NZ')
  expect((await fu('')).stdout).toContain('Country of phone numbers: New Zealand (')
})

it('has its ordinary page in JSON, in brief, and as soon as somebody is in it', async () => {
  const { fu } = aProgram()
  expect(JSON.parse((await fu('today --json')).stdout)).toMatchObject({
    sections: ['carried-over', 'today', 'waiting', 'keep-in-touch'].map((name) => ({ name, lines: [] })),
  })
  expect((await fu('today --brief')).stdout).toBe('nothing due\n')
  expect((await (await withGary()).fu('today mon')).stdout).not.toContain('The diary is empty')
})
