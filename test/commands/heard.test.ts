import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

const ada = 'add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next'

test('a call in owes a call back before the day is over, and the page says since when (R19, R25)', async () => {
  expect(await session([ada, 'heard ada wants a quote', 'today'])).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu heard ada wants a quote
    Heard from Ada Müller: wants a quote. Owed: call back: wants a quote, Wed 25 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           1 today

      TODAY
      ▸  1  Ada Müller                                                0412 555 019
            call back: wants a quote
            they called on Wed 25 Nov 14:20

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('an email after closing time is answered on the next working day (R20)', async () => {
  expect(
    await session([ada, '@ 2026-11-27 17:30', 'heard ada --by email "is it ready?"', 'today', 'today mon']),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    @ 2026-11-27 17:30
    $ fu heard ada --by email "is it ready?"
    Heard from Ada Müller: is it ready? Owed: answer: is it ready?, Mon 30 Nov. (fu undo)
    $ fu today
      Friday 27 November 2026

      Nothing due. Tomorrow: nothing. The next is Ada Müller on Mon 30 Nov.
    $ fu today mon
      Monday 30 November 2026, as planned                             1 on the day

      ON THE DAY
      ▸  1  Ada Müller                                         ada@mueller.example
            answer: is it ready?
            they wrote on Fri 27 Nov 17:30 · past 24 hours

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('asking again does not owe a second answer: it is counted, and past 24 hours the line says so (R21, R24)', async () => {
  expect(
    await session([
      ada,
      'heard ada wants a quote',
      '@ 2026-11-26 16:00',
      'heard ada "where is it?" --hot',
      'today',
      'done ada "she has it" --no-next',
      'today --brief',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu heard ada wants a quote
    Heard from Ada Müller: wants a quote. Owed: call back: wants a quote, Wed 25 Nov. (fu undo)
    @ 2026-11-26 16:00
    $ fu heard ada "where is it?" --hot
    Heard from Ada Müller: where is it? They asked before: 1 (Ada Müller, call back: wants a quote; where is it?) is owed since Wed 25 Nov. (fu undo)
    $ fu today
      Thursday 26 November 2026                                     1 carried over

      FIRST
      ▸  1  Ada Müller                                   0412 555 019   1 day late
            hot · call back: wants a quote; where is it?
            they called on Wed 25 Nov 14:20; asked again on Thu 26 Nov
            past 24 hours

      Nothing else today · tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu done ada "she has it" --no-next
    Kept a day late: Ada Müller, call back: wants a quote; where is it? (fu undo)
    $ fu today --brief
    nothing due
    "
  `)
})

test('an answer given at once is a dated promise, and stops the clock (R13)', async () => {
  expect(
    await session([
      ada,
      'heard ada wants a quote',
      'heard ada "by when?" --promise "send the quote" --due thu',
      'today',
      'show ada',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu heard ada wants a quote
    Heard from Ada Müller: wants a quote. Owed: call back: wants a quote, Wed 25 Nov. (fu undo)
    $ fu heard ada "by when?" --promise "send the quote" --due thu
    Heard from Ada Müller: by when? Kept on time: Ada Müller, call back: wants a quote. Promised Ada Müller: send the quote, Thu 26 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026

      All done: 1 done today. Tomorrow: 1. The next is Ada Müller on Thu 26 Nov.
    $ fu show ada

      Ada Müller @1
      phone         0412 555 019
      email         ada@mueller.example
      prefers       never asked
      added         Wed 25 Nov
      last contact  Wed 25 Nov
      you started   0 of 1

      OPEN PROMISES
         2  send the quote · Thu 26 Nov

      HISTORY
      Wed 25 Nov 14:20  → promised "send the quote" for Thu 26 Nov
      Wed 25 Nov 14:20    set "call back: wants a quote" for Wed 25 Nov
      Wed 25 Nov 14:20  → kept "call back: wants a quote"
      Wed 25 Nov 14:20  → I told them that I have it
      Wed 25 Nov 14:20  ← they called: by when?
      Wed 25 Nov 14:20  ← they called: wants a quote
    "
  `)
})

test('any answer from them ends the tries, and the entry says which (R34)', async () => {
  expect(
    await session([
      'add "Ada Müller" -p 0412555019 --promise "the price list" --due today',
      'tried ada',
      '@ 2026-11-30 10:00',
      'tried ada --voicemail',
      '@ 2026-12-02 10:00',
      'heard ada "got your message"',
      'show ada',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 --promise "the price list" --due today
    Added Ada Müller (@1). Promised Ada Müller: the price list, Wed 25 Nov. (fu undo)
    $ fu tried ada
    Tried Ada Müller: no answer. Next try Mon 30 Nov. (fu undo)
    @ 2026-11-30 10:00
    $ fu tried ada --voicemail
    Tried Ada Müller: left a voicemail, try 2. Next try Mon 7 Dec. (fu undo)
    @ 2026-12-02 10:00
    $ fu heard ada "got your message"
    Heard from Ada Müller: got your message. Owed: call back: got your message, Wed 2 Dec. It ends the tries on 1 (Ada Müller, the price list). (fu undo)
    $ fu show ada

      Ada Müller @1
      phone         0412 555 019
      prefers       never asked
      added         Wed 25 Nov
      last contact  Wed 2 Dec
      you started   2 of 3

      OPEN PROMISES
         1  the price list · Wed 25 Nov, late
         2  call back: got your message · Wed 2 Dec

      HISTORY
      Wed 2 Dec 10:00     set "call back: got your message" for Wed 2 Dec
      Wed 2 Dec 10:00   ← they called: got your message; ends the tries on 1 (Ada
                          Müller, the price list)
      Mon 30 Nov 10:00  → left a voicemail, about "the price list"
      Wed 25 Nov 14:20  → promised "the price list" for Wed 25 Nov
      Wed 25 Nov 14:20  → no answer, about "the price list"
    $ fu today
      Wednesday 2 December 2026                           1 carried over · 1 today

      CARRIED OVER
      ▸  1  Ada Müller                                  0412 555 019   7 days late
            the price list
            you said Wed 25 Nov · owes an update

      TODAY
         2  Ada Müller                                  0412 555 019
            call back: got your message
            they called on Wed 2 Dec 10:00

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 2    fu move 1 fri
    "
  `)
})

test('a complaint stands first, is not closed without an outcome, and is asked about a week later (R26)', async () => {
  expect(
    await session([
      ada,
      'add "Gary Lee" --promise call --due today --hot',
      'heard ada "the lock is broken again" --complaint',
      'today',
      'done 2',
      'done 2 "a new lock is on its way"',
      'today "2 dec"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu add "Gary Lee" --promise call --due today --hot
    Added Gary Lee (@2). Promised Gary Lee: call, Wed 25 Nov. (fu undo)
    Gary Lee has no phone number: fu edit @2 --phone …
    $ fu heard ada "the lock is broken again" --complaint
    Heard from Ada Müller: the lock is broken again. Owed: put right: the lock is broken again, Wed 25 Nov. (fu undo)
    $ fu today
      Wednesday 25 November 2026                                           2 today

      FIRST · 2
      ▸  2  Ada Müller                                                0412 555 019
            hot · put right: the lock is broken again
            they called on Wed 25 Nov 14:20
         1  Gary Lee
            hot · call
            you said Wed 25 Nov · no number: fu edit @2 --phone …

      Tomorrow 0 · no next step: nobody
      fu done 2 "…"    fu tried 1    fu move 2 fri
    $ fu done 2
    2 (Ada Müller, put right: the lock is broken again) is a complaint, and needs an outcome.
    Say how it ended: fu done 2 "a new one is on its way".
    [2]
    $ fu done 2 "a new lock is on its way"
    Kept on time: Ada Müller, put right: the lock is broken again. Next: ask if they are happy now: the lock is broken again, Wed 2 Dec. (fu undo)
    $ fu today "2 dec"
      Wednesday 2 December 2026, as planned          1 carried over · 1 on the day

      FIRST
      ▸  1  Gary Lee                                                   7 days late
            hot · call
            you said Wed 25 Nov · owes an update · no number: fu edit @2 --phone …

      ON THE DAY
         3  Ada Müller                                  0412 555 019
            ask if they are happy now: the lock is broken again
            planned for Wed 2 Dec

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 3    fu move 1 fri
    "
  `)
})

test('who does not want to be contacted is heard all the same, and nothing is owed (R58)', async () => {
  expect(
    await session([
      ada,
      'edit ada --do-not-contact',
      'heard ada "a wrong bill"',
      'today',
      'promise ada x --due fri',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu edit ada --do-not-contact
    Changed Ada Müller: do not contact. (fu undo)
    $ fu heard ada "a wrong bill"
    Heard from Ada Müller: a wrong bill. Ada Müller does not want to be contacted, so nothing is owed. (fu undo)
    $ fu today
      Wednesday 25 November 2026

      Nothing due, and nothing planned for later. fu check lists who has no next
      step.
    $ fu promise ada x --due fri
    Ada Müller does not want to be contacted; nothing was written.
    If that has changed: fu edit @1 --may-contact
    [5]
    "
  `)
})

test('a date for an answer does not close a complaint, which needs an outcome (R13, R26)', async () => {
  expect(
    await session([
      ada,
      'heard ada "wants a quote"',
      'heard ada "it is broken" --complaint',
      'heard ada "by when?" --promise "send a new one" --due thu',
      'list',
      'list --kept',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu heard ada "wants a quote"
    Heard from Ada Müller: wants a quote. Owed: call back: wants a quote, Wed 25 Nov. (fu undo)
    $ fu heard ada "it is broken" --complaint
    Heard from Ada Müller: it is broken. Owed: put right: it is broken, Wed 25 Nov. (fu undo)
    $ fu heard ada "by when?" --promise "send a new one" --due thu
    Heard from Ada Müller: by when? Kept on time: Ada Müller, call back: wants a quote. Promised Ada Müller: send a new one, Thu 26 Nov. (fu undo)
    $ fu list
         who         what                           due
      2  Ada Müller  hot · put right: it is broken  Wed 25 Nov
      3  Ada Müller  send a new one                 Thu 26 Nov
    $ fu list --kept
         who         what                      due
      1  Ada Müller  call back: wants a quote  Wed 25 Nov  kept Wed 25 Nov
    "
  `)
})

test('who does not want to be contacted is promised nothing, heard from or not (R58)', async () => {
  expect(
    await session([
      ada,
      'edit ada --do-not-contact call',
      'edit ada --do-not-contact email',
      'promise ada x --due fri --by call',
      'promise ada x --due fri --by email',
      'edit ada --do-not-contact',
      'heard ada "by when?" --promise "send it" --due thu',
      'add "Kim Park" --from ada --no-next',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    $ fu edit ada --do-not-contact call
    Changed Ada Müller: do not contact by call. (fu undo)
    $ fu edit ada --do-not-contact email
    Changed Ada Müller: do not contact by call or email. (fu undo)
    $ fu promise ada x --due fri --by call
    Ada Müller does not want to be contacted by call; nothing was written.
    If that has changed: fu edit @1 --may-contact
    [5]
    $ fu promise ada x --due fri --by email
    Ada Müller does not want to be contacted by email; nothing was written.
    If that has changed: fu edit @1 --may-contact
    [5]
    $ fu edit ada --do-not-contact
    Changed Ada Müller: do not contact. (fu undo)
    $ fu heard ada "by when?" --promise "send it" --due thu
    Ada Müller does not want to be contacted; nothing was written.
    If that has changed: fu edit @1 --may-contact
    [5]
    $ fu add "Kim Park" --from ada --no-next
    Added Kim Park (@2). (fu undo)
    "
  `)
})

test('asked again in the evening, the answer is owed by the next working day, and since that day once it is there', async () => {
  expect(
    await session([
      ada,
      '@ 2026-11-24 18:30',
      'heard ada "rang"',
      'heard ada "rang again"',
      '@ 2026-11-25 09:00',
      'heard ada "and again"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Ada Müller" -p 0412555019 -e ada@mueller.example --no-next
    Added Ada Müller (@1). (fu undo)
    @ 2026-11-24 18:30
    $ fu heard ada "rang"
    Heard from Ada Müller: rang. Owed: call back: rang, Wed 25 Nov. (fu undo)
    $ fu heard ada "rang again"
    Heard from Ada Müller: rang again. They asked before: 1 (Ada Müller, call back: rang; rang again) is owed by Wed 25 Nov. (fu undo)
    @ 2026-11-25 09:00
    $ fu heard ada "and again"
    Heard from Ada Müller: and again. They asked before: 1 (Ada Müller, call back: rang; rang again; and again) is owed since Wed 25 Nov. (fu undo)
    "
  `)
})
