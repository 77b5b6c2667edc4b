import { expect, test } from 'vitest'
import { firstWordOf, shapeOf } from '../../src/command/command-spec.ts'
import { loadCommand } from '../../src/cli/all-commands.ts'
import { catalogue } from '../../src/cli/catalogue.ts'

const commands = catalogue.flatMap((group) => group.commands)

test.each(commands)(
  'the list of commands says of the first word of fu $name what the command does',
  async (entry) => {
    const { arguments: taken } = await shapeOf(entry, await loadCommand(entry.name))
    const listed = firstWordOf(entry)
    const [first] = taken
    if (listed === null || first === undefined) return
    expect(listed).toEqual({ name: first.name, choices: first.choices })
  },
)

test.each([
  ['show', 'who'],
  ['done', 'which'],
  ['move', 'which'],
  ['today', 'when'],
  ['plan', 'action'],
])('the first word of "fu %s" is known without the command: %s', (name, word) => {
  const entry = commands.find((command) => command.name === name)
  expect(entry === undefined ? null : firstWordOf(entry)).toEqual({ name: word, choices: [] })
})

test.each(['export', 'completion', 'review', 'check'])('"fu %s" is asked itself', (name) => {
  const entry = commands.find((command) => command.name === name)
  expect(entry === undefined ? undefined : firstWordOf(entry)).toBeNull()
})
