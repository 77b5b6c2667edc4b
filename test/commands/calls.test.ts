import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dump } from '../support/diaries.ts'
import { olderExport } from '../support/older-export.ts'
import { aProgram, type Program } from '../support/program.ts'
import { runs } from '../support/runs.ts'
import { session } from '../support/session.ts'

/** A call as a test writes it: number, type of Android, when, seconds, the name in the phone. */
type Row = readonly [number: string, type: number, at: string, seconds?: number, name?: string]

const gary = '0412 555 019'
const people = [
  'config country AU',
  `add "Gary Lee" -p "${gary}" --no-next`,
  'add "Ada Müller" -p 0298765432 --no-next',
]

function log(...rows: readonly Row[]): string {
  const calls = rows.map(
    ([number, type, at, seconds = 0, name = '']) =>
      `<call number="${number}" duration="${seconds}" date="${Date.parse(`${at}:00Z`)}" type="${type}" contact_name="${name}" />`,
  )
  return `<?xml version='1.0' encoding='UTF-8'?>\n<calls count="${rows.length}">\n${calls.join('\n')}\n</calls>\n`
}

const busy = log(
  [gary, 3, '2026-11-25T10:10', 0, 'Gary'],
  ['+61412555019', 5, '2026-11-25T12:00', 0, 'Gary'],
  [gary, 4, '2026-11-25T13:40', 25, 'Gary'],
  ['0298765432', 3, '2026-11-24T16:40'],
  ['0298765432', 2, '2026-11-24T17:05', 250],
  ['0411222333', 3, '2026-11-23T11:05', 0, 'Plumber'],
  ['', 3, '2026-11-23T11:06', 0, '(Unknown)'],
  ['0411000333', 6, '2026-11-22T11:05', 0, 'Spam'],
  ['0411000333', 9, '2026-11-22T11:05'],
)

