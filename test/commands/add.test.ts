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
    country is now AU. (fu undo)
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "G. Lee" -p "+61 412 555 019" -p 0299990000 --no-next
    Added G. Lee (@2). (fu undo)
    0412 555 019 is the number of Gary Lee (@1) as well: fu merge @2 @1 if they are the same person
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@3). (fu undo)
    0412 555 019 is the number of Gary Lee (@1) as well: fu merge @3 @1 if they are the same person
    0412 555 019 is the number of G. Lee (@2) as well: fu merge @3 @2 if they are the same person
    $ fu add "Ada Muller" -p 0412555020 --no-next
    Added Ada Muller (@4). (fu undo)
    "
  `)
})

test('where a contact came from: the contact who sent them, a source word, and where we met (R6)', async () => {
  expect(
    await session([
      'add "Gary Lee" --no-next',
      'add "Ada Müller" --from gary --met "trade show" --no-next',
      'add Bo --from-word website --no-next',
      'show ada',
      'show bo',
      'show gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "Ada Müller" --from gary --met "trade show" --no-next
    Added Ada Müller (@2). Next: thank them for sending Ada Müller, Thu 26 Nov. (fu undo)
    Gary Lee has no phone number: fu edit @1 --phone …
    $ fu add Bo --from-word website --no-next
    Added Bo (@3). (fu undo)
    $ fu show ada

      Ada Müller @2
      prefers       never asked
      met           trade show
      from          Gary Lee (@1)
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
        no next step
    $ fu show bo

      Bo @3
      prefers       never asked
      from          website
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
        no next step
    $ fu show gary

      Gary Lee @1
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
         1  thank them for sending Ada Müller · Thu 26 Nov

      GIVE AND GET
        they gave  one person, Ada Müller (@2)
        you gave   nothing yet

      HISTORY
      Wed 25 Nov 14:20    set "thank them for sending Ada Müller" for Thu 26 Nov
    "
  `)
})
