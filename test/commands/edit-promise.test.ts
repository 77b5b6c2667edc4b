import { describe, expect, it, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

const beginning = [
  'add "Gary Lee" -p 0412555019 --promise "sned the qoute" --due fri',
  'add "Ada Müller" -e ada@mueller.example --no-next',
]

test('whatever a promise has can be changed, in one step that one undo takes back', async () => {
  expect(
    await session([
      ...beginning,
      'edit 1 --what "send the quote" --hot --by email --about ada --when "prices are in"',
      'show gary',
      'edit 1 --no-hot --no-by --no-about --no-when',
      'edit gary --due mon',
      'list',
      'undo',
      'undo',
      'list',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "sned the qoute" --due fri
    Added Gary Lee (@1). Promised Gary Lee: sned the qoute, Fri 27 Nov. (fu undo)
    $ fu add "Ada Müller" -e ada@mueller.example --no-next
    Added Ada Müller (@2). (fu undo)
    $ fu edit 1 --what "send the quote" --hot --by email --about ada --when "prices are in"
    Changed 1 (Gary Lee, send the quote): hot, by email, about Ada Müller, when prices are in; it said "sned the qoute". (fu undo)
    Gary Lee has no email address (known: 0412 555 019): fu edit @1 --email …
    $ fu show gary

      Gary Lee @1
      phone         0412 555 019
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
         1  hot · send the quote (about Ada Müller) · Fri 27 Nov
            when prices are in

      HISTORY
      Wed 25 Nov 14:20  → promised "send the quote" for Fri 27 Nov
    $ fu edit 1 --no-hot --no-by --no-about --no-when
    Changed 1 (Gary Lee, send the quote): not hot, by any way, about nobody else, waits for nothing. (fu undo)
    $ fu edit gary --due mon
    Moved 1 (Gary Lee, send the quote) from Fri 27 Nov to Mon 30 Nov. They still expect it Fri 27 Nov (--told when they know). (fu undo)
    $ fu list
         who       what            due
      1  Gary Lee  send the quote  Mon 30 Nov
    $ fu undo
    Took back: edit 1 (Gary Lee, send the quote): a new day. Promise 1 is as it was. (fu undo 6)
    $ fu undo
    Took back: edit 1 (Gary Lee, send the quote): not hot, by any way, about nobody else, waits for nothing. Promise 1 is as it was. (fu undo 7)
    $ fu list
         who       what                  due
      1  Gary Lee  hot · send the quote  Fri 27 Nov
    "
  `)
})

describe('what cannot be changed', () => {
  it.each([
    ['edit 1', 2],
    ['edit 1 --due fri', 2],
    ['edit 1 --what "sned the qoute"', 2],
    ['edit 1 --what " "', 2],
    ['edit 1 --due "next friday week"', 2],
    ['edit 1 --due yesterday', 2],
    ['edit 1 --about gary', 2],
    ['edit 1 --about nobody', 3],
    ['edit 1 --hot --phone 0412000000', 2],
    ['edit 7 --hot', 3],
    ['edit ada --hot', 3],
  ])('%s: status %i, and nothing is written', async (line, status) => {
    const { fu } = aProgram()
    for (const one of beginning) await fu(one)
    const before = (await fu('history')).stdout
    expect((await fu(line)).status).toBe(status)
    expect((await fu('history')).stdout).toBe(before)
  })

  it('a channel that they do not want (R58), and a complaint beyond the next working day (R26)', async () => {
    const { fu } = aProgram({ now: '2026-11-27 10:00' })
    await fu('add Gary -p 0412555019 --no-next')
    await fu('edit gary --do-not-contact email')
    await fu('heard gary "the lock is broken" --complaint')
    expect((await fu('edit 1 --by email')).status).toBe(5)
    expect((await fu('edit 1 --due tue')).status).toBe(5)
    expect((await fu('edit 1 --due mon')).status).toBe(0)
  })
})

test('a channel without a number or address is named at once (R2)', async () => {
  const { fu } = aProgram()
  for (const one of beginning) await fu(one)
  expect((await fu('edit 1 --by email')).stderr).toBe(
    'Gary Lee has no email address (known: 0412 555 019): fu edit @1 --email …\n',
  )
})

describe('in the editor', () => {
  it('only what was edited is written', async () => {
    const shown: string[] = []
    const { fu } = aProgram({
      edits: [
        (text) => {
          shown.push(text)
          return text.replace('hot: no', 'hot: yes').replace(/^due: .*$/m, 'due: mon 10:00')
        },
      ],
    })
    for (const one of beginning) await fu(one)
    expect((await fu('edit 1')).stdout).toBe(
      'Changed 1 (Gary Lee, sned the qoute): hot. ' +
        'Moved 1 (Gary Lee, sned the qoute) from Fri 27 Nov to Mon 30 Nov 10:00. They still expect it Fri 27 Nov (--told when they know). (fu undo)\n',
    )
    expect(shown[0]?.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([
      'what: sned the qoute',
      'due: 2026-11-27',
      'by:',
      'hot: no',
      'about:',
      'when:',
      'every:',
    ])
  })

  it('opens again with what cannot be read, and says why', async () => {
    const shown: string[] = []
    const { fu } = aProgram({
      edits: [
        (text) => `${text.replace('\nby:', '\nby: emial')}colour: red\n`,
        (text) => {
          shown.push(text)
          return text.replace(/^by: emial$/m, 'by: post').replace('\ncolour: red', '')
        },
      ],
    })
    for (const one of beginning) await fu(one)
    const { stdout } = await fu('edit 1')
    expect(shown[0]).toContain('"emial" is not a known channel.')
    expect(shown[0]).toContain(
      'There is no field "colour"; the fields are what, due, by, hot, about, when, every.',
    )
    expect(stdout).toContain('Changed 1 (Gary Lee, sned the qoute): by post.')
  })

  it('left as it is, it changes nothing', async () => {
    const { fu } = aProgram({ edits: [(text) => text] })
    for (const one of beginning) await fu(one)
    expect((await fu('edit 1')).stderr).toBe('1 (Gary Lee, sned the qoute) is unchanged.\n')
  })
})

test('a number that is no promise is a part of a phone number, and details are those of a contact', async () => {
  const { fu } = aProgram()
  for (const one of beginning) await fu(one)
  expect((await fu('edit 555019 --nick Gaz')).stdout).toBe('Changed Gary Lee: nickname. (fu undo)\n')
  expect((await fu('edit 555019 --by email')).stdout).toContain('Changed Gary Lee: channel.')
})
