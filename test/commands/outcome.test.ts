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
    $ fu done 2 "no budget" --outcome declined --why "no budget" --no-next
    Declined: Tom Ray, call about the refinance (no budget). (fu undo)
    $ fu list --kept
         who      what                      due
      1  Tom Ray  call about the refinance  Wed 25 Nov      postponed Wed 25 Nov
                  (no time now; in spring)
      2  Tom Ray  call about the refinance  Mon 1 Mar 2027  declined Wed 25 Nov
                  (no budget)
    $ fu find budget

      PROMISES
           2  Tom Ray · call about the refinance (no budget) · declined Wed 25 Nov

      HISTORY
              Tom Ray · declined "call about the refinance": no budget; nothing is
              next, as meant · Wed 25 Nov
    "
  `)
})

test('what a promise waits for is shown where it is found', async () => {
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
