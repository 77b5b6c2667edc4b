import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { files } from '../../src/terminal/files.ts'

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
  [
    'that is not there',
    () => path.join(folder, 'none'),
    /^There is no file .*none\.$/,
    'Name one that is there.',
  ],
  ['that is a folder', () => folder, /^.* is a folder\.$/, 'Name a file in it.'],
  [
    'that goes through a file',
    () => path.join(aFile('x'), 'y'),
    /^.*y cannot be read: ENOTDIR.*\.$/,
    'Name another file.',
  ],
  ['over 10 MB', () => aFile('x'.repeat(10 * megabyte + 1)), /^.* is over 10 MB\.$/, 'Name a smaller file.'],
  [
    'in another encoding',
    () => aFile(Uint8Array.of(0x4d, 0xfc)),
    /^.* is no text in UTF-8\.$/,
    'Save it again as UTF-8.',
  ],
])('a file %s cannot be read', (_what, file, message, hint) => {
  expect(() => files.read(file())).toThrow(
    expect.objectContaining({ kind: 'failed', message: expect.stringMatching(message), hint }),
  )
})
