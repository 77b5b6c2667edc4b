import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeOutput } from '../../src/files/output.ts'
import { failed } from '../../src/domain/errors.ts'
import { aFolder } from '../support/diaries.ts'

/** A file with something in it, in a folder of its own. */
function aFile(content: string): string {
  const file = path.join(aFolder(), 'x.html')
  fs.writeFileSync(file, content)
  return file
}

describe('a file that is written', () => {
  it.each([
    ['a folder', () => aFolder(), 'failed', /^.* is a folder\.$/],
    [
      'a diary, or a copy of one',
      () => aFile('SQLite format 3\0 and the rest of it'),
      'refused',
      /^.* is a database, a diary or a copy of one, and is not overwritten\.$/,
    ],
    [
      'behind a file',
      () => path.join(aFile('x'), 'y'),
      'failed',
      /^.*y cannot be written: part of its path is a file, not a folder\.$/,
    ],
  ])('never stands in place of what is %s', (_, place, kind, message) => {
    const file = place()
    const before = bytesOf(file)
    expect(() => {
      writeOutput(file, ['a page'])
    }).toThrow(expect.objectContaining({ kind, message: expect.stringMatching(message) as string }))
    expect(bytesOf(file)).toEqual(before)
  })

  it('is left as it was where the text fails on the way, and nothing is left beside it', () => {
    const file = aFile('an old page')
    const pieces = function* (): Generator<string> {
      yield 'half a page'
      throw failed('The diary is damaged.')
    }
    expect(() => writeOutput(file, pieces())).toThrow('The diary is damaged.')
    expect(fs.readFileSync(file, 'utf8')).toBe('an old page')
    expect(fs.readdirSync(path.dirname(file))).toEqual(['x.html'])
  })

  it('stands in place of an older text', () => {
    const file = aFile('an old page')
    writeOutput(file, ['a page'])
    expect(fs.readFileSync(file, 'utf8')).toBe('a page')
  })
})

function bytesOf(file: string): Buffer | null {
  try {
    return fs.readFileSync(file)
  } catch {
    return null
  }
}
