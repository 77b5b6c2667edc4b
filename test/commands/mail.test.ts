import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { dump } from '../support/diaries.ts'
import { box, cut, type Row, type SomeMessage } from '../support/mail-rows.ts'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'

const people = [
  'add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next',
  'add "Ada Müller" -e ada@mueller.example --no-next',
]

const gary = 'Gary Lee <gary@lee.example>'
const ada = 'ada@mueller.example'

const quote: SomeMessage = {
  id: '<q1@lee.example>',
  from: gary,
  at: '2026-11-23T10:00',
  subject: 'Quote for the roof',
}
const again: SomeMessage = {
  id: '<q2@lee.example>',
  re: '<q1@lee.example>',
  from: gary,
  at: '2026-11-24T16:40',
  subject: 'Re: Quote for the roof',
}
const sent: SomeMessage = { id: '<s1@hall.example>', to: ada, at: '2026-11-20T09:00', subject: 'Invoice 12' }

test('thousands of bounces are not each compared with every message', async () => {
  const count = 300
  const bounces = Array.from({ length: count }, (_, index): SomeMessage => {
    return { id: `<b${index}@x>`, from: 'mailer-daemon@x.example', at: '2026-11-24T10:00', kind: 'bounce' }
  })
  const program = aProgram({ files: { box: box(sent, ...bounces) } })
  const has = vi.spyOn(Set.prototype, 'has')
  onTestFinished(() => has.mockRestore())
  expect((await program.fu('mail box --dry-run')).status).toBe(0)
  const asked = has.mock.calls.filter(([id]) => typeof id === 'string' && id.startsWith('<b'))
  expect(asked.length).toBeLessThan((count * count) / 10)
})

