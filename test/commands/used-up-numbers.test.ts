import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { programOn } from '../support/diary-file.ts'
import { changeFile } from '../support/foreign-schemas.ts'

test.each([
  ['contacts', '9223372036854775807'],
  ['journal', '9223372036854775807'],
  ['promises', '9007199254740991'],
])('a counter of %s at %s is named, and put right', async (table, number) => {
  const file = path.join(fs.realpathSync(aFolder()), 'd.db')
  const { fu } = programOn(file)
  await fu('add Gary --promise call --due fri')
  changeFile(file, `UPDATE sqlite_sequence SET seq = ${number} WHERE name = '${table}'`)
  const add = 'add Bob --promise call --due fri'
  const named = `sqlite_sequence "${table}", seq: "${number}" leaves no number for another row`
  if (number.startsWith('922')) {
    expect(await fu(add)).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`${named}.*\n.*fu doctor --repair`)),
    })
  }
  expect((await fu('doctor')).stdout.replaceAll(/\s+/g, ' ')).toContain(named)
  expect((await fu('doctor --repair')).status).toBe(0)
  expect((await fu(add)).status).toBe(0)
  expect((await fu('people')).stdout).toMatch(/@2 +Bob/)
})
