import { beforeAll, describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { aProgram, type Program } from '../../support/program.ts'
import { runs } from '../../support/runs.ts'

let program: Program

beforeAll(async () => {
  program = aProgram()
  const lines = [
    'config country AU',
    'add "Gary Lee" --company "Lee Mortgages" --phone 0412555019',
    'add "Ada Müller" --company "Müller & Söhne AG" --email work:Ada@Mueller.example',
    'add "José Álvarez" --phone "+34 911 23 45 67"',
    `add "Seán O'Brien" --phone "02 9876 5432"`,
    'add "Jean-Luc Großmann" --phone "work:+49 (0)30 123456"',
    'add "Søren Ångström" --company "Smørrebrød Lee"',
    'add 王美玲 --company 臺北貿易有限公司',
    'add "Gary Oldfield-Lee"',
    'add "Robert Stone" --nick Bob',
    'add "Bob Martin"',
    'add "Dr. J.R. Smith" --nick "The Doc"',
    'add "Ada"',
    'add "Şükrü Yıldız"',
    'add "Łukasz Æthelred" --phone 12345',
  ]
  for (const line of lines) await program.fu(line)
})

/** The names of the contacts that somebody can mean, in the order of the diary. */
async function meant(who: string): Promise<string[]> {
  const { status, stdout, stderr } = await program.fu(['show', '--json', '--', who])
  if (status === 0) return [(JSON.parse(stdout) as { contact: { name: string } }).contact.name]
  const { error } = JSON.parse(stderr) as { error: { kind: string; candidates: { name: string }[] } }
  return error.kind === 'ambiguous' ? error.candidates.map(({ name }) => name) : []
}

describe('who is meant by', () => {
  test.each([
    // A number is the contact's own.
    ['@1', ['Gary Lee']],
    [' @12 ', ['Ada']],
    ['@99', []],
    ['@0', []],
    // The whole name decides before a part of another.
    ['ada', ['Ada']],
    ['ADA MÜLLER', ['Ada Müller']],
    // The nickname decides before a part of a name.
    ['bob', ['Robert Stone']],
    ['the doc', ['Dr. J.R. Smith']],
    // Parts of the name, in any order.
    ['gary', ['Gary Lee', 'Gary Oldfield-Lee']],
    ['gar', ['Gary Lee', 'Gary Oldfield-Lee']],
    ['ar', []],
    ['g l', ['Gary Lee', 'Gary Oldfield-Lee', 'Jean-Luc Großmann']],
    ['lee gary', ['Gary Lee', 'Gary Oldfield-Lee']],
    ['old gary', ['Gary Oldfield-Lee']],
    ['lee, gary o', ['Gary Oldfield-Lee']],
    ['gary lee jones', []],
    ['  gary \t old ', ['Gary Oldfield-Lee']],
    // Case, accents and letters that most keyboards lack.
    ['muller', ['Ada Müller']],
    ['mueller', ['Ada Müller']],
    ['MÜLLER', ['Ada Müller']],
    ['mu\u0308ller', ['Ada Müller']],
    ['jose alv', ['José Álvarez']],
    ['JOSÉ', ['José Álvarez']],
    ['grossmann', ['Jean-Luc Großmann']],
    ['GROSSMANN', ['Jean-Luc Großmann']],
    ['großm', ['Jean-Luc Großmann']],
    ['soren', ['Søren Ångström']],
    ['soeren', ['Søren Ångström']],
    ['sören', ['Søren Ångström']],
    ['angstrom', ['Søren Ångström']],
    ['aangstroem', ['Søren Ångström']],
    ['sukru yildiz', ['Şükrü Yıldız']],
    ['lukasz aeth', ['Łukasz Æthelred']],
    // Apostrophes, hyphens, dots.
    ["o'brien", ["Seán O'Brien"]],
    ['o’brien', ["Seán O'Brien"]],
    ['obrien', ["Seán O'Brien"]],
    ['brien', ["Seán O'Brien"]],
    ['jeanluc', ['Jean-Luc Großmann']],
    ['jean luc', ['Jean-Luc Großmann']],
    ['luc', ['Jean-Luc Großmann']],
    ['jean‐luc', ['Jean-Luc Großmann']],
    ['dr smith', ['Dr. J.R. Smith']],
    ['j.r. smith', ['Dr. J.R. Smith']],
    ['jr smith', ['Dr. J.R. Smith']],
    ['smith j r', ['Dr. J.R. Smith']],
    // The company, where no name says it.
    ['mortgages', ['Gary Lee']],
    ['lee mort', ['Gary Lee']],
    ['gary mortgages', ['Gary Lee']],
    ['gary lee mortgages', ['Gary Lee']],
    ['ada lee', []],
    ['söhne', ['Ada Müller']],
    ['smorrebrod', ['Søren Ångström']],
    // A name decides before a company.
    ['lee', ['Gary Lee', 'Gary Oldfield-Lee']],
    // The email address, from its beginning.
    ['ada@mueller.example', ['Ada Müller']],
    ['ADA@M', ['Ada Müller']],
    ['mueller.example', []],
    // Names of other scripts.
    ['王美玲', ['王美玲']],
    ['王', ['王美玲']],
    ['美玲', ['王美玲']],
    ['臺北', ['王美玲']],
    ['貿易', ['王美玲']],
    // A phone number, in whatever way it is written.
    ['0412555019', ['Gary Lee']],
    ['0412 555 019', ['Gary Lee']],
    ['(0412) 555-019', ['Gary Lee']],
    ['+61412555019', ['Gary Lee']],
    ['+61 412 555 019', ['Gary Lee']],
    ['0061 412 555 019', ['Gary Lee']],
    ['61412555019', ['Gary Lee']],
    ['412555019', ['Gary Lee']],
    ['555 019', ['Gary Lee']],
    ['5019', ['Gary Lee']],
    ['019', []],
    ['+34911234567', ['José Álvarez']],
    ['0034 911 234 567', ['José Álvarez']],
    ['0911 23 45 67', ['José Álvarez']],
    ['(02) 9876 5432', ["Seán O'Brien"]],
    ['+61 2 9876 5432', ["Seán O'Brien"]],
    ['+49 30 123456', ['Jean-Luc Großmann']],
    ['+49 (0)30 123456', ['Jean-Luc Großmann']],
    ['030 123456', ['Jean-Luc Großmann']],
    ['0049 30 123456', ['Jean-Luc Großmann']],
    ['12345', ['Jean-Luc Großmann', 'José Álvarez', 'Łukasz Æthelred']],
    ['98765', ["Seán O'Brien"]],
    ['', []],
    [' ', []],
  ])('"%s"', async (who, names) => {
    expect(await meant(who)).toEqual(names)
  })
})

test('a changed name is found, and the old one no more; undone, it is the other way about', async () => {
  const { fu } = aProgram()
  await fu(
    'add "Ada Müller" --nick Adele --company "Müller AG" --email ada@mueller.example --phone 030123456',
  )
  await fu('edit @1 --name "Ada Stein" --no-nick --company "Stein GmbH" --no-email --phone 0891234567')
  const shows = (who: string) => fu(['show', who]).then(({ status }) => status === 0)
  const before = ['müller', 'adele', 'ada@m', 'muller ag']
  const after = ['stein', 'stein gmbh', '089123']
  for (const who of before) expect([who, await shows(who)]).toEqual([who, false])
  for (const who of after) expect([who, await shows(who)]).toEqual([who, true])
  await fu('undo')
  for (const who of before) expect([who, await shows(who)]).toEqual([who, true])
  for (const who of after) expect([who, await shows(who)]).toEqual([who, false])
})

test.each([
  ['gray lee', 'Did you mean "Gary Lee" (@1)?'],
  ['Gery Lee', 'Did you mean "Gary Lee" (@1)?'],
  ['alvares', 'Did you mean "José Álvarez" (@3)?'],
  ['Grosman', 'Did you mean "Jean-Luc Großmann" (@5)?'],
  ['bbo', 'Did you mean "Bob Martin" (@10)?'],
  ['7', "A contact's number is written @7."],
  ['zzzzzzzz', '"fu people" lists the contacts, and "fu add" adds one.'],
])('nobody is meant by "%s", and the nearest are named', async (who, hint) => {
  const { status, stderr } = await program.fu(['show', who])
  expect({ status, stderr }).toEqual({ status: 3, stderr: `There is no contact "${who}".\n${hint}\n` })
})

const hostile = [
  `"`,
  `""`,
  `'`,
  `o'brien" OR name : "gary`,
  '*',
  'gary*',
  '%',
  '_',
  '+49',
  '-',
  '---',
  '(',
  ')',
  '^gary',
  'name:gary',
  'NEAR(gary lee)',
  'AND',
  'NOT',
  '{numbers} : 0412',
  '@',
  '@@1',
  '@-1',
  '@1.5',
  '@999999999999999999999',
  '\0',
  'gary\0lee',
  '"\0',
  '\ud800',
  'gary \udfff',
  '\u{10FFFF}',
  '\u202Egary',
  '👨‍👩‍👧‍👦',
  '\\',
  '; DROP TABLE contacts',
  '0'.repeat(500),
  'a'.repeat(5000),
  'a '.repeat(300),
  '\n',
  '😀'.repeat(50),
]

describe('whatever is typed for a name is answered, never a fault', () => {
  let gary: Program

  beforeAll(async () => {
    gary = aProgram()
    await gary.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri')
  })

  test.each(hostile)('%j', async (text) => {
    for (const words of [
      ['show', '--', text],
      ['people', '--', text],
      ['find', '--', text],
      ['list', '--who', text],
      ['log', '--no-input', '--', text, 'lunch'],
      ['done', '--', text],
    ]) {
      const { status } = await gary.fu(words)
      expect([0, 2, 3, 4, 5]).toContain(status)
    }
  })

  test('any text at all', async () => {
    const symbols = fc.string({ unit: fc.constantFrom(...Array.from(`"'*%+-@:(){}^\\\0 ß０①gary王é\u0301`)) })
    await fc.assert(
      fc.asyncProperty(fc.oneof(symbols, fc.string({ unit: 'binary' })), async (text) => {
        for (const command of ['show', 'find', 'people']) {
          const { status } = await gary.fu([command, '--', text])
          expect([0, 2, 3, 4]).toContain(status)
        }
      }),
      runs(60),
    )
  })
})
