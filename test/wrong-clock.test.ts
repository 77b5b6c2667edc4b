import { expect, test } from 'vitest'
import { aProgram } from './support/program.ts'
import { session } from './support/session.ts'

const ran = ['@ 2027-06-01 09:00', 'log gary talked', '@ 2026-12-30 09:00']

test('whom a clock that ran ahead says we reached months from now is due again all the same', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --every 7d --no-next',
      '@ 2026-12-15 09:00',
      'log gary "met for lunch"',
      ...ran,
      'today',
      'people --drifting',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --every 7d --no-next
    Added Gary Lee (@1). (fu undo)
    @ 2026-12-15 09:00
    $ fu log gary "met for lunch"
    Noted with Gary Lee: met for lunch. (fu undo)
    @ 2027-06-01 09:00
    $ fu log gary talked
    Noted with Gary Lee: talked. (fu undo)
    @ 2026-12-30 09:00
    $ fu today
      Wednesday 30 December 2026                                1 to keep in touch

      KEEP IN TOUCH
      ▸ @1  Gary Lee                                    0412 555 019   8 days late
            keep in touch
            last spoke on Tue 15 Dec, every 7d

      Nothing else today · tomorrow 0 · no next step: nobody
      fu log @1 "…"    fu tried @1    fu promise @1 "…" --due fri
    $ fu people --drifting
          who       reach         last        next
      @1  Gary Lee  0412 555 019  Tue 15 Dec  nothing
    "
  `)
})

test('a try counts where a clock that ran ahead says we reached them months from now', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --promise "the quote" --due "30 dec"',
      ...ran,
      'tried gary --voicemail',
      'list',
      'today "4 jan"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --promise "the quote" --due "30 dec"
    Added Gary Lee (@1). Promised Gary Lee: the quote, Wed 30 Dec. (fu undo)
    @ 2027-06-01 09:00
    $ fu log gary talked
    Noted with Gary Lee: talked. (fu undo)
    @ 2026-12-30 09:00
    $ fu tried gary --voicemail
    Tried Gary Lee: left a voicemail. Next try Mon 4 Jan 2027. (fu undo)
    $ fu list
         who       what       due
      1  Gary Lee  the quote  Wed 30 Dec  next Mon 4 Jan 2027
    $ fu today "4 jan"
      Monday 4 January 2027, as planned                               1 on the day

      ON THE DAY
      ▸  1  Gary Lee                                                  0412 555 019
            the quote · 2nd try
            left a voicemail on Wed 30 Dec · owes an update

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('what was said up to a day ahead of the clock is a real contact: a clock put right by hours loses nothing', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 --every 7d --no-next',
      '@ 2026-12-31 08:59',
      'log gary talked',
      '@ 2026-12-30 09:00',
      'people --drifting',
      'show gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 --every 7d --no-next
    Added Gary Lee (@1). (fu undo)
    @ 2026-12-31 08:59
    $ fu log gary talked
    Noted with Gary Lee: talked. (fu undo)
    @ 2026-12-30 09:00
    $ fu people --drifting
    No such contacts.
    $ fu show gary

      Gary Lee @1
      phone         0412 555 019
      prefers       never asked
      every         7d
      added         Wed 25 Nov
      last contact  Thu 31 Dec
      you started   1 of 1

      OPEN PROMISES
        no next step

      HISTORY
      Thu 31 Dec 08:59  → talked
    "
  `)
})

test('the table of promises counts the tries that the page counts, whatever a clock that ran ahead wrote', async () => {
  const program = aProgram()
  const lines = [
    'add "Gary Lee" -p 0412555019 --promise "the quote" --due "30 dec"',
    ...ran,
    'tried gary --busy',
  ]
  for (const line of lines) {
    if (line.startsWith('@ ')) program.setClock(line.slice(2))
    else await program.fu(line)
  }
  const { items } = JSON.parse((await program.fu('list --json')).stdout)
  expect(items).toMatchObject([{ attempts: 1 }])
  const [head = '', row = ''] = (await program.fu('export promises')).stdout.split('\r\n')
  expect(row.split(',')[head.split(',').indexOf('attempts')]).toBe('1')
})

test('a clock set back loses nothing: what was due stands when its day comes again', async () => {
  const program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu('add "Gary Lee" --promise "call" --due tomorrow')
  await program.fu('add "Ada Müller" --promise "write" --due 1y')
  program.setClock('2020-01-01 09:00')
  expect((await program.fu('list --json')).stdout).toContain('"effectiveDay": "2026-11-26"')
  expect((await program.fu('tried gary')).status).toBe(0)
  program.setClock('2026-11-26 09:00')
  expect((await program.fu('today')).stdout).toContain('call')
})

test('a clock that ran ahead for one command loses nothing: what was tried then stands on the page of today', async () => {
  const program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu('add "Gary Lee" --promise "call" --due today')
  program.setClock('2036-01-01 09:00')
  await program.fu('tried 1')
  program.setClock('2026-11-26 09:00')
  expect((await program.fu('today --brief')).stdout).toBe('1 late\n')
  expect((await program.fu('list --json')).stdout).toContain('"effectiveDay": "2026-11-25"')
})

test('a clock that ran ahead for one command loses nothing: what was put off then stands on the page of its day', async () => {
  const program = aProgram({ now: '2026-11-25 09:00' })
  await program.fu('add "Gary Lee" --promise "call" --due today')
  program.setClock('2036-01-01 09:00')
  await program.fu('snooze 1 tomorrow')
  program.setClock('2026-11-26 09:00')
  expect((await program.fu('today --brief')).stdout).toBe('1 late\n')
  await program.fu('snooze 1 mon')
  expect((await program.fu('list --json')).stdout).toContain('"effectiveDay": "2026-11-30"')
})

test('what is typed last holds, though the clock was set back: a line moved to today stands on its page', async () => {
  const program = aProgram({ now: '2026-12-01 09:00' })
  await program.fu('add "Gary Lee" -p 0412555019 --promise call --due today')
  await program.fu('tried gary')
  program.setClock('2026-11-28 09:00')
  await program.fu('move 1 today')
  expect((await program.fu('today --brief')).stdout).toBe('1 today\n')
  await program.fu('snooze 1 tomorrow')
  expect((await program.fu('today --brief')).stdout).toBe('nothing due\n')
})
