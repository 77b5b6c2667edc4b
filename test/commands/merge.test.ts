import { describe, expect, test } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram, type Program, type Situation } from '../support/program.ts'
import { session } from '../support/session.ts'
import { fields, json, list } from '../support/json-fields.ts'

const twice = [
  'add "Gary Lee" --company "Lee Mortgages" --phone 0412555019 --promise "send the quote" --due fri',
  'add "Gary Lee" --company "Lee & Co" --phone 0412555019 --email g@lee.example --met "trade show" --no-next',
  'promise @2 "call him" --due mon',
  'add Bob --from @2 --no-next',
  'wait bob papers --about @2 --due fri',
  'log @2 lunch',
]

async function garyTwice(situation: Situation = {}): Promise<Program> {
  const program = aProgram(situation)
  for (const line of twice) await program.fu(line)
  return program
}

describe('fu merge', () => {
  test('makes two cards one, in a pipe without a question', async () => {
    expect(await session([...twice, 'merge @2 @1', 'show @1', 'show bob', 'show @2'])).toContain(`
$ fu merge @2 @1
Merged Gary Lee, Lee & Co (@2) into Gary Lee, Lee Mortgages (@1), with 2 promises and one entry. Taken: email g@lee.example, met trade show. Company: Lee Mortgages kept; the other card had Lee & Co, now in the note. (fu undo)
$ fu show @1

  Gary Lee, Lee Mortgages @1
  phone         0412 555 019
  email         g@lee.example
  prefers       never asked
  met           trade show
  note          @2 said: company Lee & Co
  added         Wed 25 Nov
  last contact  Wed 25 Nov
  you started   1 of 1

  OPEN PROMISES
     3  thank them for sending Bob · Thu 26 Nov
     1  send the quote · Fri 27 Nov
     4  papers (they owe it) (with Bob) · Fri 27 Nov
     2  call him · Mon 30 Nov

  GIVE AND GET
    they gave  one person, Bob (@3)
    you gave   nothing yet

  HISTORY
  Wed 25 Nov 14:20  ← Bob promised "papers" for Fri 27 Nov
  Wed 25 Nov 14:20    set "thank them for sending Bob" for Thu 26 Nov
  Wed 25 Nov 14:20  → promised "call him" for Mon 30 Nov
  Wed 25 Nov 14:20  → promised "send the quote" for Fri 27 Nov
  Wed 25 Nov 14:20  → lunch
$ fu show bob

  Bob @3
  prefers       never asked
  from          Gary Lee (@1)
  added         Wed 25 Nov
  last contact  never

  OPEN PROMISES
     4  papers (they owe it) (about Gary Lee) · Fri 27 Nov

  HISTORY
  Wed 25 Nov 14:20  ← they promised "papers" for Fri 27 Nov
$ fu show @2
@2 is now part of @1 (Gary Lee).
"fu show @1" shows the card.
[3]
`)
  })

  test('shows both cards on a terminal, and asks', async () => {
    const { fu, asked, db } = await garyTwice({ columns: 80, env: { NO_COLOR: '1' }, answers: ['no', 'yes'] })
    const before = dump(db)
    expect(await fu('merge @2 @1')).toEqual({
      status: 2,
      stdout: `
           @2, removed    @1, kept
  name     Gary Lee       Gary Lee
  company  Lee & Co       Lee Mortgages
  phones   0412 555 019   0412 555 019
  emails   g@lee.example
  met      trade show
`,
      stderr: 'Nothing was written.\n"fu merge @1 @2" keeps the other card.\n',
    })
    expect(dump(db)).toEqual(before)
    expect(await fu('merge @2 @1')).toMatchObject({ status: 0, stdout: expect.stringContaining('Merged ') })
    expect(asked[0]).toBe('Is this one person? Then @2 becomes part of @1.')
  })

  test('do not ask first with --yes', async () => {
    const { fu, asked } = await garyTwice({ columns: 80, answers: [] })
    expect(await fu('merge @2 @1 --yes')).toMatchObject({ status: 0 })
    expect(asked).toEqual([])
  })

  test('is taken back exactly, and again', async () => {
    const { fu, db } = await garyTwice()
    const before = dump(db)
    await fu('merge @2 @1')
    const after = dump(db)
    await fu('undo')
    expect(dump(db)).toEqual(before)
    expect(await fu('show @2')).toMatchObject({ status: 0 })
    await fu('undo 8')
    expect(dump(db)).toEqual(after)
    expect((await fu('show @2')).stderr).toMatch('@2 is now part of @1')
  })

  test('says where a card is that went through several', async () => {
    const { fu } = await garyTwice()
    await fu('merge @2 @1')
    await fu('merge @1 bob')
    expect((await fu('show @2')).stderr).toBe('@2 is now part of @3 (Bob).\n"fu show @3" shows the card.\n')
  })

  test('leaves a promise with one card about the other about nobody else', async () => {
    const { fu } = await garyTwice()
    await fu('promise @1 "ask about his other card" --about @2 --due fri')
    await fu('promise @2 "ask about the first" --about @1 --due fri')
    const { promises } = fields(await json(fu, 'merge @2 @1'))
    expect(
      list(promises)
        .map(fields)
        .map(({ id, about }) => [id, about]),
    ).toEqual([
      [2, null],
      [3, null],
      [4, { id: 1, name: 'Gary Lee' }],
      [5, null],
      [6, null],
    ])
  })

  test('of a card that nobody is to contact, drops what is open with both', async () => {
    const { fu } = await garyTwice()
    await fu('edit @2 --do-not-contact')
    const { stdout } = await fu('merge @2 @1')
    expect(stdout).toMatch(/do not contact at all\..*Dropped what was open: 1 \(Gary Lee, send the quote\)\./)
    expect((await fu('today fri')).stdout).not.toContain('send the quote')
  })

  test.each([
    ['merge @1 @2', 0, ''],
    ['merge @2 gary', 0, ''],
    ['merge "gary lee" @2', 0, ''],
    ['merge bob gary', 4, '"gary" fits 2 contacts.'],
    ['merge bob gary lee', 4, '"gary lee" fits 2 contacts.'],
    ['merge gary lee bob', 4, '"gary lee" fits 2 contacts.'],
    ['merge gary gary', 4, '"gary" fits 2 contacts.'],
    ['merge @2 @2', 2, '"@2" and "@2" are one card already: Gary Lee (@2).'],
    ['merge @2', 2, 'Merging takes two cards.'],
    ['merge gary lee gary lee', 2, '"gary lee gary lee" names one card; merging takes two.'],
    ['merge @9 @1', 3, 'There is no contact "@9".'],
    ['merge @1 @9', 3, 'There is no contact "@9".'],
  ])('reads "fu %s" with status %d', async (line, status, message) => {
    const { fu } = await garyTwice()
    const ran = await fu(line)
    expect([ran.status, ran.stderr.split('\n')[0]]).toEqual([status, message])
  })

  test('is refused to be undone once something new stands on the card that took it', async () => {
    const { fu } = await garyTwice()
    await fu('merge @2 @1')
    await fu('done 2 "he signs"')
    expect(await fu('undo 7')).toMatchObject({
      status: 5,
      stderr: expect.stringMatching(/depends on it/),
    })
  })
})

