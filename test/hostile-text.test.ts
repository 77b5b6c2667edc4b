import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  anAdd,
  anyText,
  everyLook,
  everyWrite,
  everyWrongLine,
  obeyed,
  tooWide,
} from './support/hostile-lines.ts'
import { hostile, unkeepable } from './support/hostile.ts'
import { journalSize } from './support/diaries.ts'
import { aProgram, type Program, type Ran } from './support/program.ts'

/** The texts, a dozen at a time, as one text each: most commands take no notice of what stands beside. */
const dozens = Array.from({ length: Math.ceil(hostile.length / 12) }, (_, index) =>
  hostile
    .slice(index * 12, (index + 1) * 12)
    .map(([, text]) => text)
    .join(' · '),
)

/** A diary that holds each text in every field. */
const program = aProgram({ columns: 80 })
const contacts: number[] = []

beforeAll(async () => {
  for (const [, text] of hostile) contacts.push((await added(text)).contact)
  for (const text of dozens) {
    const { contact, promise } = await added(text)
    for (const line of everyWrite(contact, promise, text)) await ran(program, line)
    contacts.push(contact)
  }
  await ran(program, ['merge', '@1', '@2', '--yes'])
})

async function added(text: string): Promise<{ contact: number; promise: number }> {
  const made = JSON.parse((await ran(program, anAdd(text))).stdout)
  expect(made.promise.what).toBe(text.trim())
  return { contact: made.contact.id, promise: made.promise.id }
}

/** A line that does what it should, and prints nothing that a screen would obey. */
async function ran(where: Program, words: readonly string[]): Promise<Ran> {
  const done = await where.fu(words)
  expect({ words, stderr: done.stderr, status: done.status }).toEqual({
    words,
    stderr: done.stderr,
    status: 0,
  })
  expect(obeyed(done.stdout + done.stderr)).toEqual([])
  return done
}