describe('fu calls', () => {
  it('owes one call-back a caller, and says what became of each row (R23)', async () => {
    const files = { 'log.xml': busy }
    expect(
      await session([...people, 'calls log.xml', 'today', 'show ada', 'calls log.xml', 'undo'], { files }),
    ).toMatchInlineSnapshot(`
      "
      $ fu config country AU
      country is now AU. (fu undo)
      $ fu add "Gary Lee" -p "0412 555 019" --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -p 0298765432 --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu calls log.xml

        CALL BACK
           who       what                        due
        1  Gary Lee  call back (×3, last 13:40)  Wed 25 Nov

        UNKNOWN NUMBERS
        number        name in the phone  calls             last
        0411 222 333  Plumber            1 call, 1 missed  Mon 23 Nov 11:05
        fu calls log.xml --add makes contacts of them

        CANNOT BE READ
        where    why
        line 11  its type is "9", which is not a number from 1 to 7

        ROWS OF THE LOG
        5  written
        1  of unknown numbers
        1  without a number
        1  blocked by the phone
        1  that cannot be read
        9  in all

      Read log.xml: 5 new calls, 1 call-back owed. (fu undo)
      $ fu today
        Wednesday 25 November 2026                                           1 today

        TODAY
        ▸  1  Gary Lee                                                  0412 555 019
              call back (×3, last 13:40)
              they called on Wed 25 Nov 10:10

        Tomorrow 0 · no next step: nobody
        fu done 1 "…"    fu tried 1    fu move 1 fri
      $ fu show ada

        Ada Müller @2
        phone         (02) 9876 5432
        prefers       never asked
        added         Wed 25 Nov
        last contact  Tue 24 Nov
        you started   0 of 1

        OPEN PROMISES
          no next step

        HISTORY
        Tue 24 Nov 17:05  → by call: 4 min
        Tue 24 Nov 16:40  ← they called: missed; we spoke on Tue 24 Nov 17:05
      $ fu calls log.xml

        UNKNOWN NUMBERS
        number        name in the phone  calls             last
        0411 222 333  Plumber            1 call, 1 missed  Mon 23 Nov 11:05
        fu calls log.xml --add makes contacts of them

        CANNOT BE READ
        where    why
        line 11  its type is "9", which is not a number from 1 to 7

        ROWS OF THE LOG
        5  known already
        1  of unknown numbers
        1  without a number
        1  blocked by the phone
        1  that cannot be read
        9  in all

      Nothing new in log.xml; nothing was written.
      $ fu undo
      Took back: calls log.xml: 5 new, 1 to call back. Promise 1 is gone. (fu undo 5)
      "
    `)
  })

  it('closes the call-back with a later call, and the entry says so', async () => {
    const files = {
      'one.xml': log([gary, 3, '2026-11-25T09:10'], [gary, 3, '2026-11-25T09:20']),
      'two.xml': log(
        [gary, 3, '2026-11-25T09:10'],
        [gary, 3, '2026-11-26T08:00'],
        [gary, 2, '2026-11-26T08:30'],
      ),
      'three.xml': log([gary, 2, '2026-11-26T10:00', 130], [gary, 1, '2026-11-26T11:00', 20]),
    }
    expect(
      await session(
        [
          ...people,
          'calls one.xml',
          '@ 2026-11-26 09:00',
          'calls two.xml',
          'today',
          '@ 2026-11-26 12:00',
          'calls three.xml',
          'show gary',
        ],
        { files },
      ),
    ).toMatchInlineSnapshot(`
      "
      $ fu config country AU
      country is now AU. (fu undo)
      $ fu add "Gary Lee" -p "0412 555 019" --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -p 0298765432 --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu calls one.xml

        CALL BACK
           who       what                        due
        1  Gary Lee  call back (×2, last 09:20)  Wed 25 Nov

        ROWS OF THE LOG
        2  written
        2  in all

      Read one.xml: 2 new calls, 1 call-back owed. (fu undo)
      @ 2026-11-26 09:00
      $ fu calls two.xml

        CALL BACK
           who       what                        due
        1  Gary Lee  call back (×3, last 08:00)  Wed 25 Nov

        ROWS OF THE LOG
        2  written
        1  known already
        3  in all

      Read two.xml: 2 new calls, 1 call-back owed. (fu undo)
      $ fu today
        Thursday 26 November 2026

        Nothing due. Tomorrow: nothing. The next is Gary Lee on Mon 30 Nov.
      @ 2026-11-26 12:00
      $ fu calls three.xml

        CALLED BACK
           who       what                        spoken with
        1  Gary Lee  call back (×3, last 08:00)  Thu 26 Nov 10:00

        ROWS OF THE LOG
        2  written
        2  in all

      Read three.xml: 2 new calls, 1 closed. (fu undo)
      $ fu show gary

        Gary Lee @1
        phone         0412 555 019
        prefers       never asked
        added         Wed 25 Nov
        last contact  Thu 26 Nov
        you started   0 of 2

        OPEN PROMISES
          no next step

        HISTORY
        Thu 26 Nov 11:00  ← from them, by call: 20 s
        Thu 26 Nov 10:00  → kept "call back (×3, last 08:00)": 2 min; closes 1,
                            found in the call log
        Thu 26 Nov 08:30  → no answer, about "call back (×3, last 08:00)"
        Thu 26 Nov 08:00  ← they called: missed
        Wed 25 Nov 09:20    set "call back (×3, last 08:00)" for Wed 25 Nov
        Wed 25 Nov 09:20  ← they called: missed
        Wed 25 Nov 09:10  ← they called: missed
      "
    `)
  })

  it('is read on a narrow screen', async () => {
    const program = await aDesk({ 'log.xml': busy }, 40)
    expect((await program.fu('calls log.xml')).stdout).toMatchInlineSnapshot(`
      "
        CALL BACK
        1
        who: Gary Lee
        what: call back (×3, last 13:40)
        due: Wed 25 Nov

        UNKNOWN NUMBERS
        number: 0411 222 333
        name in the phone: Plumber
        calls: 1 call, 1 missed
        last: Mon 23 Nov 11:05
        fu calls log.xml --add makes
        contacts of them

        CANNOT BE READ
        where    why
        line 11  its type is "9", which is
                 not a number from 1 to 7

        ROWS OF THE LOG
        5  written
        1  of unknown numbers
        1  without a number
        1  blocked by the phone
        1  that cannot be read
        9  in all

      Read log.xml: 5 new calls, 1 call-back
      owed. (fu undo)
      "
    `)
  })

  it('is JSON where that is asked for', async () => {
    const program = await aDesk({ 'log.xml': busy })
    const { stdout } = await program.fu('calls log.xml --json')
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      command: 'calls',
      undo: 4,
      rows: {
        new: 5,
        known: 0,
        unknown: 1,
        ambiguous: 0,
        withoutNumber: 1,
        blocked: 1,
        notCalls: 0,
        invalid: 1,
      },
      promises: [{ what: 'call back (×3, last 13:40)', kind: 'call-back', channel: 'call', chases: 2 }],
      owed: [{ promise: 1, contact: { id: 1, name: 'Gary Lee' } }],
      unknown: [{ number: '0411222333', e164: '+61411222333', name: 'Plumber', calls: 1, missed: 1 }],
      invalid: [{ place: 'line 11', why: 'its type is "9", which is not a number from 1 to 7' }],
    })
  })
})

