import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
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
      ▸  1  Ada Müller                                         ada@mueller.example
            find the right number: the list · 2nd try
            wrong number on Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('after a wrong number the line offers the other one, and only that, on every line of theirs (R35)', async () => {
  expect(
    await session([
      'add "Mary Wu" -p "02 9876 5432" -p "mobile:0400 111 222" --promise "the quote" --due today',
      'promise mary "the papers" --due today',
      'tried 1 --wrong-number',
      'today',
      'tried 1',
      'today',
      'next --brief',
      'tried 2 --wrong-number',
      'today',
      'edit mary --phone 0411000111',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Mary Wu" -p "02 9876 5432" -p "mobile:0400 111 222" --promise "the quote" --due today
    Added Mary Wu (@1). Promised Mary Wu: the quote, Wed 25 Nov. (fu undo)
    $ fu promise mary "the papers" --due today
    Promised Mary Wu: the papers, Wed 25 Nov. (fu undo)
    $ fu tried 1 --wrong-number
    Tried Mary Wu: wrong number. There is also 0400 111 222. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           2 today

      TODAY · 2
      ▸  1  Mary Wu                                                   0400 111 222
            the quote · 2nd try
            wrong number on Wed 25 Nov
         2  Mary Wu                                                   0400 111 222
            the papers
            you said Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 2    fu move 1 fri
    $ fu tried 1
    Tried Mary Wu: no answer, try 2. Next try Mon 30 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  2  Mary Wu                                                   0400 111 222
            the papers
            you said Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 2 "…"    fu tried 2    fu move 2 fri
    $ fu next --brief
    2  Mary Wu, 0400 111 222: the papers
    $ fu tried 2 --wrong-number
    Tried Mary Wu: wrong number. Find the right number. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  2  Mary Wu
            find the right number: the papers · 2nd try
            wrong number on Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 2 "…"    fu tried 2    fu move 2 fri
    $ fu edit mary --phone 0411000111
    Changed Mary Wu: phone. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  2  Mary Wu                                                   0411 000 111
            the papers · 2nd try
            wrong number on Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 2 "…"    fu tried 2    fu move 2 fri
    "
  `)
})

test('a wrong number leaves the address by which they want to be reached (R35)', async () => {
  expect(
    await session([
      'add "Priya Rao" -p 0412555030 -e p@x.example --by email --promise "email power" --due today',
      'tried 1 --wrong-number',
      'today',
      'tried 1 --wrong-number --by email',
      'today',
      'edit @1 --email q@x.example',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Priya Rao" -p 0412555030 -e p@x.example --by email --promise "email power" --due today
    Added Priya Rao (@1). Promised Priya Rao: email power, Wed 25 Nov. (fu undo)
    $ fu tried 1 --wrong-number
    Tried Priya Rao: wrong number. There is also p@x.example. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Priya Rao                                                  p@x.example
            email power · 2nd try
            wrong number on Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu tried 1 --wrong-number --by email
    Tried Priya Rao: wrong number, try 2. Find the right number. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Priya Rao
            find the right number: email power · 3rd try
            wrong number twice, last on Wed 25 Nov
            no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu edit @1 --email q@x.example
    Changed Priya Rao: email. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Priya Rao                                                  q@x.example
            email power · 3rd try
            wrong number twice, last on Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('where they want email and there is none, the right number is asked for, and mends it', async () => {
  expect(
    await session([
      'add "Priya Rao" -p 0412555030 --by email --promise "email power" --due today',
      'tried 1 --wrong-number',
      'today',
      'edit @1 --phone 0400111222',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Priya Rao" -p 0412555030 --by email --promise "email power" --due today
    Added Priya Rao (@1). Promised Priya Rao: email power, Wed 25 Nov. (fu undo)
    Priya Rao has no email address (known: 0412 555 030): fu edit @1 --email …
    $ fu tried 1 --wrong-number
    Tried Priya Rao: wrong number. Find the right number. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Priya Rao
            find the right number: email power · 2nd try
            wrong number on Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu edit @1 --phone 0400111222
    Changed Priya Rao: phone. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Priya Rao                                                 0400 111 222
            email power · 2nd try
            wrong number on Wed 25 Nov · no email: fu edit @1 --email …

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
      Wednesday 20 January 2027, as planned                           1 on the day

      ON THE DAY
      ▸  1  Gary Lee                                                  0412 555 019
            call and email: the quote · 8th try
            no answer 3 times, last on Mon 21 Dec · owes an update

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu drop 1 --why "he moved away"
    Dropped 1 (Gary Lee, the quote): he moved away. (fu undo)
    No next step with Gary Lee: fu promise @1 … --due …
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
      @2  Gary Smith
      @1  Gary Lee, 0412 555 019
    Name one by its number, as in @2.
    [4]
    "
  `)
})

test('somebody to keep in touch with who was not reached is tried again, and does not count as spoken to (R40)', async () => {
  expect(
    await session([
      'add "Ada Muller" -p 0412555020 --every 30d --no-next',
      'add "Gary Lee" -p 0412555019 --no-next',
      '@ 2027-01-11 09:00',
      'today',
      'tried ada --voicemail "asked her to ring"',
      'today',
      'show ada',
      '@ 2027-01-14 09:00',
      'today',
      'done ada "all is well" --no-next',
      'today',
      'undo',
      'tried gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Muller" -p 0412555020 --every 30d --no-next
    Added Ada Muller (@1). (fu undo)
    $ fu add "Gary Lee" -p 0412555019 --no-next
    Added Gary Lee (@2). (fu undo)
    @ 2027-01-11 09:00
    $ fu today
      Monday 11 January 2027                                    1 to keep in touch

      KEEP IN TOUCH
      ▸ @1  Ada Muller                                 0412 555 020   17 days late
            keep in touch
            never spoken to since you added them on Wed 25 Nov 2026, every 30d

      Nothing else today · tomorrow 0 · no next step: nobody
      fu log @1 "…"    fu tried @1    fu promise @1 "…" --due fri
    $ fu tried ada --voicemail "asked her to ring"
    Tried Ada Muller: left a voicemail. Next try Thu 14 Jan. "keep in touch" is now promise 1, and stays on the page until it is done. (fu undo)
    $ fu today
      Monday 11 January 2027

      Nothing due. Tomorrow: nothing. The next is Ada Muller on Thu 14 Jan.
    $ fu show ada

      Ada Muller @1
      phone         0412 555 020
      prefers       never asked
      every         30d
      added         Wed 25 Nov 2026
      last contact  never
      you started   1 of 1

      OPEN PROMISES
         1  keep in touch · Mon 11 Jan · next Thu 14 Jan · 2nd try

      HISTORY
      Mon 11 Jan 09:00    set "keep in touch" for Mon 11 Jan
      Mon 11 Jan 09:00  → left a voicemail, about "keep in touch": asked her to
                          ring
    @ 2027-01-14 09:00
    $ fu today
      Thursday 14 January 2027                                             1 today

      TODAY
      ▸  1  Ada Muller                                                0412 555 020
            keep in touch · 2nd try
            asked her to ring on Mon 11 Jan

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu done ada "all is well" --no-next
    Kept 3 days late: Ada Muller, keep in touch. (fu undo)
    $ fu today
      Thursday 14 January 2027

      All done: 1 done today. Nothing is planned for later. fu check lists who has
      no next step.
    $ fu undo
    Took back: done 1 (Ada Muller, keep in touch). It is open again. (fu undo 5)
    $ fu tried gary
    Gary Lee has no open promise.
    "fu promise @2 … --due …" makes one.
    [3]
    "
  `)
})

test('a line that asks for the right number is not closed by finding it (R35)', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --promise "the quote" --due today',
      'tried gary --wrong-number',
      'done gary "found his number" --no-next',
      'today',
      'done gary "wrote to him" --outcome reached --no-next',
      'undo',
      'edit gary --phone 0411222333',
      'done gary --no-next',
      'edit gary --no-phone --phone 0411222333',
      'show gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "the quote" --due today
    Added Gary Lee (@1). Promised Gary Lee: the quote, Wed 25 Nov. (fu undo)
    $ fu tried gary --wrong-number
    Tried Gary Lee: wrong number. Find the right number. (fu undo)
    $ fu done gary "found his number" --no-next
    1 (Gary Lee, the quote) asks for the right number first: 0412 555 019 is not theirs.
    If you found it: fu edit @1 --phone … If you reached them in another way: fu done 1 --outcome reached.
    [5]
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Gary Lee
            find the right number: the quote · 2nd try
            wrong number on Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu done gary "wrote to him" --outcome reached --no-next
    Kept on time: Gary Lee, the quote. (fu undo)
    0412 555 019 is not theirs, but is still on the card of Gary Lee: fu edit @1
    $ fu undo
    Took back: done 1 (Gary Lee, the quote). It is open again. (fu undo 4)
    $ fu edit gary --phone 0411222333
    Changed Gary Lee: phone. (fu undo)
    $ fu done gary --no-next
    Kept on time: Gary Lee, the quote. (fu undo)
    0412 555 019 is not theirs, but is still on the card of Gary Lee: fu edit @1
    $ fu edit gary --no-phone --phone 0411222333
    Changed Gary Lee: phone. (fu undo)
    $ fu show gary

      Gary Lee @1
      phone         0411 222 333
      prefers       never asked
      added         Wed 25 Nov
      last contact  Wed 25 Nov
      you started   1 of 1

      OPEN PROMISES
        no next step

      HISTORY
      Wed 25 Nov 14:20  → promised "the quote" for Wed 25 Nov
      Wed 25 Nov 14:20  → kept "the quote": nothing is next, as meant
      Wed 25 Nov 14:20  → wrong number, about "the quote": 0412 555 019
    "
  `)
})

test('a try before its day or minute leaves a promise to its day: that is what they were told', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --promise "the price" --due fri',
      'add "Ada Muller" -p 0412555020 --promise "ring" --due "today 15:00"',
      'tried gary',
      'tried ada --busy',
      'today',
      'today fri',
      '@ 2026-11-25 15:01',
      'tried ada',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "the price" --due fri
    Added Gary Lee (@1). Promised Gary Lee: the price, Fri 27 Nov. (fu undo)
    $ fu add "Ada Muller" -p 0412555020 --promise "ring" --due "today 15:00"
    Added Ada Muller (@2). Promised Ada Muller: ring, Wed 25 Nov 15:00. (fu undo)
    $ fu tried gary
    Tried Gary Lee: no answer. Next try Fri 27 Nov. (fu undo)
    $ fu tried ada --busy
    Tried Ada Muller: busy. Next try Wed 25 Nov 15:00. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  2  Ada Muller                                        0412 555 020   15:00
            ring · 2nd try
            busy on Wed 25 Nov, try again 15:00

      Tomorrow 0 · no next step: nobody
      fu done 2 "…"    fu tried 2    fu move 2 fri
    $ fu today fri
      Friday 27 November 2026, as planned            1 carried over · 1 on the day

      CARRIED OVER
      ▸  2  Ada Muller                                  0412 555 020   2 days late
            ring · 2nd try
            busy on Wed 25 Nov · owes an update

      ON THE DAY
         1  Gary Lee                                    0412 555 019
            the price · 2nd try
            no answer on Wed 25 Nov

      The day after 0 · no next step: nobody
      fu done 2 "…"    fu tried 1    fu move 2 fri
    @ 2026-11-25 15:01
    $ fu tried ada
    Tried Ada Muller: no answer, try 2. Next try Mon 30 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026

      Nothing due. Tomorrow: nothing. The next is Gary Lee on Fri 27 Nov.
    "
  `)
})

test('a complaint that nobody answered stands there again on the next working day (R26)', async () => {
  expect(
    await session([
      'add "Bob Hart" -p 0412555019 --no-next',
      'heard bob "sparks from the board" --complaint',
      'tried bob',
      'today tomorrow',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Bob Hart" -p 0412555019 --no-next
    Added Bob Hart (@1). (fu undo)
    $ fu heard bob "sparks from the board" --complaint
    Heard from Bob Hart: sparks from the board. Owed: put right: sparks from the board, Wed 25 Nov. (fu undo)
    $ fu tried bob
    Tried Bob Hart: no answer. Next try Thu 26 Nov. (fu undo)
    $ fu today tomorrow
      Thursday 26 November 2026, as planned                           1 on the day

      FIRST
      ▸  1  Bob Hart                                                  0412 555 019
            hot · put right: sparks from the board · 2nd try
            they called on Wed 25 Nov 14:20; no answer on Wed 25 Nov

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('what a try or a snooze took off the page is put back by moving it to its day', async () => {
  expect(
    await session([
      'add "Dan Hart" -p 0412555019 --promise "ring" --due today',
      'tried dan',
      'move dan today',
      'today --brief',
      'move dan today',
      'snooze dan fri',
      'move dan today',
      'today',
      'add "Zoe Hill" --met "the fair"',
      'move zoe fri',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Dan Hart" -p 0412555019 --promise "ring" --due today
    Added Dan Hart (@1). Promised Dan Hart: ring, Wed 25 Nov. (fu undo)
    $ fu tried dan
    Tried Dan Hart: no answer. Next try Mon 30 Nov. (fu undo)
    $ fu move dan today
    Back on Wed 25 Nov: 1 (Dan Hart, ring). (fu undo)
    $ fu today --brief
    1 today
    $ fu move dan today
    1 is already due on that day.
    Name another day.
    [2]
    $ fu snooze dan fri
    Off the page until Fri 27 Nov: 1 (Dan Hart, ring). Promised for Wed 25 Nov as before. (fu undo)
    $ fu move dan today
    Back on Wed 25 Nov: 1 (Dan Hart, ring). (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Dan Hart                                                  0412 555 019
            ring · 2nd try
            no answer on Wed 25 Nov

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu add "Zoe Hill" --met "the fair"
    Added Zoe Hill (@2). Next: good to meet you: write, with something of use to Zoe Hill, Thu 26 Nov. (fu undo)
    Zoe Hill has no phone number: fu edit @2 --phone …
    $ fu move zoe fri
    Moved 2 (Zoe Hill, good to meet you: write, with something of use to Zoe Hill) from Thu 26 Nov to Fri 27 Nov. (fu undo)
    "
  `)
})

test('the only number, once wrong, comes back on no line, whatever was tried since (R35)', async () => {
  expect(
    await session([
      'add "Ned Two" -p 0411333002 --promise "call about the pump" --due today',
      'promise ned "send the invoice" --due today',
      'tried 1 --wrong-number',
      'tried 1 --by email',
      'move 1 today',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ned Two" -p 0411333002 --promise "call about the pump" --due today
    Added Ned Two (@1). Promised Ned Two: call about the pump, Wed 25 Nov. (fu undo)
    $ fu promise ned "send the invoice" --due today
    Promised Ned Two: send the invoice, Wed 25 Nov. (fu undo)
    $ fu tried 1 --wrong-number
    Tried Ned Two: wrong number. Find the right number. (fu undo)
    $ fu tried 1 --by email
    Tried Ned Two: no answer, try 2. Next try Mon 30 Nov. (fu undo)
    $ fu move 1 today
    Back on Wed 25 Nov: 1 (Ned Two, call about the pump). (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           2 today

      TODAY · 2
      ▸  1  Ned Two
            find the right number: call about the pump · 3rd try
            no answer on Wed 25 Nov · no number: fu edit @1 --phone …
         2  Ned Two
            find the right number: send the invoice
            you said Wed 25 Nov · no number: fu edit @1 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 2    fu move 1 fri
    "
  `)
})

test('a try lies not before the promise', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary -p 0412555019 --promise call --due today')
  expect(await fu('tried 1 --on 2026-10-01')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      '1 (Gary, call) was promised on Wed 25 Nov, and cannot have been tried before.\nName a later day with --on.\n',
  })
})

test('of two people of one name, the one with an open promise is meant', async () => {
  expect(
    await session([
      'add "Bo Ek" -p 0411000001 --no-next',
      'add "Bo Lind" -p 0411000002 --promise "the brochure" --due fri',
      'tried bo',
      'done bo sent',
      'done bo',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Bo Ek" -p 0411000001 --no-next
    Added Bo Ek (@1). (fu undo)
    $ fu add "Bo Lind" -p 0411000002 --promise "the brochure" --due fri
    Added Bo Lind (@2). Promised Bo Lind: the brochure, Fri 27 Nov. (fu undo)
    $ fu tried bo
    Tried Bo Lind: no answer. Next try Fri 27 Nov. (fu undo)
    $ fu done bo sent
    Kept on time: Bo Lind, the brochure. (fu undo)
    No next step with Bo Lind: fu promise @2 … --due …
    $ fu done bo
    "bo" fits 2 contacts.
      @2  Bo Lind, 0411 000 002
      @1  Bo Ek, 0411 000 001
    Name one by its number, as in @2.
    [4]
    "
  `)
})
