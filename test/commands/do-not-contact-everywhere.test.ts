import { describe, expect, test } from 'vitest'
import { channels } from '../../src/domain/channel.ts'
import { aProgram } from '../support/program.ts'

type Program = ReturnType<typeof aProgram>

const gary =
  'add "Gary Lee" -p 0412555019 -e gary@lee.example -a "1 High St" --promise "the papers" --due fri'

async function run(program: Program, lines: readonly string[]): Promise<void> {
  for (const line of lines) expect([line, (await program.fu(line)).status]).toEqual([line, 0])
}

async function after(...lines: readonly string[]): Promise<Program> {
  const program = aProgram({ now: '2026-11-25 09:00' })
  await run(program, lines)
  return program
}

const open = async ({ fu }: Program): Promise<string[]> =>
  JSON.parse((await fu('list --json')).stdout).items.map(({ what }: { what: string }) => what)

describe('whatever way the mark comes, it drops the open promises (R58)', () => {
  test('typed', async () => {
    const program = await after(gary, 'wait gary "his money" --due mon', 'plan start sold gary pallets')
    const { stdout } = await program.fu('edit gary --do-not-contact')
    expect(stdout).toContain('Dropped what was open: 1 (Gary Lee, the papers)')
    expect(await open(program)).toEqual([])
  })

  test.each([
    ['all channels one by one', channels.map((channel) => `edit gary --do-not-contact ${channel}`)],
    ['all in one command', [`edit gary ${channels.map((one) => `--do-not-contact ${one}`).join(' ')}`]],
    ['all in one list', [`edit gary --do-not-contact ${channels.join(',')}`]],
    ['a channel and then all', ['edit gary --do-not-contact call --do-not-contact']],
    ['all and then a channel', ['edit gary --do-not-contact --do-not-contact call']],
  ])('%s', async (_how, lines) => {
    const program = await after(gary, ...lines)
    expect(await open(program)).toEqual([])
    expect((await program.fu('promise gary "call him" --due fri')).status).toBe(5)
    expect(JSON.parse((await program.fu('people --json')).stdout).items[0].doNotContact).toBe('all')
  })

  test('all but one leaves it to the last one', async () => {
    const program = await after(gary, `edit gary --do-not-contact ${channels.slice(1).join(',')}`)
    expect(await open(program)).toEqual(['the papers'])
  })

  test('a word that is no channel is refused, and nothing is marked', async () => {
    const { fu } = await after(gary)
    expect(await fu('edit gary --do-not-contact call --do-not-contact emial')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('"emial" is not a known channel.'),
    })
  })

  test.each([
    ['a diary', '--format json -o marked.json', 'marked.json'],
    ['a table', 'people -o marked.csv', 'marked.csv'],
    ['a card', 'people --format vcf -o marked.vcf', 'marked.vcf'],
  ])('imported with %s', async (_what, options, file) => {
    const there = await after(gary)
    await there.fu('export --format json -o plain.json')
    await run(there, ['edit gary --do-not-contact', `export ${options}`])
    const here = aProgram({ now: '2026-11-25 09:00', files: Object.fromEntries(there.files) })
    await run(here, ['import plain.json'])
    expect(await open(here)).toEqual(['the papers'])
    const { stdout, stderr } = await here.fu(`import ${file}`)
    expect(stdout + stderr).toContain('Dropped what was open: 1 (Gary Lee, the papers).')
    expect(await open(here)).toEqual([])
    await here.fu('undo')
    expect(await open(here)).toEqual(['the papers'])
  })

  test.each([['@1 @2'], ['@2 @1']])('merged: %s', async (cards) => {
    const program = await after(gary, 'add "G. Lee" --no-next', 'edit @2 --do-not-contact', `merge ${cards}`)
    expect(await open(program)).toEqual([])
  })

  test('merged, where the two cards have every channel between them', async () => {
    const [first, ...others] = channels
    const marked = [`edit @1 --do-not-contact ${first}`, `edit @2 --do-not-contact ${others.join(',')}`]
    const program = await after(gary, 'add "G. Lee" --no-next', ...marked, 'merge @2 @1')
    expect(await open(program)).toEqual([])
  })

  test('undone: the mark is back, and a promise made in between is dropped', async () => {
    const program = await after(gary, 'edit gary --do-not-contact', 'edit gary --may-contact')
    await run(program, ['promise gary "lunch" --due fri'])
    const { stdout } = await program.fu('undo 3')
    expect(stdout).toContain('Dropped what was open: 2 (Gary Lee, lunch).')
    expect(await open(program)).toEqual([])
    await program.fu(`undo 5`)
    expect(await open(program)).toEqual(['lunch'])
  })

  test('undone: a promise that was dropped before the mark does not come back', async () => {
    const program = await after(gary, 'drop 1 --why "not now"', 'edit gary --do-not-contact')
    expect((await program.fu('undo 2')).stdout).toContain('Dropped what was open: 1 (Gary Lee, the papers).')
    expect(await open(program)).toEqual([])
  })

  test('and the plan does not go on', async () => {
    const program = await after(gary, 'heard gary "it broke" --complaint', 'edit gary --do-not-contact')
    expect((await program.fu('plan stop complaint gary')).status).toBe(5)
  })

  test('it leaves the page, and keep in touch', async () => {
    const program = await after(gary, 'edit gary --every 1w', 'edit gary --do-not-contact')
    program.setClock('2027-03-01 09:00')
    expect((await program.fu('today')).stdout).not.toContain('Gary')
  })
})

