import { expect, test } from 'vitest'
import { session } from '../support/session.ts'
import { aProgram } from '../support/program.ts'

test('what was noted of another day is said back with it', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary --no-next')
  expect((await fu('log gary lunch --on fri')).stdout).toBe('Noted with Gary, Fri 20 Nov: lunch. (fu undo)\n')
  expect((await fu('log gary lunch')).stdout).toBe('Noted with Gary: lunch. (fu undo)\n')
})

test('a try lies not before the promise', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary -p 0412555019 --promise call --due today')
  expect(await fu('tried 1 --on 2026-10-01')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      '1 (Gary, call) was promised on Wed 25 Nov, and cannot have been tried before.\nName a later day with --on.\n',
  })
})

test('days that fall on one working day are said once', async () => {
  const { fu } = aProgram({ now: '2026-11-27 10:00' })
  await fu('add Gary -p 0412555019 --no-next')
  expect((await fu('sent gary album --by post')).stdout).toBe(
    'Sent to Gary: album. Next: did album come?, Mon 30 Nov. (fu undo)\n',
  )
})

test('a step that is dropped says that it stops its plan', async () => {
  expect(
    await session(
      [
        'plan new chain "+1d: first" "after +2d: second"',
        'add Gary -p 0412555019 --no-next',
        'plan start chain gary',
        'drop 1 --why "did it by phone"',
        'show gary',
        'undo',
        'list',
      ],
      {},
    ),
  ).toMatchInlineSnapshot(`
    "
    $ fu plan new chain "+1d: first" "after +2d: second"
    The plan chain has 2 steps, for what starts from now on. (fu undo)
    $ fu add Gary -p 0412555019 --no-next
    Added Gary (@1). (fu undo)
    $ fu plan start chain gary
    Started chain for Gary. Next: first, Thu 26 Nov. (fu undo)
    $ fu drop 1 --why "did it by phone"
    Dropped 1 (Gary, first): did it by phone. It stops the plan chain. (fu undo)
    $ fu show gary

      Gary @1
      phone         0412 555 019
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
        nothing is next

      HISTORY
      Wed 25 Nov 14:20    set "first" for Thu 26 Nov
      Wed 25 Nov 14:20    dropped "first": did it by phone; stops the plan chain
    $ fu undo
    Took back: drop 1 (Gary, first). It is open again. (fu undo 5)
    $ fu list
         who   what   due
      1  Gary  first  Thu 26 Nov
    "
  `)
})

test('an undo that a forgetting stands in the way of leads round in no circle', async () => {
  const { fu } = aProgram()
  await fu('add Gary -p 0412555019 --no-next')
  await fu('add Bob --no-next')
  await fu('promise --all --yes hello --due fri --nothing-next')
  await fu('forget bob --yes')
  expect((await fu('undo 1')).stderr).toBe(
    '1 (add Gary (@1)) cannot be taken back: 4 (forget one person, for good) stands in the way.\n' +
      'A forgetting cannot be taken back. "fu history" shows what stands.\n',
  )
})

test('a table of calls is read again as it was, to make contacts of unknown numbers', async () => {
  const { fu } = aProgram({
    now: '2026-11-23 09:00',
    files: { 'c.csv': 'Phone,When,Kind\n0412 555 099,23/11/2026 08:30,missed\n' },
  })
  await fu('add Sue -p 0412555020 --no-next')
  const { stdout } = await fu('calls c.csv --map number=Phone date=When type=Kind --dates dmy')
  const [, again = ''] = /fu (calls c\.csv .* --add) makes/.exec(stdout.replaceAll(/\s+/g, ' ')) ?? []
  expect(again).toBe('calls c.csv --map number=Phone date=When type=Kind --dates dmy --add')
  expect((await fu(again)).status).toBe(0)
})

test.each(['plan new fair "+1d: call" --json', 'config country nz --json', 'log gary lunch --json'])(
  'as JSON every write says what it made and what it did not: fu %s',
  async (line) => {
    const { fu } = aProgram()
    await fu('add Gary --no-next')
    expect(Object.keys(JSON.parse((await fu(line)).stdout))).toEqual(
      expect.arrayContaining(['version', 'command', 'undo', 'contact', 'promise', 'promises', 'entry']),
    )
  },
)

test('in a week two people of one name are told apart by their company', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add "Gary Lee" -c Ace -p 0412555021 --promise call --due fri')
  await fu('add "Gary Lee" -c Best -p 0412555022 --promise quote --due fri')
  expect((await fu('week')).stdout).toMatch(/^ +1 {2}Gary Lee, Ace · call\n +2 {2}Gary Lee, Best · quote$/m)
})

test('what an undo brings back is named once, however often the command changed it', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary --no-next')
  await fu('add Bob --promise x --due today')
  await fu('edit gary --do-not-contact')
  await fu('promise bob z --about gary --due today')
  await fu('merge gary bob')
  const { stdout } = await fu('undo')
  expect(stdout.match(/promise 2 /g)).toHaveLength(1)
})

test('a number that somebody has already is said, with how the two cards are made one', async () => {
  expect(
    await session([
      'config country AU',
      'add "Gary Lee" -p 0412555019 --no-next',
      'add "G. Lee" -p "+61 412 555 019" -p 0299990000 --no-next',
      'add "Gary Lee" -p 0412555019 --no-next',
      'add "Ada Muller" -p 0412555020 --no-next',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu config country AU
    country is AU now. (fu undo)
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "G. Lee" -p "+61 412 555 019" -p 0299990000 --no-next
    Added G. Lee (@2). (fu undo)
    0412 555 019 is the number of Gary Lee (@1) as well: fu merge @2 @1 where they are one
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@3). (fu undo)
    There is another Gary Lee in the diary: fu show @1
    0412 555 019 is the number of G. Lee (@2) as well: fu merge @3 @2 where they are one
    $ fu add "Ada Muller" -p 0412555020 --no-next
    Added Ada Muller (@4). (fu undo)
    "
  `)
})