describe('what is owed', () => {
  const cases: [what: string, before: string[], rows: Row[], owed: string[]][] = [
    ['nothing for a call that was taken', [], [[gary, 1, '2026-11-25T10:00', 60]], []],
    [
      'a call-back for one that rang out',
      [],
      [[gary, 1, '2026-11-25T10:00', 0]],
      ['call back (×1, last 10:00)'],
    ],
    ['nothing for one taken on another phone', [], [[gary, 7, '2026-11-25T10:00', 0]], []],
    ['nothing for one that was blocked', [], [[gary, 6, '2026-11-25T10:00']], []],
    [
      'a call-back for what was missed after we spoke',
      [],
      [
        [gary, 3, '2026-11-25T10:00'],
        [gary, 2, '2026-11-25T11:00', 60],
        [gary, 3, '2026-11-25T12:00'],
      ],
      ['call back (×1, last 12:00)'],
    ],
    ['nothing where I wrote that we spoke since', ['log gary lunch'], [[gary, 3, '2026-11-25T10:00']], []],
    [
      'no second call-back beside one that I wrote down, which stays as I wrote it',
      ['heard gary "wants a quote" --on "today 09:00"'],
      [[gary, 3, '2026-11-25T10:00']],
      ['call back: wants a quote'],
    ],
    [
      'what I wrote down, though we spoke: nobody knows of what',
      ['heard gary "wants a quote" --on "today 09:00"'],
      [[gary, 2, '2026-11-25T10:00', 60]],
      ['call back: wants a quote'],
    ],
    [
      'a call-back for a call missed yesterday, with its day',
      [],
      [[gary, 3, '2026-11-24T10:00']],
      ['call back (×1, last Tue 24 Nov 10:00)'],
    ],
    [
      'nothing to somebody who does not want to be called',
      ['edit gary --do-not-contact call'],
      [[gary, 3, '2026-11-25T10:00']],
      [],
    ],
    ['nothing for what is older than 30 days', [], [[gary, 3, '2026-10-01T10:00']], []],
    [
      'a complaint that is open: the missed call asks for it again (R24)',
      ['heard gary "it broke" --complaint'],
      [[gary, 3, '2026-11-25T14:10']],
      ['put right: it broke'],
    ],
  ]

  test.each(cases)('%s', async (_what, before, rows, owed) => {
    const program = await aDesk({ 'log.xml': log(...rows) })
    for (const line of before) expect(await program.fu(line)).toMatchObject({ status: 0 })
    expect((await program.fu('calls log.xml')).status).toBe(0)
    expect(openWhats(program)).toEqual(owed)
    await program.fu('calls log.xml')
    expect(openWhats(program)).toEqual(owed)
  })

  test('an older call is owed where it is asked for, though it is in the diary already', async () => {
    const { fu, db } = await aDesk({ 'log.xml': log([gary, 3, '2026-10-01T10:00']) })
    expect((await fu('calls log.xml')).stdout).toContain(
      'Gary Lee called before Mon 26 Oct and was not called back',
    )
    const before = dump(db)
    expect((await fu('calls log.xml --since 2026-09-01')).stdout).toContain(
      'call back (×1, last Thu 1 Oct 10:00)',
    )
    expect((await fu('show gary')).stdout).toContain('they called: missed')
    await fu('undo')
    expect(dump(db)).toEqual(before)
  })

  test('a call-back that was dropped does not come back', async () => {
    const program = await aDesk({ 'log.xml': log([gary, 3, '2026-11-25T10:00']) })
    await program.fu('calls log.xml')
    await program.fu('drop 1 --why "a wrong number"')
    await program.fu('calls log.xml')
    expect(openWhats(program)).toEqual([])
  })

  test('a call that they did not take is a try of the call-back, and of no other promise', async () => {
    const rows: Row[] = [
      [gary, 3, '2026-11-25T10:00'],
      [gary, 2, '2026-11-25T11:00', 0],
      ['0298765432', 2, '2026-11-25T11:30', 0],
    ]
    const { fu } = await aDesk({ 'log.xml': log(...rows) })
    await fu('promise ada "send the list" --due today')
    await fu('calls log.xml')
    expect((await fu('show gary')).stdout).toContain('→ no answer, about "call back (×1, last 10:00)"')
    expect((await fu('show ada')).stdout).toContain('→ no answer\n')
    expect((await fu('today')).stdout).not.toContain('no answer')
  })
})

