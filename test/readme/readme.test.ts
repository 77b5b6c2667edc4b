import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../src/cli/catalogue.ts'
import { withCurrentOutput } from './examples.ts'

const readme = fs.readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8')

test('the README shows what the program prints ("npm run readme" writes it again)', () => {
  expect(readme).toBe(withCurrentOutput(readme))
})

test('the README has the help of every command', () => {
  const commands = catalogue.flatMap((group) => group.commands.map(({ name }) => name))
  expect(commands.filter((name) => !readme.includes(`$ fu ${name} --help\n`))).toEqual([])
})
