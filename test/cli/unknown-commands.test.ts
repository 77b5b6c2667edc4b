import { describe, expect, it, test } from 'vitest'
import { commands } from '../../src/cli/catalogue.ts'
import { commandsCalled } from '../../src/cli/aliases.ts'
import { session } from '../support/session.ts'
import { failed } from '../../src/domain/errors.ts'
import { aProgram, withGary, type Program } from '../support/program.ts'

describe('a word that is no command', () => {
  test('names the commands that other programs call so', async () => {
    expect(
      await session(['ls', 'contacts', 'rm 5', 'note gary "he rang"', 'call gary', 'postpone', 'ls --help']),
    ).toMatchInlineSnapshot(`
      "
      $ fu ls
      There is no command "ls".
      Did you mean "fu list"?
      [2]
      $ fu contacts
      There is no command "contacts".
      Did you mean "fu people"?
      [2]
      $ fu rm 5
      There is no command "rm".
      Did you mean "fu drop <which> --why <reason>" or "fu forget <who>"?
      [2]
      $ fu note gary "he rang"
      There is no command "note".
      Did you mean "fu log"?
      [2]
      $ fu call gary
      There is no command "call".
      Did you mean "fu log <who> <what…>", "fu tried <which> [note…]" or "fu calls <file>"?
      [2]
      $ fu postpone
      There is no command "postpone".
      Did you mean "fu move <which> <when…>" or "fu snooze <which> <when…>"?
      [2]
      $ fu ls --help
      There is no command "ls".
      Did you mean "fu help list"?
      [2]
      "
    `)
  })

  test.each([
    ['ls', 'list'],
    ['contacts', 'people'],
    ['rm', 'drop', 'forget'],
    ['delete', 'drop', 'forget'],
    ['remove', 'drop', 'forget'],
    ['note', 'log'],
    ['call', 'log', 'tried', 'calls'],
    ['search', 'find'],
    ['agenda', 'today'],
    ['status', 'today'],
    ['new', 'add'],
    ['person', 'add', 'show'],
    ['list-people', 'people'],
    ['birthday', 'edit'],
    ['version', '--version'],
    ['man', 'help'],
  ])('%s leads to %s', async (word, ...names) => {
    const { status, stdout, stderr } = await aProgram().fu(word)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    for (const name of names) expect(stderr).toMatch(new RegExp(`"fu ${name}[ "]`))
  })

  test('is no command itself', () => {
    const names = commands().map(({ name }) => name)
    expect(names.filter((name) => commandsCalled(name).length > 0)).toEqual([])
  })

  test('offers the card of a contact', async () => {
    const { fu } = await withGary()
    for (const line of ['gary', 'GAR', '"gary lee"', 'gary lee', 'gary signed', '@1', '0412555']) {
      expect([line, await fu(line)]).toEqual([
        line,
        {
          status: 2,
          stdout: '',
          stderr: expect.stringMatching(/\nDid you mean "fu show .+"\?\n$/) as string,
        },
      ])
    }
    expect((await fu('gary lee signed')).stderr).toContain('"fu show gary"')
    expect((await fu('garri')).stderr).toContain('"fu show Gary Lee"')
  })

  test('offers both a command and a card', async () => {
    const { fu } = aProgram()
    await fu('add "Don Page" --no-next')
    expect((await fu('page')).stderr).toBe(
      'There is no command "page".\nDid you mean "fu today" or "fu show page"?\n',
    )
  })

  test('says what can be done with the number of a promise', async () => {
    const { fu } = await withGary()
    expect((await fu('1')).stderr).toBe(
      'There is no command "1".\n1 is a promise: "fu done 1", "fu tried 1" or "fu move 1 fri".\n',
    )
    expect((await fu('99')).stderr).toBe('There is no command "99".\n"fu --help" lists the commands.\n')
  })

  test('offers the nearest command after a typo', async () => {
    expect(await session(['promize ada', 'toady', 'frobnicate', '""'])).toMatchInlineSnapshot(`
      "
      $ fu promize ada
      There is no command "promize".
      Did you mean "fu promise"?
      [2]
      $ fu toady
      There is no command "toady".
      Did you mean "fu today"?
      [2]
      $ fu frobnicate
      There is no command "frobnicate".
      "fu --help" lists the commands.
      [2]
      $ fu ""
      There is no command "".
      "fu --help" lists the commands.
      [2]
      "
    `)
  })

  test('is a usage error in JSON', async () => {
    expect(JSON.parse((await aProgram().fu('ls --json')).stderr)).toEqual({
      error: {
        kind: 'usage',
        message: 'There is no command "ls".',
        hint: 'Did you mean "fu list"?',
        candidates: [],
      },
    })
  })
})

describe('where the diary cannot be opened', () => {
  const fu = (line: string): ReturnType<Program['fu']> =>
    aProgram({
      world: {
        openDiary: async () => () => {
          throw failed('The diary is damaged.', 'Restore it.')
        },
      },
    }).fu(line)

  test.each([
    ['ls', 'list'],
    ['ls fri', 'list'],
    ['contacts', 'people'],
    ['promize ada', 'promise'],
  ])('%s still leads to %s', async (line, meant) => {
    const [word] = line.split(' ')
    expect(await fu(line)).toEqual({
      status: 2,
      stdout: '',
      stderr: `There is no command "${word}".\nDid you mean "fu ${meant}"?\n`,
    })
  })

  test.each(['fri', 'tomorrow', 'today 10am', '1', 'gary', 'frobnicate'])(
    '%s, which may be a day or a name, needs it',
    async (line) => {
      expect(await fu(line)).toEqual({
        status: 1,
        stdout: '',
        stderr: 'The diary is damaged.\nRestore it.\n',
      })
    },
  )
})

describe('a date in place of a command', () => {
  it.each([
    'fri',
    'tomorrow',
    'yesterday',
    '27 nov',
    'last fri',
    'in 2 weeks',
    '2026-11-27',
    'fri --brief',
    'fri --json',
  ])('is the page of its day: fu %s', async (line) => {
    const { fu } = await withGary()
    const page = await fu(`today ${line}`)
    expect(page.status).toBe(0)
    expect(await fu(line)).toEqual(page)
  })

  it('is offered where its first word is a command', async () => {
    expect((await aProgram().fu('next fri')).stderr).toBe(
      'Too many arguments. Expected 0 arguments but got 1.\nFor the page of a day: fu today next fri\n',
    )
  })

  it('gives the status of its page', async () => {
    const { fu } = await withGary()
    expect((await fu('fri --exit-code')).status).toBe(6)
    expect((await fu('tomorrow --exit-code')).status).toBe(0)
  })

  it('refuses an option that a page does not have', async () => {
    expect(await aProgram().fu('fri --nonsense')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no option "--nonsense".\n"fu today --help" shows the options of a page.\n',
    })
  })

  it('is the day, even if somebody is called so', async () => {
    const { fu } = aProgram()
    await fu('add Frida --no-next')
    expect((await fu('fri')).stdout).toContain('Friday 27 November 2026')
    expect((await fu('frid')).stderr).toContain('fu show frid')
  })
})