describe('a call-back of a log', () => {
  const missed = log([gary, 3, '2026-11-20T16:40'])
  const missedAgain = log([gary, 3, '2026-11-23T09:10'])
  const spoken = log([gary, 2, '2026-11-24T10:00', 250])
  const locales = ['en-US', 'de-DE', 'ja-JP', 'ko-KR', 'ar-EG', null]

  async function afterMissed(locale: string | null): Promise<Program> {
    const files = { 'missed.xml': missed, 'again.xml': missedAgain, 'spoken.xml': spoken }
    const program = aProgram({ now: '2026-11-25 14:20', locale, files })
    for (const line of [...people, 'calls missed.xml']) expect((await program.fu(line)).status).toBe(0)
    return program
  }
  const open = async ({ fu }: Program): Promise<string[]> => {
    const { items } = JSON.parse((await fu('list --json')).stdout) as { items: { what: string }[] }
    return items.map(({ what }) => what)
  }

  it.each(locales)('is closed by a later call, whatever the language of its date: %s', async (locale) => {
    const program = await afterMissed(locale)
    const [what] = await open(program)
    await program.fu('calls again.xml')
    const [again] = await open(program)
    expect([what?.slice(0, 13), again?.slice(0, 13)]).toEqual(['call back (×1', 'call back (×2'])
    await program.fu('calls spoken.xml')
    expect(await open(program)).toEqual([])
  })

  it.each(locales)('stays open where somebody put it in other words: %s', async (locale) => {
    const program = await afterMissed(locale)
    await program.fu('edit 1 --what "call back (×9, last year)"')
    await program.fu('calls again.xml')
    expect(await open(program)).toEqual(['call back (×9, last year)'])
    await program.fu('calls spoken.xml')
    expect(await open(program)).toHaveLength(1)
  })

  it.each(locales)('stays open with what else was asked for, which no log knows: %s', async (locale) => {
    const program = await afterMissed(locale)
    await program.fu('heard gary "the price (urgent)"')
    await program.fu('calls spoken.xml')
    expect(await open(program)).toHaveLength(1)
  })

  it('is closed by a later call after it came back from an export, of this version or an older one', async () => {
    const program = await afterMissed('ja-JP')
    await program.fu('export --format json -o diary.json')
    await program.fu('export all -o books')
    const written = Object.fromEntries(program.files)
    const files = { ...written, 'older.json': olderExport(written['diary.json'] ?? '') }
    for (const source of ['diary.json', 'books', 'older.json']) {
      const again = aProgram({ now: '2026-11-25 14:20', files })
      expect((await again.fu(`import ${source}`)).stdout).toContain('added')
      expect(await open(again)).toHaveLength(1)
      await again.fu('calls spoken.xml')
      expect(await open(again)).toEqual([])
    }
  })
})

