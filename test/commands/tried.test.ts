import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const gary = 'add "Gary Lee" -p 0412555019 --promise "the quote" --due today'

test('a wrong number is not printed to be called again; another one in its place makes it a call (R35)', async () => {
  expect(
    await session([
      gary,
      'tried gary --wrong-number "a bakery"',
      'today',
      'edit gary --phone 0411222333',
      'today',
      'tried gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "the quote" --due today
    Added Gary Lee (@1). Promised Gary Lee: the quote, Wed 25 Nov. (fu undo)
    $ fu tried gary --wrong-number "a bakery"
    Tried Gary Lee: wrong number. Find the right number. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Gary Lee
            find the right number: the quote · 2nd try
            a bakery on Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu edit gary --phone 0411222333
    Changed Gary Lee: phone. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Gary Lee                                                  0411 222 333
            the quote · 2nd try
            a bakery on Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu tried gary
    Tried Gary Lee: no answer, try 2. Next try Mon 30 Nov. (fu undo)
    "
  `)
})

test('a wrong number where another way is known is put right too, and no number at all is said', async () => {
  expect(
    await session([
      'add "Ada Müller" -e ada@mueller.example --promise "the list" --due today',
      'tried ada --wrong-number',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -e ada@mueller.example --promise "the list" --due today
    Added Ada Müller (@1). Promised Ada Müller: the list, Wed 25 Nov. (fu undo)
    Ada Müller has no phone number (known: ada@mueller.example): fu edit @1 --phone …
    $ fu tried ada --wrong-number
    Tried Ada Müller: wrong number. Find the right number. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Ada Müller
            find the right number: the list · 2nd try
            wrong number on Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('every way of not being reached, and when to try again (R32, R33, R35)', async () => {
  expect(
    await session([
      gary,
      'tried gary --busy',
      'tried 1 --message "with Sue"',
      '@ 2026-11-30 10:00',
      'tried 1 --voicemail',
      '@ 2026-11-30 16:30',
      'tried 1 --busy',
      '@ 2026-12-07 10:00',
      'tried 1',
      '@ 2026-12-14 10:00',
      'tried 1',
      '@ 2026-12-21 10:00',
      'tried 1',
      'today "20 jan"',
      'drop 1 --why "he moved away"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "the quote" --due today
    Added Gary Lee (@1). Promised Gary Lee: the quote, Wed 25 Nov. (fu undo)
    $ fu tried gary --busy
    Tried Gary Lee: busy. Next try Wed 25 Nov 15:20. (fu undo)
    $ fu tried 1 --message "with Sue"
    Tried Gary Lee: left a message, try 2. Next try Mon 30 Nov. (fu undo)
    @ 2026-11-30 10:00
    $ fu tried 1 --voicemail
    Tried Gary Lee: left a voicemail, try 3. Next try Mon 7 Dec. (fu undo)
    @ 2026-11-30 16:30
    $ fu tried 1 --busy
    Tried Gary Lee: busy, try 4. Next try Tue 1 Dec. (fu undo)
    @ 2026-12-07 10:00
    $ fu tried 1
    Tried Gary Lee: no answer, try 5. Next try Mon 14 Dec. (fu undo)
    @ 2026-12-14 10:00
    $ fu tried 1
    Tried Gary Lee: no answer, try 6. Next try Mon 21 Dec. (fu undo)
    @ 2026-12-21 10:00
    $ fu tried 1
    Tried Gary Lee: no answer, try 7. Next try Wed 20 Jan 2027. (fu undo)
    $ fu today "20 jan"
      Wednesday 20 January 2027, as it will stand                     1 on the day

      ON THE DAY
      ▸  1  Gary Lee                                                  0412 555 019
            call and email: the quote · 8th try
            no answer 3 times, last on Mon 21 Dec · owes an update

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu drop 1 --why "he moved away"
    Dropped 1 (Gary Lee, the quote): he moved away. (fu undo)
    "
  `)
})

test('a name without quotes is taken whole, and never for another of that first name', async () => {
  expect(
    await session([
      gary,
      'add "Gary Smith" --no-next',
      'tried gary smith not in',
      'tried gary lee not in',
      'log gary smith had lunch',
      'promise gary smith the brochure --due fri',
      'tried gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "the quote" --due today
    Added Gary Lee (@1). Promised Gary Lee: the quote, Wed 25 Nov. (fu undo)
    $ fu add "Gary Smith" --no-next
    Added Gary Smith (@2). (fu undo)
    $ fu tried gary smith not in
    Gary Smith has no open promise.
    "fu promise @2 … --due …" makes one.
    [3]
    $ fu tried gary lee not in
    Tried Gary Lee: no answer. Next try Mon 30 Nov. (fu undo)
    $ fu log gary smith had lunch
    Noted with Gary Smith: had lunch. (fu undo)
    $ fu promise gary smith the brochure --due fri
    Promised Gary Smith: the brochure, Fri 27 Nov. (fu undo)
    Gary Smith has no phone number: fu edit @2 --phone …
    $ fu tried gary
    "gary" fits 2 contacts.
      @1  Gary Lee, 0412 555 019
      @2  Gary Smith
    Say which by its number, as in @1.
    [4]
    "
  `)
})
