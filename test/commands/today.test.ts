import { expect, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'
import { expectFields, fields, json, list } from '../support/json-fields.ts'

/** On Wed 25 Nov one promise was kept and one tried; the other was kept on Thu 26, when a third was made. */
async function threeDays(): Promise<Program> {
  const program = aProgram()
  const { fu, setClock } = program
  await fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due today')
  await fu('promise gary "call him" --due today')
  setClock('2026-11-25 16:00')
  await fu('done 1 "signs Tuesday"')
  await fu('tried 2 --message "with Sue"')
  setClock('2026-11-26 10:00')
  await fu('done 2 "all well"')
  await fu('promise gary "bring the papers" --due today')
  setClock('2026-11-27 09:00')
  return program
}

test('the page of a past day shows what was done on it, and what stood there', async () => {
  const { fu } = await threeDays()
  expect((await fu('today')).stdout).not.toContain('DONE')
  expect(await fu('today yesterday')).toEqual({
    status: 0,
    stdout: `  Thursday 26 November 2026, as it was                            1 on the day

  DONE THAT DAY
    10:00 Gary Lee: kept "call him": all well

  ON THE DAY
  ▸  3  Gary Lee                                                  0412 555 019
        bring the papers
        you said Thu 26 Nov

  1 done that day · the day after 0 · no next step: nobody
`,
    stderr: '',
  })
  expect((await fu('today "2 days ago"')).stdout).toBe(`  Wednesday 25 November 2026, as it was

  DONE THAT DAY · 2
    16:00 Gary Lee: kept "send the quote": signs Tuesday
    16:00 Gary Lee: left a message, about "call him": with Sue

  All done: 1 done that day. The day after: nothing. The next is Gary Lee on
  Mon 30 Nov.
`)
})

test('as JSON with the entries of the day; of another day with none', async () => {
  const { fu } = await threeDays()
  const past = fields(await json(fu, 'today yesterday'))
  expectFields(past, 'page')
  const [entry, ...others] = list(past['done'])
  expectFields(entry, 'entry')
  expect(fields(entry)['text']).toBe('all well')
  expect(others).toEqual([])
  expect(fields(await json(fu, 'today'))['done']).toBeNull()
})

test('--exit-code tells what is open now, whatever stood there then', async () => {
  const { fu } = await threeDays()
  expect((await fu('today yesterday --exit-code')).status).toBe(6)
  await fu('done 3 "brought"')
  expect((await fu('today yesterday')).stdout).toContain('bring the papers')
  expect((await fu('today yesterday --exit-code')).status).toBe(0)
})

test('a call where it is night is flagged (R60)', async () => {
  expect(
    await session([
      'add "Kim Park" -p "+82 2 312 3456" --zone Asia/Seoul --promise call --due today',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Kim Park" -p "+82 2 312 3456" --zone Asia/Seoul --promise call --due today
    Added Kim Park (@1). Promised Kim Park: call, Wed 25 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Kim Park                                                +82 2-312-3456
            call
            you said Wed 25 Nov · outside their hours

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})
