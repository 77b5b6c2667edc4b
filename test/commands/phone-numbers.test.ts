import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { programOn } from '../support/diary-file.ts'
import { aFolder } from '../support/diaries.ts'
import { aProgram, type Program, type Situation } from '../support/program.ts'

type Card = { readonly phones: readonly { label: string | null; value: string; e164: string | null }[] }

/** The phones of a contact, as they are printed for other programs. */
async function phonesOf(program: Program, who: string): Promise<Card['phones']> {
  const { stdout } = await program.fu(`show "${who}" --json`)
  return (JSON.parse(stdout) as { contact: Card }).contact.phones
}

async function started(lines: readonly string[], situation: Situation = {}): Promise<Program> {
  return after(lines, aProgram(situation))
}

async function after(lines: readonly string[], program: Program): Promise<Program> {
  for (const line of lines) expect(await program.fu(line)).toMatchObject({ status: 0 })
  return program
}

describe.each([
  ['(+49) 30 1234567', [[null, '+49301234567']]],
  ['+49 [0] 30 1234567', [[null, '+49301234567']]],
  ["'+49 (0) 30 1234567", [[null, '+49301234567']]],
  ['030 1234567 (Sekretariat)', [['sekretariat', '+49301234567']]],
  ['030 1234567, ext. 12', [[null, '+49301234567']]],
  ['\u202a030 1234567\u202c', [[null, '+49301234567']]],
  ['+1 800 901 3355,,123#', [[null, '+18009013355']]],
  [
    '030 123456 / 0170 1234567',
    [
      [null, '+4930123456'],
      [null, '+491701234567'],
    ],
  ],
])('"%s"', (text, phones) => {
  const files = {
    'table.csv': `Name,Phone\nEva,"${text}"\n`,
    'card.vcf': `BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nTEL:${text.replaceAll(',', String.raw`\,`)}\nEND:VCARD\n`,
  }
  it.each([`add Eva --phone "${text}" --no-next`, 'import table.csv', 'import card.vcf'])(
    'is read alike by fu %s',
    async (line) => {
      const program = await started(['config country DE', line], { files })
      const found = await phonesOf(program, 'Eva')
      expect(found.map(({ label, e164 }) => [label, e164])).toEqual(phones)
    },
  )
})

test.each(['011 33 1 42 68', '+33 1 42 68', '(0033) 1 42 68', '01133142', '\u200e1 42 68 53'])(
  'a contact is found by "%s"',
  async (typed) => {
    const program = await started(['config country US', 'add Luc -p "011 33 1 42 68 53 00" --no-next'])
    expect((await program.fu(`find "${typed}"`)).stdout).toContain('Luc · +33 1 42 68 53 00')
    expect((await program.fu(`show "${typed}"`)).stdout).toContain('Luc @1')
  },
)

test.each(['today', 'people', 'show luc', 'find luc', 'next', 'print', 'export --format ics'])(
  'fu %s shows a foreign number in full',
  async (line) => {
    const program = await started([
      'config country US',
      'add Luc -p "011 33 1 42 68 53 00" --promise call --due today',
    ])
    const { stdout } = await program.fu(line)
    expect(stdout).toContain('+33 1 42 68 53 00')
    expect(stdout).not.toMatch(/(?<!33 )1 42 68 53 00/)
  },
)

