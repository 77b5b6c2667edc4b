import { describe, expect, it } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram, type Program, type Situation } from '../support/program.ts'
import { session } from '../support/session.ts'

const people = [
  'add "Ada Müller" -p 0411000001 --kind customer --tag fair --promise "send the list" --due fri',
  'add "Gary Lee" -p 0411000002 --kind prospect --tag fair --tag vip --met "Trade Show" --promise "send the quote" --due mon',
  'add "José Álvarez" -p 0411000003 --kind supplier --no-next',
  'wait jose "the delivery date" --due fri',
  'add "Sue Hall" -p 0411000004 --kind prospect --tag Fair --promise "call about June" --due "fri 10:30"',
]

async function withPeople(situation: Situation = {}): Promise<Program> {
  const program = aProgram(situation)
  for (const line of people) await program.fu(line)
  return program
}

/** Runs a command line, and expects that it changes nothing. */
async function refusedBy(program: Program, line: string): Promise<{ status: number; stderr: string }> {
  const before = dump(program.db)
  const { status, stdout, stderr } = await program.fu(line)
  expect({ stdout, dump: dump(program.db) }).toEqual({ stdout: '', dump: before })
  return { status, stderr }
}

describe('fu edit --all', () => {
  it('shows whom it changes, writes with --yes, and one undo takes it back (R42)', async () => {
    const { fu, db } = await withPeople()
    const before = dump(db)
    const line = 'edit --all --tag fair --add-tag june --every 90d'
    expect(await fu(line)).toEqual({
      status: 2,
      stdout: '',
      stderr: [
        '  @1  Ada Müller: cadence, tags',
        '  @2  Gary Lee: cadence, tags',
        '  @4  Sue Hall: cadence, tags',
        'That would change 3 people; nothing was written.',
        'Add --yes to write it.',
        '',
      ].join('\n'),
    })
    expect(dump(db)).toEqual(before)
    expect(await fu(`${line} --yes`)).toEqual({
      status: 0,
      stdout: 'Changed 3 people: cadence, tags. (fu undo)\n',
      stderr: '',
    })
    expect((await fu('history -n 1')).stdout).toContain('edit --all (3): cadence, tags')
    expect((await fu('people --tag june')).stdout).toContain('Sue Hall')
    await fu('undo')
    expect(dump(db)).toEqual(before)
  })

  it('leaves out contacts that need no change', async () => {
    const { fu } = await withPeople()
    expect(await fu('edit --all --tag fair --add-tag vip -y')).toMatchObject({
      stdout: 'Changed 2 people: tags. (fu undo)\n',
      stderr: '1 of 3 need no change.\n',
    })
  })

  it('has separate options for the fields that are filters in fu people', async () => {
    const { fu } = await withPeople()
    await fu(
      'edit --all --kind prospect --met show --set-kind customer --set-met "Sydney fair" --no-tag fair -y',
    )
    const { items } = JSON.parse((await fu('people --met sydney --json')).stdout)
    expect(items).toMatchObject([{ name: 'Gary Lee', kind: 'customer', tags: ['vip'] }])
  })

  it('gives the contacts in JSON', async () => {
    const { fu } = await withPeople()
    const { stdout } = await fu('edit --all --kind prospect --every 30d --yes --json')
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'edit',
      contact: null,
      contacts: [{ name: 'Gary Lee' }, { name: 'Sue Hall' }],
      promise: null,
      promises: [],
    })
  })

  it('asks on a terminal, and writes nothing if the answer is no', async () => {
    const program = await withPeople({ answers: [] })
    const { fu, answer, asked } = program
    answer('no')
    expect(await refusedBy(program, 'edit --all --kind prospect --every 30d')).toMatchObject({ status: 2 })
    answer('yes')
    expect(await fu('edit --all --kind prospect --every 30d')).toMatchObject({ status: 0 })
    expect(asked.filter((line) => line.endsWith('?'))).toEqual(['Change 2 people?', 'Change 2 people?'])
  })

  it.each([
    ['edit gary --all --every 30d', '"gary" and --all cannot be combined.'],
    ['edit --all --kind prospect --hot --yes', '--hot and --all cannot be combined.'],
    ['edit --all --kind prospect --phone 0400000000 --yes', '--phone belongs to one person'],
    ['edit --all --kind prospect --tag fair --yes', 'There is nothing to change.'],
    ['edit --all --kind prospect --no-kind --yes', '--no-kind and --all cannot be combined.'],
    [
      'edit --all --do-not-contact call --every 30d --yes',
      '--do-not-contact call and --all cannot be combined.',
    ],
    ['edit --all --kind prospect --set-kind prospect --yes', 'Nothing to change on 2 people.'],
    ['edit --all --tag nobody --every 30d --yes', 'Nobody matches.'],
    ['edit gary --drifting --every 30d', '--drifting needs --all.'],
    ['edit gary --every 30d --yes', '--yes needs --all.'],
    ['edit gary --set-kind prospect', '--set-kind needs --all.'],
    ['edit --all --kind prospect --from gary --yes', 'Gary Lee cannot be their own referrer.'],
  ])('fu %s writes nothing: %s', async (line, message) => {
    const { status, stderr } = await refusedBy(await withPeople(), line)
    expect(status).toBeGreaterThan(1)
    expect(stderr).toContain(message)
  })
})

