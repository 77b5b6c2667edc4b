import { describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

const hostile = '=HYPERLINK("http://x", "y")\nsecond line'

describe('fu export', () => {
  it('begins each book with the columns that other programs rely on', async () => {
    const { fu } = await twoPeople()
    const columns = async (book: string): Promise<string | undefined> =>
      (await fu(`export ${book}`)).stdout.split('\r\n')[0]
    expect(await columns('promises')).toMatch(
      /^id,uid,contact,company,phone,email,owner,what,channel,kind,hot,due_day,due_time,promised_day,status,outcome,reason,note,attempts,moves,made_at,closed_at,on_time,about,trigger\b/,
    )
    expect(await columns('people')).toMatch(
      /^id,uid,name,company,kind,channel,phone_1_label,phone_1,phone_2_label,phone_2,email_1_label,email_1,address,met,from,every,time_zone,tags,note,do_not_contact,added_at,last_contact\b/,
    )
    expect(await columns('entries')).toMatch(
      /^id,uid,at,contact,promise,direction,channel,outcome,text,feedback\b/,
    )
  })

  it('makes safe what a spreadsheet would run, and leaves phone numbers alone', async () => {
    const { fu } = aProgram()
    await fu(['add', hostile, '--phone', '+61 412 555 019', '--note', '@cmd', '--no-next'])
    await fu(['promise', '--due', 'fri', '--', '@1', '-2+3 quotes'])
    const people = (await fu('export people')).stdout
    expect(people).toContain(`,"'=HYPERLINK(""http://x"", ""y"")\nsecond line",`)
    expect(people).toContain(',+61 412 555 019,')
    expect(people).toContain(`,'@cmd,`)
    expect((await fu('export')).stdout).toContain(`,'-2+3 quotes,`)
  })

  it.each([
    ['kind', '=1'],
    ['channel', '@x'],
    ['due_day', '-1;=2'],
    ['promised_day', '+1='],
    ['snoozed_until', '=3'],
    ['window_until', '=4'],
  ])(
    'refuses what a diary of somebody else holds in the place of %s, as JSON does',
    async (column, value) => {
      const { fu, db } = await twoPeople()
      db.exec(`UPDATE promises SET ${column} = '${value}'`)
      const { status, stdout, stderr } = await fu('export')
      expect({ status, stdout: stdout.includes(value) }).toEqual({ status: 1, stdout: false })
      expect(stderr).toContain(`"${value}" is not`)
      expect((await fu('export promises --format json')).stderr).toBe(stderr)
    },
  )

  it('says that a promise kept within its window was kept on time, as JSON does (R29)', async () => {
    const { fu, db, setClock } = await twoPeople()
    const onTime = async (): Promise<[unknown, string | undefined]> => {
      const { promises } = JSON.parse((await fu('export promises --format json')).stdout) as {
        promises: { onTime: boolean | null }[]
      }
      const [head = '', row = ''] = (await fu('export')).stdout.split('\r\n')
      return [promises[0]?.onTime, row.split(',')[head.split(',').indexOf('on_time')]]
    }
    expect(await onTime()).toEqual([null, ''])
    db.exec(
      `UPDATE promises SET due_day = '2026-11-26', promised_day = '2026-11-26', window_until = '2026-11-27'`,
    )
    setClock('2026-11-27 15:00')
    await fu('done 1 --no-next')
    expect(await onTime()).toEqual([true, 'true'])
    db.exec(`UPDATE promises SET window_until = NULL`)
    expect(await onTime()).toEqual([false, 'false'])
  })

  it('counts as moves what the page counts: not one to the day it has', async () => {
    const { fu } = await twoPeople()
    const moves = async (): Promise<[unknown, string | undefined]> => {
      const [head = '', row = ''] = (await fu('export --who gary')).stdout.split('\r\n')
      const { items } = JSON.parse((await fu('list --json')).stdout) as { items: { moves: number }[] }
      return [items[0]?.moves, row.split(',')[head.split(',').indexOf('moves')]]
    }
    const counts = []
    for (const line of ['fri', 'fri --told', '"fri 10:30"', '"fri 10:30" --told', 'mon --told', 'mon']) {
      await fu(`move 1 ${line}`)
      counts.push(await moves())
    }
    expect(counts).toEqual([0, 0, 1, 1, 2, 2].map((count) => [count, String(count)]))
  })

  it('has one row a promise, whatever its text holds', async () => {
    const { fu } = aProgram()
    await fu(['add', 'Gary Lee', '--address', '1 High St\nSydney', '--no-next'])
    for (const what of ['one\ntwo', 'one\r\ntwo', 'one\rtwo', 'a "b", c']) {
      await fu(['promise', 'gary', what, '--due', 'fri'])
    }
    const { stdout } = await fu('export')
    expect(stdout.replace(/"(?:[^"]|"")*"/g, 'quoted').split('\r\n')).toHaveLength(6)
    expect((await fu('export people')).stdout).toContain(',"1 High St\nSydney",')
  })

  it('is of one contact where one is named (R59)', async () => {
    const { fu } = await twoPeople()
    const { stdout } = await fu('export people --who ada')
    expect(stdout).toContain('Ada Müller')
    expect(stdout).not.toContain('Gary Lee')
    expect((await fu('export --who ada')).stdout.split('\r\n')).toHaveLength(2)
    expect(await fu('export --who zebedee')).toMatchObject({ status: 3, stdout: '' })
  })

  it('writes a file, or a folder of all books', async () => {
    const { fu, files } = await twoPeople()
    const promises = (await fu('export')).stdout
    expect(await fu('export -o p.csv')).toEqual({ status: 0, stdout: '', stderr: 'Written to p.csv.\n' })
    expect(files.get('p.csv')).toBe(promises)
    expect(await fu('export -o -')).toEqual({ status: 0, stdout: promises, stderr: '' })
    await fu('export all -o books')
    expect([...files.keys()]).toEqual([
      'p.csv',
      'books/promises.csv',
      'books/people.csv',
      'books/entries.csv',
      'books/settings.json',
    ])
    expect(files.get('books/promises.csv')).toBe(promises)
    expect(await fu('export all')).toEqual({
      status: 2,
      stdout: '',
      stderr: '"all" in CSV is several files.\nName a folder for them, as in fu export all -o books.\n',
    })
  })

  it('holds the whole diary as JSON, and the same bytes another day', async () => {
    const { fu, setClock } = await twoPeople()
    await fu('config country AU')
    const { stdout } = await fu('export --format json')
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      people: [{ name: 'Gary Lee' }, { name: 'Ada Müller' }],
      promises: [{ what: 'send the quote' }],
      entries: [{ text: 'lunch' }],
      settings: { country: 'AU' },
    })
    expect((await fu('export --json')).stdout).toBe(stdout)
    setClock('2027-03-01 08:00')
    expect((await fu('export --format json')).stdout).toBe(stdout)
  })

  it.each([
    ['export --format json', true],
    ['export --json', true],
    ['export all --format json -o diary.json', true],
    ['export all -o books', true],
    ['export people', false],
    ['export --who ada --format json', false],
  ])('says that the list of blocked people is not exported: fu %s', async (line, isSaid) => {
    const { fu } = await twoPeople()
    const said = 'The list of blocked people is not exported'
    expect((await fu(line)).stderr).not.toContain(said)
    await fu('add Gary --no-next')
    await fu('forget gary --block --yes')
    const { stderr } = await fu(line)
    expect(
      stderr.includes(`${said}, so an import elsewhere could add them again. "fu backup" copies the list.\n`),
    ).toBe(isSaid)
  })

  it.each(['diary.json', 'books'])(
    'says what repeats and what a mailbox opened, and %s brings it back',
    async (file) => {
      const { fu, db, files } = await twoPeople()
      await fu('promise ada "ring the dentist" --due 2026-11-30')
      db.exec(`UPDATE promises SET from_mail = 1 WHERE id = 1`)
      db.exec(
        `UPDATE promises SET repeat = '{"every":"sunday","day":"2026-11-29","time":"18:00","occurrence":"2026-11-29"}' WHERE id = 2`,
      )
      await fu('export --format json -o diary.json')
      await fu('export all -o books')
      expect(JSON.parse(files.get('diary.json') ?? '').promises).toMatchObject([
        { fromMail: true, fromCallLog: false, every: null, anchor: null, occurrence: null },
        {
          fromMail: false,
          every: 'sunday',
          anchor: { day: '2026-11-29', time: '18:00' },
          occurrence: '2026-11-29',
        },
      ])
      expect(files.get('books/promises.csv')).toMatch(/,false,sunday,2026-11-29,18:00,2026-11-29\r\n$/)
      const again = aProgram({ files: Object.fromEntries(files) })
      expect((await again.fu(`import ${file}`)).stderr).toBe('')
      const columns = 'SELECT from_call_log, from_mail, repeat FROM promises ORDER BY id'
      expect(again.db.prepare(columns).all()).toEqual(db.prepare(columns).all())
    },
  )

  it.each([
    ['"every": "sunday"', '"every": "often"', 'every "often" is not a repetition such as 2w, sunday or 1st'],
    ['"occurrence": "2026-11-29"', '"occurrence": null', 'does not have all of every, anchor and occurrence'],
    ['"kind": "promise"', '"kind": "call-back"', 'is of kind "call-back", which cannot repeat'],
    ['"kind": "promise"', '"kind": "complaint"', 'is of kind "complaint", which cannot repeat'],
  ])('is not read where %s became %s', async (good, bad, why) => {
    const { fu, db, files } = await twoPeople()
    db.exec(
      `UPDATE promises SET repeat = '{"every":"sunday","day":"2026-11-29","time":null,"occurrence":"2026-11-29"}'`,
    )
    await fu('export --format json -o diary.json')
    const text = files.get('diary.json') ?? ''
    expect(text).toContain(good)
    const again = aProgram({ files: { 'diary.json': text.replace(good, bad) } })
    const { stdout, stderr } = await again.fu('import diary.json')
    expect(`${stdout}${stderr}`).toContain(why)
  })

  it('does not change with the locale', async () => {
    const books = async (locale: string | null): Promise<string[]> => {
      const { fu } = await twoPeople(locale)
      const printed = [await fu('export'), await fu('export people'), await fu('export entries')]
      return printed.map(({ stdout }) =>
        stdout.replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, ''),
      )
    }
    expect(await books('fa')).toEqual(await books(null))
  })
})

async function twoPeople(locale: string | null = null): Promise<Program> {
  const program = aProgram({ locale })
  await program.fu(
    'add "Gary Lee" --phone 0412555019 --phone home:0298765432 --promise "send the quote" --due 2026-11-27',
  )
  await program.fu('add "Ada Müller" --no-next')
  await program.fu('log ada lunch')
  return program
}
