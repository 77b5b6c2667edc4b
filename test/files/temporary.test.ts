import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFile, createPrivateFile } from '../../src/files/create.ts'
import { openTemporaryFile, withTemporaryCopy, withTemporaryFile } from '../../src/files/temporary.ts'
import { aFolder } from '../support/diaries.ts'
import { permissionsOf } from '../support/diary-file.ts'

describe('a file that is created', () => {
  it.each<[string, (file: string) => void]>([
    ['a file', (file) => fs.writeFileSync(file, 'theirs')],
    ['a link to a file', (file) => fs.symlinkSync('victim', file)],
    ['a link that leads nowhere', (file) => fs.symlinkSync('none', file)],
    ['a folder', (file) => fs.mkdirSync(file)],
  ])('is never one that is there: %s', (_what, make) => {
    const folder = aFolder()
    fs.writeFileSync(path.join(folder, 'victim'), 'precious')
    const file = path.join(folder, 'x')
    make(file)
    expect(() => createFile(file)).toThrow(expect.objectContaining({ code: 'EEXIST' }))
    expect(fs.readFileSync(path.join(folder, 'victim'), 'utf8')).toBe('precious')
    expect(fs.existsSync(path.join(folder, 'none'))).toBe(false)
  })

  it('is for its owner alone, whatever the umask', () => {
    const folder = aFolder()
    const before = process.umask(0)
    try {
      const { path: file, descriptor } = openTemporaryFile(path.join(folder, 'new', 'x.csv'))
      fs.closeSync(descriptor)
      const draft = createPrivateFile(folder, 'draft.txt', 'text')
      const modes = [file, path.dirname(file), draft, path.dirname(draft)].map(permissionsOf)
      expect(modes).toEqual(['600', '700', '600', '700'])
    } finally {
      process.umask(before)
    }
  })
})

describe('a temporary file', () => {
  it('has another name each time, beside the file that it is to become', () => {
    const folder = aFolder()
    const target = path.join(folder, 'x.csv')
    const made = Array.from({ length: 100 }, () => {
      const { path: file, descriptor } = openTemporaryFile(target)
      fs.closeSync(descriptor)
      return file
    })
    expect(new Set(made).size).toBe(100)
    expect(made.every((file) => /^\/.*\/x\.csv\.[0-9a-f]{16}\.unfinished$/.test(file))).toBe(true)
    expect(new Set(made.map((file) => path.dirname(file)))).toEqual(new Set([folder]))
  })

  it('is gone with its journal where the work on it fails', () => {
    const folder = aFolder()
    const source = path.join(folder, 'source')
    fs.writeFileSync(source, 'x'.repeat(3_000_000), { mode: 0o644 })
    const seen: unknown[] = []
    const failing = (file: string): never => {
      seen.push([fs.readFileSync(file).length, permissionsOf(file)])
      fs.writeFileSync(`${file}-journal`, '')
      throw new Error('the work failed')
    }
    const target = path.join(folder, 'x.db')
    expect(() => withTemporaryFile(target, failing)).toThrow('the work failed')
    expect(() => withTemporaryCopy(source, target, failing)).toThrow('the work failed')
    expect(() => withTemporaryCopy(path.join(folder, 'none'), target, failing)).toThrow('ENOENT')
    expect(seen).toEqual([
      [0, '600'],
      [3_000_000, '600'],
    ])
    expect(fs.readdirSync(folder)).toEqual(['source'])
  })
})
