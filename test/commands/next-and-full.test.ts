import { describe, expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

type Program = ReturnType<typeof aProgram>

async function after(...lines: readonly string[]): Promise<Program> {
  const program = aProgram({ now: '2026-11-25 09:00' })
  for (const line of lines) expect([line, (await program.fu(line)).status]).toEqual([line, 0])
  return program
}

const gary = 'add Gary -p 0412555019 -e gary@lee.example --promise "the papers" --due tomorrow'

describe('dropping the last promise of a contact asks what is next (R46)', () => {
  const nothing = 'No next step with Gary: fu promise @1 … --due …\n'

  test('in a pipe it says that nothing is', async () => {
    const { fu } = await after(gary)
    expect(await fu('drop 1 --why "they moved"')).toEqual({
      status: 0,
      stdout: 'Dropped 1 (Gary, the papers): they moved. (fu undo)\n',
      stderr: nothing,
    })
  })

  test('it asks on a terminal, and one undo takes both back', async () => {
    const { fu, asked } = aProgram({ now: '2026-11-25 09:00', answers: ['ask for the new address', 'fri'] })
    await fu(gary)
    const { stdout } = await fu('drop 1 --why "they moved"')
    expect(asked[0]).toBe('What is next with Gary? (empty: nothing)')
    expect(stdout).toContain('Promised Gary: ask for the new address, Fri 27 Nov.')
    await fu('undo')
    expect((await fu('list')).stdout).toContain('the papers')
    expect((await fu('list')).stdout).not.toContain('new address')
  })

  test('it takes the next step by option', async () => {
    const { fu } = await after(gary)
    expect(await fu('drop 1 --why "they moved" --next "ask for the address" --due fri')).toMatchObject({
      status: 0,
      stdout:
        'Dropped 1 (Gary, the papers): they moved. Promised Gary: ask for the address, Fri 27 Nov. (fu undo)\n',
      stderr: '',
    })
  })

  test('nothing is next on purpose: it is not said now, nor by the page, nor by fu check', async () => {
    const { fu } = await after(gary)
    expect((await fu('drop 1 --why "they moved" --no-next')).stderr).toBe('')
    expect((await fu('today')).stdout).not.toContain('Gary')
    expect((await fu('check')).stdout).not.toContain('Nothing next')
    expect((await fu('show gary')).stdout).toMatch(/nothing\s+is\s+next,\s+as\s+meant/)
  })

  test('not while something else is open with them', async () => {
    const { fu } = await after(gary, 'promise gary "a call" --due fri')
    expect((await fu('drop 1 --why no')).stderr).toBe('')
    expect((await fu('drop 2 --why no')).stderr).toBe(nothing)
  })

  test('dropping all of them at once asks once', async () => {
    const { fu } = await after(gary, 'promise gary "a call" --due fri')
    expect((await fu('drop 1 2 --why no')).stderr).toBe(nothing)
  })

  test('what they owe is something next', async () => {
    const { fu } = await after(gary, 'wait gary "his answer" --due fri')
    expect((await fu('drop 1 --why no')).stderr).toBe('')
  })

  test('a day without a step is refused', async () => {
    const { fu } = await after(gary)
    expect((await fu('drop 1 --why no --due fri')).status).toBe(2)
  })
})

describe('closing the last promise asks for the next one (R46)', () => {
  test('in a pipe it says that nothing is next', async () => {
    const { fu } = await after(gary)
    expect((await fu('done 1 "sent"')).stderr).toBe('No next step with Gary: fu promise @1 … --due …\n')
  })
})

describe('a full day says so, whatever command adds to it (R46)', () => {
  const full = [
    'config day-load 1',
    'add Ann -p 0412555011 -e ann@hill.example --promise "full" --due fri',
    'promise ann "full too" --due today',
    'promise ann "and tomorrow" --due tomorrow',
  ]
  const friday = 'Fri 27 Nov already has 1, and a day is full with 1; "fu week" shows days with room.\n'

  test.each([
    ['promise gary "a call" --due fri', friday],
    ['wait gary "his money" --due fri', friday],
    ['add Bo -p 0412555012 --promise "a call" --due fri', friday],
    ['heard gary "a list" --promise "the list" --due fri', friday],
    ['done 4 "sent" --next "a call" --due fri', friday],
    ['drop 4 --why no --next "a call" --due fri', friday],
    ['move 4 fri', friday],
    ['move 4 fri --told', friday],
    ['snooze 4 fri', friday],
    ['promise --all "a card" --due fri --yes', friday],
    ['heard gary "rang"', /^Wed 25 Nov already has \d/],
    ['heard gary "it broke" --complaint', /^Wed 25 Nov already has \d/],
    ['sent gary "the list" --by email', /^Wed 25 Nov already has \d/],
    ['sold gary pallets', /^Thu 26 Nov already has 1/],
    ['plan start met gary', /^Thu 26 Nov already has 1/],
  ])('%s', async (line, said) => {
    const { fu } = await after(
      ...full,
      'config day-load 9',
      gary.replace('tomorrow', 'today'),
      'config day-load 1',
    )
    const { status, stderr } = await fu(line)
    expect(status).toBe(0)
    expect(stderr).toMatch(said)
  })

  test('a try whose next day is full', async () => {
    const { fu } = await after('config day-load 1', 'add Ann -p 0412555011 --promise "x" --due mon')
    await fu('add Gary -p 0412555019 --promise "a call" --due today')
    expect((await fu('tried 2')).stderr).toContain('Mon 30 Nov already has 1')
  })

  test('in fu go as well', async () => {
    const { fu } = aProgram({ now: '2026-11-25 09:00', keys: ['t', 'n'], answers: ['fri'] })
    await fu('config day-load 1')
    await fu('add Ann -p 0412555011 --promise "x" --due fri')
    await fu('add Gary -p 0412555019 --promise "a call" --due today')
    const { stdout, stderr } = await fu('go')
    expect(stdout + stderr).toContain('Fri 27 Nov already has 1')
  })

  test.each([
    'promise gary "a call" --due mon',
    'log gary lunch',
    'edit 1 --what "in other words"',
    'tried 4 --busy',
  ])('nothing is said where nothing is added to a full day: %s', async (line) => {
    const { fu } = await after(
      ...full,
      'config day-load 9',
      gary.replace('tomorrow', 'today'),
      'config day-load 2',
    )
    expect((await fu(line)).stderr).not.toContain('already')
  })

  test('asking again for what is owed today adds nothing', async () => {
    const { fu } = await after(...full, 'config day-load 9', 'heard ann rang', 'config day-load 1')
    expect((await fu('heard ann "rang again"')).stderr).not.toContain('already')
  })

  test('the note comes first, and -q and --json do not mix it with the answer', async () => {
    const { fu } = await after(...full)
    const { stdout } = await fu('promise ann "more" --due fri --json')
    expect(JSON.parse(stdout)).toMatchObject({ command: 'promise' })
  })
})
