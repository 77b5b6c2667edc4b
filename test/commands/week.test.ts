import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

test('in a week two people of one name are told apart by their company', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add "Gary Lee" -c Ace -p 0412555021 --promise call --due fri')
  await fu('add "Gary Lee" -c Best -p 0412555022 --promise quote --due fri')
  expect((await fu('week')).stdout).toMatch(/^ +1 {2}Gary Lee, Ace · call\n +2 {2}Gary Lee, Best · quote$/m)
})
