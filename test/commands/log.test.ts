import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

test('what was noted of another day is said back with it', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary --no-next')
  expect((await fu('log gary lunch --on fri')).stdout).toBe('Noted with Gary, Fri 20 Nov: lunch. (fu undo)\n')
  expect((await fu('log gary lunch')).stdout).toBe('Noted with Gary: lunch. (fu undo)\n')
})