describe('fu check --fix', () => {
  test('asks whether two cards are of one person, and merges them', async () => {
    const { fu, asked } = await garyTwice({ answers: ['yes, keep @1', 'stop'] })
    expect(await fu('check --fix')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Merged Gary Lee, Lee & Co \(@2\) into Gary Lee, Lee Mortgages \(@1\)/),
      stderr: 'The answer before is written.\n',
    })
    expect(asked.slice(0, 5)).toEqual([
      'Are Gary Lee (@1) and Gary Lee (@2) one person?',
      '  skip: two people, or I do not know',
      '  yes, keep @1, Gary Lee, Lee Mortgages, 0412 555 019',
      '  yes, keep @2, Gary Lee, Lee & Co, 0412 555 019',
      '  stop',
    ])
  })

  test('asks about each of three cards', async () => {
    const { fu, asked } = await garyTwice({ answers: ['skip', 'yes, keep @4', 'stop'] })
    await fu('add "Gary Lee" --phone 0412555019 --no-next')
    await fu('check --fix')
    expect(asked.filter((line) => line.startsWith('Are'))).toEqual([
      'Are Gary Lee (@1) and Gary Lee (@2) one person?',
      'Are Gary Lee (@1) and Gary Lee (@4) one person?',
    ])
    expect((await fu('show @1')).stderr).toMatch('@1 is now part of @4')
  })
})

test('a card that is asked for after it was merged away stands in the way of no undo', async () => {
  const { fu } = aProgram()
  for (const line of ['add Gary --promise call --due fri', 'add Ada --no-next', 'merge @1 @2']) await fu(line)
  expect((await fu('show @1')).stderr).toContain('@1 is now part of @2')
  expect((await fu('drop 1 --why "moved away"')).status).toBe(0)
  for (let count = 0; count < 4; count += 1) expect(await fu('undo')).toMatchObject({ status: 0 })
  expect((await fu('people')).stdout).toBe('')
})
