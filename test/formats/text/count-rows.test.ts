import { describe, expect, it } from 'vitest'
import { cardsInText, rowsInTable } from '../../../src/formats/text/count-rows.ts'

describe('the rows of a table, without its head', () => {
  it.each([
    ['name\n', 0],
    ['', 0],
    ['name\nGary\n', 1],
    ['name\r\nGary\r\nAda\r\n', 2],
    ['name\rGary\rAda\r', 2],
    ['name\n\n\n', 2],
    ['name,note\nGary,"two\nlines"\n', 1],
    ['name,note\nGary,"a ""word""\n"\nAda,\n', 2],
  ])('%j: %i', (text, rows) => {
    expect(rowsInTable([text])).toBe(rows)
    expect(rowsInTable(text.split(''))).toBe(rows)
  })

  it('as many as a file may have are counted as many', () => {
    expect(rowsInTable(['name\n', 'Gary\n'.repeat(100_000)])).toBe(100_000)
  })
})

it.each([
  ['BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\n', 2],
  ['FN:Gary\nEND:VCARD\nFN:Ada\nEND:VCARD\n', 2],
  ['FN:Gary\n', 0],
])('the cards of a text that begin or end: %j', (text, cards) => {
  expect(cardsInText([text])).toBe(cards)
})
