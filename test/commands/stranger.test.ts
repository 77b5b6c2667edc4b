import { describe, expect, it } from 'vitest'
import { fields, json } from '../support/json-fields.ts'
import { aProgram } from '../support/program.ts'

describe('a stranger who calls (R69)', () => {
  it('is added with --add, in one command that one undo takes back', async () => {
    const { fu } = aProgram()
    expect(await fu('heard "Bob New" "asks about a shoot" --add')).toEqual({
      status: 0,
      stdout:
        'Added Bob New (@1). Heard from Bob New: asks about a shoot. Owed: call back: asks about a shoot, Wed 25 Nov. (fu undo)\n',
      stderr: 'Bob New has no phone number: fu edit @1 --phone …\n',
    })
    await fu('undo')
    expect((await fu('show bob')).status).toBe(3)
    expect((await fu('list')).stdout).toBe('')
  })

  it('is not added without it in a pipe, which says how', async () => {
    const { fu } = aProgram()
    await fu('add Ada --no-next')
    expect(await fu('heard "Bob New" "asks about a shoot"')).toEqual({
      status: 3,
      stdout: '',
      stderr:
        'There is no contact "Bob New".\n' +
        '"fu people" lists the contacts, and "fu add" adds one. "--add" adds them.\n',
    })
  })

  it('is added on a terminal if the user says so', async () => {
    const { fu, asked } = aProgram({ answers: ['add Bob New'] })
    expect((await fu('heard "Bob New" "asks about a shoot"')).stdout).toContain('Added Bob New (@1).')
    expect(asked).toEqual(['Bob New is not in the diary. Add them?', '  add Bob New', '  no'])
  })

  it('is not added on a terminal if the user does not want it', async () => {
    const { fu } = aProgram({ answers: ['no'] })
    expect((await fu('heard "Bob New" "asks about a shoot"')).status).toBe(3)
    expect((await fu('people')).stdout).toBe('')
  })

  it.each(['--promise "send the list" --due fri', '--complaint', '--hot --by email'])(
    'is added by whatever was heard: %s',
    async (options) => {
      const { fu } = aProgram()
      const written = fields(await json(fu, `heard "Bob New" "asks" --add ${options}`))
      expect(fields(written['contact'])).toMatchObject({ id: 1, name: 'Bob New' })
      expect(fields(written['promise'])).toMatchObject({ contact: { id: 1 }, status: 'open' })
    },
  )

  it('is not somebody who is known', async () => {
    const { fu } = aProgram()
    await fu('add "Bob New" --no-next')
    expect((await fu('heard bob "asks about a shoot" --add')).stdout).not.toContain('Added')
    expect((await fu('heard @7 "asks" --add')).status).toBe(3)
  })

  it.each(['0412', '"A 555019"'])(
    'has no number for a name, so only a contact is looked for: %s',
    async (who) => {
      const { fu, asked } = aProgram({ answers: [] })
      await fu('add Ada --no-next')
      const { status, stderr } = await fu(`heard ${who} "asks about a shoot"`)
      expect([status, stderr.split('\n')[0]]).toEqual([
        3,
        `There is no contact "${who.replaceAll('"', '')}".`,
      ])
      expect(asked).toEqual([])
    },
  )

  it('is not added if they were forgotten for good', async () => {
    const { fu } = aProgram()
    await fu('add "Bob New" --no-next')
    await fu('forget bob --block --yes')
    expect(await fu('heard "Bob New" "asks" --add')).toMatchObject({ status: 5, stdout: '' })
  })
})
