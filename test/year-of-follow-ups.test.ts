import { expect, test } from 'vitest'
import { addDays } from '../src/domain/day.ts'
import { aDay } from './support/facts.ts'
import { aProgram, type Program } from './support/program.ts'

/** What is done on a morning of the year, after its page was read. */
const deeds: Readonly<Record<string, readonly string[]>> = {
  '2026-01-05': ['add "Ada Müller" -p 0412555019 --met "trade show" --kind prospect'],
  '2026-01-06': ['done ada "wrote that we met" --no-next', 'sent ada "the price list" --by post'],
  '2026-01-08': ['tried ada'],
  '2026-01-12': ['tried ada --voicemail'],
  '2026-01-19': ['tried ada'],
  '2026-01-26': ['tried ada --message "with Sue"'],
  '2026-02-02': ['tried ada'],
  '2026-03-04': ['tried ada'],
  '2026-04-03': [
    'done ada "reached at last" --outcome declined --why "no budget" --next "ask about the new budget" --due "in 30 days"',
  ],
  '2026-05-04': ['done ada "not before autumn" --no-next'],
}

/** Every page of the year that is not the same as the morning before, but for how late it is. */
async function mornings(program: Program): Promise<string> {
  const pages: string[] = []
  for (let day = aDay('2026-01-05'); day <= '2026-12-31'; day = addDays(day, 1)) {
    program.setClock(`${day} 09:00`)
    const { stdout } = await program.fu('today --width 80')
    const lines = stdout.split('\n').filter((line) => /^ {2}[▸ ] |^ {8}/.test(line))
    if (lines.length > 0 && !/\d+ days? late/.test(lines[0] ?? '')) pages.push(day, ...lines)
    for (const deed of deeds[day] ?? []) {
      const { status, stderr } = await program.fu(deed)
      expect({ status, stderr }).toMatchObject({ status: 0 })
    }
  }
  return `${pages.join('\n')}\n`
}

test('a year of mornings: met, sent by post, no answer six times, reached, declined, asked again', async () => {
  expect(await mornings(aProgram())).toMatchInlineSnapshot(`
    "2026-01-05
        fu add                  a person, and what you promised them
        fu import contacts.csv  your address book: CSV or vCard
        fu demo                 a sample diary to explore
    2026-01-06
      ▸  1  Ada Müller                                                0412 555 019
            good to meet you: write, with something of use to Ada Müller
            planned for Tue 6 Jan
    2026-01-08
      ▸  2  Ada Müller                                                0412 555 019
            check that it arrived: the price list
            sent on Tue 6 Jan; call between Thu 8 Jan and Fri 9 Jan
    2026-01-12
      ▸  2  Ada Müller                                                0412 555 019
            check that it arrived: the price list · 2nd try
            no answer on Thu 8 Jan
    2026-01-19
      ▸  2  Ada Müller                                                0412 555 019
            check that it arrived: the price list · 3rd try
            left a voicemail on Mon 12 Jan
    2026-01-26
      ▸  2  Ada Müller                                                0412 555 019
            check that it arrived: the price list · 4th try
            no answer twice, last on Mon 19 Jan
    2026-02-02
      ▸  2  Ada Müller                                                0412 555 019
            check that it arrived: the price list · 5th try
            with Sue on Mon 26 Jan
    2026-03-04
      ▸  2  Ada Müller                                                0412 555 019
            call and email: check that it arrived: the price list · 6th try
            no answer 3 times, last on Mon 2 Feb
    2026-04-03
      ▸  2  Ada Müller                                                0412 555 019
            call and email: check that it arrived: the price list · 7th try
            no answer 4 times, last on Wed 4 Mar
    2026-05-03
      ▸  3  Ada Müller                                                0412 555 019
            ask about the new budget
            you said Sun 3 May
    2026-05-18
      ▸ @1  Ada Müller                                                0412 555 019
            keep in touch
            last spoke on Mon 4 May, every 14d
    "
  `)
})
