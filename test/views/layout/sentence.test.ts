import { expect, test } from 'vitest'
import { withFullStop, wrapSentence } from '../../../src/views/layout/sentence.ts'

const receipt = 'Promised Gary Lee: send the quote, Fri 27 Nov. (fu undo)'

test.each([
  [80, receipt, receipt],
  [30, receipt, 'Promised Gary Lee: send the\nquote, Fri 27 Nov. (fu undo)'],
  [28, receipt, 'Promised Gary Lee: send the\nquote, Fri 27 Nov. (fu undo)'],
  [10, 'Kept in /tmp/fu-123456/fault.txt', 'Kept in\n/tmp/fu-123456/fault.txt'],
  [8, '王美玲王美玲 王美玲', '王美玲王美玲\n王美玲'],
  [20, 'Ada\nMüller \u001b[31m', 'Ada Müller\n\\u{1b}[31m'],
  [20, '', ''],
])('on %i columns no word of a sentence is broken: %j', (width, text, shown) => {
  expect(wrapSentence(text, width)).toBe(shown)
})

test.each([
  ['Next try Mon 30 Nov', 'Next try Mon 30 Nov.'],
  ['Next try Mo., 30. Nov.', 'Next try Mo., 30. Nov.'],
  ['did it come?', 'did it come?'],
  ['来ましたか？', '来ましたか？'],
])('a sentence has one end: %j', (text, sentence) => {
  expect(withFullStop(text)).toBe(sentence)
})
