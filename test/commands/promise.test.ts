import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const people = [
  'add "Ada Müller" -p 0411000001 --kind customer --met "trade show" --no-next',
  'add "Gary Lee" -p 0411000002 --kind customer --no-next',
  'add "José Álvarez" -p 0411000003 --kind supplier --tag pallets --no-next',
  'add "Sue Hara" -p 0411000004 --kind prospect --met "trade show" --no-next',
]

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
    Choose people with the filters of "fu people".
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
    day-load is now 1. (fu undo)
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
    Fri 27 Nov already has 1, and a day is full with 1; "fu week" shows days with room.
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

test('a promise with a trigger comes up on the day to check on it, and says what it waits for (R14)', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0411000002 --no-next',
      'promise gary "bring the album" --when "prints are ready" --due 2w',
      'today "2w"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0411000002 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu promise gary "bring the album" --when "prints are ready" --due 2w
    Promised Gary Lee: bring the album, Wed 9 Dec. (fu undo)
    $ fu today "2w"
      Wednesday 9 December 2026, as planned                           1 on the day

      ON THE DAY
      ▸  1  Gary Lee                                                  0411 000 002
            bring the album
            when prints are ready; planned for Wed 9 Dec

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('a promise to send something names the thing and the way (R15)', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0411000002 --address "1 Main Street, Sydney" --no-next',
      'promise gary "the price list" --by post --due fri',
      'today fri',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0411000002 --address "1 Main Street, Sydney" --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu promise gary "the price list" --by post --due fri
    Promised Gary Lee: the price list, Fri 27 Nov. (fu undo)
    $ fu today fri
      Friday 27 November 2026, as planned                             1 on the day

      ON THE DAY
      ▸  1  Gary Lee                                    post 1 Main Street, Sydney
            the price list
            you said Fri 27 Nov

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('a colleague’s promise about a client is on the cards of both (R18)', async () => {
  expect(
    await session([
      'add "Sue Hara" --kind colleague --no-next',
      'add "Gary Lee" --kind customer --no-next',
      'wait sue "the drawings" --about gary --due fri',
      'show gary',
      'show sue',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Sue Hara" --kind colleague --no-next
    Added Sue Hara (@1). (fu undo)
    $ fu add "Gary Lee" --kind customer --no-next
    Added Gary Lee (@2). (fu undo)
    $ fu wait sue "the drawings" --about gary --due fri
    Waiting for Sue Hara: the drawings, Fri 27 Nov. (fu undo)
    Sue Hara has no phone number: fu edit @1 --phone …
    $ fu show gary

      Gary Lee @2
      prefers       never asked
      kind          customer
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
         1  the drawings (they owe it) (with Sue Hara) · Fri 27 Nov

      HISTORY
      Wed 25 Nov 14:20  ← Sue Hara promised "the drawings" for Fri 27 Nov
    $ fu show sue

      Sue Hara @1
      prefers       never asked
      kind          colleague
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
         1  the drawings (they owe it) (about Gary Lee) · Fri 27 Nov

      HISTORY
      Wed 25 Nov 14:20  ← they promised "the drawings" for Fri 27 Nov
    "
  `)
})
