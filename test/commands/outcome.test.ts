import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const beginning = [
  'add "Tom Ray" -p 0412555031 --promise "call about the refinance" --due today',
  'done 1 "asked me to leave it" --outcome declined --why "went to his bank" --no-next',
]

test.each([
  'show tom',
  'list --all',
  'find "his bank"',
  'find "leave it"',
  'export --who tom --format text',
  'today yesterday',
])('why it was declined is read in fu %s (R48)', async (line) => {
  const whole = await session([...beginning, '@ 2026-11-26 09:00', line])
  expect(whole.slice(whole.indexOf(`$ fu ${line}\n`))).toMatchSnapshot()
})

test('why it was put off is read too, and a reason that is the note is said once', async () => {
  expect(
    await session([
      'add "Tom Ray" --promise "call about the refinance" --due today',
      'done 1 "in spring" --outcome postponed --why "no time now" --until "1 mar"',
      'done 2 "no budget" --outcome declined --why "no budget" --no-next',
      'list --kept',
      'find budget',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Tom Ray" --promise "call about the refinance" --due today
    Added Tom Ray (@1). Promised Tom Ray: call about the refinance, Wed 25 Nov. (fu undo)
    Tom Ray has no phone number: fu edit @1 --phone …
    $ fu done 1 "in spring" --outcome postponed --why "no time now" --until "1 mar"
    Postponed: Tom Ray, call about the refinance (no time now). Promised Tom Ray: call about the refinance, Mon 1 Mar 2027. (fu undo)
    Tom Ray has no phone number: fu edit @1 --phone …
    $ fu done 2 "no budget" --outcome declined --why "no budget" --no-next
    Declined: Tom Ray, call about the refinance (no budget). (fu undo)
    $ fu list --kept
         who      what                                               due
      1  Tom Ray  call about the refinance (no time now; in spring)  Wed 25 Nov      postponed Wed 25 Nov
      2  Tom Ray  call about the refinance (no budget)               Mon 1 Mar 2027  declined Wed 25 Nov
    $ fu find budget

      PROMISES
           2  Tom Ray · call about the refinance (no budget) · declined Wed 25 Nov

      HISTORY
              Tom Ray · declined "call about the refinance": no budget; nothing is next, as meant · Wed 25 Nov
    "
  `)
})

test('what a promise waits for is shown where it is found (R14)', async () => {
  expect(
    await session([
      'add "Tom Ray" --no-next',
      'promise tom "bring the frames" --due fri --when "prints are ready"',
      'find prints',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Tom Ray" --no-next
    Added Tom Ray (@1). (fu undo)
    $ fu promise tom "bring the frames" --due fri --when "prints are ready"
    Promised Tom Ray: bring the frames, Fri 27 Nov. (fu undo)
    Tom Ray has no phone number: fu edit @1 --phone …
    $ fu find prints

      PROMISES
           1  Tom Ray · bring the frames · when prints are ready · Fri 27 Nov
    "
  `)
})

test('what is postponed stays what it was: whose it is, about whom, what it waits for, and how hot (R39, R49)', async () => {
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
      Monday 1 March 2027, as planned                     1 on the day · 1 waiting

      FIRST
      ▸  4  Gary Lee                                                  0412 555 019
            hot · the album
            when prints are ready; planned for Mon 1 Mar 2027

      WAITING ON THEM
         2  Gary Lee                                                  0412 555 019
            the drawings · about Sue Hara
            asked on Wed 25 Nov; they said Mon 1 Mar 2027; not chased yet

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

test('nothing is next, on purpose, though a plan stops too', async () => {
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

      All done: 1 done today. Nothing is planned for later. fu check lists who has
      no next step.
    $ fu check
      Nothing is missing: everybody can be reached, and has a next step.
    "
  `)
})
