import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

test('an undo that a forgetting stands in the way of leads round in no circle', async () => {
  const { fu } = aProgram()
  await fu('add Gary -p 0412555019 --no-next')
  await fu('add Bob --no-next')
  await fu('promise --all --yes hello --due fri --nothing-next')
  await fu('forget bob --yes')
  expect((await fu('undo 1')).stderr).toBe(
    '1 (add Gary (@1)) cannot be undone: 4 (forget one person, for good) depends on it.\n' +
      'An erasure cannot be undone. "fu history" lists the commands.\n',
  )
})

test('what an undo brings back is named once, however often the command changed it', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary --no-next')
  await fu('add Bob --promise x --due today')
  await fu('edit gary --do-not-contact')
  await fu('promise bob z --about gary --due today')
  await fu('merge gary bob')
  const { stdout } = await fu('undo')
  expect(stdout.match(/promise 2 /g)).toHaveLength(1)
})
