import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitsOf, normalizeText, queryWords, searchWords } from '../../src/domain/normalize.ts'

test.each([
  ["Séan O'Brien-Großmann", 'sean obriengrossmann'],
  ['  Ada \t Müller\n', 'ada muller'],
  ['Mu\u0308ller', 'muller'],
  ['SØREN ÆTHELRED ŒUVRE', 'soren aethelred oeuvre'],
  ['Łukasz Þór Đorđe Ħal', 'lukasz thor dorde hal'],
  ['İstanbul Yıldız', 'istanbul yildiz'],
  ['Dr. J.R. Smith', 'dr jr smith'],
  ['o’b ‘x’ a‐b a‑b a–b', 'ob x ab ab ab'],
  ['ﬁnance Ⅷ ①', 'finance viii 1'],
  ['王美玲', '王美玲'],
  ['ＧＡＲＹ', 'gary'],
  ['Smith - Jones', 'smith jones'],
  [' - Gary . ', 'gary'],
  ['𝐆𝐚𝐫𝐲 ℌ', 'gary h'],
  ['ẞ', 'ss'],
  ['---', ''],
  ['', ''],
])('%j is plainly %j', (text, spelling) => {
  expect(normalizeText(text)).toBe(spelling)
})

test.each([
  ["Jean-Luc O'Müller", ['jeanluc', 'jean', 'luc', 'omuller', 'o', 'muller', 'omueller', 'mueller']],
  ['Smith (née Jones), Ann/Anne; Dr.', ['smith', 'nee', 'jones', 'ann', 'anne', 'dr']],
  ['Søren Ångström', ['soren', 'angstrom', 'soeren', 'aangstroem']],
  ['Mu\u0308ller', ['muller', 'mueller']],
  ['王美玲', ['王美玲', '美玲', '玲']],
  ['たなか 한글', ['たなか', 'なか', 'か', '한글', '글']],
  ['--', []],
  ['', []],
])('%j is found by %j', (name, words) => {
  expect(searchWords(name)).toEqual(words)
})

test.each([
  ['  Lee,  GARY ', ['lee', 'gary']],
  ["O'Br", ['obr']],
  ['jean-l', ['jeanl']],
  ['- ,', []],
])('typed %j, the words are %j', (text, words) => {
  expect(queryWords(text)).toEqual(words)
})

test.each([
  ['+61 (0)412-555.019', '610412555019'],
  ['٠١', '01'],
  ['０１２', '012'],
  ['none', ''],
])('the digits of %j are %j', (text, digits) => {
  expect(digitsOf(text)).toBe(digits)
})

const names = fc.string({ unit: fc.constantFrom(...Array.from("aAéÉßøØüİıł王\u0301 -.'’,o")) })

test('a plain spelling stays as it is when it is made plain again', () => {
  fc.assert(
    fc.property(fc.oneof(names, fc.string({ unit: 'binary' })), (text) => {
      expect(normalizeText(normalizeText(text))).toBe(normalizeText(text))
    }),
  )
})

test('every name is found by its own words as they are typed', () => {
  fc.assert(
    fc.property(names, (name) => {
      const words = searchWords(name)
      for (const typed of queryWords(name)) expect(words.some((word) => word.startsWith(typed))).toBe(true)
    }),
  )
})
