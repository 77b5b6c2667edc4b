import { describe, expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

/** Plain, hot and complained about; some carried over to Friday 27 November, some due on it. */
async function aBusyDay(): Promise<ReturnType<typeof aProgram>> {
  const program = aProgram({ now: '2026-11-23 09:00' })
  const lines = [
    'add Ann -p 0412555011 --promise "old and plain" --due today',
    'add Bo -p 0412555012 --promise "hot on Friday" --due fri --hot',
    'add Cy -p 0412555013 --promise "at nine" --due "fri 9:00"',
    'add Di -p 0412555014 --promise "hot since Tuesday" --due tue --hot',
    'add Ed -p 0412555015 --promise "hot on Saturday" --due sat --hot',
    'add Flo -p 0412555016 --no-next',
    'wait flo "the plans" --due tue',
  ]
  for (const line of lines) expect([line, (await program.fu(line)).status]).toEqual([line, 0])
  program.setClock('2026-11-27 08:30')
  await program.fu('heard flo "the lock is broken" --complaint')
  return program
}

/** The headings of a page with the numbers of their lines: 'FIRST 7 4; TODAY 3'. */
const numbersOn = (text: string): string =>
  text
    .split('\n')
    .map((row) => {
      const [, heading] = /^ {2}([A-Z][A-Z ]+)( ·.*)?$/.exec(row) ?? []
      const [, number] = /^ {2}[▸ ] +(\d+) {2}/.exec(row) ?? []
      return heading === undefined ? ` ${number ?? ''}` : `; ${heading}`
    })
    .filter((word) => word !== ' ' && word !== '; DONE THAT DAY')
    .join('')
    .slice(2)

describe('hot lines and complaints come first on the whole page (R22, R26)', () => {
  test('on the screen, headed FIRST: complaints, hot, oldest due; and none of them again below', async () => {
    const { fu } = await aBusyDay()
    expect(numbersOn((await fu('today')).stdout)).toEqual(
      'FIRST 7 4 2; CARRIED OVER 1; TODAY 3; WAITING ON THEM 6',
    )
  })

  test('on paper', async () => {
    const { fu } = await aBusyDay()
    const paper = (await fu('print -o -')).stdout
    const headings = [...paper.matchAll(/<h2>([^<]*)/g)].map(([, heading]) => heading?.trim())
    expect(headings.slice(0, 4)).toEqual(['First', 'Carried over', 'Today', 'Waiting on them'])
    const numbers = [...paper.matchAll(/<span class="number">(\d+)</g)].map(([, number]) => number)
    expect(numbers).toEqual(['7', '4', '2', '1', '3', '6'])
  })

  test('in JSON they stay in their sections, first in each', async () => {
    const { fu } = await aBusyDay()
    const { sections } = JSON.parse((await fu('today --json')).stdout)
    const ids = sections.map(({ name, lines }: { name: string; lines: { promise: { id: number } }[] }) => [
      name,
      ...lines.map(({ promise }) => promise.id),
    ])
    expect(ids).toEqual([['carried-over', 4, 1], ['today', 7, 2, 3], ['waiting', 6], ['keep-in-touch']])
  })

  test('the page without any of them has no such heading', async () => {
    const { fu } = aProgram({ now: '2026-11-25 09:00' })
    await fu('add Ann --promise "the papers" --due today')
    await fu('add Bo --promise "the keys" --due tomorrow --hot')
    expect(numbersOn((await fu('today')).stdout)).toEqual('TODAY 1')
    expect((await fu('print -o -')).stdout).not.toContain('<h2>First')
  })

  test('on the page of a later day, and of a past one', async () => {
    const { fu, setClock } = await aBusyDay()
    expect(numbersOn((await fu('today sat')).stdout)).toEqual(
      'FIRST 7 4 2 5; CARRIED OVER 1 3; WAITING ON THEM 6',
    )
    setClock('2026-11-30 09:00')
    expect(numbersOn((await fu('today 2026-11-26')).stdout)).toEqual(
      'FIRST 4; CARRIED OVER 1; WAITING ON THEM 6',
    )
  })

  test('fu next gives exactly one, the first of them; with --all in the order of the page', async () => {
    const { fu } = await aBusyDay()
    const { line, items } = JSON.parse((await fu('next --json')).stdout)
    expect([line.promise.id, items]).toEqual([7, undefined])
    const all = JSON.parse((await fu('next --all --json')).stdout)
    expect(
      all.items.map(({ line: { promise } }: { line: { promise: { id: number } } }) => promise.id),
    ).toEqual([7, 4, 2, 1, 3, 6])
  })

  test('a complaint that is not hot, in a plan of your own, comes first all the same', async () => {
    const { fu } = aProgram({ now: '2026-11-25 09:00' })
    await fu('plan set complaint "now: put right: {what}"')
    await fu('add Ann -p 0412555011 --promise "hot" --due today --hot')
    await fu('heard ann "the lock" --complaint')
    expect(numbersOn((await fu('today')).stdout)).toMatch(/^FIRST /)
  })

  test('what they owe is not mine to do first', async () => {
    const { fu } = await aBusyDay()
    await fu('wait ann "the money" --due today')
    expect(numbersOn((await fu('today')).stdout)).toMatch(/WAITING ON THEM 6 8$/)
  })
})

describe('a complaint (R26)', () => {
  const complained = async (): Promise<ReturnType<typeof aProgram>> => {
    const program = aProgram({ now: '2026-11-27 10:00' })
    await program.fu('add Gary -p 0412555019 --no-next')
    await program.fu('heard gary "the lock is broken" --complaint')
    return program
  }

  test('is due now', async () => {
    const { fu } = await complained()
    expect((await fu('today')).stdout).toContain('hot · put right: the lock is broken')
  })

  test.each([
    ['tomorrow', 0],
    ['sun', 0],
    ['mon', 0],
    ['tue', 5],
    ['"next month"', 5],
  ])('snoozed on a Friday to %s: status %d, for Monday is the next working day', async (day, status) => {
    const { fu } = await complained()
    expect((await fu(`snooze 1 ${day}`)).status).toBe(status)
  })

  test.each([
    ['mon', 0],
    ['tue', 5],
    ['tue --told', 0],
  ])(
    'moved on a Friday to %s: status %d, for a move that they are not told of puts it off too',
    async (day, status) => {
      const { fu } = await complained()
      expect((await fu(`move 1 ${day}`)).status).toBe(status)
    },
  )

  test('says until when it can be snoozed, and leaves the others alone with it', async () => {
    const { fu } = await complained()
    await fu('promise gary "the papers" --due fri')
    expect(await fu('snooze 2 1 "next month"')).toEqual({
      status: 5,
      stdout: '',
      stderr:
        '1 (Gary, put right: the lock is broken) is a complaint, and can be put off until Mon 30 Nov at the latest; nothing was written.\n' +
        'If they were told of a later day: fu move 1 2026-12-01 --told\n',
    })
    expect((await fu('history')).stdout).not.toContain('snooze')
  })

  test('over holidays, the next working day is the one after them', async () => {
    const { fu } = await complained()
    await fu('config holidays 2026-11-30..2026-12-01')
    expect((await fu('snooze 1 wed')).status).toBe(0)
    expect((await fu('snooze 1 thu')).status).toBe(5)
  })

  test('cannot be closed without an outcome', async () => {
    const { fu } = await complained()
    expect((await fu('done 1')).status).toBe(2)
    expect((await fu('done 1 "a new lock"')).status).toBe(0)
  })

  test('brings the question whether they are happy now, a week later', async () => {
    const { fu } = await complained()
    expect((await fu('done 1 "a new lock"')).stdout).toMatch(/happy now.*Fri 4 Dec/)
  })
})

describe('asking again while a complaint is open counts on it (R24, R26)', () => {
  const complained = async (): Promise<ReturnType<typeof aProgram>> => {
    const program = aProgram({ now: '2026-11-25 09:00' })
    await program.fu('add Gary -p 0412555019 --no-next')
    await program.fu('heard gary "the lock is broken" --complaint')
    return program
  }
  const open = async ({ fu }: ReturnType<typeof aProgram>): Promise<unknown[]> => {
    const { items } = JSON.parse((await fu('list --json')).stdout)
    return items.map(({ what, chases }: { what: string; chases: number }) => [what, chases])
  }

  test.each(['', '--by email', '--by text', '--by visit', '--hot'])('heard %s', async (by) => {
    const program = await complained()
    await program.fu(`heard gary "it is still broken" ${by}`)
    expect(await open(program)).toEqual([['put right: the lock is broken; it is still broken', 1]])
  })

  test('twice, and the line says so', async () => {
    const program = await complained()
    await program.fu('heard gary "still broken"')
    await program.fu('heard gary "are you coming?"')
    expect((await program.fu('today')).stdout).toContain('asked again twice')
  })

  test('rather than on a call-back that was owed before', async () => {
    const program = aProgram({ now: '2026-11-25 09:00' })
    await program.fu('add Gary -p 0412555019 --no-next')
    await program.fu('heard gary "asks for a quote"')
    await program.fu('heard gary "the lock is broken" --complaint')
    await program.fu('heard gary "it is still broken"')
    expect(await open(program)).toEqual([
      ['call back: asks for a quote', 0],
      ['put right: the lock is broken; it is still broken', 1],
    ])
  })

  test('another complaint is another', async () => {
    const program = await complained()
    await program.fu('heard gary "the window too" --complaint')
    expect(await open(program)).toHaveLength(2)
  })

  test('somebody else asks for themselves', async () => {
    const program = await complained()
    await program.fu('add Ann -p 0412555011 --no-next')
    await program.fu('heard ann "wants a quote"')
    expect(await open(program)).toEqual([
      ['put right: the lock is broken', 0],
      ['call back: wants a quote', 0],
    ])
  })
})
