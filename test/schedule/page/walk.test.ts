import { expect, test } from 'vitest'
import {
  afterAnswer,
  afterSkip,
  backAt,
  keyOf,
  leftOf,
  newWalk,
  placedLines,
  withinShare,
  type WalkState,
} from '../../../src/schedule/page/walk.ts'
import { agenda, contact, line, promise } from '../../support/agendas.ts'

const gary = contact(1, 'Gary Lee')
const page = agenda({
  'carried-over': [line(promise(1, gary), gary), line(promise(2, gary), gary)],
  today: [line(promise(3, gary), gary)],
  'keep-in-touch': [line(null, contact(4, 'Ada')), line(null, contact(5, 'Mei'))],
})

function left(round: WalkState): string[] {
  return leftOf(placedLines(page), round).map(({ line: of }) => keyOf(of))
}

test('goes in the order of the page', () => {
  expect(left(newWalk)).toEqual(['1', '2', '3', '@4', '@5'])
})

test('what is answered does not come up again, though it may still stand on the page', () => {
  expect(left(afterAnswer(newWalk, '1'))).toEqual(['2', '3', '@4', '@5'])
})

test('what is skipped comes at the end, and is left alone after that', () => {
  const once = afterSkip(newWalk, '1')
  expect(left(once)).toEqual(['2', '3', '@4', '@5', '1'])
  expect(left(afterSkip(once, '1'))).toEqual(['2', '3', '@4', '@5'])
})

test('back is at a line as if it had not been gone through', () => {
  const round = afterAnswer(afterSkip(newWalk, '1'), '2')
  expect(round.behind).toEqual(['1', '2'])
  const again = backAt(round, '2')
  expect(left(again)).toEqual(['2', '3', '@4', '@5', '1'])
  expect(again.behind).toEqual(['1'])
  expect(left(backAt(round, '1'))).toEqual(['1', '3', '@4', '@5'])
  expect(left(afterSkip(backAt(round, '1'), '1'))).toEqual(['3', '@4', '@5', '1'])
})

test('a section can be gone through alone', () => {
  expect(placedLines(page, ['carried-over']).map(({ line: of }) => keyOf(of))).toEqual(['1', '2'])
})

test('those answered make no room for more people to keep in touch with', () => {
  const keys = (round: WalkState): string[] =>
    withinShare(placedLines(page), round, 2).map(({ line: of }) => keyOf(of))
  expect(keys(newWalk)).toEqual(['1', '2', '3', '@4', '@5'])
  expect(keys(afterAnswer(newWalk, '1'))).toEqual(['1', '2', '3', '@4', '@5'])
  expect(keys(afterAnswer(newWalk, '@9'))).toEqual(['1', '2', '3', '@4'])
  expect(keys(afterAnswer(afterAnswer(newWalk, '@9'), '@8'))).toEqual(['1', '2', '3'])
})
