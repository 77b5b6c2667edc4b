import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const people = [
  'add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next',
  'add "Gary Lee" -p 0411000002 --kind customer --no-next',
  'add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next',
  'add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next',
]

test('people by what became of them (R9, R41, R42)', async () => {
  expect(
    await session([
      ...people,
      'sold ada "two pallets"',
      'tried 1',
      '@ 2027-03-20 10:00',
      'people --drifting',
      'people --untouched --met "trade show"',
      'people --bought 2026-11',
      'people --bought 2026-12',
      'people --kind supplier --nothing-next',
      'people --tag PALLETS',
      'people --bought nov',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0411000002 --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
    $ fu add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next
    Added José Álvarez (@3). (fu undo)
    $ fu add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next
    Added Sue Hara (@4). (fu undo)
    $ fu sold ada "two pallets"
    Sold to Ada Müller: two pallets. Next: thank Ada Müller for buying two pallets, Thu 26 Nov. Next: happy with two pallets?, Wed 2 Dec. (fu undo)
    $ fu tried 1
    Tried Ada Müller: no answer. Next try Thu 26 Nov. (fu undo)
    @ 2027-03-20 10:00
    $ fu people --drifting
          who       reach         last   next
      @2  Gary Lee  0411 000 002  never  nothing
      @4  Sue Hara  0411 000 004  never  nothing
    $ fu people --untouched --met "trade show"
          who       reach         last   next
      @4  Sue Hara  0411 000 004  never  nothing
    $ fu people --bought 2026-11
          who         reach         last             next
      @1  Ada Müller  0411 000 001  Wed 25 Nov 2026  Thu 26 Nov 2026
    $ fu people --bought 2026-12
    No such contacts.
    $ fu people --kind supplier --nothing-next
          who           reach         last   next
      @3  José Álvarez  0411 000 003  never  nothing
    $ fu people --tag PALLETS
          who           reach         last   next
      @3  José Álvarez  0411 000 003  never  nothing
    $ fu people --bought nov
    "nov" is no month.
    Write it as 2026-10.
    [2]
    "
  `)
})

test('one promise to many is shown first, spread over working days, and taken back at once (R42)', async () => {
  const all = 'promise --all --kind customer "ask how it runs" --due fri --spread 1'
  expect(await session([...people, all, `${all} --yes`, 'list', 'undo', 'list'])).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0411000002 --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
    $ fu add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next
    Added José Álvarez (@3). (fu undo)
    $ fu add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next
    Added Sue Hara (@4). (fu undo)
    $ fu promise --all --kind customer "ask how it runs" --due fri --spread 1
      Ada Müller: ask how it runs, Fri 27 Nov
      Gary Lee: ask how it runs, Mon 30 Nov
    That would promise it to 2 people; nothing was written.
    Add --yes to write it.
    [2]
    $ fu promise --all --kind customer "ask how it runs" --due fri --spread 1 --yes
    Promised 2 people: ask how it runs, Fri 27 Nov to Mon 30 Nov. (fu undo)
    $ fu list
         who         what             due
      1  Ada Müller  ask how it runs  Fri 27 Nov
      2  Gary Lee    ask how it runs  Mon 30 Nov
    $ fu undo
    Took back: promise --all (2, ask how it runs). Promise 1 is gone, and promise 2 is gone. (fu undo 6)
    $ fu list
    No such promises.
    "
  `)
})

test('on a terminal it is asked, and a no writes nothing', async () => {
  const situation = { answers: ['no'], columns: 80 }
  const line = 'promise --all --kind customer "ask how it runs" --due fri'
  expect(await session([...people, line, 'list'], situation)).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0411000002 --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
    $ fu add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next
    Added José Álvarez (@3). (fu undo)
    $ fu add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next
    Added Sue Hara (@4). (fu undo)
    $ fu promise --all --kind customer "ask how it runs" --due fri
      Ada Müller: ask how it runs, Fri 27 Nov
      Gary Lee: ask how it runs, Fri 27 Nov
    Nothing was written.
    The filters of "fu people" choose who is meant.
    [2]
    $ fu list
    No such promises.
    "
  `)
})

test('a day that is full says so before more is put on it (R46)', async () => {
  expect(
    await session([
      'config day-load 1',
      ...people,
      'promise ada a --due fri',
      'promise gary b --due fri',
      'week',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu config day-load 1
    day-load is 1 now. (fu undo)
    $ fu add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0411000002 --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
    $ fu add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next
    Added José Álvarez (@3). (fu undo)
    $ fu add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next
    Added Sue Hara (@4). (fu undo)
    $ fu promise ada a --due fri
    Promised Ada Müller: a, Fri 27 Nov. (fu undo)
    $ fu promise gary b --due fri
    Promised Gary Lee: b, Fri 27 Nov. (fu undo)
    Fri 27 Nov has 1 already, and 1 make a day full; "fu week" shows days with room.
    $ fu week

      Wed 25 Nov                                                           nothing

      Thu 26 Nov                                                           nothing

      Fri 27 Nov                                                      2 of 1, full
          1  Ada Müller · a
          2  Gary Lee · b

      Sat 28 Nov · day off                                                 nothing

      Sun 29 Nov · day off                                                 nothing

      Mon 30 Nov                                                           nothing

      Tue 1 Dec                                                            nothing
    "
  `)
})

test('keep in touch: those who are drifting, some a day, silenced by a planned step (R7, R40)', async () => {
  expect(
    await session([
      'config keep-in-touch 2',
      ...people,
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
    keep-in-touch is 2 now. (fu undo)
    $ fu add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0411000002 --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
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
            never spoken since you added them on Wed 25 Nov 2026, every 14d
        @1  Ada Müller                                0411 000 001    25 days late
            keep in touch
            never spoken since you added them on Wed 25 Nov 2026, every 90d
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
            never spoken since you added them on Wed 25 Nov 2026, every 14d

      Nothing else today · tomorrow 0 · no next step: Gary Lee
      fu log @4 "…"    fu tried @4    fu promise @4 "…" --due fri
    "
  `)
})

test('a call where it is night is flagged (R60)', async () => {
  expect(
    await session([
      'add "Kim Park" -p "+82 2 312 3456" --zone Asia/Seoul --promise call --due today',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Kim Park" -p "+82 2 312 3456" --zone Asia/Seoul --promise call --due today
    Added Kim Park (@1). Promised Kim Park: call, Wed 25 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Kim Park                                                +82 2-312-3456
            call
            you said Wed 25 Nov · outside their hours

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
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
            never spoken since you added them on Wed 25 Nov 2026, every year
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