describe('numbers', () => {
  test('unknown ones become contacts, those of one name together, and their calls are theirs', async () => {
    const files = {
      'log.xml': log(
        ['0411222333', 3, '2026-11-25T10:00', 0, 'The Plumber'],
        ['0411222444', 3, '2026-11-25T11:00', 0, 'The Plumber'],
        ['0411222555', 3, '2026-11-25T11:30'],
        ['0411222666', 3, '2025-01-25T11:30', 0, 'Old'],
        ['0411222777', 3, '2026-11-25T11:40', 0, 'gary lee'],
      ),
    }
    expect(
      await session([...people, 'calls log.xml --add', 'calls log.xml --add', 'show plumber'], { files }),
    ).toMatchInlineSnapshot(`
      "
      $ fu config country AU
      country is now AU. (fu undo)
      $ fu add "Gary Lee" -p "0412 555 019" --no-next
      Added Gary Lee (@1). (fu undo)
      $ fu add "Ada Müller" -p 0298765432 --no-next
      Added Ada Müller (@2). (fu undo)
      $ fu calls log.xml --add

        CALL BACK
           who           what                        due
        1  The Plumber   call back (×2, last 11:00)  Wed 25 Nov
        2  0411 222 555  call back (×1, last 11:30)  Wed 25 Nov

        UNKNOWN NUMBERS
        number        name in the phone  calls             last
        0411 222 666  Old                1 call, 1 missed  Sat 25 Jan 2025 11:30

        A CONTACT HAS THIS NAME BUT OTHER NUMBERS; NOT ADDED
        number: 0411 222 777
        name in the phone: gary lee
        calls: 1 call, 1 missed
        last: Wed 25 Nov 11:40
        contact: Gary Lee (@1)
        fu edit <contact> --phone <number> gives them the number

        ROWS OF THE LOG
        3  written
        2  of unknown numbers
        5  in all

      Read log.xml: 3 new calls, 2 new contacts, 2 call-backs owed. (fu undo)
      $ fu calls log.xml --add

        UNKNOWN NUMBERS
        number        name in the phone  calls             last
        0411 222 666  Old                1 call, 1 missed  Sat 25 Jan 2025 11:30

        A CONTACT HAS THIS NAME BUT OTHER NUMBERS; NOT ADDED
        number: 0411 222 777
        name in the phone: gary lee
        calls: 1 call, 1 missed
        last: Wed 25 Nov 11:40
        contact: Gary Lee (@1)
        fu edit <contact> --phone <number> gives them the number

        ROWS OF THE LOG
        3  known already
        2  of unknown numbers
        5  in all

      Nothing new in log.xml; nothing was written.
      $ fu show plumber

        The Plumber @3
        phone         0411 222 333
        phone         0411 222 444
        prefers       never asked
        added         Wed 25 Nov
        last contact  Wed 25 Nov
        you started   0 of 1

        OPEN PROMISES
           1  call back (×2, last 11:00) · Wed 25 Nov · they asked again once

        HISTORY
        Wed 25 Nov 11:00    set "call back (×2, last 11:00)" for Wed 25 Nov
        Wed 25 Nov 11:00  ← they called: missed
        Wed 25 Nov 10:00  ← they called: missed
      "
    `)
  })

  test('one that two contacts have is nobody’s, and says whose it could be', async () => {
    const { fu, db } = await aDesk({ 'log.xml': log([gary, 3, '2026-11-25T10:00']) })
    await fu(`add "Sue Lee" -p "${gary}" --no-next`)
    const before = dump(db)
    const { stdout } = await fu('calls log.xml')
    expect(stdout).toContain('Gary Lee (@1), Sue Lee (@3)')
    expect(stdout).toContain('1  of a number that two contacts have')
    expect(dump(db)).toEqual(before)
  })

  test('written before the country was known, they are the same', async () => {
    const program = aProgram({ files: { 'log.xml': log(['0412555019', 3, '2026-11-25T10:00']) } })
    await program.fu(`add "Gary Lee" -p "${gary}" --no-next`)
    await program.fu('calls log.xml')
    await program.fu('config country AU')
    expect((await program.fu('calls log.xml')).stdout).toContain('1  known already')
  })
})

