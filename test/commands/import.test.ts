import { describe, expect, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'

const google = [
  'First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
  'Gary,Lee,Lee Mortgages,* myContacts ::: Golf,Work,gary@lee.example,Mobile,+61 412 555 019',
  'Ada,Müller,,* myContacts,,ada@mueller.example,,',
  ',,,,,,Mobile,0412 555 020',
  ',,,* myContacts,,,,',
  'Sam,,,,,,,',
].join('\r\n')

test('an address book comes in, and running it again changes nothing', async () => {
  const shown = await session(
    [
      'config country AU',
      'import google.csv --dry-run',
      'people',
      'import google.csv --tag fair --met "trade show"',
      'import google.csv',
      'people',
      'show gary',
      'undo',
      'people',
      'history',
    ],
    { files: { 'google.csv': google } },
  )
  expect(shown).toMatchInlineSnapshot(`
    "
    $ fu config country AU
    country is now AU. (fu undo)
    $ fu import google.csv --dry-run
    google.csv (Google Contacts), 5 rows: 4 added, 1 invalid. Nothing was written: this was a dry run.
    line 5: invalid, it has no name, no number and no address
    $ fu people
    No such contacts.
    $ fu import google.csv --tag fair --met "trade show"
    google.csv (Google Contacts), 5 rows: 4 added, 1 invalid. (fu undo)
    line 5: invalid, it has no name, no number and no address
    The plan met starts with 4 contacts, on Thu 26 Nov; --no-plan starts nothing.
    $ fu import google.csv
    google.csv (Google Contacts), 5 rows: 4 unchanged, 1 invalid.
    line 5: invalid, it has no name, no number and no address
    $ fu people
          who                      reach                last   next
      @3  0412 555 020             0412 555 020         never  Thu 26 Nov
      @2  Ada Müller               ada@mueller.example  never  Thu 26 Nov
      @1  Gary Lee, Lee Mortgages  0412 555 019         never  Thu 26 Nov
      @4  Sam                                           never  Thu 26 Nov
    $ fu show gary

      Gary Lee, Lee Mortgages @1
      phone         0412 555 019 (mobile)
      email         gary@lee.example (work)
      prefers       never asked
      met           trade show
      tags          Golf, fair
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
         1  good to meet you: write, with something of use to Gary Lee
            Thu 26 Nov

      HISTORY
      Wed 25 Nov 14:20    set "good to meet you: write, with something of use to
                          Gary Lee" for Thu 26 Nov
    $ fu undo
    Took back: import google.csv (5 rows). 4 promises are gone, and 4 contacts are gone. (fu undo 3)
    $ fu people
    No such contacts.
    $ fu history

      Wednesday 25 November 2026
          3  14:20  undo 2: import google.csv (5 rows)
          2  14:20  import google.csv (5 rows) · taken back
          1  14:20  config country AU
    "
  `)
})

test('who is in the diary already stays as they are; --update adds what the diary lacks', async () => {
  const csv = 'Name,Tel,Mail,Firm\nG. Lee,0412555019,gary@new.example,Lee & Co\nAda Lee,0412 555 019,,\n'
  const shown = await session(
    [
      'config country AU',
      'add "Gary Lee" --phone 0412555019 --company "Lee Mortgages" --no-next',
      'import other.csv --map name=Name phone=Tel email=Mail company=Firm',
      'import other.csv --map name=Name phone=Tel email=Mail company=Firm --update',
      'import other.csv --map name=Name phone=Tel email=Mail company=Firm --update',
      'show gary',
      'people',
    ],
    { files: { 'other.csv': csv } },
  )
  expect(shown).toMatchInlineSnapshot(`
    "
    $ fu config country AU
    country is now AU. (fu undo)
    $ fu add "Gary Lee" --phone 0412555019 --company "Lee Mortgages" --no-next
    Added Gary Lee, Lee Mortgages (@1). (fu undo)
    $ fu import other.csv --map name=Name phone=Tel email=Mail company=Firm
    other.csv (CSV), 2 rows: 1 added, 1 skipped. (fu undo)
    line 2, G. Lee: skipped, is @1 Gary Lee already; --update would add email gary@new.example and another company
    line 3, Ada Lee: added, may be @1 Gary Lee (same number): fu merge @2 @1
    $ fu import other.csv --map name=Name phone=Tel email=Mail company=Firm --update
    other.csv (CSV), 2 rows: 1 merged, 1 unchanged. (fu undo)
    $ fu import other.csv --map name=Name phone=Tel email=Mail company=Firm --update
    other.csv (CSV), 2 rows: 2 unchanged.
    $ fu show gary

      Gary Lee, Lee Mortgages @1
      phone         0412 555 019
      email         gary@new.example
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OTHER DETAILS
        company  Lee & Co

      OPEN PROMISES
        no next step
    $ fu people
          who                      reach         last   next
      @2  Ada Lee                  0412 555 019  never  nothing
      @1  Gary Lee, Lee Mortgages  0412 555 019  never  nothing
    "
  `)
})

test('a number without a country is known by its digits', async () => {
  const shown = await session(
    [
      'add "Gary Lee" --phone "0412 555 019" --no-next',
      'import one.csv --map name=Name phone=Tel',
      'import two.csv --map name=Name phone=Tel',
    ],
    {
      files: {
        'one.csv': 'Name,Tel\nG. Lee,0412-555-019\nAda,0412 555 020\nA. Lee,000\n',
        'two.csv': 'Name,Tel\nAda,(0412) 555020\nA. Lee,(000)\n',
      },
    },
  )
  expect(shown).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" --phone "0412 555 019" --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu import one.csv --map name=Name phone=Tel
    one.csv (CSV), 3 rows: 2 added, 1 unchanged. (fu undo)
    3 numbers have no country code, and your country is not known: fu config country <code>, as in fu config country AU.
    $ fu import two.csv --map name=Name phone=Tel
    two.csv (CSV), 2 rows: 1 added, 1 unchanged. (fu undo)
    line 3, A. Lee: added, may be @3 A. Lee (same name): fu merge @4 @3
    2 numbers have no country code, and your country is not known: fu config country <code>, as in fu config country AU.
    "
  `)
})

test.each([
  ['number', '0412 555 020'],
  ['number with its country', '+61 412 555 020'],
  ['email address', 'office@example.com'],
])('of fifty people with one %s, each is known again', async (_what, reached) => {
  const names = Array.from(
    { length: 50 },
    (_row, index) => `Worker ${'abcdefghij'.charAt(index % 10)}${'klmno'.charAt(index / 10)}`,
  )
  const table = (people: readonly string[]): string =>
    `Name,Reached\n${people.map((name) => `${name},${reached}\n`).join('')}`
  const files = { 'one.csv': table(names), 'two.csv': table(names.map((name) => name.toUpperCase())) }
  const { fu } = aProgram({ files })
  const map = `--map name=Name ${reached.includes('@') ? 'email' : 'phone'}=Reached`
  await fu(`import one.csv ${map}`)
  const { stdout } = await fu(`import two.csv ${map}`)
  expect(stdout).toMatch(/^two.csv \(CSV\), 50 rows: 50 unchanged\./m)
})

const tel = (number: string): string => `BEGIN:VCARD\nVERSION:3.0\nFN:Gary Lee\nTEL:${number}\nEND:VCARD\n`

test('a card with another extension of a number that is known brings it along', async () => {
  const { fu } = aProgram({
    files: { 'cards.vcf': tel('+61 412 555 019 ext 5') + tel('+61 412 555 019 ext 6') },
  })
  expect((await fu('import cards.vcf')).stdout).toBe(
    'cards.vcf (vCard), 2 rows: 1 added, 1 merged. (fu undo)\n',
  )
  expect((await fu('show gary')).stdout).toMatch(/ext\. 5.*ext\. 6/s)
})

test('nobody is known by a number that is none', async () => {
  const written = aProgram({ files: { 'a.vcf': tel('ask reception') } })
  await written.fu('import a.vcf')
  await written.fu('promise gary "send the quote" --due fri')
  await written.fu('export promises -o promises.csv')
  const { fu } = aProgram({ files: { ...Object.fromEntries(written.files), 'b.vcf': tel('ask Bob') } })
  await fu('import b.vcf')
  expect((await fu('import promises.csv')).stderr).toBe(
    'line 2, Gary Lee: added, may be @1 Gary Lee (same name): fu merge @2 @1\n',
  )
})

test('what belongs to somebody who is not to come back never goes to a namesake', async () => {
  const written = aProgram()
  await written.fu('add "Gary Lee" --email gary@lee.example --no-next')
  await written.fu('promise gary "send the quote" --due fri')
  await written.fu('export --format json -o diary.json')
  const { fu } = aProgram({ files: Object.fromEntries(written.files) })
  await fu('import diary.json')
  await fu('forget @1 --block --yes')
  await fu('add "Gary Lee" --company Ace --no-next --anyway')
  expect(await fu('import diary.json')).toEqual({
    status: 0,
    stdout: 'diary.json (a diary), 2 rows: 2 skipped.\n',
    stderr:
      'promises 1, Gary Lee: skipped, the open promise "send the quote" for Fri 27 Nov: its contact was left out\n' +
      'people 1, Gary Lee: skipped, may be somebody who was forgotten and blocked; "fu add --anyway" adds them\n',
  })
  expect((await fu('list')).stderr).toBe('No such promises.\n')
})

test('a table whose columns are called what they are needs no map, and says how it was read', async () => {
  const { fu } = aProgram({
    files: {
      'members.csv':
        'Full Name;Tel;Mobile;E-Mail;Notes\nGary Lee;02 9555 0100;0412 555 019;gary@lee.example;golf\n',
      'birthdays.csv': 'Name,Phone,Birthday,Shoe\nAda Müller,0412 555 020,1 May,42\n',
      'twice.csv': 'Name,Company,Organisation\nAda Müller,Müller AG,Müller\n',
      'companies.csv': 'Company,Tags\nMüller AG,fair\n',
      'nobody.csv': 'Recruiter,Seen on\nAda,1 May\n',
    },
  })
  expect(await fu('import members.csv')).toEqual({
    status: 0,
    stdout: 'members.csv (CSV), 1 row: 1 added. (fu undo)\n',
    stderr:
      '2 numbers have no country code, and your country is not known: fu config country <code>, as in fu config country AU.\n' +
      'Read by its column names: --map name="Full Name" phone=Tel phone=Mobile email=E-Mail note=Notes\n',
  })
  const { contact } = JSON.parse((await fu('show gary --json')).stdout) as { contact: unknown }
  expect(contact).toMatchObject({
    name: 'Gary Lee',
    phones: [
      { label: null, value: '02 9555 0100' },
      { label: 'mobile', value: '0412 555 019' },
    ],
    emails: [{ value: 'gary@lee.example' }],
    note: 'golf',
  })
  expect((await fu('import birthdays.csv')).stderr).toBe(
    '1 number has no country code, and your country is not known: fu config country <code>, as in fu config country AU.\n' +
      'Read by its column names: --map name=Name phone=Phone birthday=Birthday\n' +
      'Unknown columns, kept as other details: "Shoe". To read one as a field: --map note="Shoe"\n',
  )
  expect((await fu('show ada')).stdout).toMatch(/OTHER DETAILS\n\s+Birthday\s+1 May\n\s+Shoe\s+42\n/)
  expect((await fu('import twice.csv')).stderr).toContain(
    'Read by its column names: --map name=Name company=Company\n',
  )
  expect((await fu('import companies.csv')).stderr).toBe(
    'Read by its column names: --map company=Company tag=Tags\n',
  )
  expect(await fu('import nobody.csv')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'No column of this table holds a name, a company, a number or an address. Its columns are "Recruiter", "Seen on".\n' +
      'Map the columns to fields, as in --map name=Recruiter phone="Seen on"\n',
  })
})

test('two people of one name whose promises come in a table alone stay two', async () => {
  const written = aProgram()
  await written.fu('add "Gary Lee" -c "Lee Mortgages" -p "+61 412 555 019" --promise refinance --due fri')
  await written.fu('add "Gary Lee" -c "Gary\'s Garage" -p "+61 413 777 222" --promise quote --due fri')
  await written.fu('add "Emily Stone" --promise one --due fri')
  await written.fu('add "Emily Stone" -e emily@stone.example --promise two --due fri')
  await written.fu('promise @4 three --due fri')
  await written.fu('export promises -o promises.csv')
  const { fu } = aProgram({ files: Object.fromEntries(written.files) })
  expect((await fu('import promises.csv')).stdout).toBe(
    'promises.csv (promises of a diary), 5 rows: 5 added. (fu undo)\n',
  )
  expect((await fu('people')).stdout).toBe((await written.fu('people')).stdout)
  expect((await fu('list')).stdout).toBe((await written.fu('list')).stdout)
})

test('promises of a namesake who has another number here go to nobody else', async () => {
  const written = aProgram()
  await written.fu('add "Gary Lee" -p "+61 413 777 222" --promise quote --due fri')
  await written.fu('export promises -o promises.csv')
  const { fu } = aProgram({ files: Object.fromEntries(written.files) })
  await fu('add "Gary Lee" -p "+61 412 555 019" --no-next')
  expect((await fu('import promises.csv')).stderr).toBe(
    'line 2, Gary Lee: added, may be @1 Gary Lee (same name): fu merge @2 @1\n',
  )
  expect((await fu('show @1')).stdout).not.toMatch('quote')
  expect((await fu('show @2')).stdout).toMatch('quote')
})

test('a stack of cards begins a plan with each of them', async () => {
  const cards = ['Gary Lee', 'Ada Müller'].map((name) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEND:VCARD\n`)
  const shown = await session(
    [
      'import cards.vcf --met "trade show" --kind prospect --tag fair --plan met',
      'today "27 nov"',
      'undo',
      'list',
    ],
    { files: { 'cards.vcf': cards.join('') } },
  )
  expect(shown).toMatchInlineSnapshot(`
    "
    $ fu import cards.vcf --met "trade show" --kind prospect --tag fair --plan met
    cards.vcf (vCard), 2 rows: 2 added. (fu undo)
    The plan met starts with 2 contacts, on Thu 26 Nov; --no-plan starts nothing.
    $ fu today "27 nov"
      Friday 27 November 2026, as planned                           2 carried over

      CARRIED OVER · 2
      ▸  1  Gary Lee                                                    1 day late
            good to meet you: write, with something of use to Gary Lee
            planned for Thu 26 Nov · no number: fu edit @1 --phone …
         2  Ada Müller                                                  1 day late
            good to meet you: write, with something of use to Ada Müller
            planned for Thu 26 Nov · no number: fu edit @2 --phone …

      Nothing else that day · the day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 2    fu move 1 fri
    $ fu undo
    Took back: import cards.vcf (2 rows). Promise 1 is gone, and promise 2 is gone, and @1 is gone, and @2 is gone. (fu undo 2)
    $ fu list
    No such promises.
    "
  `)
})

