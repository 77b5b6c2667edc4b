import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { programOn } from '../support/diary-file.ts'
import { changeFile } from '../support/foreign-schemas.ts'
import type { Program } from '../support/program.ts'

const add = 'add Bob --promise call --due fri'

/** A diary in which the counter of a table stands at a number, and the words for that. */
async function withCounter(table: string, number: string): Promise<Program & { readonly named: string }> {
  const file = path.join(fs.realpathSync(aFolder()), 'd.db')
  const program = programOn(file)
  await program.fu('add Gary --promise call --due fri')
  changeFile(file, `UPDATE sqlite_sequence SET seq = ${number} WHERE name = '${table}'`)
  return {
    ...program,
    named: `sqlite_sequence "${table}", seq: "${number}" leaves no number for another row`,
  }
}

test.each(['contacts', 'journal'])('a counter of %s that is used up is named', async (table) => {
  const { fu, named } = await withCounter(table, '9223372036854775807')
  expect(await fu(add)).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`${named}.*\n.*fu doctor --repair`)),
  })
})

test.each([
  ['contacts', '9223372036854775807'],
  ['journal', '9223372036854775807'],
  ['promises', '9007199254740991'],
])('a counter of %s at %s is put right', async (table, number) => {
  const { fu, named } = await withCounter(table, number)
  expect((await fu('doctor')).stdout.replaceAll(/\s+/g, ' ')).toContain(named)
  expect((await fu('doctor --repair')).status).toBe(0)
  expect((await fu(add)).status).toBe(0)
  expect((await fu('people')).stdout).toMatch(/@2 +Bob/)
})
