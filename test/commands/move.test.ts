import { describe, expect, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'
import { fields, json, list } from '../support/json-fields.ts'

/** What stands under a heading of a card or a page. */
async function under(heading: string, { fu }: Program, line: string): Promise<string> {
  const { stdout } = await fu(line)
  return stdout.split(`  ${heading}\n`)[1]?.split('\n\n')[0] ?? ''
}

/** Di and Sue, with what was promised on Mon 23 Nov; it is Tue 24 Nov. */
async function sinceMonday(...lines: readonly string[]): Promise<Program> {
  const program = aProgram({ now: '2026-11-23 09:00' })
  await program.fu('add Di --phone "+61 412 555 035" --promise "send the papers" --due today')
  await program.fu('add Sue --no-next')
  for (const line of lines) await program.fu(line)
  program.setClock('2026-11-24 09:00')
  return program
}

describe('a card says what was promised first, and from which day to which it was moved (R4)', () => {
  test('of a promise of mine, moved and moved again, before they were told', async () => {
    const program = await sinceMonday()
    await program.fu('move 1 wed --why "the bank is slow"')
    program.setClock('2026-11-25 09:00')
    await program.fu('move 1 "fri 10:30" --told')
    await program.fu('move 1 "fri 10:30" --told')
    const history = `  Wed 25 Nov 09:00  → moved "send the papers" to Fri 27 Nov 10:30, and told
                      them
  Wed 25 Nov 09:00  → moved "send the papers" from Wed 25 Nov to Fri 27 Nov
                      10:30, and told them
  Tue 24 Nov 09:00    moved "send the papers" from Mon 23 Nov to Wed 25 Nov:
                      the bank is slow
  Mon 23 Nov 09:00  → promised "send the papers" for Mon 23 Nov`
    expect(await under('HISTORY', program, 'show di')).toBe(history)
    expect(await under('HISTORY', program, 'export --who di --format text')).toBe(history)
  })

  test('of what they promised, on both cards', async () => {
    const program = await sinceMonday('wait sue "the keys" --due "today 16:00" --about di')
    await program.fu('move 2 thu --told')
    expect(await under('HISTORY', program, 'show sue'))
      .toBe(`  Tue 24 Nov 09:00  → moved "the keys" from Mon 23 Nov 16:00 to Thu 26 Nov
                      16:00, and told them
  Mon 23 Nov 09:00  ← they promised "the keys" for Mon 23 Nov 16:00`)
    expect(await under('HISTORY', program, 'show di')).toContain(
      '← Sue promised "the keys" for Mon 23 Nov 16:00',
    )
  })

  test('of what was put off, until when', async () => {
    const program = await sinceMonday()
    await program.fu('snooze 1 fri')
    expect(await under('HISTORY', program, 'show di')).toContain('put off "send the papers" to Fri 27 Nov\n')
  })

  test('of what was spread over the days ahead', async () => {
    const program = aProgram({ now: '2026-11-23 09:00', keys: ['y'], answers: [] })
    await program.fu('add Di --promise "send the papers" --due today')
    program.setClock('2026-11-25 09:00')
    await program.fu('go --late --spread')
    expect(await under('HISTORY', program, 'show di')).toMatch(
      /moved "send the papers" from Mon 23 Nov to \w/,
    )
  })

  test('of two people who became one', async () => {
    const program = await sinceMonday()
    await program.fu('move 1 fri --told')
    await program.fu('merge di sue')
    expect(await under('HISTORY', program, 'show sue')).toContain(
      '→ promised "send the papers" for Mon 23 Nov',
    )
  })

  test('and an undo of the move takes its days back', async () => {
    const program = await sinceMonday()
    await program.fu('move 1 fri --told')
    await program.fu('undo')
    expect(await under('HISTORY', program, 'show di')).toBe(
      '  Mon 23 Nov 09:00  → promised "send the papers" for Mon 23 Nov',
    )
  })
})

test('the days of a move stand in the books, and come back with them', async () => {
  const program = await sinceMonday()
  await program.fu('move 1 wed')
  await program.fu('move 1 fri --told')
  await program.fu('export --format json -o diary.json')
  const again = aProgram({ now: '2026-11-24 09:00', files: Object.fromEntries(program.files) })
  await again.fu('import diary.json')
  const remarks = list(fields(await json(again.fu, 'show di'))['entries']).map(
    (entry) => fields(entry)['remark'],
  )
  expect(remarks).toEqual(['2026-11-23 -> 2026-11-25', '2026-11-25 -> 2026-11-27, promised 2026-11-23'])
  expect(await under('HISTORY', again, 'show di')).toContain('→ promised "send the papers" for Mon 23 Nov')
  expect((await again.fu('find 2026-11-25')).stdout).toBe((await again.fu('find 2026-11-99')).stdout)
})

test('a move that keeps no days is told as it was before; other words on it are words', async () => {
  const program = await sinceMonday()
  await program.fu('move 1 fri --told')
  const kept = program.db.prepare<[string | null]>('UPDATE entries SET data = ?')
  kept.run(null)
  expect(await under('HISTORY', program, 'show di'))
    .toBe(`  Tue 24 Nov 09:00  → moved "send the papers", and told them
  Mon 23 Nov 09:00  → promised "send the papers" for Fri 27 Nov`)
  kept.run('{"words":"2026-11-23 -> 2026-02-30"}')
  expect(await under('HISTORY', program, 'show di')).toContain(
    'moved "send the papers", and told them: 2026-11-23 ->',
  )
  expect((await program.fu('today yesterday')).stdout).toContain('Nothing due.')
})

describe('the page of a past day shows what was due on it', () => {
  test.each(['move 1 fri', 'move 1 fri --told', 'snooze 1 fri', 'move 1 in 2 years'])(
    'before fu %s',
    async (line) => {
      const program = await sinceMonday()
      const yesterday = await program.fu('today yesterday')
      expect(yesterday.stdout).toContain('you said Mon 23 Nov\n')
      await program.fu(line)
      const next = /The day after.*/
      expect((await program.fu('today yesterday')).stdout.replace(next, '')).toBe(
        yesterday.stdout.replace(next, ''),
      )
      program.setClock('2026-11-25 09:00')
      await program.fu('done 1 sent')
      expect(await under('ON THE DAY', program, 'today "2 days ago"')).toContain('you said Mon 23 Nov')
    },
  )

  test('however many promises are due before the day it was moved to', async () => {
    const many = Array.from({ length: 30 }, (_, n) => `promise sue "call ${n}" --due ${n + 10}d`)
    const program = await sinceMonday(...many)
    await program.fu('move 1 1y')
    expect(await under('ON THE DAY', program, 'today yesterday')).toContain('send the papers')
  })
})

test('the page of the day it was moved on says so, and has it no more', async () => {
  const program = await sinceMonday()
  await program.fu('move 1 fri --told')
  program.setClock('2026-11-25 09:00')
  expect((await program.fu('today yesterday')).stdout).toBe(`  Tuesday 24 November 2026, as it was

  DONE THAT DAY
    09:00 Di: moved "send the papers" from Mon 23 Nov to Fri 27 Nov, and told
          them

  Nothing due. The day after: nothing. The next is Di on Fri 27 Nov.
`)
})

describe('a promise with a time of day that is moved to a day', () => {
  test.each([
    ['mon', 'Mon 30 Nov 14:00'],
    ['mon 10:00', 'Mon 30 Nov 10:00'],
    ['2 weeks', 'Tue 8 Dec 14:00'],
    ['today', 'Tue 24 Nov 14:00'],
  ])('keeps its time, unless another is named: %s', async (phrase, due) => {
    const program = await sinceMonday('promise sue "call back" --due "fri 14:00"')
    expect((await program.fu(`move 2 ${phrase}`)).stdout).toContain(`from Fri 27 Nov 14:00 to ${due}.`)
  })

  test('has no time where that has passed on the new day', async () => {
    const program = await sinceMonday('promise sue "call back" --due "fri 8:00"')
    expect((await program.fu('move 2 today')).stdout).toContain('from Fri 27 Nov 08:00 to Tue 24 Nov.')
  })
})
