import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import { decodedText } from '../../../src/formats/text/decode.ts'
import { runs } from '../../support/runs.ts'

/** The whole text of these bytes. */
function textOf(bytes: Uint8Array): string {
  return [...decodedText(bytes)].join('')
}

/** What reading these bytes is refused with. */
function refusalOf(bytes: Uint8Array): string {
  try {
    textOf(bytes)
  } catch (error) {
    if (error instanceof FuError) return `${error.kind}: ${error.message} ${error.hint}`
    throw error
  }
  return 'none'
}

function utf16(text: string, order: 'little' | 'big', mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return order === 'little' ? bytes : bytes.swap16()
}

const encoded = (...parts: (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))))

describe('the text of bytes', () => {
  const text = 'name,note\r\nJörg 東京 😀,“€”\r\n'
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`), text],
    ['UTF-16, the low byte first, with a mark', utf16(text, 'little', true), text],
    ['UTF-16, the high byte first, with a mark', utf16(text, 'big', true), text],
    [
      'UTF-16, the low byte first, without',
      utf16(`${'name,note\n'.repeat(4)}東京`, 'little', false),
      `${'name,note\n'.repeat(4)}東京`,
    ],
    [
      'UTF-16, the high byte first, without',
      utf16(`${'name,note\n'.repeat(4)}東京`, 'big', false),
      `${'name,note\n'.repeat(4)}東京`,
    ],
    ['Windows-1252', encoded('J', 0xf6, 'rg ', 0x93, 0x80, 0x94, ' ', 0x96, 0xa0, 0xff), 'Jörg “€” –\u00a0ÿ'],
    ['ASCII', encoded('name\n'), 'name\n'],
    ['nothing', encoded(), ''],
    ['a byte order mark alone', encoded('\uFEFF'), ''],
    ['a second byte order mark', encoded('\uFEFF\uFEFFa'), '\uFEFFa'],
  ])('in %s', (_, bytes, expected) => {
    expect(textOf(bytes)).toBe(expected)
  })

  it('comes in pieces, whatever the bytes are cut through', () => {
    for (const filler of ['a', 'ab', 'abc', 'ä', 'aä']) {
      const long = filler.repeat(70_000) + '😀東\r\n'.repeat(30_000)
      expect(textOf(Buffer.from(long)) === long).toBe(true)
      expect(textOf(utf16(long, 'little', true)) === long).toBe(true)
      expect(textOf(utf16(long, 'big', true)) === long).toBe(true)
    }
    expect([...decodedText(Buffer.alloc(1_000_000, 'a'))].length).toBeGreaterThan(10)
  })
})

describe('bytes are refused', () => {
  const again = 'Is it the right file? Export the contacts again.'
  it.each<[string, Uint8Array, string]>([
    [
      'with NUL',
      encoded('a\r\nb\nc\rd', 0, 'e'),
      `failed: Line 4 contains a NUL character, so the file is not text. ${again}`,
    ],
    [
      'of NUL only',
      Buffer.alloc(100),
      `failed: Line 1 contains a NUL character, so the file is not text. ${again}`,
    ],
    [
      'with a letter broken among letters that are whole',
      encoded('Jörg\nGül\nK', 0xf6, 'ln'),
      'failed: Line 3 has a character that is not valid UTF-8, unlike the rest of the file. Save the file as UTF-8 again.',
    ],
    [
      'with a mark of UTF-8 and other letters',
      encoded('\uFEFFa\nK', 0xf6, 'ln'),
      'failed: Line 2 has a character that is not valid UTF-8, unlike the rest of the file. Save the file as UTF-8 again.',
    ],
    [
      'with half a character in UTF-8',
      encoded('a\n', 0xed, 0xa0, 0x80),
      `failed: Line 2 has half a character (a lone surrogate). ${again}`,
    ],
    [
      'with half a character in UTF-16',
      utf16('a\nb\uD83Dc', 'little', true),
      `failed: Line 2 has half a character (a lone surrogate). ${again}`,
    ],
    [
      'with half a character at the end',
      utf16('a\nb\n\uD83D', 'big', true),
      `failed: Line 3 has half a character (a lone surrogate). ${again}`,
    ],
    [
      'with half of two bytes',
      encoded(0xff, 0xfe, 'a', 0, 'b'),
      `failed: The file ends in the middle of a character. ${again}`,
    ],
    [
      'with a byte that no encoding has',
      encoded('a\r\nK', 0xf6, 'ln', 0x81),
      'failed: Line 2 has a character that is neither UTF-8 nor Windows-1252. Save the file as UTF-8.',
    ],
  ])('%s', (_, bytes, says) => {
    expect(refusalOf(bytes)).toBe(says)
  })

  it('on the right line, after many pieces', () => {
    const lines = 'one\r\ntwo\rthree\n'.repeat(20_000)
    for (const filler of ['', 'x', 'xx', 'xxx', 'xxxx']) {
      expect(refusalOf(encoded(filler, lines, 0))).toContain('Line 60001 contains a NUL character')
      expect(refusalOf(utf16(`${filler}${lines}\0`, 'little', true))).toContain(
        'Line 60001 contains a NUL character',
      )
    }
  })
})

test('what is text in an encoding comes back; what is not is refused in words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = text.replaceAll('\0', '').replace(/^\uFEFF+/, '')
      expect(textOf(Buffer.from(plain))).toBe(plain)
      expect(textOf(utf16(plain, 'little', true))).toBe(plain)
      expect(textOf(utf16(plain, 'big', true))).toBe(plain)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(refusalOf(bytes)).toMatch(/^(?:none|failed: (?:Line \d+ (?:has|contains)|The file ends) .*)$/)
    }),
    runs(500),
  )
})

test('what is valid UTF-8 is so in the judgement of another decoder too', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const isValid = (bytes: Uint8Array): boolean => {
    try {
      return strict.decode(bytes) !== ''
    } catch {
      return false
    }
  }
  const firsts = [
    0x41, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4,
    0xf5, 0xff,
  ]
  const seconds = [0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0]
  const ends = [[], [0x80], [0xbf], [0x80, 0xbf], [0x41], [0x80, 0x41], [0xc2, 0x80]]
  // The mark lets nothing but UTF-8 be meant.
  const cases = firsts.flatMap((first) =>
    seconds.flatMap((second) => ends.map((end) => Uint8Array.of(0xef, 0xbb, 0xbf, first, second, ...end))),
  )
  const judged = cases.filter((bytes) => (refusalOf(bytes) === 'none') !== isValid(bytes))
  expect(judged.map((bytes) => Buffer.from(bytes).toString('hex'))).toEqual([])
  expect(cases.filter(isValid).length).toBeGreaterThan(50)
})
