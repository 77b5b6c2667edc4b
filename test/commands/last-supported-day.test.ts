import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

const world = { now: '9999-12-29 09:00' }
const gary = 'add "Gary Lee" -p 0412555019 --every 1y --no-next'

test('the page of the last day there is has every open promise, however many and wherever the ladder leads', async () => {
  const { fu } = aProgram(world)
  await fu(gary)
  for (let count = 0; count < 25; count += 1) await fu('promise gary "the quote" --due 9999-12-31')
  await fu('promise gary "the papers" --due today')
  expect((await fu('tried 26 --voicemail')).stdout).toContain('Next try Fri 31 Dec.')
  expect((await fu('today 9999-12-31 --brief')).stdout).toBe('26 today\n')
})

test('a week ends with the last day there is', async () => {
  expect(await session([gary, 'promise gary "the quote" --due 9999-12-31', 'week 9999-12-30'], world))
    .toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --every 1y --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu promise gary "the quote" --due 9999-12-31
    Promised Gary Lee: the quote, Fri 31 Dec. (fu undo)
    $ fu week 9999-12-30

      Thu 30 Dec                                                           nothing

      Fri 31 Dec                                                                 1
          1  Gary Lee · the quote
    "
  `)
})

test('what is worked out to lie beyond the last day is due on it', async () => {
  expect(
    await session([
      '@ 9999-12-31 18:00',
      gary,
      'heard gary hi',
      'promise gary "the quote" --due today',
      'tried 2 --voicemail',
      'today',
      'move 1 tomorrow',
      'week --brief',
    ]),
  ).toMatchInlineSnapshot(`
    "
    @ 9999-12-31 18:00
    $ fu add "Gary Lee" -p 0412555019 --every 1y --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu heard gary hi
    Heard from Gary Lee: hi. Owed: call back: hi, Fri 31 Dec. (fu undo)
    $ fu promise gary "the quote" --due today
    Promised Gary Lee: the quote, Fri 31 Dec. (fu undo)
    $ fu tried 2 --voicemail
    Tried Gary Lee: left a voicemail. Next try Fri 31 Dec. (fu undo)
    $ fu today
      Friday 31 December 9999                                              2 today

      TODAY · 2
      ▸  1  Gary Lee                                                  0412 555 019
            call back: hi
            they called on Fri 31 Dec 18:00
         2  Gary Lee                                                  0412 555 019
            the quote · 2nd try
            left a voicemail on Fri 31 Dec

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 2    fu move 1 fri
    $ fu move 1 tomorrow
    "tomorrow" is after the year 9999.
    Try "today".
    [2]
    $ fu week --brief
    Fri 31 Dec 2
    "
  `)
})
