import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { headerEnd, readHeader } from '../../../src/formats/mail/header.ts'
import { runs } from '../../support/runs.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const read = (text: string): Record<string, readonly string[]> => Object.fromEntries(readHeader(bytes(text)))

describe('a header', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('is unfolded, with line ends of %s', (_name, end) => {
    expect(read(['Subject: Quote', '\tfor the', ' roof', 'To:sue@hall.example', ''].join(end))).toEqual({
      subject: ['Quote\tfor the roof'],
      to: ['sue@hall.example'],
    })
  })

  it('has all fields of a name, in any case and with a space before the colon', () => {
    expect(read('Received: one\nRECEIVED : two\n')).toEqual({ received: ['one', 'two'] })
  })

  it.each([
    ['a separator of an mbox', 'From sue Mon Nov 23 10:00:00 2026\nTo: a'],
    ['a marked separator, and what continues it', '>From sue Mon\n folded\nTo: a'],
    ['a line without a colon', 'nonsense\nTo: a'],
    ['a name with a space in it', 'two words: x\nTo: a'],
    ['a line that continues nothing', ' lost\nTo: a'],
  ])('is read without %s', (_what, text) => {
    expect(read(text)).toEqual({ to: ['a'] })
  })

  it('has U+FFFD for NUL and invalid bytes', () => {
    expect(read('Subject: a\0b \xff\xc3\xa9 \xe9\n')).toEqual({ subject: ['a\ufffdb \ufffdé \ufffd'] })
  })
})

test.each([
  ['a\n\nb', { header: 2, body: 3 }],
  ['a\r\n\r\nb', { header: 3, body: 5 }],
  ['\nb', { header: 0, body: 1 }],
  ['a\n \n', null],
  ['a', null],
  ['', null],
])('the header of %j ends at %j', (text, end) => {
  expect(headerEnd(bytes(text))).toEqual(end)
})

test('no bytes break the reader', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
      for (const values of readHeader(some).values())
        expect(values.join('')).not.toMatch(/[\0\n\ud800-\udfff]/u)
    }),
    runs(300),
  )
})