describe('what happened can still be written, and nothing follows from it (R58)', () => {
  test.each([
    ['sold gary "two pallets"', 'Sold to Gary Lee: two pallets.', 'so nothing is planned.'],
    ['heard gary "rang"', 'Heard from Gary Lee: rang.', 'so nothing is owed.'],
    ['heard gary "it broke" --complaint', 'Heard from Gary Lee: it broke.', 'so nothing is owed.'],
    ['heard gary "wrote" --by email', 'Heard from Gary Lee: wrote.', 'so nothing is owed.'],
    ['log gary "came by"', 'Noted with Gary Lee: came by.', ''],
    ['sold gary "a pallet" --on yesterday', 'Sold to Gary Lee: a pallet.', 'so nothing is planned.'],
  ])('%s', async (line, said, why) => {
    const program = await after(gary, 'edit gary --do-not-contact')
    const { status, stdout } = await program.fu(line)
    expect([status, stdout]).toEqual([0, expect.stringContaining(said)])
    expect(stdout).toContain(why)
    expect(await open(program)).toEqual([])
  })

  test('a sale makes them a customer all the same', async () => {
    const program = await after(gary, 'edit gary --do-not-contact', 'sold gary pallets')
    expect((await program.fu('show gary')).stdout).toMatch(/kind +customer/)
  })

  test.each([
    'promise gary "call him" --due fri',
    'wait gary "his money" --due fri',
    'plan start sold gary pallets',
    'sent gary "the list" --by email',
    'heard gary rang --promise "call him" --due fri',
  ])('refused: %s', async (line) => {
    const { fu } = await after(gary, 'edit gary --do-not-contact')
    const before = (await fu('history')).stdout
    expect((await fu(line)).status).toBe(5)
    expect((await fu('history')).stdout).toBe(before)
  })

  test('promised to many, they are left out, and that is said', async () => {
    const { fu } = await after(gary, 'add Ann -p 0412555011 --no-next', 'edit gary --do-not-contact')
    expect(await fu('promise --all "happy new year" --due fri --yes')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('Left out because they do not want to be contacted: Gary Lee.\n'),
    })
  })
})

