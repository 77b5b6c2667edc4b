import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { refreshed } from '../.config/readme-blocks.js'
import { catalogue } from '../src/cli/catalogue.ts'

const readme = fs.readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8')

test('the README shows what the binary prints ("npm run readme" writes it anew)', () => {
  expect(readme).toBe(refreshed(readme))
})

test('the README has the help of every command', () => {
  const commands = catalogue.flatMap((group) => group.commands.map(({ name }) => name))
  expect(commands.filter((name) => !readme.includes(`$ fu ${name} --help\n`))).toEqual([])
})