describe('fu drop --all', () => {
  it('shows what it drops, writes with --yes, and one undo takes it back (R42)', async () => {
    expect(
      await session([
        ...people,
        'drop --all --tag fair --why "the fair is over"',
        'drop --all --tag fair --why "the fair is over" --yes',
        'list',
        'undo',
        'list --tag fair',
      ]),
    ).toMatchInlineSnapshot(`
      "
      $ fu add "Ada Müller" -p 0411000001 --kind customer --tag fair --promise "send the list" --due fri
      Added Ada Müller (@1). Promised Ada Müller: send the list, Fri 27 Nov. (fu undo)
      $ fu add "Gary Lee" -p 0411000002 --kind prospect --tag fair --tag vip --met "Trade Show" --promise "send the quote" --due mon
      Added Gary Lee (@2). Promised Gary Lee: send the quote, Mon 30 Nov. (fu undo)
      $ fu add "José Álvarez" -p 0411000003 --kind supplier --no-next
      Added José Álvarez (@3). (fu undo)
      $ fu wait jose "the delivery date" --due fri
      Waiting for José Álvarez: the delivery date, Fri 27 Nov. (fu undo)
      $ fu add "Sue Hall" -p 0411000004 --kind prospect --tag Fair --promise "call about June" --due "fri 10:30"
      Added Sue Hall (@4). Promised Sue Hall: call about June, Fri 27 Nov 10:30. (fu undo)
      $ fu drop --all --tag fair --why "the fair is over"
        1  Ada Müller: send the list, Fri 27 Nov
        4  Sue Hall: call about June, Fri 27 Nov 10:30
        2  Gary Lee: send the quote, Mon 30 Nov
      That would drop 3 promises; nothing was written.
      Add --yes to write it.
      [2]
      $ fu drop --all --tag fair --why "the fair is over" --yes
      Dropped 3 promises: the fair is over. (fu undo)
      No next step with Ada Müller: fu promise @1 … --due …
      No next step with Sue Hall: fu promise @4 … --due …
      No next step with Gary Lee: fu promise @2 … --due …
      $ fu list
           who           what                     due
        3  José Álvarez  they: the delivery date  Fri 27 Nov
      $ fu undo
      Took back: drop --all (3, the fair is over). Promise 1 is open again, and promise 4 is open again, and promise 2 is open again. (fu undo 7)
      $ fu list --tag fair
           who         what             due
        1  Ada Müller  send the list    Fri 27 Nov
        4  Sue Hall    call about June  Fri 27 Nov 10:30
        2  Gary Lee    send the quote   Mon 30 Nov
      "
    `)
  })

  it.each([
    ['writes the next of those that repeat', '', ' 1 of them will come again; --all-next ends that.', 1],
    ['ends those that repeat, with --all-next', ' --all-next', '', 0],
  ])('%s (R62)', async (_case, option, said, left) => {
    const { fu } = await withPeople()
    await fu('promise ada ring --every fri')
    const { stdout } = await fu(`drop --all --who ada --why "she moved" --yes${option}`)
    expect(stdout).toBe(`Dropped 2 promises: she moved.${said} (fu undo)\n`)
    expect(JSON.parse((await fu('list --who ada --json')).stdout).items).toHaveLength(left)
  })

  it('makes one promise per contact in place of those dropped', async () => {
    const { fu } = await withPeople()
    await fu('promise gary "call again" --due fri')
    const { stdout, stderr } = await fu(
      'drop --all --kind prospect --why "the fair is over" --next "wish them well" --due mon -y',
    )
    expect({ stdout, stderr }).toEqual({
      stdout:
        'Dropped 3 promises: the fair is over. Promised 2 people: wish them well, Mon 30 Nov. (fu undo)\n',
      stderr: '',
    })
  })

  it('asks for the reason after the confirmation, and not for the next step with each contact', async () => {
    const { fu, answer, asked } = await withPeople({ answers: [] })
    answer('yes', 'the fair is over')
    const { stderr } = await fu('drop --all --mine')
    expect(asked.filter((line) => line.endsWith('?'))).toEqual([
      'Drop 3 promises?',
      'Why will "send the list", "call about June", "send the quote" not be done?',
    ])
    expect(stderr).toContain('No next step with Ada Müller: fu promise @1 … --due …\n')
  })

  it('names nobody if nothing is next with many contacts', async () => {
    const { fu } = await withPeople()
    await fu('add "Bob Tan" --promise "call" --due fri')
    const { stderr } = await fu('drop --all --mine --why "moved away" -y')
    expect(stderr).toBe('No next step with 4 of them: fu people --nothing-next\n')
  })

  it('drops nothing if there is a complaint: each is dropped on its own (R26)', async () => {
    const program = await withPeople()
    await program.fu('heard gary "the lock is broken" --complaint')
    const { status, stderr } = await refusedBy(program, 'drop --all --kind prospect --why "moved away" --yes')
    expect({ status, stderr }).toEqual({
      status: 5,
      stderr: [
        '5 (Gary Lee, put right: the lock is broken) is a complaint, which cannot be dropped with others; nothing was written.',
        'First say how it ended: fu done 5 "…", or fu drop 5 --why "…".',
        '',
      ].join('\n'),
    })
  })

  it.each([
    ['drop 1 --all --why x --yes', '"1" and --all cannot be combined.'],
    ['drop --all --tag fair --yes', 'Dropping a promise needs a reason.'],
    ['drop --all --tag nobody --why x --yes', 'No such promises.'],
    ['drop --all --mine --theirs --why x --yes', '--mine and --theirs cannot be combined.'],
    ['drop 1 --late --why x', '--late needs --all.'],
    ['drop 1 --why x --yes', '--yes needs --all.'],
  ])('fu %s writes nothing: %s', async (line, message) => {
    expect((await refusedBy(await withPeople(), line)).stderr).toContain(message)
  })
})