describe('what is refused writes nothing', () => {
  test.each([
    ['calls none.xml', 1, 'There is no file none.xml.\n'],
    ['calls bad.xml', 1, 'The file cannot be read as a call log: line 6: unclosed tag: calls.\n'],
    ['calls bomb.xml', 1, 'The file cannot be read as a call log: line 1: a DOCTYPE is not allowed.\n'],
    ['calls table.csv', 2, 'table.csv is not XML. If it is a table, map its columns.\n'],
    ['calls table.csv --map number=Phone date=When type=Kind', 2, 'A table needs --dates too.\n'],
    ['calls empty.csv', 2, 'empty.csv is empty.\n'],
    ['calls notes', 1, 'There are no calls in notes.\n'],
    ['calls unread.xml', 1, 'More than 10000 rows of the log cannot be read.\n'],
    ['calls switchboard.xml', 1, 'The log has more than 20000 different numbers.\n'],
  ])('%s', async (line, status, sentence) => {
    const { fu, db } = await aDesk({
      'bad.xml': log([gary, 3, '2026-11-25T10:00'], [gary, 3, '2026-11-25T11:00']).replace(
        '</calls>\n',
        '\n',
      ),
      'bomb.xml': '<!DOCTYPE calls [<!ENTITY a "b">]><calls/>',
      'table.csv': 'Phone,When,Kind\n',
      'empty.csv': '',
      'notes/a.txt': 'hello',
      'unread.xml': `<calls>${'<call/>'.repeat(10_001)}</calls>`,
      'switchboard.xml': log(
        ...Array.from({ length: 20_001 }, (_, index): Row => [
          `+6141${String(index).padStart(7, '0')}`,
          3,
          '2026-11-25T10:00',
        ]),
      ),
    })
    const before = dump(db)
    const ran = await fu(line)
    expect({ ...ran, stderr: ran.stderr.split('\n')[0] }).toEqual({
      status,
      stdout: '',
      stderr: sentence.trim(),
    })
    expect(dump(db)).toEqual(before)
  })

  test('and so does --dry-run, which shows it all', async () => {
    const { fu, db } = await aDesk({ 'log.xml': busy })
    const before = dump(db)
    const { stdout } = await fu('calls log.xml --add --dry-run')
    expect(stdout).toContain('call back (×3, last 13:40)')
    expect(stdout).toContain(
      'Nothing was written. Without --dry-run, from log.xml: 6 new calls, 1 new contact, 2 call-backs owed.\n',
    )
    expect(dump(db)).toEqual(before)
    expect((await fu('history')).stdout).not.toContain('calls')
  })
})

