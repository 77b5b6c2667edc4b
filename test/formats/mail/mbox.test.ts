import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHeader } from '../../../src/formats/mail/header.ts'
import { MboxSplitter, storedInMbox, type MboxMessage } from '../../../src/formats/mail/mbox.ts'
import { runs } from '../../support/runs.ts'

/** Splits a text that is read in pieces of this size, each into the same memory. */
function split(text: string, pieceSize = 7): MboxMessage[] {
  const whole = Buffer.from(text, 'latin1')
  const memory = Buffer.alloc(pieceSize)
  const splitter = new MboxSplitter()
  const found: MboxMessage[] = []
  for (let at = 0; at < whole.length; at += pieceSize) {
    const read = whole.copy(memory, 0, at, at + pieceSize)
    found.push(...splitter.push(memory.subarray(0, read)))
  }
  return [...found, ...splitter.end()]
}

const subjects = (messages: readonly MboxMessage[]): (string | undefined)[] =>
  messages.map(({ header }) => (header === null ? 'too long' : readHeader(header).get('subject')?.[0]))

const from = 'From sue@hall.example Mon Nov 23 10:00:00 2026'

describe('an mbox file', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('has messages with the lines at which they begin, with line ends of %s', (_name, end) => {
    const messages = split([from, 'Subject: 1', '', 'text', '', from, 'Subject: 2', '', '', ''].join(end))
    expect(subjects(messages)).toEqual(['1', '2'])
    expect(messages.map(({ line, bodySize }) => [line, bodySize])).toEqual([
      [1, 6],
      [6, 0],
    ])
  })

  it.each([
    ['as Thunderbird writes it', 'From - Mon Nov 23 10:00:00 2026'],
    ['without a date', 'From '],
    ['of a mail system', 'From MAILER-DAEMON Mon Nov 23 10:00:00 2026'],
  ])('is split at a separator %s', (_what, separator) => {
    expect(subjects(split(`${separator}\nSubject: 1\n\ntext\n\n${separator}\nSubject: 2\n\n`))).toEqual([
      '1',
      '2',
    ])
  })

  it('is split after a message that was cut off without a blank line', () => {
    expect(subjects(split(`${from}\nSubject: 1\n\nte\n${from}\nSubject: 2\n`))).toEqual(['1', '2'])
    expect(subjects(split(`${from}\nSubject: 1\n${from}\nSubject: 2\n`))).toEqual(['1', '2'])
  })

  it.each([
    ['a line of a text that nothing marked', 'From Monday on: it rains\nand rains'],
    ['one with a blank line before it', '\nFrom Monday on it rains\nand rains'],
    ['a separator that no header follows', `\n${from}\nand so on`],
    ['one at the end', `\n${from}`],
    ['a marked line', `\n>${from}\nSubject: no`],
  ])('is not split at %s', (_what, text) => {
    expect(subjects(split(`${from}\nSubject: 1\n\n${text}\n`))).toEqual(['1'])
  })

  it('counts the bytes of a body as a server does, with CRLF and without escapes', () => {
    const [message] = split(`${from}\nSubject: 1\n\nab\n>From c\n>>From d\n> e\n\n`)
    expect(message?.bodySize).toBe('ab\r\nFrom c\r\n>From d\r\n> e\r\n'.length)
  })

  it('reports a header that is too long, and goes on after it', () => {
    const long = `${from}\nSubject: 1\nX-Long: ${'x'.repeat(1_000_000)}\n\n\n${from}\nSubject: 2\n\n`
    expect(subjects(split(long, 4096))).toEqual(['too long', '2'])
  })

  it('has the same messages in pieces of any size', () => {
    const text = `${from}\r\nSubject: 1\r\n\r\nx\n\n${from}\nSubject: 2\n\n>From y\n\nFrom \nSubject: 3\n`
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (size) => {
        expect(split(text, size)).toEqual(split(text, 1000))
      }),
      runs(100),
    )
  })
})

describe('the arrival of a message in an mbox file', () => {
  const at = (text: string): number => Date.parse(text) / 1000
  const header = (...lines: string[]): ReturnType<typeof readHeader> =>
    readHeader(Buffer.from(lines.join('\n')))
  const changed = at('2026-12-01T12:00Z')
  const received = 'Received: from a by b; Mon, 23 Nov 2026 18:00:05 +0000'
  const date = 'Date: Mon, 23 Nov 2026 18:00:00 +0000'

  it.each([
    ['when it was received, where the separator is in another zone', [received, date], '10:00', '18:00:05'],
    ['when it was sent, where nothing says more', [date], '10:00', '18:00'],
    [
      'when the separator says, where the header is of another day',
      ['Date: Fri, 23 Nov 2001 18:00:00 +0000'],
      '10:00',
      '10:00',
    ],
    ['when the separator says, where the header has no time', ['Subject: x'], '10:00', '10:00'],
  ])('%s', (_what, lines, separator, expected) => {
    expect(storedInMbox(header(...lines), at(`2026-11-23T${separator}Z`), changed)).toBe(
      at(`2026-11-23T${expected}Z`),
    )
  })

  it('is that of its header if the separator has no date, but never after the file changed', () => {
    expect(storedInMbox(header(received, date), null, changed)).toBe(at('2026-11-23T18:00:05Z'))
    expect(storedInMbox(header('Date: Mon, 23 Nov 2037 18:00:00 +0000'), null, changed)).toBe(changed)
    expect(storedInMbox(header('Subject: x'), null, changed)).toBe(changed)
  })
})
