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

  it('is not, once the name is back, or is that of somebody else', async () => {
    await program.fu('undo')
    expect((await program.fu('show "Zoe Quin"')).stderr).toContain('Zoe Quin is now called Ada Love')
    await program.fu('add "Zoe Quin" --no-next')
    expect((await program.fu('show "Zoe Quin"')).status).toBe(0)
  })
})
