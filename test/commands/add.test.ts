import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

test('a number that somebody has already is said, with how the two cards are made one', async () => {
  expect(
    await session([
      'config country AU',
      'add "Gary Lee" -p 0412555019 --no-next',
      'add "G. Lee" -p "+61 412 555 019" -p 0299990000 --no-next',
      'add "Gary Lee" -p 0412555019 --no-next',
      'add "Ada Muller" -p 0412555020 --no-next',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu config country AU
    country is AU now. (fu undo)
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "G. Lee" -p "+61 412 555 019" -p 0299990000 --no-next
    Added G. Lee (@2). (fu undo)
    0412 555 019 is the number of Gary Lee (@1) as well: fu merge @2 @1 if they are the same person
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@3). (fu undo)
    Another Gary Lee is already in the diary: fu show @1
    0412 555 019 is the number of G. Lee (@2) as well: fu merge @3 @2 if they are the same person
    $ fu add "Ada Muller" -p 0412555020 --no-next
    Added Ada Muller (@4). (fu undo)
    "
  `)
})
