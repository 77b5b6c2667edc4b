import { expect, it } from 'vitest'
import { anAdd, everyLook, everyWrite, everyWrongLine, obeyed, tooWide } from './support/hostile-lines.ts'
import { endless, hostile, long } from './support/hostile.ts'
import { aProgram } from './support/program.ts'

it.each([...hostile, ...long])(
  '%s: in every command that writes, and on every page',
  async (_, text) => {
    const { fu } = aProgram({ columns: 80 })
    const ran = async (words: readonly string[]): Promise<string> => {
      const { status, stdout, stderr } = await fu(words)
      expect({ words, stderr, status }).toEqual({ words, stderr, status: 0 })
      expect(obeyed(stdout + stderr)).toEqual([])
      return stdout
    }
    const { contact, promise } = JSON.parse(await ran(anAdd(text)))
    for (const line of everyWrite(contact.id, promise.id, text)) await ran(line)
    for (const look of everyLook([contact.id])) {
      for (const columns of [40, 80]) {
        expect(tooWide(await ran([...look, '--width', String(columns)]), columns)).toEqual([])
      }
    }
    for (const format of ['csv', 'json', 'vcf', 'ics']) await ran(['export', '--format', format])
    for (const line of everyWrongLine(text)) {
      const { status, stdout, stderr } = await fu(line)
      expect([0, 1, 2, 3, 4, 5]).toContain(status)
      expect(obeyed(stdout + stderr)).toEqual([])
    }
  },
  600_000,
)

it('a million letters: in a note, on the card and in every file', async () => {
  const { fu } = aProgram({ columns: 80 })
  expect((await fu(['add', '--note', endless, '--no-next', 'Gary'])).status).toBe(0)
  const { status, stdout } = await fu('show gary')
  expect({ status, wide: tooWide(stdout, 80) }).toEqual({ status: 0, wide: [] })
  expect(JSON.parse((await fu('show gary --json')).stdout).contact.note).toBe(endless)
  for (const format of ['csv', 'vcf'])
    expect((await fu(['export', 'people', '--format', format])).status).toBe(0)
}, 600_000)
