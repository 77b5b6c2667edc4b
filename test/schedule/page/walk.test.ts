import { expect, test } from 'vitest'
import {
  afterAnswer,
  afterSkip,
  backTo,
  lineKey,
  remainingLines,
  newWalk,
  placedLines,
  withinKeepInTouchLimit,
  type WalkState,
} from '../../../src/schedule/page/walk.ts'
import { agenda, contact, line, promise } from '../../support/agendas.ts'

const gary = contact(1, 'Gary Lee')
const page = agenda({
  'carried-over': [line(promise(1, gary), gary), line(promise(2, gary), gary)],
  today: [line(promise(3, gary), gary)],
  'keep-in-touch': [line(null, contact(4, 'Ada')), line(null, contact(5, 'Mei'))],
})

function left(progress: WalkState): string[] {
  return remainingLines(placedLines(page), progress).map(({ line: of }) => lineKey(of))
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
  const progress = afterAnswer(afterSkip(newWalk, '1'), '2')
  expect(progress.visited).toEqual(['1', '2'])
  const again = backTo(progress, '2')
  expect(left(again)).toEqual(['2', '3', '@4', '@5', '1'])
  expect(again.visited).toEqual(['1'])
  expect(left(backTo(progress, '1'))).toEqual(['1', '3', '@4', '@5'])
  expect(left(afterSkip(backTo(progress, '1'), '1'))).toEqual(['3', '@4', '@5', '1'])
})

test('a section can be gone through alone', () => {
  expect(placedLines(page, ['carried-over']).map(({ line: of }) => lineKey(of))).toEqual(['1', '2'])
})

test('those answered make no room for more people to keep in touch with', () => {
  const keys = (progress: WalkState): string[] =>
    withinKeepInTouchLimit(placedLines(page), progress, 2).map(({ line: of }) => lineKey(of))
  expect(keys(newWalk)).toEqual(['1', '2', '3', '@4', '@5'])
  expect(keys(afterAnswer(newWalk, '1'))).toEqual(['1', '2', '3', '@4', '@5'])
  expect(keys(afterAnswer(newWalk, '@9'))).toEqual(['1', '2', '3', '@4'])
  expect(keys(afterAnswer(afterAnswer(newWalk, '@9'), '@8'))).toEqual(['1', '2', '3'])
})