describe('fu move --all', () => {
  it('shows what it moves, keeps their times, and one undo takes it back (R42)', async () => {
    expect(
      await session([
        ...people,
        'move --all --until fri tue',
        'move --all --until fri tue --yes',
        'list',
        'move --all --mine tue --yes',
        'undo',
        'undo',
        'list',
      ]),
    ).toMatchInlineSnapshot(`
      "
      $ fu add "Ada Müller" -p 0411000001 --kind customer --tag fair --promise "send the list" --due fri
      Added Ada Müller (@1). Promised Ada Müller: send the list, Fri 27 Nov. (fu undo)
      $ fu add "Gary Lee" -p 0411000002 --kind prospect --tag fair --tag vip --met "Trade Show" --promise "send the quote" --due mon
      Added Gary Lee (@2). Promised Gary Lee: send the quote, Mon 30 Nov. (fu undo)
      $ fu add "José Álvarez" -p 0411000003 --kind supplier --no-next
      Added José Álvarez (@3). (fu undo)
      $ fu wait jose "the delivery date" --due fri
      Waiting for José Álvarez: the delivery date, Fri 27 Nov. (fu undo)
      $ fu add "Sue Hall" -p 0411000004 --kind prospect --tag Fair --promise "call about June" --due "fri 10:30"
      Added Sue Hall (@4). Promised Sue Hall: call about June, Fri 27 Nov 10:30. (fu undo)
      $ fu move --all --until fri tue
        1  Ada Müller: send the list, Fri 27 Nov to Tue 1 Dec
        3  José Álvarez: the delivery date, Fri 27 Nov to Tue 1 Dec
        4  Sue Hall: call about June, Fri 27 Nov 10:30 to Tue 1 Dec 10:30
      That would move 3 promises; nothing was written.
      Add --yes to write it.
      [2]
      $ fu move --all --until fri tue --yes
      Moved 3 promises to Tue 1 Dec. 2 are still expected on the promised day (--told when they know). (fu undo)
      $ fu list
           who           what                     due
        2  Gary Lee      send the quote           Mon 30 Nov
        1  Ada Müller    send the list            Tue 1 Dec
        3  José Álvarez  they: the delivery date  Tue 1 Dec
        4  Sue Hall      call about June          Tue 1 Dec 10:30
      $ fu move --all --mine tue --yes
      Moved 1 promise to Tue 1 Dec. One is still expected on the promised day (--told when they know). (fu undo)
      2 of 3 are already due then.
      $ fu undo
      Took back: move --all (1, to Tue 1 Dec). Promise 2 is as it was. (fu undo 8)
      $ fu undo
      Took back: move --all (3, to Tue 1 Dec). Promise 1 is as it was, and promise 3 is as it was, and promise 4 is as it was. (fu undo 9)
      $ fu list
           who           what                     due
        1  Ada Müller    send the list            Fri 27 Nov
        3  José Álvarez  they: the delivery date  Fri 27 Nov
        4  Sue Hall      call about June          Fri 27 Nov 10:30
        2  Gary Lee      send the quote           Mon 30 Nov
      "
    `)
  })

  it('records with --told that all of them know', async () => {
    const { fu } = await withPeople()
    expect(await fu('move --all --kind prospect --told next week -y')).toMatchObject({
      stdout: 'Moved 2 promises to Mon 30 Nov. They know. (fu undo)\n',
      stderr: '',
    })
  })

  it('asks for the day on a terminal', async () => {
    const { fu, answer, asked } = await withPeople({ answers: [] })
    answer('tue', 'yes')
    expect(await fu('move --all --kind prospect')).toMatchObject({ status: 0 })
    expect(asked.filter((line) => line.includes('?'))).toEqual(['When? (2 promises)', 'Move 2 promises?'])
  })

  it('moves nothing if there is a complaint (R26)', async () => {
    const program = await withPeople()
    await program.fu('heard gary "the lock is broken" --complaint')
    const { status, stderr } = await refusedBy(program, 'move --all --kind prospect tue --yes')
    expect(status).toBe(5)
    expect(stderr).toContain(
      'is a complaint, and can be put off until Thu 26 Nov at the latest; nothing was written.',
    )
  })

  it.each([
    ['move --all --kind prospect', 'There is no date.'],
    ['move --all --kind prospect yesterday --yes', 'which is in the past.'],
    ['move --all --hot tue --yes', 'No such promises.'],
    ['move --all --who ada fri --yes', 'All of them are already due on Fri 27 Nov.'],
    ['move 1 tue --kind prospect', '--kind needs --all.'],
  ])('fu %s writes nothing: %s', async (line, message) => {
    expect((await refusedBy(await withPeople(), line)).stderr).toContain(message)
  })
})

describe('the filters of fu people in fu list', () => {
  it.each([
    ['--bought 2026-11', ['the delivery date']],
    ['--do-not-contact', ['send the list']],
    ['--untouched --mine', ['send the list', 'call about June', 'send the quote']],
    ['--nothing-next', []],
    ['--drifting', []],
  ])('%s', async (filters, found) => {
    const { fu } = await withPeople()
    await fu('sold jose "two pallets" --on yesterday')
    await fu('edit ada --do-not-contact text')
    const { items } = JSON.parse((await fu(`list --json ${filters}`)).stdout)
    const promised = (items as { what: string }[]).map(({ what }) => what)
    expect(promised.filter((what) => found.length === 0 || !what.includes('pallets'))).toEqual(found)
  })
})
