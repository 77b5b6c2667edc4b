import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { dumpFile, programOn } from '../support/diary-file.ts'

const attacks: readonly (readonly [sql: string, words: string])[] = [
  ['DELETE FROM contact_search_data WHERE id = 10', 'find gary'],
  [`UPDATE contact_search_data SET block = x'00' WHERE id = 10`, 'edit gary --nick g'],
  [`UPDATE contact_search_data SET block = x'ffffffffffffffff'`, 'find gary'],
  [`UPDATE contact_search_data SET block = x'' WHERE id > 10`, 'find gary'],
  [`UPDATE contact_search_config SET v = 99 WHERE k = 'version'`, 'find gary'],
  [`UPDATE promise_search_config SET v = 99 WHERE k = 'version'`, 'promise gary "call again" --due fri'],
  ['DELETE FROM entry_search_data', 'log gary "talked about it"'],
]

test.each(attacks)('a search index that is damaged is said, and built again: %s', async (sql, words) => {
  const file = path.join(fs.realpathSync(aFolder()), 'd.db')
  const { fu } = programOn(file)
  await fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri')
  await fu('add "Ann Poe" --no-next')
  await fu('log gary "talked about it"')
  const whole = dumpFile(file)
  const db = new Sqlite(file)
  db.unsafeMode()
  db.exec(sql)
  db.close()

  expect(await fu(words)).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining(`The search index of the diary ${file} is damaged.`),
  })
  const examined = (await fu('doctor')).stdout
  expect(examined).toContain('ok    integrity')
  expect(examined).toMatch(/BAD {3}search +The search index (?:is damaged|does not match)/)
  const repaired = await fu('doctor --repair')
  expect(repaired).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('The search index was rebuilt'),
  })
  expect(dumpFile(file)).toEqual(whole)
  expect((await fu(words)).status).toBe(0)
  expect((await fu('doctor')).status).toBe(0)
})