describe('fu mail', () => {
  it('opens one answer for each contact and thread, and reports what became of each message (R20, R65)', async () => {
    const files = {
      box: box(quote, again, sent, { from: 'news@shop.example', at: '2026-11-24T10:00', kind: 'bulk' }),
    }
    expect(
      await session(
        [...people, 'mail box', 'today', 'show gary', 'mail box', 'undo', 'mail box', 'mail box --again'],
        { files },
      ),
    ).toMatchInlineSnapshot(`
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
      $ fu today
        Wednesday 25 November 2026                                    1 carried over

        CARRIED OVER
        ▸  1  Gary Lee                                gary@lee.example   2 days late
              answer: Quote for the roof (×2, last Tue 24 Nov 16:40)
              they wrote on Mon 23 Nov 10:00, again on Tue 24 Nov · past 24 hours

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
        3  undone before (--again writes them)
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
      "
    `)
  })

  it('closes the answer when I write in the thread (R21)', async () => {
    const reply: SomeMessage = {
      id: '<r@hall.example>',
      re: '<q2@lee.example>',
      to: gary,
      at: '2026-11-25T09:00',
      subject: 'Re: Quote for the roof',
    }
    const files = { one: box(quote, sent), two: box(quote, again, sent, reply) }
    expect(
      await session(
        [...people, '@ 2026-11-23 12:00', 'mail one', '@ 2026-11-25 12:00', 'mail two', 'show gary'],
        { files },
      ),
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
      $ fu show gary

        Gary Lee @1
        phone         0412 555 019
        email         gary@lee.example
        prefers       never asked
        added         Wed 25 Nov
        last contact  Wed 25 Nov
        you started   0 of 2

        OPEN PROMISES
          no next step

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

describe('a message of mine', () => {
  it('outside the thread closes nothing, and the line says when I wrote', async () => {
    const anew: SomeMessage = { to: gary, at: '2026-11-24T17:00', subject: 'Re: Quote for the roof' }
    const files = { box: box(quote, anew) }
    expect(await session([...people, 'mail box', 'today'], { files })).toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -e ada@mueller.example --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu mail box

        ANSWER
           who       what                        due
        1  Gary Lee  answer: Quote for the roof  Mon 23 Nov

        YOU WROTE, OUTSIDE THE THREAD
           who       what                        you wrote on
        1  Gary Lee  answer: Quote for the roof  Tue 24 Nov 17:00
        if that was the answer: fu done <number>

        MESSAGES OF THE MAILBOX
        2  written
        2  in all

      Read box: 2 new messages, 1 answer owed. (fu undo)
      $ fu today
        Wednesday 25 November 2026                                    1 carried over

        CARRIED OVER
        ▸  1  Gary Lee                                gary@lee.example   2 days late
              answer: Quote for the roof
              they wrote on Mon 23 Nov 10:00; you wrote on Tue 24 Nov: if that was
              it, fu done 1 · past 24 hours

        Nothing else today · tomorrow 0 · no next step: nobody
        fu done 1 "…"    fu tried 1    fu move 1 fri
      "
    `)
  })

  it('with a wish waits for a reply, which closes the wait and is owed an answer (R65)', async () => {
    const wish: SomeMessage = { ...sent, at: '2026-11-23T09:00', bcc: 'sue+fri@hall.example' }
    const reply: SomeMessage = {
      from: ada,
      re: '<s1@hall.example>',
      at: '2026-11-25T10:00',
      subject: 'AW: Invoice 12',
    }
    const files = { one: box(wish), two: box(wish, reply) }
    expect(
      await session(
        [
          ...people,
          '@ 2026-11-24 09:00',
          'mail one',
          'today 2026-11-27',
          '@ 2026-11-25 12:00',
          'mail two',
          'show ada',
        ],
        { files },
      ),
    ).toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -e ada@mueller.example --no-next
      Added Ada Müller (@2). (fu undo)
      @ 2026-11-24 09:00
      $ fu mail one

        WAITING FOR A REPLY
           who         what                 by
        1  Ada Müller  a reply: Invoice 12  Fri 27 Nov

        MESSAGES OF THE MAILBOX
        1  written
        1  in all

      Read one: 1 new message, 1 to wait for. (fu undo)
      $ fu today 2026-11-27
        Friday 27 November 2026, as planned                                1 waiting

        WAITING ON THEM
        ▸  1  Ada Müller                                         ada@mueller.example
              a reply: Invoice 12
              asked by email on Mon 23 Nov; not chased yet

        Nothing else that day · the day after 0 · no next step: nobody
        fu done 1 "…"    fu tried 1    fu move 1 fri
      @ 2026-11-25 12:00
      $ fu mail two

        ANSWER
           who         what                due
        2  Ada Müller  answer: Invoice 12  Wed 25 Nov

        THEY REPLIED
           who         what                 replied
        1  Ada Müller  a reply: Invoice 12  Wed 25 Nov 10:00

        MESSAGES OF THE MAILBOX
        1  written
        1  known already
        2  in all

      Read two: 1 new message, 1 answer owed, 1 closed. (fu undo)
      $ fu show ada

        Ada Müller @2
        email         ada@mueller.example
        prefers       never asked
        added         Wed 25 Nov
        last contact  Wed 25 Nov
        you started   1 of 2

        OPEN PROMISES
           2  answer: Invoice 12 · Wed 25 Nov

        HISTORY
        Wed 25 Nov 10:00    set "answer: Invoice 12" for Wed 25 Nov
        Wed 25 Nov 10:00  ← they kept "a reply: Invoice 12": closes 1, found in the
                            mailbox
        Wed 25 Nov 10:00  ← they wrote: AW: Invoice 12
        Mon 23 Nov 09:00    set "a reply: Invoice 12" for Fri 27 Nov
        Mon 23 Nov 09:00  → sent by email: Invoice 12
      "
    `)
  })

  it('without a reply is listed, and counted at the foot of the page if a mailbox is set', async () => {
    const files = { box: box({ ...sent, at: '2026-11-18T09:00' }) }
    expect(
      await session(
        [
          ...people,
          'mail box',
          'today',
          'config mail.box /home/sue/Maildir',
          'today',
          'mail --unreplied',
          'mail --unreplied --json',
        ],
        { files },
      ),
    ).toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -e ada@mueller.example --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu mail box

        MESSAGES OF THE MAILBOX
        1  written
        1  in all

      Read box: 1 new message. (fu undo)
      $ fu today
        Wednesday 25 November 2026

        Nothing due, and nothing planned for later. fu check lists who has no next
        step.
      $ fu config mail.box /home/sue/Maildir
      mail.box is now /home/sue/Maildir. (fu undo)
      $ fu today
        Wednesday 25 November 2026

        Nothing due, and nothing planned for later. fu check lists who has no next
        step.
        No reply yet: 1 (fu mail --unreplied)
      $ fu mail --unreplied
        who              subject     you wrote on
        Ada Müller (@2)  Invoice 12  Wed 18 Nov 09:00
      $ fu mail --unreplied --json
      {
        "version": 1,
        "items": [
          {
            "contact": {
              "id": 2,
              "name": "Ada Müller"
            },
            "subject": "Invoice 12",
            "at": "2026-11-18T09:00:00+00:00"
          }
        ]
      }
      "
    `)
  })

  it('that did not arrive opens a promise to find another address, and closes nothing (R35)', async () => {
    const reply: SomeMessage = {
      id: '<r@hall.example>',
      re: '<q1@lee.example>',
      to: gary,
      at: '2026-11-24T09:00',
      subject: 'Re: Quote for the roof',
    }
    const bounce: SomeMessage = {
      from: 'MAILER-DAEMON@hall.example',
      references: ['<r@hall.example>'],
      at: '2026-11-24T09:01',
      subject: 'Undelivered Mail Returned to Sender',
      kind: 'bounce',
    }
    const files = { box: box(quote, reply, bounce) }
    expect(await session([...people, 'mail box', 'today', 'mail box', 'show gary'], { files }))
      .toMatchInlineSnapshot(`
        "
        $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
        Added Gary Lee (@1). (fu undo)
        $ fu add "Ada Müller" -e ada@mueller.example --no-next
        Added Ada Müller (@2). (fu undo)
        $ fu mail box

          ANSWER
             who       what                        due
          2  Gary Lee  answer: Quote for the roof  Mon 23 Nov

          DID NOT ARRIVE
             who       what                                               due
          1  Gary Lee  find another address: gary@lee.example (Quote for  Wed 25 Nov
                       the roof did not arrive)

          MESSAGES OF THE MAILBOX
          3  written
          3  in all

        Read box: 3 new messages, 1 answer owed. (fu undo)
        $ fu today
          Wednesday 25 November 2026                          1 carried over · 1 today

          CARRIED OVER
          ▸  2  Gary Lee                                    0412 555 019   2 days late
                answer: Quote for the roof
                they wrote on Mon 23 Nov 10:00 · past 24 hours
                no email: fu edit @1 --email …

          TODAY
             1  Gary Lee                                    0412 555 019
                find another address: gary@lee.example (Quote for the roof did not
                arrive)
                it came back on Tue 24 Nov

          Tomorrow 0 · no next step: nobody
          fu done 2 "…"    fu tried 1    fu move 2 fri
        $ fu mail box

          MESSAGES OF THE MAILBOX
          3  known already
          3  in all

        Nothing new in box; nothing was written.
        $ fu show gary

          Gary Lee @1
          phone         0412 555 019
          email         gary@lee.example
          prefers       never asked
          added         Wed 25 Nov
          last contact  Mon 23 Nov
          you started   0 of 1

          OPEN PROMISES
             2  answer: Quote for the roof · Mon 23 Nov, late
             1  find another address: gary@lee.example (Quote for the roof did not
                arrive) · Wed 25 Nov

          HISTORY
          Wed 25 Nov 14:20    set "find another address: gary@lee.example (Quote for
                              the roof did not arrive)" for Wed 25 Nov
          Tue 24 Nov 09:01  → a message did not arrive: gary@lee.example
          Tue 24 Nov 09:00  → by email: Re: Quote for the roof
          Mon 23 Nov 10:00    set "answer: Quote for the roof" for Mon 23 Nov
          Mon 23 Nov 10:00  ← they wrote: Quote for the roof
        "
      `)
  })
})

describe('people', () => {
  it('who are unclear or unknown are reported, and their messages are not written', async () => {
    const files = {
      box: box(
        sent,
        { from: 'office@lee.example', at: '2026-11-24T10:00', subject: 'Invoice' },
        { from: 'New Person <new@people.example>', at: '2026-11-24T11:00', subject: 'Hello' },
        { from: 'Gary Lee <gary@private.example>', at: '2026-11-24T11:30', subject: 'From home' },
        {
          from: 'ada@private.example',
          re: '<s1@hall.example>',
          at: '2026-11-24T12:00',
          subject: 'Re: Invoice 12',
        },
        { from: ada, to: 'info@hall.example', at: '2026-11-24T13:00', subject: 'To the office' },
        { place: 'INBOX 4711', unreadable: 'its header is longer than 16 KiB' },
      ),
    }
    expect(
      await session(
        [
          ...people,
          'edit gary -e office@lee.example',
          'add "Bob Lee" -e office@lee.example --no-next',
          'mail box',
          'mail box --add --dry-run',
          'mail box --add',
        ],
        { files },
      ),
    ).toMatchInlineSnapshot(`
      "
      $ fu add "Gary Lee" -p "0412 555 019" -e gary@lee.example --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -e ada@mueller.example --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu edit gary -e office@lee.example
      Changed Gary Lee: email. (fu undo)
      $ fu add "Bob Lee" -e office@lee.example --no-next
      Added Bob Lee (@3). (fu undo)
      office@lee.example is the address of Gary Lee (@1) as well: fu merge @3 @1 if they are the same person
      $ fu mail box

        ANSWER
           who         what                due
        1  Ada Müller  answer: Invoice 12  Tue 24 Nov

        UNCLEAR SENDER; NOTHING WAS WRITTEN, SO ANSWER FROM YOUR MAILBOX
        address: office@lee.example
        messages: 1 message, 1 to you
        last: Tue 24 Nov 10:00
        may be: Gary Lee (@1), Bob Lee (@3)
        fu edit <contact> --email <address> says whose it is

        WROTE FROM ANOTHER ADDRESS
        who              address
        Ada Müller (@2)  ada@private.example
        fu edit <contact> --email <address> adds it to their card

        YOUR CONTACTS WROTE TO THESE ADDRESSES
        address            messages  from
        info@hall.example  1         Ada Müller (@2)
        If one is yours: fu config mail.me "<all your addresses>", then read the
        mailbox again.

        CANNOT BE READ
        where       why
        INBOX 4711  its header is longer than 16 KiB

        2 unknown writers: fu mail box --add --dry-run lists them.

        MESSAGES OF THE MAILBOX
        2  written
        2  of unknown writers
        1  of unclear senders
        1  to other addresses
        1  that cannot be read
        7  in all

      Read box: 2 new messages, 1 answer owed. (fu undo)
      $ fu mail box --add --dry-run

        ANSWER
           who         what           due
        2  New Person  answer: Hello  Tue 24 Nov

        UNCLEAR SENDER; NOTHING WAS WRITTEN, SO ANSWER FROM YOUR MAILBOX
        address: office@lee.example
        messages: 1 message, 1 to you
        last: Tue 24 Nov 10:00
        may be: Gary Lee (@1), Bob Lee (@3)
        fu edit <contact> --email <address> says whose it is

        YOUR CONTACTS WROTE TO THESE ADDRESSES
        address            messages  from
        info@hall.example  1         Ada Müller (@2)
        If one is yours: fu config mail.me "<all your addresses>", then read the
        mailbox again.

        NEW CONTACTS
        who              address
        New Person (@4)  new@people.example

        A CONTACT HAS THIS NAME BUT OTHER ADDRESSES; NOT ADDED
        address: gary@private.example
        name: Gary Lee
        messages: 1 message, 1 to you
        last: Tue 24 Nov 11:30
        contact: Gary Lee (@1)
        fu edit <contact> --email <address> gives them the address

        CANNOT BE READ
        where       why
        INBOX 4711  its header is longer than 16 KiB

        MESSAGES OF THE MAILBOX
        1  written
        2  known already
        1  of unknown writers
        1  of unclear senders
        1  to other addresses
        1  that cannot be read
        7  in all

      Nothing was written. Without --dry-run, from box: 1 new message, 1 new contact, 1 answer owed.
      $ fu mail box --add

        ANSWER
           who         what           due
        2  New Person  answer: Hello  Tue 24 Nov

        UNCLEAR SENDER; NOTHING WAS WRITTEN, SO ANSWER FROM YOUR MAILBOX
        address: office@lee.example
        messages: 1 message, 1 to you
        last: Tue 24 Nov 10:00
        may be: Gary Lee (@1), Bob Lee (@3)
        fu edit <contact> --email <address> says whose it is

        YOUR CONTACTS WROTE TO THESE ADDRESSES
        address            messages  from
        info@hall.example  1         Ada Müller (@2)
        If one is yours: fu config mail.me "<all your addresses>", then read the
        mailbox again.

        NEW CONTACTS
        who              address
        New Person (@4)  new@people.example

        A CONTACT HAS THIS NAME BUT OTHER ADDRESSES; NOT ADDED
        address: gary@private.example
        name: Gary Lee
        messages: 1 message, 1 to you
        last: Tue 24 Nov 11:30
        contact: Gary Lee (@1)
        fu edit <contact> --email <address> gives them the address

        CANNOT BE READ
        where       why
        INBOX 4711  its header is longer than 16 KiB

        MESSAGES OF THE MAILBOX
        1  written
        2  known already
        1  of unknown writers
        1  of unclear senders
        1  to other addresses
        1  that cannot be read
        7  in all

      Read box: 1 new message, 1 new contact, 1 answer owed. (fu undo)
      "
    `)
  })

  test('who were forgotten and blocked are counted without their names, and not added', async () => {
    const program = aProgram({ files: { box: box(sent, quote) } })
    for (const line of people) await program.fu(line)
    await program.fu('forget gary --block --yes')
    const { stdout } = await program.fu('mail box --add')
    expect(stdout).toContain('1  of people who were forgotten and blocked')
    expect(stdout).not.toMatch(/gary/i)
    expect((await program.fu('people')).stdout).not.toMatch(/gary/i)
  })

  test('who do not want to be contacted have their messages written, but are owed nothing (R58)', async () => {
    const program = aProgram({ files: { box: box(sent, quote) } })
    for (const line of people) await program.fu(line)
    await program.fu('edit gary --do-not-contact')
    const { stdout } = await program.fu('mail box')
    expect(stdout).toContain('No answer is owed to Gary Lee: they do not want to be contacted.')
    expect((await program.fu('show gary')).stdout).toContain('they wrote: Quote for the roof')
    expect((await program.fu('list')).stdout).not.toContain('Gary')
  })

  test('who only do not want emails are answered by another channel (R58)', async () => {
    const program = aProgram({ files: { box: box(sent, quote) } })
    for (const line of people) await program.fu(line)
    await program.fu('edit gary --do-not-contact email')
    await program.fu('mail box')
    expect((await program.fu('list')).stdout).toContain('answer: Quote for the roof')
    expect(JSON.parse((await program.fu('list --json')).stdout)).toMatchObject({
      items: [{ channel: 'call' }],
    })
  })
})

describe('the counts of a report', () => {
  test('add up to all messages that were read', async () => {
    const program = await aDesk(
      quote,
      quote,
      again,
      sent,
      { from: 'shop@news.example', at: '2026-11-24T10:00', kind: 'bulk' },
      { from: 'new@people.example', at: '2026-11-24T10:00' },
      { from: gary, at: '2026-09-01T10:00', subject: 'Old' },
      { to: 'nobody@else.example', at: '2026-11-24T10:00' },
      { from: 'MAILER-DAEMON@hall.example', at: '2026-11-24T10:00', kind: 'bounce' },
      { from: gary, to: 'info@hall.example', at: '2026-11-24T10:00' },
      { place: 'INBOX 12', unreadable: 'its header is longer than 16 KiB' },
    )
    const { stdout } = await program.fu('mail box --json')
    expect(JSON.parse(stdout)).toMatchObject({
      messages: {
        new: 3,
        known: 0,
        copies: 1,
        takenBack: 0,
        mine: 1,
        unknown: 1,
        unclear: 0,
        blocked: 0,
        bulk: 1,
        elsewhere: 1,
        older: 1,
        bounces: 1,
        unreadable: 1,
      },
      owed: [{ promise: 1, contact: { id: 1, name: 'Gary Lee' }, due: { day: '2026-11-23', time: null } }],
      invalid: [{ place: 'INBOX 12', why: 'its header is longer than 16 KiB' }],
    })
  })

  test.each([
    ['--since 3d', 1],
    ['--since 2026-11-01', 3],
    ['--since "last mon"', 1],
  ])('%s writes the messages since then', async (since, written) => {
    const program = await aDesk(
      quote,
      { from: gary, at: '2026-11-02T10:00' },
      { from: gary, at: '2026-11-20T10:00' },
    )
    await program.fu('config mail.me sue@hall.example')
    expect((await program.fu(`mail box ${since}`)).stdout).toContain(`${written}  written`)
  })
})

test('a message from the future counts as new, and is owed an answer', async () => {
  const program = await aDesk(sent, { ...quote, at: '2038-01-01T00:00' })
  await program.fu('mail box')
  expect((await program.fu('today')).stdout).toContain('they wrote on Wed 25 Nov 14:20')
})

test('a reply that is owed no answer is only logged', async () => {
  const program = await aDesk(
    { ...sent, to: gary },
    { from: gary, re: '<s1@hall.example>', at: '2026-11-24T10:00', subject: 'Thanks' },
  )
  await program.fu('config mail.replies logged')
  await program.fu('mail box')
  expect((await program.fu('list')).stdout).not.toContain('Thanks')
  expect((await program.fu('show gary')).stdout).toContain('they wrote: Thanks')
})

test('an expected reply that is owed no answer opens nothing', async () => {
  const wish: SomeMessage = { ...sent, at: '2026-11-23T09:00', bcc: 'sue+fu@hall.example' }
  const reply: SomeMessage = { from: ada, re: '<s1@hall.example>', at: '2026-11-25T10:00' }
  const { fu, db } = aProgram({ files: { one: box(wish), two: box(wish, reply) } })
  for (const line of people) await fu(line)
  await fu('config mail.replies logged')
  await fu('mail one')
  await fu('mail two')
  expect(db.prepare('SELECT act, promise_id, direction FROM entries ORDER BY id').all()).toEqual([
    { act: 'sent', promise_id: 1, direction: 'out' },
    { act: 'heard', promise_id: null, direction: 'in' },
    { act: 'done', promise_id: 1, direction: 'in' },
  ])
})

test.each([
  ['an address that is on no card closes what its sender asked', 'ticket-12@desk.example', 'kept'],
  ['another contact closes nothing', ada, 'open'],
])('a message in the thread to %s', async (_, to, status) => {
  const reply: SomeMessage = { re: '<q1@lee.example>', to, at: '2026-11-25T09:00', subject: 'Re: Quote' }
  const { fu, db } = aProgram({ files: { one: box(sent, quote), two: box(sent, quote, reply) } })
  for (const line of people) await fu(line)
  await fu('mail one')
  await fu('mail two')
  expect(db.prepare('SELECT status FROM promises').all()).toEqual([{ status }])
})

test('an answer to an email does not answer a missed call (R23)', async () => {
  const missed = `<calls><call number="0412555019" type="3" date="${Date.parse('2026-11-24T08:00:00Z')}" duration="0"/></calls>`
  const reply: SomeMessage = { re: '<q1@lee.example>', to: gary, at: '2026-11-25T09:00' }
  const program = aProgram({
    files: { one: box(sent, quote), two: box(sent, quote, reply), 'calls.xml': missed },
  })
  await program.fu('config country AU')
  for (const line of people) await program.fu(line)
  await program.fu('mail one')
  await program.fu('calls calls.xml')
  await program.fu('mail two')
  expect((await program.fu('list')).stdout).toContain('call back (×1')
  expect((await program.fu('list')).stdout).not.toContain('Quote')
})

test('a message ends the tries, and an automatic reply does not (R34)', async () => {
  const program = aProgram({
    files: {
      one: box(sent, { from: gary, at: '2026-11-25T15:00', kind: 'automatic', subject: 'Out of office' }),
      two: box(sent, { from: gary, at: '2026-11-25T16:00', subject: 'Hello' }),
    },
  })
  for (const line of people) await program.fu(line)
  await program.fu('promise gary "call about the roof" --due today')
  await program.fu('tried 1')
  program.setClock('2026-11-25 17:00')
  await program.fu('mail one')
  expect((await program.fu('show gary')).stdout).toContain('by email: Out of office; automatic reply')
  expect(JSON.parse((await program.fu('list --json')).stdout)).toMatchObject({ items: [{ attempts: 1 }] })
  await program.fu('mail two')
  expect((await program.fu('show gary')).stdout.replaceAll(/\s+/g, ' ')).toContain(
    'ends the tries on 1 (Gary Lee, call about the roof)',
  )
})

test('a typed promise stays open, and is reported', async () => {
  const program = await aDesk({ ...sent, to: gary, at: '2026-11-25T14:00' })
  program.setClock('2026-11-25 10:00')
  await program.fu('heard gary "wants a quote" --by email')
  program.setClock('2026-11-25 15:00')
  expect((await program.fu('mail box')).stdout).toContain('YOU WROTE, AND THESE ARE STILL OPEN')
  expect((await program.fu('list')).stdout).toContain('wants a quote')
})

test('the review counts an answer by the times of its messages (R21)', async () => {
  const exchanges = [1, 2, 3, 4, 5].flatMap((day): SomeMessage[] => [
    { id: `<q${day}@lee.example>`, from: gary, at: `2026-11-1${day}T10:00` },
    { re: `<q${day}@lee.example>`, to: gary, at: `2026-11-1${day + (day === 5 ? 2 : 0)}T16:00` },
  ])
  const program = await aDesk(...exchanges)
  await program.fu('mail box')
  expect((await program.fu('review')).stdout).toContain('4 of 5 (80%)')
})

test('an imported diary sets no command to run unless asked', async () => {
  const there = aProgram()
  await there.fu('config mail.password-command "rm -rf /"')
  await there.fu('config mail.replies logged')
  await there.fu('add Gary --no-next')
  const files = { 'diary.json': (await there.fu('export --format json')).stdout }
  const { fu } = aProgram({ files })
  const { stdout, stderr } = await fu('import diary.json')
  expect(stdout + stderr).toContain('mail.password-command was left out, since it names a program to run.')
  expect((await fu('config mail.password-command')).stdout).toBe('none\n')
  expect((await fu('config mail.replies')).stdout).toBe('logged\n')
  await fu('import diary.json --settings')
  expect((await fu('config mail.password-command')).stdout).toBe('rm -rf /\n')
})

describe('a refused command writes nothing', () => {
  test.each([
    ['mail', 2, 'No mailbox is named.'],
    ['mail none', 1, 'There is no file none.'],
    ['mail cut', 1, 'The connection was cut off.'],
    ['mail unread', 1, 'No message of unread could be read.'],
    ['mail strangers', 2, 'Your own addresses are unknown: the mailbox contains no messages that you sent.'],
    ['mail imap://mail.hall.example', 2, '"imap://mail.hall.example" has no user name.'],
    ['mail imap://sue@mail.hall.example', 2, 'No command is set that prints the password.'],
    ['mail imap://sue:secret@mail.hall.example', 2, 'Every program can see a password in an address.'],
    [
      'mail imap://sue@h.example --password-command a --token-command b',
      2,
      'A mailbox has a password or a token, not both.',
    ],
    ['mail box --unreplied', 2, '--unreplied reads no mailbox: it lists messages from earlier runs.'],
    ['config mail.box imap://sue:secret@mail.hall.example', 2, 'The diary does not store passwords.'],
    ['config mail.box Maildir', 2, '"Maildir" is not a mailbox.'],
    ['config mail.me sue', 2, '"sue" is not an email address.'],
    ['config mail.replies never', 2, '"never" is neither answer nor logged.'],
  ])('%s', async (line, status, sentence) => {
    const program = aProgram({
      files: {
        box: box(quote),
        cut: box(sent, quote, cut),
        unread: box({ place: 'INBOX 1', unreadable: 'it is empty' }),
        strangers: box(quote),
      },
    })
    for (const one of people) await program.fu(one)
    const before = dump(program.db)
    const ran = await program.fu(line)
    expect({ status: ran.status, said: ran.stderr.split('\n')[0] }).toEqual({ status, said: sentence })
    expect(ran.stderr).not.toContain('secret')
    expect(dump(program.db)).toEqual(before)
  })
})

async function aDesk(...rows: readonly Row[]): Promise<Program> {
  const program = aProgram({ files: { box: box(...rows) } })
  for (const line of people) await program.fu(line)
  return program
}
