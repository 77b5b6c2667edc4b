import { describe, expect, test } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram, type Program } from '../support/program.ts'

type Report = {
  readonly rows: Readonly<Record<string, number>>
  readonly left: readonly { readonly why: string }[]
}

function card(...lines: readonly string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
}

function cards(count: number, lines: (index: number) => readonly string[]): string {
  return Array.from({ length: count }, (_, index) => card(...lines(index))).join('')
}

function onFile(text: string): Program {
  return aProgram({ files: { 'cards.vcf': text } })
}

/** How many images the history has, and how many characters they have. */
function history({ db }: Program): { readonly changes: number; readonly length: number } {
  const sql = `SELECT count(*) AS changes, sum(length(coalesce(before, '')) + length(coalesce(after, ''))) AS length
    FROM journal_changes`
  return db.prepare<[], { changes: number; length: number }>(sql).get() ?? { changes: 0, length: 0 }
}

describe.each([
  ['UID', 600, 499, (index: number) => ['FN:Gary Lee', 'UID:one', `X-F${index}:value ${index}`]],
  [
    'email address',
    2100,
    1999,
    (index: number) => ['FN:Gary Lee', 'EMAIL:g@x.example', `TEL:+614125${50_000 + index}`],
  ],
  ['note', 300, 98, (index: number) => ['FN:Gary Lee', 'UID:one', `NOTE:${index} ${'x'.repeat(1000)}`]],
])('thousands of cards with one %s', (_what, count, room, lines) => {
  test('leave one change of the contact in the history, besides that it was added', async () => {
    const program = onFile(cards(300, lines))
    expect((await program.fu('import cards.vcf')).status).toBe(0)
    const { changes, length } = history(program)
    expect(changes).toBe(2)
    expect(length).toBeLessThan(500_000)
    expect((await program.fu('undo')).status).toBe(0)
    expect(program.db.prepare('SELECT count(*) AS n FROM contacts').get()).toEqual({ n: 0 })
    expect((await program.fu(['undo', '2'])).status).toBe(0)
    expect(program.db.prepare('SELECT count(*) AS n FROM contacts').get()).toEqual({ n: 1 })
  })

  test('are added as far as there is room, and reported by line where there is none', async () => {
    const program = onFile(cards(count, lines))
    const { stdout, stderr } = await program.fu('import cards.vcf --json')
    const report = JSON.parse(stdout) as Report
    expect(stderr).toBe('')
    const { added = 0, merged = 0, skipped = 0 } = report.rows
    expect({ added, all: added + merged + skipped }).toEqual({ added: 1, all: count })
    expect(merged).toBe(room)
    const left = report.left.filter(({ why }) => why.includes('nothing of it was added: it would have'))
    expect(left).toHaveLength(skipped)
  })
})

test('a card that has no room still says that somebody does not want to be contacted', async () => {
  const many = cards(501, (index) => ['FN:Gary Lee', 'UID:one', `X-F${index}:${index}`])
  const program = onFile(many + card('FN:Gary Lee', 'UID:one', 'X-MORE:1', 'X-FU-DO-NOT-CONTACT:all'))
  await program.fu('import cards.vcf')
  expect((await program.fu('show gary')).stdout).toMatch(/do not contact/i)
})

test('a card that sent another is one change too, taken back and done again', async () => {
  const text =
    card('FN:Gary Lee', 'UID:one', 'X-FU-FROM:Ann Poe', 'X-A:1') +
    card('FN:Ann Poe', 'UID:two') +
    card('FN:Gary Lee', 'UID:one', 'X-B:2')
  const program = onFile(text)
  const before = dump(program.db)
  await program.fu('import cards.vcf')
  const after = dump(program.db)
  expect((await program.fu('undo')).status).toBe(0)
  expect(dump(program.db)).toEqual(before)
  expect((await program.fu(['undo', '2'])).status).toBe(0)
  expect(dump(program.db)).toEqual(after)
})

test.each([
  ['numbers', 'TEL:', '4'],
  ['email addresses', 'EMAIL:', 'x'],
  ['addresses', 'ADR:;;', 'High Street '],
  ['links', 'URL:https://example.org/', 'x'],
  ['tags', 'CATEGORIES:', 'tag '],
])('a card of long %s is refused by its line', async (_what, property, text) => {
  const lines = Array.from({ length: 150 }, (_, index) => `${property}${text.repeat(800)}${index}`)
  const program = onFile(card('FN:Ann Poe') + card('FN:Gary Lee', ...lines))
  const { status, stderr } = await program.fu('import cards.vcf')
  expect(status).toBe(0)
  expect(stderr).toMatch(
    /^line 5: invalid, it has \d+ characters in numbers, addresses, tags and links, and a contact has at most 100000$/m,
  )
})
