import fs from 'node:fs'
import os from 'node:os'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { spool } from '../../src/files/spool.ts'
import { aFolder } from '../support/diaries.ts'

beforeEach(() => void vi.stubEnv('TMPDIR', aFolder()))
afterEach(() => void vi.unstubAllEnvs())

const left = (): string[] => fs.readdirSync(os.tmpdir())

it('gives back what was written, in pieces that cut no letter, and leaves no file behind', () => {
  const text = 'ä🙂x'.repeat(50_000)
  const pieces = spool([text.slice(0, 7), text.slice(7)])
  expect(left()).toEqual([])
  expect([...pieces].join('')).toBe(text)
})

it('leaves no file behind where the text cannot be made', () => {
  expect(() =>
    spool(
      (function* () {
        yield 'a'
        throw new Error('no more')
      })(),
    ),
  ).toThrow('no more')
  expect(left()).toEqual([])
})