test('a folder of Google Voice is a log, and a table of calls', async () => {
  const { fu } = await aDesk({
    'Calls/Gary Lee - Missed - 2026-11-25T10_00_00Z.html':
      '<html><a class="tel" href="tel:+61412555019"></a></html>',
    'Calls/Gary Lee - Text - 2026-11-25T10_00_00Z.html': '<html></html>',
    'log.csv': 'Phone,When,Kind\n0298765432,25/11/2026 11:00,Missed\n=cmd(),25/11/2026 11:00,Missed\n',
  })
  expect((await fu('calls Calls')).stdout).toContain('call back (×1, last 10:00)')
  const table = (await fu('calls log.csv --map number=phone date=when type=kind --dates dmy')).stdout
  expect(table).toContain('call back (×1, last 11:00)')
  expect(table).toContain('line 3  "=cmd()" is not a phone number')
})

test.each([
  ['0', 'its date is before 1990, earlier than any call log'],
  [String(Date.parse('2026-11-25T16:00:00Z')), 'its date is in the future'],
  ['99999999999999', 'its date is in the future'],
  ['-62167219200000', 'its date is before 1990, earlier than any call log'],
])('a date of %s is named with its line, and the rest is written', async (date, why) => {
  const rows = log([gary, 3, '2026-11-25T10:00'], [gary, 2, '2026-11-25T11:11', 60])
  const { fu } = await aDesk({ 'log.xml': rows.replace(String(Date.parse('2026-11-25T11:11:00Z')), date) })
  const { stdout } = await fu('calls log.xml')
  expect(stdout).toContain(`line 4  ${why}`)
  expect(stdout).toContain('call back (×1, last 10:00)')
})

test('whatever the rows are, each is counted, twice is once, and an undo takes all of it back', async () => {
  const number = fc.oneof(
    fc.constantFrom(gary, '+61412555019', '0298765432', '0411222333', '', '-1', '*86', '9'.repeat(1000)),
    fc.string({ unit: 'grapheme' }),
  )
  const row = fc.record({
    number,
    type: fc.integer({ min: 0, max: 8 }),
    date: fc.oneof(fc.integer({ min: 1_790_000_000, max: 1_795_700_000 }), fc.integer()),
    duration: fc.integer({ min: -5, max: 700_000 }),
    name: fc.string({ unit: 'grapheme' }),
  })
  const quoted = (text: string): string =>
    text.replace(/[&<"\p{Cc}\ufffe\uffff]/gu, (one) => (/[&<"]/.test(one) ? `&#${one.charCodeAt(0)};` : ''))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, add) => {
      const text = rows.map(
        (one) =>
          `<call number="${quoted(one.number)}" type="${one.type}" date="${one.date}000" duration="${one.duration}" contact_name="${quoted(one.name)}"/>`,
      )
      const { fu, db } = await aDesk({ 'log.xml': `<calls>${text.join('')}</calls>` })
      const before = dump(db)
      const line = `calls log.xml --json${add ? ' --add' : ''}`
      const first = await fu(line)
      const counts = rowsIn(first.stdout)
      const isUnreadable = rows.length > 0 && counts['invalid'] === rows.length
      expect(first.status).toBe(isUnreadable ? 1 : 0)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length)
      const after = dump(db)
      expect(rowsIn((await fu(line)).stdout)).toEqual({
        ...counts,
        new: 0,
        known: (counts['known'] ?? 0) + (counts['new'] ?? 0),
      })
      expect(dump(db)).toEqual(after)
      if ((counts['new'] ?? 0) > 0) await fu('undo')
      expect(dump(db)).toEqual(before)
    }),
    runs(60),
  )
})

async function aDesk(files: Readonly<Record<string, string>>, columns?: number): Promise<Program> {
  const program = aProgram({ files, ...(columns === undefined ? {} : { columns, env: { NO_COLOR: '1' } }) })
  for (const line of people) await program.fu(line)
  return program
}

