import { describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

const garyLee = 'add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri'
const escape = '\u001b'

/** Commands one after another in one diary: what goes to stdout, and what is said on stderr. */
const commands: readonly (readonly [line: string, stdout: unknown, stderr: string])[] = [
  [garyLee, 'Added Gary Lee (@1). Promised Gary Lee: send the quote, Fri 27 Nov. (fu undo)\n', ''],
  [
    'add "Ada Müller"',
    'Added Ada Müller (@2). (fu undo)\n',
    'No next step with Ada Müller: fu promise @2 … --due …\n',
  ],
  [
    'add "Ada Müller" --no-next',
    'Added Ada Müller (@3). (fu undo)\n',
    'Another Ada Müller is already in the diary: fu show @2\n',
  ],
  [
    'promise @2 call --due mon',
    'Promised Ada Müller: call, Mon 30 Nov. (fu undo)\n',
    'Ada Müller has no phone number: fu edit @2 --phone …\n',
  ],
  ['wait gary "the papers" --due thu', 'Waiting for Gary Lee: the papers, Thu 26 Nov. (fu undo)\n', ''],
  ['log gary lunch', 'Noted with Gary Lee: lunch. (fu undo)\n', ''],
  ['edit @2 --phone 0498765432', 'Changed Ada Müller: phone. (fu undo)\n', ''],
  ['tried 1', 'Tried Gary Lee: no answer. Next try Fri 27 Nov. (fu undo)\n', ''],
  [
    'move 2 tue --told',
    'Moved 2 (Ada Müller, call) from Mon 30 Nov to Tue 1 Dec. They know. (fu undo)\n',
    '',
  ],
  [
    'snooze 2 thu',
    'Off the page until Tue 1 Dec anyway: 2 (Ada Müller, call). Promised for Tue 1 Dec as before. (fu undo)\n',
    '',
  ],
  [
    'done 2 "wants the album"',
    'Kept on time: Ada Müller, call. (fu undo)\n',
    'No next step with Ada Müller: fu promise @2 … --due …\n',
  ],
  ['drop 3 --why "found them"', 'Dropped 3 (Gary Lee, the papers): found them. (fu undo)\n', ''],
  ['undo', 'Took back: drop 3 (Gary Lee, the papers). It is open again. (fu undo 13)\n', ''],
  [
    'config country AU',
    'country is now AU, and 2 numbers without a country code were read again. (fu undo)\n',
    '',
  ],
  ['config country', 'AU\n', ''],
  ['when next fri', 'Friday 4 December 2026\n', ''],
  ['today', holding(/^ {2}Wednesday 25 November 2026\n/), ''],
  ['list', holding(/send the quote/), ''],
  ['list --dropped', '', 'No such promises.\n'],
  ['people', holding(/Gary Lee/), ''],
  ['people --tag nobody', '', 'No such contacts.\n'],
  ['show gary', holding(/Gary Lee/), ''],
  ['find quote', holding(/send the quote/), ''],
  ['find unicorns', '', 'Nothing in the diary contains "unicorns".\n'],
  ['history', holding(/config country AU/), ''],
  ['export', holding(/^id,uid,.*\r\n1,/), ''],
  ['export people -o people.csv', '', 'Written to people.csv.\n'],
]

it('prints what was asked for on stdout, and says what there is to say about it on stderr', async () => {
  const { fu } = aProgram()
  for (const [line, stdout, stderr] of commands) {
    expect({ line, ...(await fu(line)) }).toEqual({ line, status: 0, stdout, stderr })
  }
})

describe('a diary that is not there', () => {
  it.each(['check', 'list', 'people', 'find quote', 'history', 'export'])(
    'is named by fu %s',
    async (line) => {
      const { status, stderr } = await withoutDiary().fu(line)
      expect({ status, said: stderr.split('\n')[0] }).toEqual({
        status: 0,
        said: 'There is no diary at /nowhere/d.db yet; "fu add" creates it.',
      })
    },
  )

  it.each(['today', '', 'next'])('is named by fu %s, whose page says how to begin', async (line) => {
    const { stderr } = await withoutDiary().fu(line)
    expect(stderr).toBe('There is no diary at /nowhere/d.db yet.\n')
  })

  it.each(['when fri', '--help', '--version', 'list --help'])('is not missed by fu %s', async (line) => {
    expect(await withoutDiary().fu(line)).toMatchObject({ status: 0, stderr: '' })
  })
})

describe('--quiet', () => {
  it('says nothing after a write, and still says what is wrong', async () => {
    const { fu } = aProgram()
    expect(await fu(`-q ${garyLee}`)).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(await fu('done 1 --no-next --quiet')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect((await fu('done 1 -q')).stderr).toMatch(/^1 \(Gary Lee, send the quote\) was kept already/)
  })

  it('still prints what was asked for', async () => {
    const { fu } = aProgram()
    await fu(garyLee)
    expect((await fu('today fri -q')).stdout).toBe((await fu('today fri')).stdout)
  })
})

describe('--exit-code', () => {
  it('is 6 while a line is open and 0 after', async () => {
    const { fu, setClock } = aProgram()
    await fu(garyLee)
    expect((await fu('today --exit-code')).status).toBe(0)
    setClock('2026-11-27 09:00')
    expect((await fu('today')).status).toBe(0)
    expect((await fu('today --exit-code')).status).toBe(6)
    expect((await fu('--exit-code --brief')).status).toBe(6)
    await fu('done 1 --no-next')
    expect((await fu('today --exit-code')).status).toBe(0)
  })
})

describe('colour', () => {
  const reading = [
    'today fri',
    'list',
    'people',
    'show gary',
    'find quote',
    'history',
    'config',
    '--help',
    'list --help',
  ]

  it.each(reading)('there is none in a pipe: fu %s', async (line) => {
    const { fu } = await withGary({})
    expect((await fu(line)).stdout).not.toContain(escape)
  })

  it.each<[string, string, Parameters<typeof aProgram>[0], boolean]>([
    ['a screen', '', { columns: 80 }, true],
    ['a screen and NO_COLOR', '', { columns: 80, env: { NO_COLOR: '1' } }, false],
    ['a screen and an empty NO_COLOR', '', { columns: 80, env: { NO_COLOR: '' } }, true],
    ['a screen that is dumb', '', { columns: 80, env: { TERM: 'dumb' } }, false],
    ['a screen and --color never', '--color never', { columns: 80 }, false],
    ['a pipe and FORCE_COLOR', '', { env: { FORCE_COLOR: '1' } }, true],
    ['a pipe and --color always', '--color always', {}, true],
    ['--color always against NO_COLOR', '--color always', { env: { NO_COLOR: '1' } }, true],
    ['--color never against FORCE_COLOR', '--color=never', { env: { FORCE_COLOR: '1' } }, false],
  ])('of %s', async (_, option, situation, isColoured) => {
    const { fu } = await withGary(situation)
    const { stdout, stderr } = await fu(`today fri ${option}`)
    expect(stdout.includes(escape)).toBe(isColoured)
    expect(stderr).toBe('')
  })
})

describe('the words of a command line', () => {
  it('ends the options at --', async () => {
    const { fu } = await withGary({})
    const { stdout } = await fu('promise gary --due mon -- --json is --what he wants')
    expect(stdout).toBe('Promised Gary Lee: --json is --what he wants, Mon 30 Nov. (fu undo)\n')
    expect((await fu('-- list')).stderr).toMatch(/^"list" is not a date I know\./)
    expect((await fu('show -- --json')).stderr).toMatch(/^There is no contact "--json"\./)
  })

  it.each([
    'list --json --width 40',
    '--json list --width 40',
    '--json --width 40 list',
    '--width=40 list --json',
  ])('takes what every command takes before it and behind it: fu %s', async (line) => {
    const { fu } = await withGary({})
    expect((await fu(line)).stdout).toBe((await fu('list --json')).stdout)
  })

  it('takes the value of an option for no command', async () => {
    const { fu } = await withGary({})
    expect(await fu('--color never list')).toEqual(await fu('list'))
    expect(await fu('--width list today')).toMatchObject({ status: 2 })
  })

  it('is today where it names no command', async () => {
    const { fu } = await withGary({})
    expect(await fu('')).toEqual(await fu('today'))
    expect(await fu('--width 40')).toEqual(await fu('today --width 40'))
  })

  it('needs no quotes for what stands last', async () => {
    const { fu } = await withGary({})
    expect((await fu('promise gary send the long letter --due mon')).stdout).toMatch(
      /: send the long letter,/,
    )
    expect((await fu('show gary lee')).stdout).toBe((await fu('show "gary lee"')).stdout)
  })
})

describe('nobody is asked', () => {
  it.each(['--no-input', '--json'])('with %s, though somebody is there', async (option) => {
    const { fu, asked } = await withGary({ answers: [] })
    await fu(`add "Gary Cooper" --no-next ${option}`)
    expect((await fu(`promise gary call --due mon ${option}`)).status).toBe(4)
    expect((await fu(`add ${option}`)).status).toBe(2)
    expect((await fu(`done 1 ${option}`)).status).toBe(0)
    expect(asked).toEqual([])
  })
})

function holding(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}

async function withGary(situation: Parameters<typeof aProgram>[0]): Promise<Program> {
  const program = aProgram(situation)
  await program.fu(`${garyLee} --no-input`)
  return program
}

function withoutDiary(): Program {
  return aProgram({ home: '/nowhere', env: { FU_DIARY: '/nowhere/d.db' } })
}
