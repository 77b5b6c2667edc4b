import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it, test } from 'vitest'
import { files } from '../../src/terminal/files.ts'
import { aFolder } from '../support/diaries.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-files-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** A file with something in it. */
function aFile(content: string | Uint8Array): string {
  const file = path.join(folder, 'some.ics')
  fs.writeFileSync(file, content)
  return file
}

const megabyte = 1024 * 1024

test.each([
  ['as it is', 'Müller\r\n', 'Müller\r\n'],
  ['without its mark of byte order', '\uFEFFMüller', 'Müller'],
  ['when it is empty', '', ''],
  ['at 10 MB', 'x'.repeat(10 * megabyte), 'x'.repeat(10 * megabyte)],
])('a file is read %s', (_how, content, text) => {
  expect(files.read(aFile(content)) === text).toBe(true)
})

test.each([
  ['that is not there', () => path.join(folder, 'none'), /^There is no file .*none\.$/, 'Check the name.'],
  ['that is a folder', () => folder, /^.* is a folder\.$/, 'Name a file in it.'],
  [
    'that goes through a file',
    () => path.join(aFile('x'), 'y'),
    /^.*y cannot be read: part of its path is a file, not a folder\.$/,
    'Name another file.',
  ],
  ['over 10 MB', () => aFile('x'.repeat(10 * megabyte + 1)), /^.* is over 10 MB\.$/, 'Name a smaller file.'],
  [
    'in another encoding',
    () => aFile(Uint8Array.of(0x4d, 0xfc)),
    /^.* is not UTF-8 text\.$/,
    'Save it again as UTF-8.',
  ],
])('a file %s cannot be read', (_what, file, message, hint) => {
  expect(() => files.read(file())).toThrow(
    expect.objectContaining({ kind: 'failed', message: expect.stringMatching(message), hint }),
  )
})

describe('a long file', () => {
  it('comes in pieces, whole characters each, without its mark of byte order', () => {
    const file = path.join(aFolder(), 'long.txt')
    const text = 'Müller 😀 '.repeat(40_000)
    fs.writeFileSync(file, `\ufeff${text}`)
    const pieces = [...files.chunks(file)]
    expect(pieces.length).toBeGreaterThan(5)
    expect(pieces.join('')).toBe(text)
    expect(pieces.every((piece) => !piece.includes('\ufffd'))).toBe(true)
  })

  it.each([
    ['a NUL', Buffer.from('<calls>\0'), 'is not text: it contains a NUL character.'],
    ['another encoding', Buffer.from([0x3c, 0xff, 0xfe]), 'is not UTF-8 text.'],
    ['half a character at its end', Buffer.from([0x3c, 0xc3]), 'is not UTF-8 text.'],
  ])('with %s is refused', (_what, bytes, why) => {
    const file = path.join(aFolder(), 'odd.txt')
    fs.writeFileSync(file, bytes)
    expect(() => [...files.chunks(file)]).toThrow(why)
  })

  it('that is a device without an end is refused at once', () => {
    expect(() => [...files.chunks('/dev/zero')]).toThrow(
      '/dev/zero is not text: it contains a NUL character.',
    )
  })
})

test('the files of a folder are those of its folders too; of a file there are none', () => {
  const place = aFolder()
  fs.mkdirSync(path.join(place, 'b'))
  for (const file of ['c.html', 'b/a.html', 'a.html']) fs.writeFileSync(path.join(place, file), '')
  expect(files.list(place)).toEqual(['a.html', 'b/a.html', 'c.html'].map((file) => path.join(place, file)))
  expect(files.list(path.join(place, 'a.html'))).toBeNull()
  expect(() => files.list(path.join(place, 'none'))).toThrow('There is no file')
})
