import { beforeEach, describe, expect, it, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

let program: Program

beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu([
    'add',
    'Ada Love',
    '--phone',
    '+44 20 7946 0000',
    '--note',
    'wedding in March 2027, born 1980-03-04, in the room with the long name behind the garden of the old town hall',
    '--address',
    '12 Mill Lane, Bath',
    '--no-next',
  ])
  await program.fu('promise ada "deposit of 2000" --due fri')
})

describe('fu find', () => {
  it.each([
    ['2027', '@1  Ada Love · wedding in March 2027, born'],
    ['1980-03-04', 'wedding in March 2027, born'],
    ['7946', '@1  Ada Love · +44 20 7946 0000\n'],
    ['mill', '12 Mill Lane, Bath'],
    ['town hall', '… long name behind the garden of the old town hall'],
    ['love 2027', 'wedding in March 2027'],
    ['LOVE', '@1  Ada Love · +44 20 7946 0000\n'],
  ])('shows the text that holds %j', async (text, shown) => {
    const { stdout } = await program.fu(['find', text, '--width', '200'])
    expect(stdout).toContain(shown)
  })

  it('finds digits in promises, entries and reasons too', async () => {
    await program.fu('drop 1 --why "paid 4711 instead"')
    expect((await program.fu('find 2000')).stdout).toContain('deposit of 2000')
    expect((await program.fu('find 4711')).stdout).toContain('paid 4711 instead')
  })

  test.each([600, 1100, 5000])('takes %i words', async (count) => {
    const words = Array.from({ length: count }, () => 'word')
    expect(await program.fu(['find', ...words])).toMatchObject({ status: 0, stdout: '' })
    expect((await program.fu(['show', ...words])).status).toBe(3)
    expect((await program.fu(['people', ...words])).status).toBe(0)
    expect((await program.fu(['done', 'ada', ...words])).status).toBe(0)
  })
})

describe('somebody who was renamed', () => {
  beforeEach(async () => {
    await program.fu('edit ada --name "Zoe Quin"')
  })

  it.each(['find ada', 'find "ada love"', 'people love', 'show love', 'done "Ada Love"'])(
    'is named by their new name: %s',
    async (line) => {
      expect((await program.fu(line)).stderr).toContain('Ada Love is now called Zoe Quin (@1).')
    },
  )

  it('is offered to other programs', async () => {
    const { status, stderr } = await program.fu('show ada --json')
    expect(status).toBe(3)
    expect(JSON.parse(stderr)).toMatchObject({ error: { candidates: [{ id: 1, name: 'Zoe Quin' }] } })
  })

  it.each([
    ['"ada love"', 'Ada Love is now called Zoe Quin (@1).'],
    ['love', 'Ada Love is now called Zoe Quin (@1).'],
    ['lov', 'There is no contact "lov".'],
  ])(
    'comes before somebody whose name is spelled like the old one, if it is the whole word: %s',
    async (typed, said) => {
      await program.fu('add "Ida Lowe" --no-next')
      const { status, stderr } = await program.fu(`show ${typed}`)
      expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining(said) })
    },
  )

  it('is named by the card that theirs was merged into, also once that has another name', async () => {
    await program.fu('add "Maud Stone" --no-next')
    await program.fu('add "Mary Storm" --no-next')
    const maud = (await program.fu('people maud --json')).stdout
    const { id } = (JSON.parse(maud) as { items: { id: number }[] }).items[0] ?? { id: 0 }
    await program.fu(`merge @${id} @1`)
    expect((await program.fu('show "Maud Stone"')).stderr).toContain(
      'Maud Stone is now part of Zoe Quin (@1).',
    )
    await program.fu('edit @1 --name "Zoe Hill"')
    expect((await program.fu('show "Maud Stone"')).stderr).toContain(
      'Maud Stone is now part of Zoe Hill (@1).',
    )
    await program.fu('undo')
    await program.fu('undo')
    expect((await program.fu('show "Maud Stone"')).status).toBe(0)
  })

  it('is not, once the name is back, or is that of somebody else', async () => {
    await program.fu('undo')
    expect((await program.fu('show "Zoe Quin"')).stderr).toContain('Zoe Quin is now called Ada Love')
    await program.fu('add "Zoe Quin" --no-next')
    expect((await program.fu('show "Zoe Quin"')).status).toBe(0)
  })
})
