import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReminded, remindedText } from '../../../src/formats/json/reminded.ts'
import { aDay, aDue } from '../../support/facts.ts'
import { runs } from '../../support/runs.ts'

const reminded = {
  since: aDay('2026-11-25'),
  opened: null,
  told: [
    { uid: 'a', due: aDue('2026-11-25 10:30') },
    { uid: '"é\u2028', due: aDue('2026-11-25') },
  ],
}

test('the record of notices is read back as it was written (R63)', () => {
  expect(readReminded(remindedText(reminded))).toEqual(reminded)
  expect(readReminded(remindedText({ ...reminded, opened: aDay('2026-11-25'), told: [] }))).toEqual({
    ...reminded,
    opened: '2026-11-25',
    told: [],
  })
})

test.each([
  ['nothing', ''],
  ['no JSON', 'told: gary'],
  ['a list', '[]'],
  ['another version', '{"version":2,"since":"2026-11-25","opened":null,"told":[]}'],
  ['no such day', '{"version":1,"since":"2026-02-30","opened":null,"told":[]}'],
  [
    'no such time',
    '{"version":1,"since":"2026-11-25","opened":null,"told":[{"uid":"a","due":{"day":"2026-11-25","time":"25:00"}}]}',
  ],
  [
    'a uid that is a number',
    '{"version":1,"since":"2026-11-25","opened":null,"told":[{"uid":1,"due":{"day":"2026-11-25","time":null}}]}',
  ],
  ['a told that is null', '{"version":1,"since":"2026-11-25","opened":null,"told":[null]}'],
  ['no list', '{"version":1,"since":"2026-11-25","opened":null,"told":{}}'],
])('a file with %s is not a record', (_what, text) => {
  expect(readReminded(text)).toBeNull()
})

test('a file that was cut off is not a record', () => {
  const text = remindedText(reminded).trimEnd()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
      expect(readReminded(text.slice(0, length))).toBeNull()
    }),
    runs(100),
  )
})
