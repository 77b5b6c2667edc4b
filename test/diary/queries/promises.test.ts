import { beforeAll, expect, test } from 'vitest'
import { diaryOn, type Diary } from '../../../src/diary/diary.ts'
import { openBlank } from '../../../src/diary/open.ts'
import { addDays } from '../../../src/domain/day.ts'
import { newContact, newPromise } from '../../support/diaries.ts'
import { aDay, aMoment } from '../../support/facts.ts'

const first = aDay('2026-11-25')
const last = 1_240
let diary: Diary

beforeAll(() => {
  diary = diaryOn(openBlank(), ':memory:')
  diary.write({ command: 'import', at: aMoment('2026-11-25') }, (tx) => {
    const { id } = tx.addContact(newContact('Gary Lee'))
    for (let number = 1; number <= last; number += 1) {
      // The later it was made, the sooner it is due.
      const due = { day: addDays(first, last - number), time: null }
      tx.addPromise(newPromise(id, { due }))
    }
    for (const number of [123, 1231]) tx.dropPromise(number, aMoment('2026-11-25'), 'found them')
  })
})

test.each([
  ['', [1240, 1239, 1238]],
  ['1', [1240, 1239, 1238]],
  ['12', [1240, 1239, 1238]],
  ['123', [1239, 1238, 1237]],
  ['1231', []],
  ['124', [1240, 124]],
  ['999', [999]],
  ['0', []],
  ['012', []],
  ['123456789012345678', []],
])('of the open promises whose number begins with "%s" come the earliest due', (digits, numbers) => {
  expect(diary.promises.openNumbered(digits, 3).map(({ id }) => id)).toEqual(numbers)
})
