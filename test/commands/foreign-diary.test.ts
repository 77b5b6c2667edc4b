import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { programOn } from '../support/diary-file.ts'
import { aChangedCopy, number, writeDiary } from '../support/foreign-diaries.ts'
import { changeFile, foreignSchemas } from '../support/foreign-schemas.ts'

const written = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-foreign-'))

beforeAll(() => writeDiary(written))
afterAll(() => fs.rmSync(written, { recursive: true }))

describe.each(foreignSchemas)('a diary with $name', ({ sql, named }) => {
  it('is neither read nor changed', async () => {
    const { file } = aChangedCopy(written, sql)
    const before = fs.readFileSync(file)
    const { fu } = programOn(file)
    for (const line of ['people', 'add "Mary Major"', 'undo', 'forget gary --yes', 'export --format json']) {
      const { status, stdout, stderr } = await fu(line)
      expect({ line, status, stdout }).toEqual({ line, status: 1, stdout: '' })
      expect(stderr).toContain(`Another program changed the schema of the diary ${file}: ${named}`)
    }
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  })

  it('gives its rows to a new one when it is repaired, and is kept', async () => {
    const { file, folder } = aChangedCopy(written, sql)
    const before = fs.readFileSync(file)
    const { fu } = programOn(file)
    expect((await fu('doctor --json')).stdout).toContain('"name": "schema",\n      "state": "bad"')
    const { status, stdout, stderr } = await fu('doctor --repair')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Moved the rows into a new diary.')
    const [, kept = ''] = /^The previous file is kept as (.*)$/m.exec(stdout) ?? []
    expect(fs.readFileSync(kept).equals(before)).toBe(true)
    expect((await fu('show gary')).stdout).toContain('send the quote')
    expect((await fu('doctor')).status).toBe(0)
    fs.rmSync(path.join(folder, 'backups'), { recursive: true })
    expect((await fu('forget gary --yes')).status).toBe(0)
    expect(fs.readFileSync(file).includes(number)).toBe(false)
  })

  it('is restored without what fu did not make, which is named', async () => {
    const { file, folder } = aChangedCopy(written, sql)
    const copy = path.join(folder, 'from-somebody.db')
    fs.renameSync(file, copy)
    fs.rmSync(path.join(folder, 'backups'), { recursive: true })
    const { fu } = programOn(file)
    const { status, stderr } = await fu(`restore ${copy} --yes`)
    expect(status).toBe(0)
    expect(stderr).toMatch(/^(?:Left out|Recreated correctly): /)
    expect((await fu('doctor')).status).toBe(0)
    await fu('add "Mary Major" --phone 0412555017')
    expect((await fu('people')).stdout).toMatch(/Ann Poe[^]*Gary Lee[^]*Mary Major/)
    expect(fs.readFileSync(file).includes('0412555017')).toBe(true)
  })
})

it.each(['PRAGMA user_version = 0', 'PRAGMA user_version = -1', 'PRAGMA application_id = 1'])(
  'a diary that is marked as none of fu is not read: %s',
  async (sql) => {
    const { file } = aChangedCopy(written, sql)
    const before = fs.readFileSync(file)
    const { fu } = programOn(file)
    for (const line of ['today', 'add Mary', 'doctor', 'doctor --repair']) {
      expect({ line, status: (await fu(line)).status }).toEqual({ line, status: 1 })
    }
    expect(fs.readFileSync(file).equals(before)).toBe(true)
  },
)

test('who is forgotten is in no samples that another program made with ANALYZE', async () => {
  const { file, folder } = aChangedCopy(written, 'ANALYZE')
  expect(fs.readFileSync(file).includes('sqlite_stat4')).toBe(true)
  fs.rmSync(path.join(folder, 'backups'), { recursive: true })
  const { fu } = programOn(file)
  expect((await fu('forget gary --yes')).status).toBe(0)
  expect(fs.readFileSync(file).includes('gary')).toBe(false)
})

describe('a copy with an endless view in the place of its identity', () => {
  const endless = foreignSchemas.find(({ name }) => name.endsWith('identity'))?.sql ?? ''

  it('is not taken for a backup, and does not stop what is done with the others', async () => {
    const { file, folder } = aChangedCopy(written, '')
    const { fu } = programOn(file)
    const copy = path.join(folder, 'backups', 'd-2026-11-25T1419-daily.db')
    fs.copyFileSync(file, copy)
    changeFile(copy, endless)
    expect((await fu('restore')).stdout).toContain('it cannot be read')
    expect((await fu(`backup ${copy}`)).stderr).toContain('is not an older copy of this diary')
    const { status, stderr } = await fu('forget gary --yes')
    expect(status).toBe(1)
    expect(stderr).toContain(`Erased, but not from one copy: ${copy} (another program changed its schema`)
    expect(fs.readFileSync(file).includes(number)).toBe(false)
  })

  it('in the place of the diary tells what a restore would change, and whom it has forgotten', async () => {
    const { file, folder } = aChangedCopy(written, '')
    const { fu } = programOn(file)
    const copy = path.join(folder, 'older.db')
    fs.copyFileSync(file, copy)
    await fu('forget gary --yes --block')
    fs.rmSync(path.join(folder, 'backups'), { recursive: true })
    changeFile(file, 'CREATE VIEW more AS SELECT 1')
    const asked = await fu(`restore ${copy}`)
    expect(asked.stderr).toContain(
      'The diary is damaged: another program changed its schema (extra view "more").',
    )
    expect(asked.stderr).toContain('Gary Lee (@1) may be somebody who was forgotten and blocked')
    const { status, stderr } = await fu(`restore ${copy} --yes`)
    expect(status).toBe(0)
    expect(stderr).toContain('fu forget @1 --block')
    expect((await fu('doctor')).status).toBe(0)
  })
})
