import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

test.each([
  ['heard gary "wants a quote for the roof"', 'It is about this: wants a quote for the roof.'],
  ['heard gary "about the refinance"', 'It is about the refinance.'],
  ['heard gary "the price" --by email', 'It is about this: the price.'],
  ['heard gary "the lock is broken" --complaint', 'It is about this: the lock is broken.'],
  ['sent gary "the brochure" --by email', 'It is about this: the brochure.'],
])('what to say in a message after %s (R36)', async (line, said) => {
  const { fu, setClock } = aProgram({ now: '2026-11-25 09:00' })
  await fu('config name "Sue Hall"')
  await fu('config number "0412 555 777"')
  await fu('add "Gary Lee" -p 0412555019 --zone America/New_York --no-next')
  await fu(line)
  setClock('2026-11-25 11:00')
  const { say } = JSON.parse((await fu('next --json')).stdout)
  expect(say).toContain('This is Sue Hall, with a message for Gary Lee.')
  expect(say).toContain(said)
  expect(say).toContain('You can reach me on 0-4-1-2, 5-5-5, 7-7-7, until 12:00 today, your time.')
})

test('all they asked for is said, and fu go says it too (R36)', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00', keys: ['q'], answers: [] })
  await fu('config name "Sue Hall"')
  await fu('add "Gary Lee" -p 0412555019 --no-next')
  await fu('heard gary "a quote"')
  await fu('heard gary "and the colours"')
  expect((await fu('go')).stdout.replaceAll(/\s+/g, ' ')).toContain(
    'It is about this: a quote; and the colours.',
  )
})
