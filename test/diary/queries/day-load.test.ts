import { expect, test } from 'vitest'
import { diaryOn } from '../../../src/diary/diary.ts'
import { addDays } from '../../../src/domain/day.ts'
import { loadOf } from '../../../src/schedule/page/week.ts'
import { mondayToFriday, aMoment } from '../../support/facts.ts'
import { aProgram } from '../../support/program.ts'

test('a day is as full by the facts of its load as by those of its whole page', async () => {
  const { db, fu } = aProgram()
  const lines = [
    'add "Gary Lee" --phone 0412555019 --no-next',
    'add "Ada Müller" --phone 0412555018 --no-next',
    'promise gary ring --due today',
    'promise gary "send the quote" --due today',
    'promise ada call --due tomorrow',
    'promise ada "send the list" --due fri',
    'promise gary "bring the papers" --due mon',
    'wait ada "the deed" --due thu',
    'tried 1 --busy',
    'tried 2 --voicemail',
    'snooze 3 mon',
    'move 4 tue',
    'snooze 6 fri',
    'heard ada "wants a quote"',
  ]
  for (const line of lines) expect({ line, ...(await fu(line)) }).toMatchObject({ status: 0 })

  const diary = diaryOn(db, 'diary.db')
  const now = aMoment('2026-11-25 14:20')
  const days = Array.from({ length: 9 }, (_, count) => addDays(now.day, count - 1))
  const loads = days.map((day) => loadOf(day, now, diary.page.load(day, now), mondayToFriday))
  expect(loads).toEqual(days.map((day) => loadOf(day, now, diary.page.facts(day, [], now), mondayToFriday)))
  expect(loads.filter((load) => load > 0).length).toBeGreaterThan(3)
})
