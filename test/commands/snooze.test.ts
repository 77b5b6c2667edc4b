import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const beginning = [
  'add "Gary Lee" -p 0412555019 --promise "the quote" --due today',
  'promise gary "the papers" --due fri',
]

async function said(...lines: string[]): Promise<string> {
  const whole = await session([...beginning, ...lines])
  return whole.slice(whole.indexOf(`$ fu ${lines[0]}\n`))
}

test('a day before the one it is due on does not bring it up sooner, and the sentence says when it comes', async () => {
  expect(await said('snooze 2 tomorrow', 'snooze 2 mon', 'tried 1', 'snooze 1 tomorrow'))
    .toMatchInlineSnapshot(`
    "$ fu snooze 2 tomorrow
    Off the page until Fri 27 Nov anyway: 2 (Gary Lee, the papers). Promised for Fri 27 Nov as before. (fu undo)
    $ fu snooze 2 mon
    Off the page until Mon 30 Nov: 2 (Gary Lee, the papers). Promised for Fri 27 Nov as before. (fu undo)
    $ fu tried 1
    Tried Gary Lee: no answer. Next try Mon 30 Nov. (fu undo)
    $ fu snooze 1 tomorrow
    Off the page until Mon 30 Nov anyway: 1 (Gary Lee, the quote). Promised for Wed 25 Nov as before. (fu undo)
    "
  `)
})

test('a time of day, or today, is refused with what to do about that promise', async () => {
  expect(
    await said(
      'snooze 2 today',
      'snooze 2 today 17:30',
      'snooze 2 in 10 minutes',
      'snooze 2 tomorrow 15:00',
      'snooze 2 monday noon',
    ),
  ).toMatchInlineSnapshot(`
    "$ fu snooze 2 today
    "today" is today, and a snooze takes a line off the page of today.
    Name a later day, as in "fu snooze 2 tomorrow", or move it: "fu move 2 16:00".
    [2]
    $ fu snooze 2 today 17:30
    "today 17:30" is today, and a snooze takes a line off the page of today.
    Name a later day, as in "fu snooze 2 tomorrow", or move it: "fu move 2 today 17:30".
    [2]
    $ fu snooze 2 in 10 minutes
    "in 10 minutes" is today, and a snooze takes a line off the page of today.
    Name a later day, as in "fu snooze 2 tomorrow", or move it: "fu move 2 in 10 minutes".
    [2]
    $ fu snooze 2 tomorrow 15:00
    "tomorrow 15:00" is Thu 26 Nov 15:00, and a snooze takes a line off the page for whole days.
    Name only the day, or move it: "fu move 2 tomorrow 15:00".
    [2]
    $ fu snooze 2 monday noon
    "monday noon" is Mon 30 Nov 12:00, and a snooze takes a line off the page for whole days.
    Name only the day, or move it: "fu move 2 monday noon".
    [2]
    "
  `)
})
