import { describe, expect, test } from 'vitest'
import { aProgram, ctrlC, type Program } from '../support/program.ts'
import { expectFields, fields, json, list } from '../support/json-fields.ts'

/** Gary can be reached and has a promise; Ada lacks everything. */
async function withAda(answers?: (string | typeof ctrlC)[]): Promise<Program> {
  const program = aProgram(answers === undefined ? {} : { answers })
  await program.fu('add "Gary Lee" --phone 0412555019 --by call --promise "send the quote" --due fri')
  await program.fu('add "Ada Müller" --no-next')
  return program
}

describe('fu check', () => {
  test('lists what is missing', async () => {
    const { fu } = await withAda()
    expect(await fu('check')).toEqual({
      status: 0,
      stdout: `
  NOTHING NEXT · 1
      @2  Ada Müller                                   fu promise @2 … --due …

  NO NUMBER · 1
      @2  Ada Müller                                      fu edit @2 --phone …

  NEVER ASKED HOW TO REACH THEM · 1
      @2  Ada Müller                                         fu edit @2 --by …

  3 things missing, with one person · fu check --fix asks one by one
`,
      stderr: '',
    })
  })

  test('has items', async () => {
    const { fu } = await withAda()
    await fu('add "Gary Lee" --by email --kind supplier --no-next')
    await fu('promise @3 "send it" --by post --due mon')
    const items = list(fields(await json(fu, 'check'))['items']).map(fields)
    for (const item of items) for (const contact of list(item['contacts'])) expectFields(contact, 'contact')
    expect(
      items.map(({ contacts, ...rest }) => ({
        ...rest,
        contacts: list(contacts).map((of) => fields(of)['id']),
      })),
    ).toEqual([
      { kind: 'nothing-next', contacts: [2], promise: null, alike: [], command: 'fu promise @2 … --due …' },
      { kind: 'no-number', contacts: [2], promise: null, alike: [], command: 'fu edit @2 --phone …' },
      { kind: 'no-address', contacts: [3], promise: 2, alike: [], command: 'fu edit @3 --address …' },
      { kind: 'never-asked', contacts: [2], promise: null, alike: [], command: 'fu edit @2 --by …' },
      {
        kind: 'duplicates',
        contacts: [1, 3],
        promise: null,
        alike: [{ by: 'name', value: 'Gary Lee' }],
        command: 'fu merge @3 @1',
      },
    ])
  })

  test('finds nothing in a blank diary, and not where nothing next was meant', async () => {
    const { fu } = aProgram()
    const nothing = '  Nothing is missing: everybody can be reached, and has a next step.\n'
    expect((await fu('check')).stdout).toBe(nothing)
    await fu('add "Gary Lee" --phone 0412555019 --by call --promise call --due today')
    await fu('done 1 --no-next')
    expect((await fu('check')).stdout).toBe(nothing)
    await fu('log gary "met him at the station"')
    expect((await fu('check')).stdout).toContain('NOTHING NEXT · 1')
  })
})

describe('fu check --fix', () => {
  test('asks one by one, and writes each answer', async () => {
    const { fu, asked } = await withAda([
      'call',
      'lots',
      '0412 555 020',
      'send the price list',
      'feb 30',
      'mon 10:00',
    ])
    expect(await fu('check --fix')).toEqual({
      status: 0,
      stdout: `Changed Ada Müller: channel. (fu undo)
Changed Ada Müller: phone. (fu undo)
Promised Ada Müller: send the price list, Mon 30 Nov 10:00. (fu undo)
`,
      stderr: '3 answers are written.\n',
    })
    expect(asked.filter((line) => !line.startsWith('  '))).toEqual([
      'How does Ada Müller (@2) want to be reached?',
      'Ada Müller (@2): phone number? (empty: skip, stop: end)',
      '"lots" is not a phone number.',
      'Ada Müller (@2): phone number? (empty: skip, stop: end)',
      'What is next with Ada Müller (@2)? (empty: skip, stop: end)',
      'When? (send the price list) (empty: skip, stop: end)',
      '"feb 30": February has no 30th.',
      'When? (send the price list) (empty: skip, stop: end)',
    ])
    expect((await fu('check')).stdout).toMatch(/Nothing is missing/)
  })

  test('asks for what the answer before it made needed', async () => {
    const { fu, asked } = await withAda(['email', 'ada@mueller.example', 'stop'])
    expect(await fu('check --fix')).toMatchObject({ status: 0, stderr: '2 answers are written.\n' })
    expect(asked).toContain('Ada Müller (@2): email address? (empty: skip, stop: end)')
    expect(asked.join()).not.toContain('phone')
  })

  test('skips', async () => {
    const { fu } = await withAda(['skip', 'skip', '', '', ''])
    await fu('add "Gary Lee" --by call --phone 0412555019 --no-next')
    expect(await fu('check --fix')).toMatchObject({ status: 0, stdout: '' })
  })

  test.each<[string, (string | typeof ctrlC)[], number, string]>([
    ['nothing', ['skip', ctrlC], 130, 'Stopped; nothing was written.\n'],
    ['one', ['call', ctrlC], 130, 'Stopped; the answer before is written.\n'],
    ['two', ['call', '0412 555 020', 'call her', ctrlC], 130, 'Stopped; 2 answers are written.\n'],
    ['nothing, by "stop"', ['stop'], 0, 'Nothing was written.\n'],
    ['one, by "stop"', ['call', 'STOP'], 0, 'The answer before is written.\n'],
  ])('keeps what was written when it is stopped after %s', async (_, answers, status, stderr) => {
    const { fu } = await withAda(answers)
    expect(await fu('check --fix')).toMatchObject({ status, stderr })
  })

  test('is refused where nobody is there', async () => {
    const { fu } = await withAda()
    expect(await fu('check --fix')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '--fix asks questions and needs a terminal.\n"fu check" lists what is missing, with commands.\n',
    })
  })
})