function openWhats({ db }: Program): string[] {
  return db.prepare<[], string>(`SELECT what FROM promises WHERE status = 'open' ORDER BY id`).pluck().all()
}

function rowsIn(stdout: string): Record<string, number> {
  return (JSON.parse(stdout) as { rows: Record<string, number> }).rows
}

test('a table of calls is read again as it was, to make contacts of unknown numbers', async () => {
  const { fu } = aProgram({
    now: '2026-11-23 09:00',
    files: { 'c.csv': 'Phone,When,Kind\n0412 555 099,23/11/2026 08:30,missed\n' },
  })
  await fu('add Sue -p 0412555020 --no-next')
  const { stdout } = await fu('calls c.csv --map number=Phone date=When type=Kind --dates dmy')
  const [, again = ''] = /fu (calls c\.csv .* --add) makes/.exec(stdout.replaceAll(/\s+/g, ' ')) ?? []
  expect(again).toBe('calls c.csv --map number=Phone date=When type=Kind --dates dmy --add')
  expect((await fu(again)).status).toBe(0)
})

describe('a log of which nothing can be read', () => {
  it.each([
    ['page.html', '<html><body>a page</body></html>', 'page.html: it is not a Google Voice page'],
    [
      'calls.xml',
      '<calls><call type="99"/></calls>',
      'line 1: its type is "99", which is not a number from 1 to 7',
    ],
  ])('fails, and says why: %s', async (file, text, why) => {
    const { status, stderr } = await aProgram({ files: { [file]: text } }).fu(`calls ${file}`)
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `Nothing in ${file} could be read.\nNothing was written. ${why}.\n`,
    })
  })
})

describe('calls where no country is set', () => {
  const files = {
    'log.xml': log(
      [gary, 3, '2026-11-25T10:10'],
      ['0298765432', 3, '2026-11-25T10:11'],
      ['+61411222333', 3, '2026-11-25T10:12'],
    ),
  }
  const note = (count: number): string =>
    `${count} of 3 calls could not be matched, because no country is set: fu config country <code>, then fu calls log.xml`

  it('are counted, with what to do', async () => {
    const program = aProgram({ files })
    await program.fu('add Gary -p "+61 412 555 019" --no-next')
    expect((await program.fu('calls log.xml')).stdout.replaceAll(/\s+/g, ' ')).toContain(note(2))
    expect(JSON.parse((await program.fu('calls log.xml --json')).stdout)).toMatchObject({ withoutCountry: 2 })
    await program.fu('config country AU')
    const { stdout } = await program.fu('calls log.xml')
    expect(stdout).not.toContain('no country is set')
    expect(stdout).toContain('call back (×1, last 10:10)')
  })

  it('are counted where only the number of the contact has no country', async () => {
    const program = aProgram({ files })
    await program.fu('add Bob -p "0411 222 333" --no-next')
    expect((await program.fu('calls log.xml')).stdout.replaceAll(/\s+/g, ' ')).toContain(note(3))
  })
})

test('a list of calls of a Fritz!Box is read as it counts', async () => {
  const program = await aDesk({
    'fritz.csv': [
      'sep=;',
      'Typ;Datum;Name;Rufnummer;Nebenstelle;Eigene Rufnummer;Dauer',
      '2;25.11.26 10:10;;0412555019;;97911585;0:00',
      '4;25.11.26 11:08;;0298765432;;97911585;0:04',
      '',
    ].join('\r\n'),
  })
  const { status, stdout, stderr } = await program.fu(
    'calls fritz.csv --map number=Rufnummer date=Datum type=Typ duration=Dauer --dates dmy',
  )
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr:
      'The types are read as numbers of a Fritz!Box: 1 incoming, 2 missed, 3 and 4 outgoing, 10 rejected; --types overrides this.\n',
  })
  expect(stdout).toContain('call back (×1, last 10:10)')
  expect(stdout).toContain('2  written')
})
