import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

const gary = 'add "Gary Lee" -p 0412555019 --kind prospect --no-next'

test('what was sent is sent until they say that it came: by email, in the hour (R28, R31)', async () => {
  expect(await session([gary, 'sent gary the quote', 'today', '@ 2026-11-25 15:45', 'today']))
    .toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p 0412555019 --kind prospect --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu sent gary the quote
      Sent to Gary Lee: the quote. Next: check that it arrived: the quote, Wed 25 Nov 15:20. (fu undo)
      $ fu today
        Wednesday 25 November 2026                                           1 today

        TODAY
        ▸  1  Gary Lee                                          0412 555 019   15:20
              check that it arrived: the quote
              sent on Wed 25 Nov

        Tomorrow 0 · no next step: nobody
        fu done 1 "…"    fu tried 1    fu move 1 fri
      @ 2026-11-25 15:45
      $ fu today
        Wednesday 25 November 2026                                           1 today

        TODAY
        ▸  1  Gary Lee                                    0412 555 019   25 min late
              check that it arrived: the quote
              sent on Wed 25 Nov

        Tomorrow 0 · no next step: nobody
        fu done 1 "…"    fu tried 1    fu move 1 fri
      "
    `)
})

test('by post in two to three days, and later by as much as it is under way (R29, R30)', async () => {
  expect(
    await session([
      gary,
      'sent gary "the samples" --by post',
      'sent gary "the plans" --by post --transit 5d',
      'today fri',
      'today "2 dec"',
      'sent gary it --transit 5d',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --kind prospect --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu sent gary "the samples" --by post
    Sent to Gary Lee: the samples. Next: check that it arrived: the samples, Fri 27 Nov to Mon 30 Nov. (fu undo)
    $ fu sent gary "the plans" --by post --transit 5d
    Sent to Gary Lee: the plans. Next: check that it arrived: the plans, Wed 2 Dec. (fu undo)
    $ fu today fri
      Friday 27 November 2026, as planned                             1 on the day

      ON THE DAY
      ▸  1  Gary Lee                                                  0412 555 019
            check that it arrived: the samples
            sent on Wed 25 Nov; call between Fri 27 Nov and Mon 30 Nov

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu today "2 dec"
      Wednesday 2 December 2026, as planned          1 carried over · 1 on the day

      CARRIED OVER
      ▸  1  Gary Lee                                    0412 555 019   2 days late
            check that it arrived: the samples
            sent on Wed 25 Nov; call between Fri 27 Nov and Mon 30 Nov

      ON THE DAY
         2  Gary Lee                                    0412 555 019
            check that it arrived: the plans
            sent on Wed 25 Nov

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 2    fu move 1 fri
    $ fu sent gary it --transit 5d
    --transit needs --by post.
    Only post is under way for days.
    [2]
    "
  `)
})

test('after a sale: a thank-you the next day, and a week later, are they happy with it (R43, R44)', async () => {
  expect(await session([gary, 'sold gary fixed rate --offer "5.1 % for 25 years"', 'week', 'show gary']))
    .toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p 0412555019 --kind prospect --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu sold gary fixed rate --offer "5.1 % for 25 years"
      Sold to Gary Lee: fixed rate. Gary Lee is a customer now. Next: thank them for buying: fixed rate, Thu 26 Nov. Next: ask if they are happy: fixed rate, Wed 2 Dec. (fu undo)
      $ fu week

        Wed 25 Nov                                                           nothing

        Thu 26 Nov                                                                 1
            1  Gary Lee · thank them for buying: fixed rate

        Fri 27 Nov                                                           nothing

        Sat 28 Nov · day off                                                 nothing

        Sun 29 Nov · day off                                                 nothing

        Mon 30 Nov                                                           nothing

        Tue 1 Dec                                                            nothing
      $ fu show gary

        Gary Lee @1
        phone         0412 555 019
        prefers       never asked
        kind          customer
        added         Wed 25 Nov
        last contact  Wed 25 Nov
        you started   1 of 1

        OPEN PROMISES
           1  thank them for buying: fixed rate · Thu 26 Nov
           2  ask if they are happy: fixed rate · Wed 2 Dec

        OFFERS
        Wed 25 Nov          5.1 % for 25 years

        HISTORY
        Wed 25 Nov 14:20    set "ask if they are happy: fixed rate" for Wed 2 Dec
        Wed 25 Nov 14:20    set "thank them for buying: fixed rate" for Thu 26 Nov
        Wed 25 Nov 14:20  → sold: fixed rate; offered 5.1 % for 25 years
      "
    `)
})

test('a promise that ends in a sale brings the same, unless nothing is to be next', async () => {
  expect(
    await session([
      gary,
      'promise gary "the papers" --due today',
      'done 1 "signed" --outcome sold',
      'promise gary "the rest" --due today',
      'done 4 "signed" --outcome sold --no-next',
      'list',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --kind prospect --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu promise gary "the papers" --due today
    Promised Gary Lee: the papers, Wed 25 Nov. (fu undo)
    $ fu done 1 "signed" --outcome sold
    Sold, and kept on time: Gary Lee, the papers. Next: thank them for buying, Thu 26 Nov. Next: ask if they are happy, Wed 2 Dec. (fu undo)
    $ fu promise gary "the rest" --due today
    Promised Gary Lee: the rest, Wed 25 Nov. (fu undo)
    $ fu done 4 "signed" --outcome sold --no-next
    Sold, and kept on time: Gary Lee, the rest. (fu undo)
    $ fu list
         who       what                   due
      2  Gary Lee  thank them for buying  Thu 26 Nov
      3  Gary Lee  ask if they are happy  Wed 2 Dec
    "
  `)
})