describe('whatever stands in a diary', () => {
  it.each([40, 80])('no page of %i columns obeys it or is wider', async (columns) => {
    for (const words of everyLook(contacts.slice(-dozens.length))) {
      const { stdout } = await ran(program, [...words, '--width', String(columns)])
      expect(tooWide(stdout, columns)).toEqual([])
    }
  })

  it('JSON gives every text back, and a diary made of it is the same byte for byte', async () => {
    await ran(program, ['export', '--format', 'json', '-o', 'diary.json'])
    await ran(program, ['export', 'all', '-o', 'books'])
    const json = program.files.get('diary.json') ?? ''
    const kept = new Set(textsIn(JSON.parse(json)))
    for (const [, text] of [...hostile, ...dozens.map((dozen) => ['', dozen] as const)]) {
      expect(kept).toContain(text.trim())
    }
    expect(obeyed(json)).toEqual([])
    for (const file of ['diary.json', 'books']) {
      const again = aProgram({ files: Object.fromEntries(program.files) })
      await ran(again, ['import', file])
      await ran(again, ['export', '--format', 'json', '-o', 'diary.json'])
      await ran(again, ['export', 'all', '-o', 'books'])
      const others = [...program.files].filter(([name, text]) => again.files.get(name) !== text)
      expect(others.map(([name]) => name)).toEqual([])
    }
  })

  it.each(['csv', 'vcf', 'ics', 'json'])('a screen obeys nothing of %s', async (format) => {
    expect((await ran(program, ['export', '--format', format])).stdout).not.toBe('')
  })

  it('its cards are cards, and its to-dos to-dos', async () => {
    await ran(program, ['export', '--format', 'vcf', '-o', 'people.vcf'])
    await ran(program, ['export', '--format', 'ics', '--events', '-o', 'promises.ics'])
    const cards = program.files.get('people.vcf') ?? ''
    const calendar = program.files.get('promises.ics') ?? ''
    for (const file of [cards, calendar]) {
      expect(file).toMatch(/\r\n$/)
      for (const line of file.split('\r\n')) {
        expect(line).not.toMatch(/(?!\t)\p{Cc}/u)
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      }
    }
    const parsed = ICAL.parse(cards) as unknown[][]
    expect(parsed.map(([kind]) => kind)).toEqual(contacts.slice(1).map(() => 'vcard'))
    const [, , parts] = ICAL.parse(calendar) as [string, unknown, [string][]]
    const open = JSON.parse((await ran(program, ['list', '--json'])).stdout).items.length
    const counted = (kind: string): number => parts.filter(([one]) => one === kind).length
    expect([counted('vtodo'), counted('vevent'), counted('vtimezone')]).toEqual([open, open, 0])
    const people = aProgram({ files: { 'people.vcf': cards } })
    const { rows } = JSON.parse((await ran(people, ['import', 'people.vcf', '--json'])).stdout)
    // Cards leave control characters out, and then some are the same.
    expect(rows).toMatchObject({ skipped: 0, invalid: 0 })
    expect(rows.added + rows.merged + rows.unchanged).toBe(contacts.length - 1)
  })

  it('its paper page has no tag that is not ours, and no attribute', async () => {
    const plain = aProgram()
    const made = JSON.parse((await ran(plain, anAdd('a plain word'))).stdout)
    for (const line of everyWrite(made.contact.id, made.promise.id, 'a plain word')) await ran(plain, line)
    // A long section is printed in short.
    for (let count = 0; count < 13; count += 1) {
      await ran(plain, ['promise', `@${made.contact.id}`, 'a plain word', '--due', 'today'])
    }
    const tags = async (where: Program, ...words: string[]): Promise<Set<string>> => {
      const { stdout } = await ran(where, ['print', ...words, '-o', '-'])
      return new Set(stdout.match(/<[^>]*>?/g))
    }
    for (const words of [[], ['--week']]) {
      const ours = await tags(plain, ...words)
      const others = [...(await tags(program, ...words))].filter((tag) => !ours.has(tag))
      expect(others).toEqual([])
    }
  })

  it('a completion is a word, a tab and what it stands for', async () => {
    for (const words of [
      ['show', ''],
      ['done', ''],
      ['undo', ''],
      ['config', 'name', ''],
    ]) {
      const { stdout } = await program.fu(['complete', '--', ...words])
      for (const line of stdout.split('\n')) expect(obeyed(line.replace('\t', ''))).toEqual([])
    }
  })
})

