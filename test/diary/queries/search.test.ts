import { beforeAll, expect, test } from 'vitest'
import { aProgram, type Program } from '../../support/program.ts'

let program: Program

beforeAll(async () => {
  program = aProgram()
  const lines = [
    'add "Ada Müller" --company "Straßenbau AG" --phone 0412555019 --note "likes tea" --tag lender',
    'edit @1 --met "trade show"',
    'add "Søren Holm" --email soren@holm.example --address "12 High St"',
    'promise @1 "send the price list for the Straße" --due fri',
    'promise @2 "ring about 臺北 & the tea" --due mon --when "prints are ready"',
    'log @1 "wants a größere Lieferung" --on yesterday',
    'log @2 "OK, tea on Monday at 5%" --offer "two crates"',
    'drop 1 --why "too dear"',
  ]
  for (const line of lines) await program.fu(line)
})

type Item = { type: string; contact?: { name: string }; promise?: { id: number }; entry?: { id: number } }

/** What is found, as `@` and the first name, `p` and its number, or `e` and its number. */
async function found(text: string): Promise<string> {
  const { stdout } = await program.fu(['find', '--json', '--', text])
  return (JSON.parse(stdout) as { items: Item[] }).items
    .map(({ contact, promise, entry }) =>
      promise !== undefined
        ? `p${promise.id}`
        : entry !== undefined
          ? `e${entry.id}`
          : `@${contact?.name[0]}`,
    )
    .join(' ')
}

test.each([
  // Wherever it stands; promises and entries newest first.
  ['price', 'p1'],
  ['tea', '@A p2 e2'],
  ['lender', '@A'],
  ['trade show', '@A'],
  ['high st', '@S'],
  ['holm.example', '@S'],
  ['prints', 'p2'],
  ['crates', 'e2'],
  ['dear', 'p1 e3'],
  // Within words, in any order, each of them somewhere.
  ['ist pri', 'p1'],
  ['list tea', ''],
  // However it is spelled.
  ['PRICE', 'p1'],
  ['muller', '@A'],
  ['mueller', '@A'],
  ['müller', '@A'],
  ['soren', '@S'],
  ['SØREN', '@S'],
  ['strasse', '@A p1'],
  ['straße', '@A p1'],
  ['strassenbau', '@A'],
  ['STRASSE', '@A p1'],
  ['grossere', 'e1'],
  ['größere', 'e1'],
  // One or two letters.
  ['ok', 'e2'],
  ['5%', 'e2'],
  ['臺北', 'p2'],
  ['臺', 'p2'],
  ['北 & ring', 'p2'],
  // Numbers, from four digits on.
  ['0412 555 019', '@A'],
  ['555-019', '@A'],
  ['(0412)', '@A'],
  ['5019', '@A'],
  // One that ends alike, and begins otherwise.
  ['0413 555 019', ''],
  // Nothing.
  ['nowhere', ''],
  ['-', ''],
  ['...', ''],
  ['- tea', '@A p2 e2'],
  ['"', ''],
  ['tea*', ''],
  ['%', 'e2'],
  ['_', ''],
])('find %j', async (text, items) => {
  expect(await found(text)).toBe(items)
})

test('what is taken back is not found any more, and what is brought back is', async () => {
  const { fu } = aProgram()
  const finds = (text: string) => fu(['find', text]).then(({ stdout }) => stdout !== '')
  await fu('add "Ada Müller" --note porcelain --promise "the album" --due fri --no-next')
  await fu('edit @1 --note earthenware')
  expect([await finds('porcelain'), await finds('earthenware')]).toEqual([false, true])
  await fu('undo')
  expect([await finds('porcelain'), await finds('earthenware')]).toEqual([true, false])
  await fu('undo')
  expect([await finds('porcelain'), await finds('album'), await finds('ada')]).toEqual([false, false, false])
  await fu('undo 4')
  expect([await finds('porcelain'), await finds('album'), await finds('ada')]).toEqual([true, true, true])
})
