import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { replay } from './replay.ts'

/** A week of commands in each locale, with what they print: the files are named after the locale. */
const transcripts = path.join(import.meta.dirname, 'transcripts')

it.each(fs.readdirSync(transcripts))('a week from the first promise to the export, in %s', async (name) => {
  const file = path.join(transcripts, name)
  const binary = aBinary({ LC_ALL: path.basename(name, '.txt') })
  await expect(replay(fs.readFileSync(file, 'utf8'), binary)).toMatchFileSnapshot(file)
})

it('colours the page without changing a letter of it', () => {
  const { fu } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--promise', 'send the quote', '--due', 'tomorrow'])
  const later = { now: '2026-12-01T08:30' }
  const plain = fu(['today'], later).stdout
  const coloured = fu(['today', '--color', 'always'], later).stdout
  expect(coloured).not.toBe(plain)
  expect(stripVTControlCharacters(coloured)).toBe(plain)
})