test('every row is told of, with its line and why it was left out', async () => {
  const csv = 'Name,Kind\nGary Lee,freind\nAda\n,\n"Two\nLines",friend,more\nSam,friend\n'
  const { fu } = aProgram({ files: { 'x.csv': csv } })
  expect(await fu('import x.csv --map name=Name kind=Kind')).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "line 2: invalid, "freind" is not a kind: prospect, customer, past-customer, referrer, partner, supplier, candidate, colleague, friend, family, other
    Unknown columns, kept as other details: "column 3". To read one as a field: --map note="column 3"
    ",
      "stdout": "x.csv (CSV), 4 rows: 3 added, 1 invalid. (fu undo)
    ",
    }
  `)
})

test('books are read one by one; a promise makes the contact it needs', async () => {
  const written = aProgram()
  await written.fu('add "Gary Lee" --phone "+61 412 555 019" --company "Lee Mortgages" --no-next')
  await written.fu('promise gary "send the quote" --due fri')
  await written.fu('tried 1 "with Sue"')
  await written.fu('export all -o books')
  const shown = await session(
    [
      'import books/promises.csv',
      'import books/entries.csv',
      'import books/people.csv --update',
      'import books/promises.csv',
      'show gary',
      'drop 1 --why "gone away"',
      'import books/promises.csv',
      'list --dropped',
    ],
    { files: Object.fromEntries(written.files) },
  )
  expect(shown).toMatchInlineSnapshot(`
    "
    $ fu import books/promises.csv
    books/promises.csv (promises of a diary), 1 row: 1 added. (fu undo)
    $ fu import books/entries.csv
    books/entries.csv (entries of a diary), 1 row: 1 added. (fu undo)
    1 entry was imported without its promise, which is not in this file; import the whole diary to keep them together.
    $ fu import books/people.csv --update
    books/people.csv (people of a diary), 1 row: 1 unchanged.
    $ fu import books/promises.csv
    books/promises.csv (promises of a diary), 1 row: 1 unchanged.
    $ fu show gary

      Gary Lee, Lee Mortgages @1
      phone         +61 412 555 019
      prefers       never asked
      added         Wed 25 Nov
      last contact  never
      you started   1 of 1

      OPEN PROMISES
         1  send the quote · Fri 27 Nov

      HISTORY
      Wed 25 Nov 14:20  → promised "send the quote" for Fri 27 Nov
      Wed 25 Nov 14:20  → no answer: with Sue
    $ fu drop 1 --why "gone away"
    Dropped 1 (Gary Lee, send the quote): gone away. (fu undo)
    No next step with Gary Lee: fu promise @1 … --due …
    $ fu import books/promises.csv
    books/promises.csv (promises of a diary), 1 row: 1 skipped.
    line 2, Gary Lee: skipped, the open promise "send the quote" for Fri 27 Nov is 1 here, and differs in the file: status open (dropped Wed 25 Nov 14:20 here), reason none (gone away here); the value in the diary is kept
    $ fu list --dropped
         who                      what                        due
      1  Gary Lee, Lee Mortgages  send the quote (gone away)  Fri 27 Nov  dropped Wed 25 Nov
    "
  `)
})

test('two people of one name and company stay two when a diary comes back', async () => {
  const written = aProgram()
  for (const phone of ['+61 412 555 019', '+61 412 555 020']) {
    await written.fu(`add "Gary Lee" --company Lee --phone "${phone}" --no-next`)
  }
  await written.fu('export --format json -o diary.json')
  const { fu } = aProgram({ files: Object.fromEntries(written.files) })
  expect(await fu('import diary.json')).toEqual({
    status: 0,
    stdout: 'diary.json (a diary), 2 rows: 2 added. (fu undo)\n',
    stderr: '',
  })
})

test('a diary meets another: what is written here stays, and what is not comes in', async () => {
  const written = aProgram()
  await written.fu('config country NZ')
  await written.fu('config dates day-first')
  await written.fu('add "Gary Lee" --email gary@lee.example --no-next')
  await written.fu('promise gary "send the quote" --due fri')
  await written.fu('export --format json -o diary.json')
  const shown = await session(
    [
      'config country AU',
      'add "Ann Lee" --no-next',
      'add "Gary Lee" --email gary@lee.example --company Lee --no-next',
      'import diary.json',
      'people',
      'list',
      'config dates',
    ],
    { files: Object.fromEntries(written.files) },
  )
  expect(shown).toMatchInlineSnapshot(`
    "
    $ fu config country AU
    country is now AU. (fu undo)
    $ fu add "Ann Lee" --no-next
    Added Ann Lee (@1). (fu undo)
    $ fu add "Gary Lee" --email gary@lee.example --company Lee --no-next
    Added Gary Lee, Lee (@2). (fu undo)
    $ fu import diary.json
    diary.json (a diary), 2 rows: 1 added, 1 unchanged. (fu undo)
    Left out, because this diary has its own: the settings country, dates. --settings takes them from the file.
    $ fu people
          who            reach             last   next
      @1  Ann Lee                          never  nothing
      @2  Gary Lee, Lee  gary@lee.example  never  Fri 27 Nov
    $ fu list
         who            what            due
      1  Gary Lee, Lee  send the quote  Fri 27 Nov
    $ fu config dates
    whichever fits
    "
  `)
})

test.each([
  ['an empty file', '', []],
  ['JSON of another program', '{"a": 1}', []],
  ['broken JSON', '{"version": 1,', []],
  ['a newer diary', '{"version": 2, "people": []}', []],
  ['books that are no lists', '{"version": 1, "people": {}}', []],
  [
    'rows that are none',
    '{"version": 1, "people": [7, {"name": " "}, {"name": "Ada", "kind": "freind"}]}',
    [],
  ],
  ['NUL in a diary', '{"version": 1, "people": [{"name": "A\\u0000da"}]}', []],
  ['a table of nobody knows', 'a,b\n1,2\n', []],
  ['another format than was said', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n', ['--format', 'csv']],
  ['tags for a diary', '{"version": 1, "people": []}', ['--tag', 'fair']],
  ['a plan that is none', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n', ['--plan', 'mett']],
])('%s says what it is, and writes nothing', async (_name, text, options) => {
  const { fu } = aProgram({ files: { file: text } })
  const { stderr, ...ran } = await fu(['import', 'file', ...options])
  // Newer versions of Node say where the JSON is broken in two ways.
  expect({ ...ran, stderr: stderr.replace(/ \(line \d+ column \d+\)/, '') }).toMatchSnapshot()
  expect((await fu('people')).stderr).toBe('No such contacts.\n')
  expect((await fu('history')).stdout).toBe('')
})

test('tells a program what became of each row', async () => {
  const { fu } = aProgram({ files: { 'x.csv': 'Name\nGary Lee\n\n"A"\n' } })
  await fu('add "Gary Lee" --no-next')
  expect(JSON.parse((await fu('import x.csv --map name=Name --json')).stdout)).toMatchInlineSnapshot(`
    {
      "alike": [
        {
          "name": "Gary Lee",
          "place": "line 2",
          "why": "may be @1 Gary Lee (same name): fu merge @2 @1",
        },
      ],
      "command": "import",
      "contact": null,
      "dryRun": false,
      "entry": null,
      "file": "x.csv",
      "left": [],
      "notes": [],
      "promise": null,
      "promises": [],
      "rows": {
        "added": 2,
        "invalid": 0,
        "merged": 0,
        "skipped": 0,
        "unchanged": 0,
      },
      "undo": 2,
      "version": 1,
      "what": "CSV",
    }
  `)
})

/** Two diaries that were one: what is written in the first after `both` comes to the second as `diary.json`. */
async function parted(both: readonly string[], first: readonly string[], second: readonly string[]) {
  const there = aProgram()
  for (const line of both) expect(await there.fu(line)).toMatchObject({ status: 0 })
  await there.fu('export --format json -o diary.json')
  for (const line of first) expect(await there.fu(line)).toMatchObject({ status: 0 })
  await there.fu('export --format json -o later.json')
  const here = aProgram({ files: Object.fromEntries(there.files) })
  await here.fu('import diary.json')
  for (const line of second) expect(await here.fu(line)).toMatchObject({ status: 0 })
  return { there, here }
}

test('an open promise that is left out is named, before all else, however many there are', async () => {
  const numbers = Array.from({ length: 25 }, (_, index) => index + 1)
  const { here } = await parted(
    ['add "Gary Lee" --no-next', ...numbers.map((n) => `promise gary "quote ${n}" --due fri`)],
    ['done 1 sent', ...numbers.slice(1).map((n) => `move ${n} "1 dec"`)],
    [],
  )
  const { status, stdout, stderr } = await here.fu('import later.json')
  const lines = stderr.trimEnd().split('\n')
  expect([status, stdout, lines.length]).toEqual([
    0,
    'later.json (a diary), 51 rows: 25 added, 1 unchanged, 25 skipped. (fu undo)\n',
    25,
  ])
  expect(lines[0]).toBe(
    'promises 2, Gary Lee: skipped, the open promise "quote 2" for Tue 1 Dec is 2 here, and differs in the file: due Tue 1 Dec (Fri 27 Nov here); the value in the diary is kept',
  )
  expect(lines[24]).toBe(
    'promises 1, Gary Lee: skipped, the kept promise "quote 1" for Fri 27 Nov is 1 here, and differs in the file: status kept Wed 25 Nov 14:20 (open here), note sent (none here); the value in the diary is kept',
  )
  const { left } = JSON.parse((await here.fu('import later.json --json')).stdout)
  expect(left.filter(({ open }: { open: boolean }) => open)).toHaveLength(24)
  expect(Object.keys(left[0]).toSorted()).toEqual(['fate', 'name', 'open', 'place', 'why'])
})

test('what another machine says otherwise of a person is named, and who sent them is taken where nobody did', async () => {
  const { here } = await parted(
    ['add Ada --no-next', 'add "Gary Lee" --note "likes tea" --every 30d --no-next'],
    ['edit gary --every 90d --note "likes coffee" --from ada'],
    [],
  )
  const differs = 'every 90d (30d here), note likes coffee (likes tea here)'
  expect((await here.fu('import later.json')).stderr).toBe(
    `people 2, Gary Lee: skipped, is @2 Gary Lee already; --update would add from Ada (@1); differs in the file: ${differs}; the value in the diary is kept\n`,
  )
  expect(await here.fu('import later.json --update')).toMatchObject({
    stdout: expect.stringMatching(/1 merged/),
    stderr: `people 2, Gary Lee, differs from @2: ${differs}; the value in the diary is kept.\n`,
  })
  expect((await here.fu('show gary')).stdout).toMatch(/from +Ada \(@1\)/)
  expect((await here.fu('import later.json --update')).stderr).toBe(
    `people 2, Gary Lee: skipped, is @2 Gary Lee already; differs in the file: ${differs}; the value in the diary is kept\n`,
  )
})

test('another person than here who sent them is named', async () => {
  const { here } = await parted(
    ['add Ada --no-next', 'add Bob --no-next', 'add "Gary Lee" --no-next'],
    ['edit gary --from ada'],
    ['edit gary --from bob'],
  )
  expect((await here.fu('import later.json --update')).stderr).toBe(
    'people 3, Gary Lee: skipped, is @3 Gary Lee already; differs in the file: from Ada (@1) (Bob (@2) here); the value in the diary is kept\n',
  )
})

test('what a card said that was merged into another is no news', async () => {
  const { here } = await parted(
    [
      'add "Gary Lee" --company Lee --note sails --no-next',
      'add "Gary Lee" --company Ace --no-next --anyway',
    ],
    [],
    ['merge @1 @2'],
  )
  expect(await here.fu('import later.json')).toMatchObject({
    stdout: 'later.json (a diary), 2 rows: 2 unchanged.\n',
    stderr: '',
  })
})

test('who sent somebody and is not in the file is told of', async () => {
  const person = { name: 'Gary Lee', uid: 'gary', id: 2, source: { from: { id: 1, name: 'Ada' } } }
  const { fu } = aProgram({ files: { 'x.json': JSON.stringify({ version: 1, people: [person] }) } })
  expect((await fu('import x.json')).stderr).toBe(
    'people 1, Gary Lee, was referred by Ada, who is not among the people of this file.\n',
  )
})

test('a card says who sent somebody that is here already', async () => {
  const written = aProgram()
  for (const line of ['add Ada --no-next', 'add "Gary Lee" -p "+61 412 555 019" --from ada --no-next'])
    await written.fu(line)
  await written.fu('export people --format vcf -o people.vcf')
  const { fu } = aProgram({ files: Object.fromEntries(written.files) })
  await fu('add "Gary Lee" -p "+61 412 555 019" --no-next')
  expect((await fu('import people.vcf --update')).stdout).toMatch('1 added, 1 merged')
  expect((await fu('show gary')).stdout).toMatch(/from +Ada \(@2\)/)
  expect((await fu('import people.vcf --update')).stdout).toMatch('2 unchanged')
})

test('a plan that is as in the file now is told of', async () => {
  const { here } = await parted(
    ['add "Gary Lee" --no-next', 'plan new fair "+1wd call: {name}"'],
    ['plan set fair "+2wd call: {name}"', 'plan set no-answer +1d +3d', 'plan new show "+1wd call: {name}"'],
    [],
  )
  expect((await here.fu('import later.json --settings')).stderr).toBe(
    'The plan "no-answer" was taken from the file, for plans that start from now on: fu plan show "no-answer"\n' +
      'The plan "fair" was taken from the file, for plans that start from now on: fu plan show "fair"\n' +
      'The plan "show" was taken from the file, for plans that start from now on: fu plan show "show"\n',
  )
  expect((await here.fu('import later.json')).stderr).toBe('')
})

describe('settings and plans of an imported diary', () => {
  const there = [
    'config country NZ',
    'config holidays 2026-12-24..2026-12-31',
    'config days mon-thu',
    'plan set met "+5d call: late"',
    'plan new fair "+1wd call: {name}"',
    'add "Gary Lee" --email gary@lee.example --promise "send the quote" --due fri',
  ]
  const here = ['config country AU', 'add "Ann Lee" --no-next']

  async function withFile(lines: readonly string[]): Promise<Program> {
    const written = aProgram()
    for (const line of there) expect(await written.fu(line)).toMatchObject({ status: 0 })
    await written.fu('export --format json -o diary.json')
    await written.fu('export all -o books')
    const program = aProgram({ files: Object.fromEntries(written.files) })
    for (const line of lines) await program.fu(line)
    return program
  }
  const dueDays = async ({ fu }: Program): Promise<unknown> =>
    Promise.all(['config', 'plan show met', 'plan', 'when "3 working days"'].map((line) => fu(line)))

  test.each(['diary.json', 'books'])(
    'of %s change nothing in a diary that has contacts, and are named',
    async (file) => {
      const program = await withFile(here)
      const before = await dueDays(program)
      expect(await program.fu(['import', file])).toMatchObject({
        status: 0,
        stderr:
          'Left out, because this diary has its own: the settings country, days, holidays; the plans "met", "fair". --settings takes them from the file.\n',
      })
      expect(await dueDays(program)).toEqual(before)
      expect((await program.fu('list')).stdout).toMatch('send the quote')
    },
  )

  test('are taken with --settings, each of them named, and taken back by undo', async () => {
    const program = await withFile(here)
    const before = await dueDays(program)
    expect((await program.fu('import diary.json --settings')).stderr).toBe(
      `The plan "met" was taken from the file, for plans that start from now on: fu plan show "met"
The plan "fair" was taken from the file, for plans that start from now on: fu plan show "fair"
country is "NZ" now, as in the file; it was "AU".
days is "mon-thu" now, as in the file.
holidays is "2026-12-24..2026-12-31" now, as in the file.
`,
    )
    expect((await program.fu('config country')).stdout).toBe('NZ\n')
    expect((await program.fu('import diary.json')).stderr).toBe('')
    await program.fu('undo')
    expect(await dueDays(program)).toEqual(before)
  })

  test('come into an empty diary without a word, but for a setting that it has', async () => {
    expect((await (await withFile([])).fu('import diary.json')).stderr).toBe('')
    const configured = await withFile(['config country AU'])
    expect((await configured.fu('import diary.json')).stderr).toBe(
      'country is "AU" here and "NZ" in the file; the value in the diary is kept. --settings takes the value of the file.\n',
    )
    expect((await configured.fu('config days')).stdout).toBe('mon-thu\n')
  })

  test('that cannot be read are named and left out', async () => {
    const settings = { hours: 'never', mood: 'good', days: 'mon' }
    const { fu } = aProgram({ files: { 'x.json': JSON.stringify({ version: 1, settings }) } })
    await fu('add Ann --no-next')
    expect((await fu('import x.json --settings')).stderr).toBe(
      `Left out, because this version of fu has no such setting: "mood".
days is "mon" now, as in the file.
The setting hours was left out: "never" are not working hours.
`,
    )
  })

  test('are not asked for with an address book', async () => {
    const { fu } = aProgram({ files: { 'x.csv': 'name\nAda\n' } })
    expect(await fu('import x.csv --settings')).toMatchObject({ status: 2 })
  })
})

test('an entry whose promise cannot be read says so', async () => {
  const there = aProgram()
  for (const line of ['add "Gary Lee" --no-next', 'promise gary quote --due fri', 'tried 1 "with Sue"'])
    await there.fu(line)
  await there.fu('export --format json -o diary.json')
  const text = String(there.files.get('diary.json'))
  const diary = JSON.parse(text)
  const brought = async (change: object): Promise<string> => {
    const promises = diary.promises.map((promise: object) => ({ ...promise, ...change }))
    const { fu } = aProgram({ files: { 'x.json': JSON.stringify({ ...diary, promises }) } })
    return (await fu('import x.json')).stderr
  }
  expect(await brought({ due: { day: '2026-11-31' } })).toBe(
    'promises 1: invalid, due.day "2026-11-31" is not a day in the form 2026-11-27\n' +
      '1 entry was imported without its promise, which is in this file but cannot be read: run "fu undo", correct the file, and import it again.\n',
  )
  expect(await brought({ id: 'one' })).toMatch(
    '1 entry was imported without its promise, which is not in this file, or cannot be read; import the whole diary to keep them together.\n',
  )
})

test('several entries say so in one sentence', async () => {
  const there = aProgram()
  for (const line of ['add "Gary Lee" --promise quote --due fri', 'tried 1', 'tried 1 "with Sue"'])
    await there.fu(line)
  await there.fu('export entries -o entries.csv')
  const { fu } = aProgram({ files: { 'x.csv': String(there.files.get('entries.csv')) } })
  expect((await fu('import x.csv')).stderr).toContain(
    '2 entries were imported, each without its promise, which is not in this file;',
  )
})

test('a plan that was stopped on the other machine is stopped here too', async () => {
  const { there, here } = await parted(
    [
      'add "Gary Lee" --no-next',
      'plan new fair "+1wd call: {name}" "after +2d email: {name}"',
      'plan start fair gary',
    ],
    ['plan stop fair gary'],
    [],
  )
  expect(await here.fu('import later.json')).toMatchObject({
    stdout: 'later.json (a diary), 5 rows: 1 added, 1 merged, 3 unchanged. (fu undo)\n',
    stderr: 'The plan fair for Gary Lee was stopped in the file, and is now stopped here too.\n',
  })
  expect((await here.fu('plan stop fair gary')).status).not.toBe(0)
  // What goes on there and was stopped here stays stopped.
  expect((await there.fu('import diary.json')).stdout).toMatch(/unchanged\.\n$/)
  expect((await there.fu('plan stop fair gary')).status).not.toBe(0)
})

test('an open promise whose person cannot be told is named', async () => {
  const there = aProgram()
  for (const line of ['add "Gary Lee" -e g@lee.example --no-next', 'promise gary quote --due fri'])
    await there.fu(line)
  await there.fu('export promises -o promises.csv')
  const { fu } = aProgram({ files: Object.fromEntries(there.files) })
  for (const company of ['Ace', 'Lee'])
    await fu(`add "Gary Lee" -c ${company} -e g@lee.example --no-next --anyway`)
  expect((await fu('import promises.csv')).stderr).toBe(
    'line 2, Gary Lee: skipped, the open promise "quote" for Fri 27 Nov: matches @1 and @2; "fu merge" combines them\n',
  )
})

test('a card without its end fails, and says why', async () => {
  const { fu } = aProgram({ files: { 'a.vcf': 'BEGIN:VCARD\nVERSION:3.0\nFN:Gary Lee\n' } })
  const { status, stderr } = await fu('import a.vcf')
  expect(status).toBe(1)
  expect(stderr).toMatch(
    /^line 1.*invalid, .*\nNothing in a\.vcf could be read\.\nNothing was imported; the report/,
  )
})

test('a file of which one row can be read is imported', async () => {
  const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n'
  const { fu } = aProgram({ files: { 'a.vcf': `${card}END:VCARD\n${card}` } })
  expect(await fu('import a.vcf')).toMatchObject({ status: 0 })
})

test('the summary is the last thing that is printed, below what was left out, and who may be there twice', async () => {
  const printed: string[] = []
  const stream = { write: (text: string) => printed.push(text), isTTY: false, columns: null }
  const { fu } = aProgram({
    files: {
      'x.csv': 'Name,Tel,Mail,Shoe\nAda Lee,0412 555 019,,42\nGary Lee,,,\nBo,,bo@lo.example,\n,,,43\n',
    },
    world: { stdout: stream, stderr: stream },
  })
  await fu('add "Gary Lee" --phone "0412 555 019" --company "Lee Mortgages" --no-next')
  await fu('add "Cy Lo" --email bo@lo.example --no-next')
  printed.length = 0
  await fu('import x.csv')
  expect(printed.join('')).toBe(
    [
      'line 5: invalid, it has no name, no number and no address',
      'line 2, Ada Lee: added, may be @1 Gary Lee (same number): fu merge @3 @1',
      'line 3, Gary Lee: added, may be @1 Gary Lee (same name): fu merge @4 @1',
      'line 4, Bo: added, may be @2 Cy Lo (same email address): fu merge @5 @2',
      '1 number has no country code, and your country is not known: fu config country <code>, as in fu config country AU.',
      'Read by its column names: --map name=Name phone=Tel email=Mail',
      'Unknown columns, kept as other details: "Shoe". To read one as a field: --map note="Shoe"',
      'x.csv (CSV), 4 rows: 3 added, 1 invalid. (fu undo)',
      '',
    ].join('\n'),
  )
})

const reaches = (name: string, value: (index: number) => string): string[] =>
  Array.from({ length: 1000 }, (_, index) => `${name}:${value(index)}`)

test.each(['csv', 'json', 'vcf'])(
  'a contact with a thousand of each comes out and in again as %s',
  async (format) => {
    const card = [
      'BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lo',
      ...reaches('TEL', (index) => `+44 20 7946 ${String(index).padStart(4, '0')}`),
      ...reaches('EMAIL', (index) => `a${index}@lo.example`),
      ...reaches('ADR', (index) => `;;${index} High St;;;;`),
      ...reaches('URL', (index) => `https://lo.example/${index}`),
      'END:VCARD\n',
    ]
    const first = aProgram({ files: { 'card.vcf': card.join('\n') } })
    expect(await first.fu('import card.vcf')).toMatchObject({ status: 0, stderr: '' })
    const { stdout } = await first.fu(`export people --format ${format}`)
    const again = aProgram({ files: { exported: stdout } })
    expect(await again.fu('import exported')).toMatchObject({ status: 0, stderr: '' })
    expect((await again.fu(`export people --format ${format}`)).stdout).toBe(stdout)
  },
)

