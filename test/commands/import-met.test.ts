import { beforeEach, expect, it } from 'vitest'
import { fields, json, list } from '../support/json-fields.ts'
import { aProgram, type Program } from '../support/program.ts'

let program: Program

const cards = (count: number): string =>
  ['Name', ...Array.from({ length: count }, (_, index) => `Person ${index + 1}`), ''].join('\n')

beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00', files: { 'fair.csv': cards(7), 'one.csv': cards(1) } })
  await program.fu('config day-load 3')
})

async function dueDays(): Promise<string[]> {
  const { items } = fields(await json(program.fu, 'list'))
  return list(items).map((promise) => String(fields(fields(promise)['due'])['day']))
}

it('a stack of cards from an event has a follow-up each, spread over working days with room (R9)', async () => {
  await program.fu('add Gary --phone 0412 --promise call --due tomorrow')
  const { stderr } = await program.fu('import fair.csv --met "trade show"')
  expect(stderr).toContain(
    'The plan met starts with 7 contacts, from Thu 26 Nov to Mon 30 Nov; --no-plan starts nothing.\n',
  )
  expect((await dueDays()).toSorted()).toEqual([
    ...Array.from({ length: 3 }, () => '2026-11-26'),
    ...Array.from({ length: 3 }, () => '2026-11-27'),
    ...Array.from({ length: 2 }, () => '2026-11-30'),
  ])
  expect((await program.fu('people --met "trade show" --untouched')).stdout.match(/Person/g)).toHaveLength(7)
})

it('a dry run does not say that it has started anything', async () => {
  const { stderr } = await program.fu('import one.csv --met "trade show" --dry-run')
  expect(stderr).toContain('The plan met starts with 1 contact, on Thu 26 Nov')
  expect(await dueDays()).toEqual([])
})

it('one undo takes the cards and the follow-ups back', async () => {
  await program.fu('import fair.csv --met "trade show"')
  await program.fu('undo')
  expect(await dueDays()).toEqual([])
  expect((await program.fu('people')).stdout).toBe('')
})

it('who is known already is not followed up again', async () => {
  await program.fu('import one.csv --met "trade show"')
  await program.fu('import fair.csv --met "trade show"')
  expect(await dueDays()).toHaveLength(7)
})

it.each([
  ['--met "trade show" --no-plan', 0],
  ['--tag fair', 0],
  ['', 0],
  ['--met "trade show" --plan referred', 7],
  ['--plan met', 7],
])('starts a plan only where one is meant: %s', async (options, count) => {
  await program.fu(`import fair.csv ${options}`)
  expect(await dueDays()).toHaveLength(count)
})