describe('whatever stands in a file of others', () => {
  /** Whoever a screen is told about after a file was read: all of it is seen, and nothing of it obeyed. */
  async function seenAfter(
    words: readonly string[],
    files: Readonly<Record<string, string>>,
  ): Promise<Program> {
    const reader = aProgram({ columns: 80, files })
    await ran(reader, ['add', 'Gary Lee', '--no-next'])
    await ran(reader, [...words, '--dry-run'])
    await ran(reader, words)
    for (const look of everyLook([])) await ran(reader, look)
    return reader
  }

  it('a table is read to the letter, but for its space', async () => {
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`
    const rows = hostile.map(([, text], index) => [`Ada ${index}`, text].map(cell).join(','))
    const table = `Who,Note\r\n${rows.join('\r\n')}\r\n`
    const { fu } = await seenAfter(['import', 'a.csv', '--map', 'name=Who', 'note=Note'], { 'a.csv': table })
    const { people } = JSON.parse((await fu('export people --json')).stdout)
    const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
    expect(people.slice(1).map(({ note }: { note: string }) => squeezed(note))).toEqual(
      hostile.map(([, text]) => squeezed(text)),
    )
  })

  it('cards, whose names, notes and labels are texts', async () => {
    const card = (text: string, index: number): string => {
      const value = text.replaceAll(/[\r\n]+/g, '\\n').replaceAll(/[;,]/g, '\\$&')
      return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada ${value}\r\nNOTE:${value}\r\nORG:${value}\r\nitem1.TEL:0412 555 ${100 + index}\r\nitem1.X-ABLabel:${value}\r\nEND:VCARD\r\n`
    }
    const { fu } = await seenAfter(['import', 'a.vcf'], {
      'a.vcf': hostile.map(([, text], index) => card(text, index)).join(''),
    })
    expect(JSON.parse((await fu('export people --json')).stdout).people.length).toBeGreaterThan(60)
  })

  it('rows that are wrong, and heads of a table', async () => {
    const lines = hostile.map(([, text]) => text.replaceAll(/[\r\n"]+/g, ' '))
    for (const file of [
      `name,phone\n${lines.join('\n')}\n`,
      `${lines.join('\n')}\n`,
      `{"version":1,"${lines[1]}":1}`,
    ]) {
      for (const words of [
        ['import', 'x'],
        ['import', 'x', '--map', 'name=name'],
        ['calls', 'x'],
      ]) {
        const { status } = await said(aProgram({ columns: 80, files: { x: file } }), words)
        expect(status).toBeLessThan(3)
      }
    }
  })

  it('callers of a log', async () => {
    const rows = hostile.map(
      ([, text], index) => `"${text.replaceAll('"', '""')}",0412 555 ${100 + index},25/11/2026 09:00,missed`,
    )
    const words = [
      'calls',
      'a.csv',
      '--map',
      'number=Phone',
      'date=When',
      'type=Kind',
      'name=Name',
      '--dates',
      'dmy',
      '--add',
    ]
    const { fu } = await seenAfter(words, { 'a.csv': `Name,Phone,When,Kind\n${rows.join('\n')}\n` })
    expect(JSON.parse((await fu('people --json')).stdout).items.length).toBeGreaterThan(60)
  })
})

it('whatever is typed where it is no word of the command, the sentence about it is one that no screen obeys', async () => {
  const [forPeople = '', forPrograms = ''] = dozens
  for (const words of everyWrongLine(forPeople)) expect((await said(program, words)).status).toBeLessThan(6)
  for (const [name = '', ...words] of everyWrongLine(forPrograms)) {
    const { status, stderr } = await said(program, [name, '--json', ...words])
    expect(status === 0 || stderr.startsWith('{"error":')).toBe(true)
  }
})

it.each(unkeepable)('%s is refused with a sentence, and nothing is written', async (_, text) => {
  const { fu, db } = aProgram()
  await fu('add Gary --promise x --due fri')
  await fu('plan new fair "+1d call: x"')
  const before = journalSize(db)
  const lines = [
    ...anyText.map((option) => ['add', `--${option}`, text, '--no-next', 'Bo']),
    ...anyText.map((option) => ['edit', '@1', `--${option}`, text]),
    ['add', '--email', `a${text}@b.example`, '--no-next', 'Bo'],
    ['add', '--email', `${text}:a@b.example`, '--no-next', 'Bo'],
    ['add', '--phone', `${text}:0412 555 019`, '--no-next', 'Bo'],
    ['add', '--link', `${text}:a.example`, '--no-next', 'Bo'],
    ['add', '--anniversary', `${text}:04-15`, '--no-next', 'Bo'],
    ['add', '--extra', `${text}:x`, '--no-next', 'Bo'],
    ['add', '--extra', `x:${text}`, '--no-next', 'Bo'],
    ['plan', 'set', 'fair', `+1d call: ${text}`],
    ...everyWrite(1, 1, text).filter((line) => line.includes(text) && line[0] !== 'plan'),
    ['import', 'x', '--tag', text],
    ['import', 'x', '--met', text],
  ]
  for (const words of lines) {
    const { status, stdout, stderr } = await fu(words)
    expect({ words, status, stdout }).toEqual({ words, status: 2, stdout: '' })
    expect(stderr).toMatch(/^\S.*\.\n(?:.*\n)?$/)
    expect(obeyed(stderr)).toEqual([])
  }
  expect(journalSize(db)).toEqual(before)
})

/** A line that may be wrong: no screen obeys what is said of it. */
async function said(where: Program, words: readonly string[]): Promise<Ran> {
  const answer = await where.fu(words)
  expect(obeyed(answer.stdout + answer.stderr)).toEqual([])
  return answer
}

/** Every text in a document, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
