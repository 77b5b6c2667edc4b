import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { copyPrivately } from '../../src/files/copy.ts'
import { aFolder } from '../support/diaries.ts'

describe('a private copy of a file', () => {
  it.each([0, 1, 1024 * 1024, 1024 * 1024 + 1])('has all of its bytes, and is private: %d', (size) => {
    const folder = aFolder()
    const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')]
    fs.writeFileSync(from, Buffer.alloc(size, 'x'), { mode: 0o644 })
    copyPrivately(from, to)
    expect(fs.readFileSync(to).equals(Buffer.alloc(size, 'x'))).toBe(true)
    expect(fs.statSync(to).mode & 0o777).toBe(0o600)
  })

  it('is not made of a file that is much longer than what was written in it', () => {
    const folder = aFolder()
    const from = path.join(folder, 'from')
    fs.writeFileSync(from, 'SQLite format 3')
    fs.truncateSync(from, 12_000_000_000)
    const copy = (): void => copyPrivately(from, path.join(folder, 'to'))
    expect(copy).toThrow(`${from} is 12000 MB long, but only 1 MB were ever written; it was not copied.`)
    expect(fs.readdirSync(folder)).toEqual(['from'])
  })

  it.each([
    ['a FIFO', (file: string) => spawnSync('mkfifo', [file])],
    ['a link to what never ends', (file: string) => fs.symlinkSync('/dev/zero', file)],
    ['a link to a file', (file: string) => fs.symlinkSync(import.meta.filename, file)],
    ['a folder', (file: string) => fs.mkdirSync(file)],
  ])('is not made of what is not an ordinary file: %s', (_what, make) => {
    const folder = aFolder()
    const from = path.join(folder, 'from')
    make(from)
    expect(() => {
      copyPrivately(from, path.join(folder, 'to'))
    }).toThrow(`${from} is not an ordinary file, so it was not copied.`)
    expect(fs.readdirSync(folder)).toEqual(['from'])
  })
})