describe('fu config country', () => {
  it('reads again the numbers whose country was unknown, as one change (R3)', async () => {
    const program = await started([
      'config country GB',
      'add Sue -p "0412 555 019" --no-next',
      'add Ann -p "020 7946 0000" --no-next',
    ])
    expect((await program.fu('config country AU')).stdout).toBe(
      'country is now AU, and 1 number without a country code was read again. (fu undo)\n',
    )
    expect(await phonesOf(program, 'Sue')).toMatchObject([{ e164: '+61412555019' }])
    // What was known stays, and is shown as it is dialled from there.
    expect(await phonesOf(program, 'Ann')).toMatchObject([{ e164: '+442079460000' }])
    expect((await program.fu('people')).stdout).toContain('+44 20 7946 0000')

    await program.fu('undo')
    expect(await phonesOf(program, 'Sue')).toMatchObject([{ e164: null }])
    expect((await program.fu('people')).stdout).toContain('020 7946 0000')
    expect((await program.fu('config country')).stdout).toBe('GB\n')
  })

  it('says how many numbers stay unknown, and doctor names them', async () => {
    const program = await after(
      [
        'add Sue -p "0412 555 019" --no-next',
        'add Bob -p "99 99 99 99" --no-next',
        'add Ann -p 000 --no-next',
      ],
      programOn(path.join(aFolder(), 'diary.db')),
    )
    const doctor = async (): Promise<string> => (await program.fu('doctor')).stdout.replaceAll(/\s+/g, ' ')
    expect(await doctor()).toContain(
      '2 numbers have no known country: 0412 555 019 of Sue (@1), 99 99 99 99 of Bob (@2).',
    )
    expect(await program.fu('config country AU')).toMatchObject({
      stdout: 'country is now AU, and 1 number without a country code was read again. (fu undo)\n',
      stderr: 'The country of 1 number is still unknown: "fu doctor" names it.\n',
    })
    expect(await doctor()).toContain('1 number has no known country: 99 99 99 99 of Bob (@2).')
    await program.fu('edit bob --no-phone')
    expect(await doctor()).not.toContain('no known country')
  })

  it('reads all numbers without a code again where the country came from the locale', async () => {
    const program = await started(
      ['add Ana -p "55 1234 5678" --no-next', 'add Tom -p "+1 551 234 5678" --no-next'],
      {
        locale: 'en-US',
      },
    )
    expect(await phonesOf(program, 'Ana')).toMatchObject([{ e164: '+15512345678' }])
    await program.fu('config country MX')
    expect(await phonesOf(program, 'Ana')).toMatchObject([{ e164: '+525512345678' }])
    expect(await phonesOf(program, 'Tom')).toMatchObject([{ e164: '+15512345678' }])
  })

  it('keeps a number of a country that was set, even if it would fit the new one', async () => {
    const program = await started([
      'config country US',
      'add Ana -p "55 1234 5678" --no-next',
      'config country MX',
    ])
    expect(await phonesOf(program, 'Ana')).toMatchObject([{ e164: '+15512345678' }])
  })
})

test('a wrong number stays wrong when it is shown in another way', async () => {
  const program = await started([
    'config country AU',
    'add Sue -p "+61 412 555 019" --promise call --due today',
    'tried 1 --wrong-number',
    'config country DE',
  ])
  expect((await program.fu('today')).stdout).not.toContain('Sue  +61')
  expect((await program.fu('today')).stdout).toContain('find the right number')
})

describe.each([
  ['+52 55 1234 5678', '+5215512345678'],
  ['+52 1 55 1234 5678', '+525512345678'],
  ['+54 11 2345 6789', '+5491123456789'],
  ['+54 9 11 2345 6789', '+541123456789'],
  ['+55 11 98765 4321', '+551187654321'],
  ['+55 11 8765 4321', '+5511987654321'],
  ['+229 97 12 34 56', '+2290197123456'],
])('%s and %s are one telephone', (theirs, other) => {
  const at = Date.parse('2026-11-25T08:00:00Z')
  const files = {
    'log.xml': `<calls><call number="${other}" duration="0" date="${at}" type="3"/></calls>`,
    'table.csv': `Name,Phone\nJuan,${other}\n`,
  }
  it('in a log of calls, a table, a search and a check for duplicates', async () => {
    const program = await started([`add Juan -p "${theirs}" --no-next`], { files })
    expect((await program.fu('import table.csv')).stdout).toContain('1 unchanged')
    expect((await program.fu('calls log.xml')).stdout).toContain('1 call-back owed')
    expect((await program.fu('calls log.xml')).stdout).toContain('Nothing new')
    expect((await program.fu(`show "${other}"`)).stdout).toContain('Juan @1')
    expect((await program.fu(`add Ana -p "${other}" --no-next`)).stderr).toContain('fu merge @2 @1')
    expect((await program.fu('check')).stdout).toContain('MAYBE THE SAME · 1')
  })
})

test.each([
  ['people --format csv', 'people.csv'],
  ['people --format vcf', 'people.vcf'],
  ['all --format json', 'all.json'],
])('numbers with all that is written behind them come back from fu export %s', async (what, file) => {
  const numbers = [
    '+1 800 901 3355,,123#',
    '030 1234567, ext. 12',
    'mobile: 0170 1234567 (Eva)',
    '(0033) 1 42 68 53 00',
    "'+49 (0) 30 7654321",
    '030 1234560/61',
    '99 99',
  ]
  const options = numbers.map((number) => `--phone "${number}"`).join(' ')
  const here = await started(['config country DE', `add Eva ${options} --no-next`])
  const { stdout } = await here.fu(`export ${what}`)
  const there = await started(['config country DE', `import ${file}`], { files: { [file]: stdout } })
  expect(await phonesOf(there, 'Eva')).toEqual(await phonesOf(here, 'Eva'))
})
