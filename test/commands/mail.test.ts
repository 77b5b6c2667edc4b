import { describe, expect, it, test, vi } from 'vitest'
import type { App } from '../../src/app.ts'
import type { MailSource } from '../../src/domain/mail-source.ts'
import { dump } from '../support/diaries.ts'
import { box, readBox, type SomeMessage } from '../support/mailbox.ts'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'

// How mailboxes are read is tested where they are read; here they are files with the rows of one.
vi.mock('../../src/actions/mail/read.ts', () => ({
  readMail: (app: App, source: MailSource) => readBox(app.files.read(source.kind === 'path' ? source.path : source.url)),
}))

const people = [
  'add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next',
  'add "Ada Müller" -e ada@mueller.example --no-next',
]

const gary = 'Gary Lee <gary@lee.example>'
const ada = 'ada@mueller.example'

const quote: SomeMessage = { id: '<q1@lee.example>', from: gary, at: '2026-11-23T10:00', subject: 'Quote for the roof' }
const again: SomeMessage = {
  id: '<q2@lee.example>',
  re: '<q1@lee.example>',
  from: gary,
  at: '2026-11-24T16:40',
  subject: 'Re: Quote for the roof',
}
const sent: SomeMessage = { id: '<s1@hall.example>', to: ada, at: '2026-11-20T09:00', subject: 'Invoice 12' }

describe('fu mail', () => {
  it('owes one answer for each contact and thread, and says what became of each message (R20, R65)', async () => {
    const files = {
      box: box(quote, again, sent, { from: 'news@shop.example', at: '2026-11-24T10:00', kind: 'bulk' }),
    }
    expect(await session([...people, 'mail box', 'today', 'show gary', 'mail box', 'undo', 'mail box', 'mail box --again'], { files })).toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -e ada@mueller.example --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu mail box

        ANSWER
           who       what                                             due
        1  Gary Lee  answer: Quote for the roof (×2, last Tue 24 Nov  Mon 23 Nov
                     16:40)

        MESSAGES OF THE MAILBOX
        3  written
        1  of lists and newsletters
        4  in all

      Read box: 3 new messages, 1 answer owed. (fu undo)
      fu config mail.box box names it: then "fu mail" reads it, and the page counts missing replies.
      $ fu today
        Wednesday 25 November 2026                                    1 carried over

        CARRIED OVER
        ▸  1  Gary Lee                                gary@lee.example   2 days late
              answer: Quote for the roof (×2, last Tue 24 Nov 16:40)
              they wrote on Mon 23 Nov 10:00 · past 24 hours

        Nothing else today · tomorrow 0 · no next step: nobody
        fu done 1 "…"    fu tried 1    fu move 1 fri
      $ fu show gary

        Gary Lee @1
        phone         0412 555 019
        email         gary@lee.example
        prefers       never asked
        added         Wed 25 Nov
        last contact  Tue 24 Nov
        you started   0 of 2

        OPEN PROMISES
           1  answer: Quote for the roof (×2, last Tue 24 Nov 16:40)
              Mon 23 Nov, late · they asked again once

        HISTORY
        Tue 24 Nov 16:40  ← they wrote: Re: Quote for the roof
        Mon 23 Nov 10:00    set "answer: Quote for the roof (×2, last Tue 24 Nov
                            16:40)" for Mon 23 Nov
        Mon 23 Nov 10:00  ← they wrote: Quote for the roof
      $ fu mail box

        MESSAGES OF THE MAILBOX
        3  known already
        1  of lists and newsletters
        4  in all

      Nothing new in box; nothing was written.
      $ fu undo
      Took back: mail box: 3 new, 1 to answer. Promise 1 is gone. (fu undo 4)
      $ fu mail box

        MESSAGES OF THE MAILBOX
        3  taken back before (--again writes them)
        1  of lists and newsletters
        4  in all

      Nothing new in box; nothing was written.
      $ fu mail box --again

        ANSWER
           who       what                                             due
        2  Gary Lee  answer: Quote for the roof (×2, last Tue 24 Nov  Mon 23 Nov
                     16:40)

        MESSAGES OF THE MAILBOX
        3  written
        1  of lists and newsletters
        4  in all

      Read box: 3 new messages, 1 answer owed. (fu undo)
      fu config mail.box box names it: then "fu mail" reads it, and the page counts missing replies.
      "
    `)
  })

  it('closes the answer with a message of mine in the thread (R21)', async () => {
    const reply: SomeMessage = { id: '<r@hall.example>', re: '<q2@lee.example>', to: gary, at: '2026-11-25T09:00', subject: 'Re: Quote for the roof' }
    const files = { one: box(quote, sent), two: box(quote, again, sent, reply) }
    expect(
      await session([...people, '@ 2026-11-23 12:00', 'mail one', '@ 2026-11-25 12:00', 'mail two', 'show gary'], { files }),
    ).toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -e ada@mueller.example --no-next
      Added Ada Müller (@2). (fu undo)
      @ 2026-11-23 12:00
      $ fu mail one

        ANSWER
           who       what                        due
        1  Gary Lee  answer: Quote for the roof  Mon 23 Nov

        MESSAGES OF THE MAILBOX
        2  written
        2  in all

      Read one: 2 new messages, 1 answer owed. (fu undo)
      fu config mail.box one names it: then "fu mail" reads it, and the page counts missing replies.
      @ 2026-11-25 12:00
      $ fu mail two

        ANSWERED
           who       what                        answered
        1  Gary Lee  answer: Quote for the roof  Wed 25 Nov 09:00

        MESSAGES OF THE MAILBOX
        2  written
        2  known already
        4  in all

      Read two: 2 new messages, 1 closed. (fu undo)
      fu config mail.box two names it: then "fu mail" reads it, and the page counts missing replies.
      $ fu show gary

        Gary Lee @1
        phone         0412 555 019
        email         gary@lee.example
        prefers       never asked
        added         Wed 25 Nov
        last contact  Wed 25 Nov
        you started   0 of 2

        OPEN PROMISES
          nothing is next

        HISTORY
        Wed 25 Nov 09:00  → kept "answer: Quote for the roof": Re: Quote for the
                            roof; closes 1, found in the mailbox
        Tue 24 Nov 16:40  ← they wrote: Re: Quote for the roof
        Mon 23 Nov 10:00    set "answer: Quote for the roof" for Mon 23 Nov
        Mon 23 Nov 10:00  ← they wrote: Quote for the roof
      "
    `)
  })
})
