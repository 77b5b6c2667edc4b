import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programOn } from '../support/diary-file.ts'
import { aChangedCopy, writeDiary } from '../support/foreign-diaries.ts'
import { foreignValues, writing } from '../support/foreign-values.ts'

const written = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-values-'))

beforeAll(async () => {
  await writeDiary(written)
  const { fu } = programOn(path.join(written, 'd.db'))
  await fu('plan set no-answer "+2d: again" "+5d: again"')
  await fu('config country AU')
  await fu(`backup ${path.join(written, 'copy.db')}`)
})
afterAll(() => fs.rmSync(written, { recursive: true }))

const reading = [
  'today',
  'week',
  'people',
  'show gary',
  'list',
  'history',
  'find quote',
  'review',
  'export --format json',
]
const changing = ['tried gary', 'undo', 'edit gary --note x', 'forget gary --yes']

describe.each(foreignValues)('a diary in which $column of $table is $value', (foreign) => {
  it('is read where that does not matter, and otherwise named in a sentence', async () => {
    const { file } = aChangedCopy(written, writing(foreign))
    const { fu } = programOn(file)
    for (const line of [...reading, ...changing]) {
      const { status, stderr } = await fu(line)
      expect({ line, status, stderr }).toEqual({
        line,
        status: expect.toBeOneOf([0, 1, 3, 5]),
        stderr: expect.not.stringMatching(/crash|This is a bug|Error: |SQLITE_|\bat .*:\d+/),
      })
    }
  })

  it('is called unsound by doctor, and repaired without the value', async () => {
    const { file } = aChangedCopy(written, writing(foreign))
    const { fu } = programOn(file)
    const found = await fu('doctor')
    expect(found.status).toBe(1)
    expect(found.stdout.replaceAll(/\s+/g, ' ')).toMatch(/BAD (?:values|integrity)/)
    const { status, stderr, stdout } = await fu('doctor --repair')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Moved the rows into a new diary.')
    expect(stdout).toContain('Left out ')
    expect((await fu('doctor')).status).toBe(0)
    for (const line of reading) {
      // Somebody whose row is left out is not found.
      expect({ line, ...(await fu(line)) }).toMatchObject({ line, status: expect.toBeOneOf([0, 3]) })
    }
  })
})
