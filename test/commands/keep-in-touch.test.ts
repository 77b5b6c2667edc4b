import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

const people = [
  'add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next',
  'add "Gary Lee" -p 0411000002 --kind customer --no-next',
  'add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next',
  'add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next',
]

test('keep in touch: those who are drifting, some a day, silenced by a planned step (R7, R40)', async () => {
  expect(
    await session([
      'config keep-in-touch 2',
      ...people.slice(0, 2),
      '@ 2026-11-25 14:21',
      ...people.slice(2),
      '@ 2027-03-20 10:00',
      'today',
      'today --all --brief',
      'promise ada "say hello" --due "1 apr"',
      'log gary "met him in town"',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu config keep-in-touch 2
    keep-in-touch is now 2. (fu undo)
    $ fu add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0411000002 --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
    @ 2026-11-25 14:21
    $ fu add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next
    Added José Álvarez (@3). (fu undo)
    $ fu add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next
    Added Sue Hara (@4). (fu undo)
    @ 2027-03-20 10:00
    $ fu today
      Saturday 20 March 2027                                    3 to keep in touch

      KEEP IN TOUCH · 3
      ▸ @4  Sue Hara                                  0411 000 004   101 days late
            keep in touch
            never spoken to since you added them on Wed 25 Nov 2026, every 14d
        @1  Ada Müller                                0411 000 001    25 days late
            keep in touch
            never spoken to since you added them on Wed 25 Nov 2026, every 90d
        and 1 more: fu today --all

      Nothing else today · tomorrow 0 · no next step: nobody
      fu log @4 "…"    fu tried @4    fu promise @4 "…" --due fri
    $ fu today --all --brief
    3 to keep in touch
    $ fu promise ada "say hello" --due "1 apr"
    Promised Ada Müller: say hello, Thu 1 Apr. (fu undo)
    $ fu log gary "met him in town"
    Noted with Gary Lee: met him in town. (fu undo)
    $ fu today
      Saturday 20 March 2027                                    1 to keep in touch

      KEEP IN TOUCH
      ▸ @4  Sue Hara                                  0411 000 004   101 days late
            keep in touch
            never spoken to since you added them on Wed 25 Nov 2026, every 14d

      Nothing else today · tomorrow 0 · no next step: Gary Lee
      fu log @4 "…"    fu tried @4    fu promise @4 "…" --due fri
    "
  `)
})

test('where a page shows none of keep in touch, nothing says that nothing is there (R40)', async () => {
  expect(
    await session([
      'config keep-in-touch 0',
      'add "Gary Lee" -p 0412555019 --every 7d --no-next',
      'add "Ada Wood" -p 0412555018 --every 7d --no-next',
      '@ 2026-12-14 09:00',
      'today',
      'today --brief',
      'next',
      'next --brief',
      'next --exit-code --brief',
      'promise gary "the quote" --due today',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu config keep-in-touch 0
    keep-in-touch is now 0. (fu undo)
    $ fu add "Gary Lee" -p 0412555019 --every 7d --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "Ada Wood" -p 0412555018 --every 7d --no-next
    Added Ada Wood (@2). (fu undo)
    @ 2026-12-14 09:00
    $ fu today
      Monday 14 December 2026                                   2 to keep in touch

      KEEP IN TOUCH · 2
        and 2 more: fu today --all

      Nothing else today · tomorrow 0 · no next step: nobody
    $ fu today --brief
    2 to keep in touch
    $ fu next
      Monday 14 December 2026                                   2 to keep in touch

      KEEP IN TOUCH · 2
        and 2 more: fu today --all

      Nothing else today · tomorrow 0 · no next step: nobody
    $ fu next --brief
    2 to keep in touch
    $ fu next --exit-code --brief
    2 to keep in touch
    $ fu promise gary "the quote" --due today
    Promised Gary Lee: the quote, Mon 14 Dec. (fu undo)
    $ fu today
      Monday 14 December 2026                         1 today · 1 to keep in touch

      TODAY
      ▸  1  Gary Lee                                                  0412 555 019
            the quote
            you said Mon 14 Dec

      KEEP IN TOUCH
        and 1 more: fu today --all

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('the printed page says how many are to be kept in touch with, where it shows none of them', async () => {
  const { fu, setClock } = aProgram()
  await fu('config keep-in-touch 0')
  await fu('add "Gary Lee" -p 0412555019 --every 7d --no-next')
  setClock('2026-12-14 09:00')
  const { stdout } = await fu('print')
  expect(stdout).toContain('<h2>Keep in touch</h2>')
  expect(stdout).toContain('and 1 more')
  expect(stdout).not.toContain('Nothing due')
  expect(stdout).not.toMatch(/<ol>\s*<\/ol>/)
})

test('somebody with a season is due in the month before it, once a year (R41)', async () => {
  expect(
    await session([
      'add "Kim Park" -p 0411000005 --every "before june" --no-next',
      '@ 2027-04-30 10:00',
      'today --brief',
      '@ 2027-05-04 10:00',
      'today',
      'log kim "their taxes are done"',
      '@ 2028-04-30 10:00',
      'today --brief',
      '@ 2028-05-01 10:00',
      'today --brief',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Kim Park" -p 0411000005 --every "before june" --no-next
    Added Kim Park (@1). (fu undo)
    @ 2027-04-30 10:00
    $ fu today --brief
    nothing due
    @ 2027-05-04 10:00
    $ fu today
      Tuesday 4 May 2027                                        1 to keep in touch

      KEEP IN TOUCH
      ▸ @1  Kim Park                                     0411 000 005   1 day late
            keep in touch
            never spoken to since you added them on Wed 25 Nov 2026, every year
            before June

      Nothing else today · tomorrow 0 · no next step: nobody
      fu log @1 "…"    fu tried @1    fu promise @1 "…" --due fri
    $ fu log kim "their taxes are done"
    Noted with Kim Park: their taxes are done. (fu undo)
    @ 2028-04-30 10:00
    $ fu today --brief
    nothing due
    @ 2028-05-01 10:00
    $ fu today --brief
    1 to keep in touch
    "
  `)
})