test('what a promise was about is not what they bought, but what a sale was about is', async () => {
  expect(
    await session([
      gary,
      'promise gary "call about pre-approval" --due today',
      'done 1 "signed" --outcome sold',
      'done 3 "took another" --outcome sold',
      'sold gary "fixed rate"',
      'done 7 "and the insurance for it" --outcome sold',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --kind prospect --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu promise gary "call about pre-approval" --due today
    Promised Gary Lee: call about pre-approval, Wed 25 Nov. (fu undo)
    $ fu done 1 "signed" --outcome sold
    Sold, and kept on time: Gary Lee, call about pre-approval. Next: thank them for buying, Thu 26 Nov. Next: ask if they are happy, Wed 2 Dec. (fu undo)
    $ fu done 3 "took another" --outcome sold
    Sold, and kept on time: Gary Lee, ask if they are happy. Next: thank them for buying, Thu 26 Nov. Next: ask if they are happy, Wed 2 Dec. (fu undo)
    $ fu sold gary "fixed rate"
    Sold to Gary Lee: fixed rate. Next: thank them for buying: fixed rate, Thu 26 Nov. Next: ask if they are happy: fixed rate, Wed 2 Dec. (fu undo)
    $ fu done 7 "and the insurance for it" --outcome sold
    Sold, and kept on time: Gary Lee, ask if they are happy: fixed rate. Next: thank them for buying: fixed rate, Thu 26 Nov. Next: ask if they are happy: fixed rate, Wed 2 Dec. (fu undo)
    "
  `)
})

test('a decline stops the steps that have not begun, and the entry says so', async () => {
  expect(
    await session([
      gary,
      'plan new course "+1d: send the outline" "after +1w call: did you read it?"',
      'plan start course gary',
      '@ 2026-11-26 10:00',
      'done gary "not for him" --outcome declined --why "no time" --no-next',
      'show gary',
      'today "10 dec"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --kind prospect --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu plan new course "+1d: send the outline" "after +1w call: did you read it?"
    The plan course now has 2 steps, for plans that start later. (fu undo)
    $ fu plan start course gary
    Started course for Gary Lee. Next: send the outline, Thu 26 Nov. (fu undo)
    @ 2026-11-26 10:00
    $ fu done gary "not for him" --outcome declined --why "no time" --no-next
    Declined: Gary Lee, send the outline (no time). It stops the plan course. (fu undo)
    $ fu show gary

      Gary Lee @1
      phone         0412 555 019
      prefers       never asked
      kind          prospect
      added         Wed 25 Nov
      last contact  Thu 26 Nov
      you started   1 of 1

      OPEN PROMISES
        no next step

      HISTORY
      Thu 26 Nov 10:00  → declined "send the outline" (no time): not for him;
                          stops the plan course; nothing is next, as meant
      Wed 25 Nov 14:20    set "send the outline" for Thu 26 Nov
    $ fu today "10 dec"
      Thursday 10 December 2026, as planned                     1 to keep in touch

      KEEP IN TOUCH
      ▸ @1  Gary Lee                                                  0412 555 019
            keep in touch
            last spoke on Thu 26 Nov, every 14d

      Nothing else that day · the day after 0 · no next step: nobody
      fu log @1 "…"    fu tried @1    fu promise @1 "…" --due fri
    "
  `)
})

test('days that fall on one working day are said once', async () => {
  const { fu } = aProgram({ now: '2026-11-27 10:00' })
  await fu('add Gary -p 0412555019 --no-next')
  expect((await fu('sent gary album --by post')).stdout).toBe(
    'Sent to Gary: album. Next: check that it arrived: album, Mon 30 Nov. (fu undo)\n',
  )
})
