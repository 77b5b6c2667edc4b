import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { shellWord } from '../../src/domain/shell-word.ts'

it.each([
  ['/media/stick/diary.db', '/media/stick/diary.db'],
  ['--map', '--map'],
  ['number=Phone', 'number=Phone'],
  ['~/x', "'~/x'"],
  ['', "''"],
  ['my copy.db', "'my copy.db'"],
  ['/tmp/$(touch owned).db', "'/tmp/$(touch owned).db'"],
  ['`id`', "'`id`'"],
  ["it's", String.raw`'it'\''s'`],
])('%j is typed %s', (word, typed) => {
  expect(shellWord(word)).toBe(typed)
})

it('a shell takes every word as it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...' $()`\'"\\!*?[]{}~#&;|<>\n\taé=-/'.split('')) })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const { stdout } = spawnSync('/bin/sh', ['-c', `printf '%s\\0' ${words.map(shellWord).join(' ')}`], {
        encoding: 'utf8',
      })
      expect(stdout.split('\0').slice(0, -1)).toEqual(words)
    }),
    { numRuns: 50 },
  )
})
