import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { aChangedCopy, writeDiary } from '../support/foreign-diaries.ts'
import { foreignSchemas } from '../support/foreign-schemas.ts'

const written = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-foreign-'))

beforeAll(() => writeDiary(written))
afterAll(() => fs.rmSync(written, { recursive: true }))

it.each(foreignSchemas)('a diary with $name harms no start of the program', ({ sql, named }) => {
  const { file } = aChangedCopy(written, sql)
  const before = fs.readFileSync(file)
  const { fu } = aBinary({ FU_DIARY: file })
  expect(fu(['today'])).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining(`Another program changed the schema of the diary ${file}: ${named}`),
  })
  expect(fu(['complete', 'gar']).stderr).toBe('')
  expect(fu(['doctor'])).toMatchObject({ status: 1, stdout: expect.stringContaining('BAD   schema') })
  expect(fs.readFileSync(file).equals(before)).toBe(true)
})
