import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const beginning = [
  'add "Gary Lee" --kind prospect --tag vip --met "the trade show" --promise "send the quote" --due today',
  'add "Ada Müller" --kind customer --no-next',
  'heard ada "wants a list"',
  'wait gary "his papers" --due fri',
  '@ 2026-11-27 09:00',
  'promise gary "the form" --due today',
  'done 4 sent',
  '@ 2026-11-30 10:00',
]

test('list --mine is everything I owe, and nothing that they owe (R16)', async () => {
  const whole = await session([...beginning, 'list --mine'])
  const listed = whole.slice(whole.indexOf('$ fu list --mine\n'))
  for (const mine of ['send the quote', 'wants a list']) expect(listed).toContain(mine)
  expect(listed).not.toContain('his papers')
})

test.each([
  'list',
  'list --mine --late',
  'list --theirs',
  'list --kind answer',
  'list --kind call-back',
  'list --kind prospect',
  'list --who ada',
  'list --until "27 nov" --since "last wed"',
  'list --kept --since fri',
  'list --mine --theirs',
  'list --sort who',
  'list --sort late',
  'list --limit 1',
  'list --limit 0',
  'list --tag vip',
  'list --met "Trade Show"',
])('fu %s', async (line) => {
  const whole = await session([...beginning, line])
  expect(whole.slice(whole.indexOf(`$ fu ${line}\n`))).toMatchSnapshot()
})
