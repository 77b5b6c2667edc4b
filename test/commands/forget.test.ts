import { describe, expect, test } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram, ctrlC, type Program, type Situation } from '../support/program.ts'
import { session } from '../support/session.ts'
import { json } from '../support/json-fields.ts'

const lines = [
  'add "Gary Lee" --company "Lee Mortgages" --phone 0412555019 --note "likes tea" --promise "send the quote" --due fri',
  'add Bob --from gary --no-next',
  'wait bob "papers for Gary Lee" --about gary --due fri',
  'log gary lunch',
]

async function withGary(situation: Situation = {}): Promise<Program> {
  const program = aProgram(situation)
  for (const line of lines) await program.fu(line)
  return program
}

describe('fu forget', () => {
  test('erases, and says what stays (R59)', async () => {
    const shown = await session([...lines, 'forget gary --yes', 'history', 'show bob', 'undo', 'undo 4'])
    expect(shown.slice(shown.indexOf('$ fu forget'))).toBe(`$ fu forget gary --yes
Forgot Gary Lee, with 2 promises and 1 entry: erased from the diary. One promise of somebody else was about them: the text is kept, without a link to the card. One person was referred by them, and is kept. 3 commands of the history can no longer be undone.
"Gary Lee" still occurs in 1 line about others, which is yours: fu find 'Gary Lee'
Exports, printed pages and copies that you made without fu are out of reach.
$ fu history

  Wednesday 25 November 2026
      5  14:20  forget one person, for good
      4  14:20  log (forgotten)
      3  14:20  wait 3 (Bob, papers for Gary Lee)
      2  14:20  add (forgotten)
      1  14:20  add (forgotten)
$ fu show bob

  Bob @2
  prefers       never asked
  added         Wed 25 Nov
  last contact  never

  OPEN PROMISES
     3  papers for Gary Lee (they owe it) · Fri 27 Nov

  HISTORY
  Wed 25 Nov 14:20  ← they promised "papers for Gary Lee" for Fri 27 Nov
$ fu undo
5 (forget one person, for good) cannot be undone: a forgotten person is gone for good.
"fu undo 3" undoes the command before it: wait 3 (Bob, papers for Gary Lee)
[5]
$ fu undo 4
4 (log (forgotten)) cannot be undone: a forgotten person is gone for good.
"fu undo 3" undoes the command before it: wait 3 (Bob, papers for Gary Lee)
[5]
`)
  })

  test('is refused in a pipe without --yes', async () => {
    const { fu, db } = await withGary()
    const before = dump(db)
    expect(await fu('forget gary')).toEqual({
      status: 2,
      stdout: '',
      stderr: `That would erase Gary Lee, Lee Mortgages (@1) for good, with 2 promises and 1 entry; nothing was erased.
Add --yes to erase it.
`,
    })
    expect(dump(db)).toEqual(before)
  })

  test('shows what goes on a terminal, and takes the name only', async () => {
    const { fu, db, asked } = await withGary({
      columns: 80,
      env: { NO_COLOR: '1' },
      answers: ['yes', '', 'gary LEE'],
    })
    const before = dump(db)
    expect(await fu('forget gary')).toEqual({
      status: 2,
      stdout: `
  TO BE ERASED · Gary Lee, Lee Mortgages (@1)
  card details
    0412 555 019
    likes tea
  2 promises
    send the quote
    thank them for sending Bob
  1 entry
    lunch

`,
      stderr: 'Nothing was erased.\n"fu show @1" shows the card.\n',
    })
    expect(dump(db)).toEqual(before)
    expect(await fu('forget gary')).toMatchObject({ status: 0 })
    expect(asked).toEqual([
      'Type the name, Gary Lee, to erase this contact for good (empty: keep it)',
      'That is not "Gary Lee".',
      'Type the name, Gary Lee, to erase this contact for good (empty: keep it)',
      'Type the name, Gary Lee, to erase this contact for good (empty: keep it)',
    ])
    expect((await fu('show @1')).stderr).toMatch('There is no contact "@1".')
  })

  test('erases nothing when it is stopped', async () => {
    const { fu, db } = await withGary({ columns: 80, answers: [ctrlC] })
    const before = dump(db)
    expect(await fu('forget gary')).toMatchObject({ status: 130 })
    expect(dump(db)).toEqual(before)
  })

  test('says it as JSON', async () => {
    const { fu } = await withGary()
    expect(await json(fu, 'forget gary --yes --block')).toEqual({
      version: 1,
      command: 'forget',
      undo: null,
      contact: null,
      promise: null,
      promises: [],
      entry: null,
      erased: { promises: 2, entries: 1, commands: 3, backups: 0, elsewhere: [] },
      outOfReach: [],
      blocked: true,
    })
  })

  test.each([
    ['forget', 2, 'Forgetting takes a name.'],
    ['forget carl --yes', 3, 'There is no contact "carl".'],
    ['forget @9 --yes', 3, 'There is no contact "@9".'],
    ['forget lee --yes', 4, '"lee" fits 2 contacts.'],
  ])('reads "fu %s" with status %d', async (line, status, message) => {
    const { fu } = await withGary()
    await fu('add "Ada Lee" --no-next')
    const ran = await fu(line)
    expect([ran.status, ran.stderr.split('\n')[0]]).toEqual([status, message])
  })

  test('does not bring back a card that was merged into it', async () => {
    const { fu } = await withGary()
    await fu('add "G. Lee" --no-next')
    await fu('merge @3 gary')
    await fu('forget gary --yes')
    expect((await fu('show @3')).stderr).toMatch('There is no contact "@3".')
    expect((await fu('history')).stdout).not.toContain('G. Lee')
  })
})

describe('who was forgotten with --block', () => {
  const refused = `may be somebody who was forgotten and blocked; nothing was written.
If this is somebody else, or you want them back, add them with "fu add … --anyway".
`

  test('is not added again by name or number, but by --anyway', async () => {
    const { fu } = await withGary()
    expect((await fu('forget gary --yes --block')).stdout).toMatch(/Later imports leave them out\.\n$/)
    expect(await fu('add "Gary Lee" --company "Lee Mortgages"')).toEqual({
      status: 5,
      stdout: '',
      stderr: `Gary Lee ${refused}`,
    })
    expect(await fu('add "Somebody Else" --phone 0412555019')).toMatchObject({
      status: 5,
      stderr: `Somebody Else ${refused}`,
    })
    expect(await fu('add "Gary Lee" --no-next')).toMatchObject({ status: 0 })
    expect(await fu('add "Gary Lee" --company "Lee Mortgages" --no-next --anyway')).toMatchObject({
      status: 0,
    })
  })

  test('may be added again without it', async () => {
    const { fu } = await withGary()
    await fu('forget gary --yes')
    expect(await fu(lines[0] ?? '')).toMatchObject({ status: 0 })
  })

  test.each(['--do-not-contact', '--do-not-contact call'])(
    'is anybody who was marked %s (R58)',
    async (mark) => {
      const { fu } = await withGary()
      await fu(`edit gary ${mark}`)
      expect((await fu('forget gary --yes')).stdout).toMatch(
        /They did not want to be contacted, so later imports leave them out\.\n$/,
      )
      expect(await fu(lines[0] ?? '')).toMatchObject({ status: 5 })
    },
  )
})