test('who sent somebody is found by name, and kept where nobody is called so', async () => {
  const { fu } = aProgram({
    files: { 'x.csv': 'Name,Sender\nAda Lo,Gary Lee\nBo Li,Cy Ito\nDi Oz,Sam\n' },
  })
  await fu('add "Gary Lee" --no-next')
  for (const company of ['Ace', 'Bee']) await fu(`add Sam --company ${company} --no-next --anyway`)
  expect((await fu('import x.csv --map from=Sender')).stderr).toBe(
    'line 3 was referred by Cy Ito, but no contact has that name; it is kept as their source.\n' +
      'line 4 was referred by Sam, but several contacts have that name; it is kept as their source.\n' +
      'Read by its column names: --map name=Name\n',
  )
  expect((await fu('show ada')).stdout).toContain('Gary Lee (@1)')
  expect((await fu('show bo')).stdout).toContain('Cy Ito')
  expect((await fu('import x.csv --map from=Sender')).stdout).toContain('3 unchanged')
})

test('somebody of whom a table has a postal address alone is called by its first line', async () => {
  const { fu } = aProgram({ files: { 'a.csv': 'name,address,email\n,"1 High St\nLeeds",x@y\n' } })
  expect(await fu('import a.csv')).toMatchObject({ status: 0, stdout: expect.stringContaining('1 added') })
  const { stdout } = await fu('show @1')
  expect(stdout).toContain('1 High St @1')
  expect(stdout).toContain('x@y')
})

test('of many columns that are too long to keep, twenty are named', async () => {
  const columns = Array.from({ length: 30 }, (_, index) => `zz ${'x'.repeat(index + 1)}`)
  const cells = columns.map(() => 'y'.repeat(20_001))
  const { fu } = aProgram({ files: { 'x.csv': `Name,${columns.join()}\nAda,${cells.join()}\n` } })
  const { stdout, stderr } = await fu('import x.csv')
  expect(stdout).toBe('x.csv (CSV), 1 row: 1 added. (fu undo)\n')
  expect(stderr.match(/ was left out because it is too long to keep: line 2\.$/gm)).toHaveLength(20)
  expect(stderr).toMatch(/^\u2026 and 10 more were left out\.$/m)
})
