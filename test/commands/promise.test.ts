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
    Fri 27 Nov has 1 already, and a day is full with 1; "fu week" shows days with room.
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
