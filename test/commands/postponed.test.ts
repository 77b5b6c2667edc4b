import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

test('what is postponed stays what it was: whose it is, about whom, what it waits for, and how hot (R49)', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --no-next',
      'add "Sue Hara" --no-next',
      'wait gary "the drawings" --due today --about sue',
      'done 1 --outcome postponed --until "1 mar"',
      'promise gary "the album" --due today --hot --when "prints are ready"',
      'done 3 --outcome postponed --until "1 mar"',
      'today "1 mar"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "Sue Hara" --no-next
    Added Sue Hara (@2). (fu undo)
    $ fu wait gary "the drawings" --due today --about sue
    Waiting for Gary Lee: the drawings, Wed 25 Nov. (fu undo)
    $ fu done 1 --outcome postponed --until "1 mar"
    Postponed: Gary Lee, the drawings. Waiting for Gary Lee: the drawings, Mon 1 Mar 2027. (fu undo)
    $ fu promise gary "the album" --due today --hot --when "prints are ready"
    Promised Gary Lee: the album, Wed 25 Nov. (fu undo)
    $ fu done 3 --outcome postponed --until "1 mar"
    Postponed: Gary Lee, the album. Promised Gary Lee: the album, Mon 1 Mar 2027. (fu undo)
    $ fu today "1 mar"
      Monday 1 March 2027, as it will stand               1 on the day · 1 waiting

      ON THE DAY
      ▸  4  Gary Lee                                                  0412 555 019
            hot · the album
            when prints are ready; you said Mon 1 Mar 2027

      WAITING ON THEM
         2  Gary Lee                                                  0412 555 019
            the drawings · about Sue Hara
            they said Mon 1 Mar 2027; not chased yet

      The day after 0 · no next step: nobody
      fu done 4 "…"    fu tried 2    fu move 4 fri
    "
  `)
})

test('a sale makes a prospect a customer, however it is written down', async () => {
  expect(
    await session([
      'add "Gary Lee" --kind prospect --promise "the papers" --due today',
      'done 1 signed --outcome sold --no-next',
      'people --kind customer',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" --kind prospect --promise "the papers" --due today
    Added Gary Lee (@1). Promised Gary Lee: the papers, Wed 25 Nov. (fu undo)
    Gary Lee has no phone number: fu edit @1 --phone …
    $ fu done 1 signed --outcome sold --no-next
    Sold, and kept on time: Gary Lee, the papers. (fu undo)
    $ fu people --kind customer
          who       reach  last        next
      @1  Gary Lee         Wed 25 Nov  nothing
    "
  `)
})

test('nothing is next, and that is meant, though a plan stops too', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --by call --no-next',
      'heard gary "it is broken" --complaint',
      'done 1 "he went elsewhere" --outcome declined --why "too late" --no-next',
      'today',
      'check',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --by call --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu heard gary "it is broken" --complaint
    Heard from Gary Lee: it is broken. Owed: put right: it is broken, Wed 25 Nov. (fu undo)
    $ fu done 1 "he went elsewhere" --outcome declined --why "too late" --no-next
    Declined: Gary Lee, put right: it is broken (too late). It stops the plan complaint. (fu undo)
    $ fu today
      Wednesday 25 November 2026

      All done: 1 done today. Nothing is written for later. fu add writes the next
      line.
    $ fu check
      Nothing is missing: all can be reached, and all have something next.
    "
  `)
})

test('numbers under labels: said again it is labelled, a label is replaced once, and nothing is lost', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 -p work:0298765432 --no-next',
      'edit gary --phone mobile:0412555019',
      'edit gary --phone work:0298760000 --phone home:0298761111',
      'show gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 -p work:0298765432 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu edit gary --phone mobile:0412555019
    Changed Gary Lee: phone. (fu undo)
    $ fu edit gary --phone work:0298760000 --phone home:0298761111
    Changed Gary Lee: phone. (fu undo)
    $ fu show gary

      Gary Lee @1
      phone         0298 761 111 (home)
      phone         0412 555 019 (mobile)
      phone         0298 760 000 (work)
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
        nothing is next
    "
  `)
})