describe('a step on a channel that they do not want is asked by another (R58)', () => {
  const stepOf = async (program: Program): Promise<[string, string | null]> => {
    const { items } = JSON.parse((await program.fu('list --json')).stdout)
    const step = items.find(({ what }: { what: string }) => what !== 'the papers')
    return [step.what, step.channel]
  }

  test.each([
    ['heard gary "a quote"', 'email'],
    ['heard gary "it broke" --complaint', 'email'],
    ['sent gary "the list" --by email', 'email'],
    ['sent gary "the list" --by post', 'email'],
    ['plan start job-application gary "the post"', 'email'],
  ])('not by call: %s', async (line, channel) => {
    const program = await after(gary, 'edit gary --do-not-contact call', line)
    const { items } = JSON.parse((await program.fu('list --json')).stdout)
    const planned = items.filter(({ what }: { what: string }) => what !== 'the papers')
    for (const step of planned) expect([null, channel]).toContain(step.channel)
    expect((await program.fu('today "in 2 weeks"')).stdout).not.toMatch(/not by call.*\n.*the list/)
  })

  test('by the channel they prefer, where there are several', async () => {
    const program = await after(gary, 'edit gary --by post', 'edit gary --do-not-contact call')
    await run(program, ['heard gary "a quote"'])
    expect(await stepOf(program)).toEqual(['call back: a quote', 'post'])
  })

  test('not by email: the answer to an email is a call', async () => {
    const program = await after(gary, 'edit gary --do-not-contact email', 'heard gary "a quote" --by email')
    expect((await stepOf(program))[1]).toBe('call')
  })

  test('the step that follows later as well', async () => {
    const program = await after(gary, 'heard gary "it broke" --complaint', 'edit gary --do-not-contact call')
    await run(program, ['done 2 "a new one"'])
    expect((await stepOf(program))[1]).toBe('email')
  })

  test('a promise that names the channel is refused', async () => {
    const { fu } = await after(gary, 'edit gary --do-not-contact call')
    expect((await fu('promise gary "ring him" --by call --due fri')).status).toBe(5)
    expect((await fu('promise gary "write him" --by email --due fri')).status).toBe(0)
  })
})

describe('adding the same person again says so (R58)', () => {
  test.each([
    [
      'the number',
      'add "Lee Mortgages" -p 0412555019 --no-next',
      '0412 555 019 is the number of Gary Lee (@1) as well',
    ],
    [
      'the number written another way',
      'add Bo -p "+61 412 555 019" --no-next',
      'is the number of Gary Lee (@1) as well',
    ],
    [
      'the address',
      'add Bo -e GARY@lee.example --no-next',
      'GARY@lee.example is the address of Gary Lee (@1) as well',
    ],
    [
      'name and number',
      'add "Gary Lee" -p 0412555019 --no-next',
      '0412 555 019 is the number of Gary Lee (@1) as well',
    ],
    ['the name', 'add "Gary Lee" --no-next', 'Another Gary Lee is already in the diary: fu show @1'],
  ])('by %s', async (_what, line, said) => {
    const program = aProgram({ now: '2026-11-25 09:00', world: { locale: 'en-AU' } })
    await run(program, [gary])
    expect(await program.fu(line)).toMatchObject({ status: 0, stderr: expect.stringContaining(said) })
  })

  test('each of them once', async () => {
    const { fu } = await after(gary)
    const { stderr } = await fu('add "Gary Lee" -p 0412555019 -e gary@lee.example --no-next')
    expect(stderr.split('\n').filter((row) => row.includes('@1'))).toHaveLength(1)
  })

  test.each([
    'add "Gary Lee" -p 0412555019 --no-next',
    'add "G. Lee" -e gary@lee.example --promise "call him" --due fri',
  ])('who does not want to be contacted is refused: %s', async (line) => {
    const program = await after(gary, 'edit gary --do-not-contact')
    expect(await program.fu(line)).toMatchObject({
      status: 5,
      stderr: expect.stringContaining(
        'of Gary Lee (@1), who does not want to be contacted; nothing was written.',
      ),
    })
    expect((await program.fu(`${line} --anyway`)).status).toBe(0)
  })

  test('another name with the number of somebody who does not want it is added, and that is said', async () => {
    const { fu } = await after(gary, 'edit gary --do-not-contact')
    expect(await fu('add "Ann Hill" -p 0412555019 --no-next')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(
        'is the number of Gary Lee (@1) as well, who does not want to be contacted: fu merge',
      ),
    })
  })
})
