import { expect, test } from 'vitest'
import { loadCommand } from '../../src/cli/all-commands.ts'
import { catalogue } from '../../src/cli/catalogue.ts'
import { aProgram } from '../support/program.ts'

const people = [
  'add Gary Lee -p "0412 555 019" --promise "call back" --due "20 nov"',
  'add Ada Müller --every 7d --no-next',
  'promise ada "send the quote" --due today',
  'wait gary "the papers" --due fri',
]

test.each([{ name: 'today' }, { name: 'week' }, { name: 'next' }, { name: 'review' }])(
  'fu $name alone is what it is with an option that says nothing new',
  async ({ name }) => {
    const program = aProgram({ columns: 80 })
    for (const line of people) await program.fu(line)
    const alone = await program.fu(name)
    expect(alone).toEqual(await program.fu(`${name} --color auto`))
    expect(alone.stdout).not.toBe('')
  },
)

test('these are the commands whose line is not read where nothing stands behind their name', async () => {
  const listed = catalogue.flatMap(({ commands }) => commands)
  const known = await Promise.all(
    listed.map(async ({ name }) => ((await loadCommand(name)).defaultInvocation === null ? [] : [name])),
  )
  expect(known.flat()).toEqual(['today', 'week', 'next', 'remind', 'review'])
})
