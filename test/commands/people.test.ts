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
    Sold to Ada Müller: two pallets. Next: thank them for buying: two pallets, Thu 26 Nov. Next: ask if they are happy: two pallets, Wed 2 Dec. (fu undo)
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
    "nov" is not a month.
    Write it as 2026-10.
    [2]
    "
  `)
})
