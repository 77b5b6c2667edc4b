import { describe, expect, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'
import { fields, json, list, type Fields } from '../support/json-fields.ts'
import { session } from '../support/session.ts'

/** A file of cards, each of some lines. */
function cards(...all: readonly (readonly string[])[]): string {
  return all.flatMap((lines) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', '']).join('\r\n')
}

async function contactOf({ fu }: Program, who: string): Promise<Fields> {
  return fields(fields(await json(fu, `show ${who}`))['contact'])
}

/** What the files `1.vcf`, `2.vcf` … say one after another, as they are imported. */
async function imported(program: Program, ...files: readonly string[]): Promise<string[]> {
  const said: string[] = []
  for (const file of files) {
    const { stdout, stderr } = await program.fu(`import ${file}`)
    said.push(`${stdout}${stderr}`.trim())
  }
  return said
}

describe('the details of a contact (R1, R71)', () => {
  const gary =
    'add "Gary Lee" --title Broker --department "Sales; Retail" --birthday 02-29 --anniversary wedding:2009-08-08 --link https://lee.example --link skype:gary.lee --prefix Dr. --middle Q. --suffix MD --extra "Shoe size: 43" --no-next'

  test('stand on the card, and are found', async () => {
    expect(await session([gary, 'show gary', 'find retail', 'find gary.lee', 'find 43']))
      .toMatchInlineSnapshot(`
        "
        $ fu add "Gary Lee" --title Broker --department "Sales; Retail" --birthday 02-29 --anniversary wedding:2009-08-08 --link https://lee.example --link skype:gary.lee --prefix Dr. --middle Q. --suffix MD --extra "Shoe size: 43" --no-next
        Added Gary Lee (@1). (fu undo)
        $ fu show gary

          Gary Lee @1
          link          https://lee.example
          link          gary.lee (skype)
          prefers       never asked
          full name     Dr. Gary Q. Lee MD
          title         Broker
          department    Sales; Retail
          birthday      29 Feb
          anniversary   8 Aug 2009 (wedding)
          added         Wed 25 Nov
          last contact  never

          OTHER DETAILS
            Shoe size  43

          OPEN PROMISES
            no next step
        $ fu find retail

          PEOPLE
              @1  Gary Lee · Sales; Retail
        $ fu find gary.lee

          PEOPLE
              @1  Gary Lee · gary.lee
        $ fu find 43

          PEOPLE
              @1  Gary Lee · 43
        "
      `)
  })

  test('are changed and cleared by option, and an undo brings them back', async () => {
    const program = aProgram()
    await program.fu(gary)
    const before = await contactOf(program, 'gary')
    const { stdout } = await program.fu(
      'edit gary --title Partner --no-department --birthday 1980-02-28 --anniversary wedding:08-09 --link skype:gary.q.lee --no-middle --extra "shoe size: 44" --extra GENDER:M',
    )
    expect(stdout).toBe(
      'Changed Gary Lee: title, department, parts of the name, birthday, anniversary, link, extra. (fu undo)\n',
    )
    expect(await contactOf(program, 'gary')).toEqual({
      ...before,
      title: 'Partner',
      department: null,
      birthday: { year: 1980, month: 2, day: 28 },
      anniversaries: [{ label: 'wedding', year: null, month: 8, day: 9 }],
      nameParts: { prefix: 'Dr.', given: null, middle: null, family: null, suffix: 'MD' },
      links: [
        { label: null, value: 'https://lee.example', kind: 'page' },
        { label: 'skype', value: 'gary.q.lee', kind: 'chat' },
      ],
      extra: [
        { name: 'shoe size', group: null, params: {}, value: '44' },
        { name: 'GENDER', group: null, params: {}, value: 'M' },
      ],
    })
    await program.fu('undo')
    expect(await contactOf(program, 'gary')).toEqual(before)
    await program.fu('edit gary --no-link --no-extra --no-anniversary --no-birthday --no-prefix --no-suffix')
    expect(await contactOf(program, 'gary')).toMatchObject({
      links: [],
      extra: [],
      anniversaries: [],
      birthday: null,
    })
  })

  test('are changed in the editor, with the parameters they came with', async () => {
    const edit = (text: string): string =>
      text
        .replace('title: Broker', 'title:')
        .replace('birthday:\n', 'birthday: 04-15\n')
        .replace('link: https://old.example', 'link: https://new.example')
        .replace('extra: RELATED;TYPE=friend: Ann', 'extra: RELATED;TYPE=friend: Bea')
    const file = cards([
      'FN:Gary Lee',
      'TITLE:Broker',
      'URL:https://old.example',
      'RELATED;TYPE=friend:Ann',
      'ROLE:x',
    ])
    const program = aProgram({ edits: [edit], files: { '1.vcf': file } })
    await program.fu('import 1.vcf')
    expect((await program.fu('edit gary')).stdout).toBe(
      'Changed Gary Lee: title, birthday, link, extra. (fu undo)\n',
    )
    expect(await contactOf(program, 'gary')).toMatchObject({
      title: null,
      birthday: { year: null, month: 4, day: 15 },
      links: [{ value: 'https://new.example' }],
      extra: [
        { name: 'RELATED', params: { TYPE: ['friend'] }, value: 'Bea' },
        { name: 'ROLE', params: {}, value: 'x' },
      ],
    })
  })

  test.each([
    ['--birthday 02-30', '"02-30" cannot be read as a date.'],
    ['--birthday 1604-05-09', '"1604-05-09" cannot be read as a date.'],
    ['--anniversary wedding:soon', '"soon" cannot be read as a date.'],
    ['--link skype:', 'A link cannot be empty.'],
    ['--extra 43', '"43" has no field name.'],
  ])('%s is refused', async (option, message) => {
    const { status, stderr } = await aProgram().fu(`add Gary ${option} --no-next`)
    expect([status, stderr.split('\n')[0]]).toEqual([2, message])
  })

  test('another name of somebody leaves no given and family name of the old one behind', async () => {
    const program = aProgram({
      files: { '1.vcf': cards(['FN:Ada van der Berg', 'N:van der Berg;Ada;M.;Dr.;']) },
    })
    await program.fu('import 1.vcf')
    expect(await contactOf(program, 'ada')).toMatchObject({
      nameParts: { prefix: 'Dr.', given: 'Ada', middle: 'M.', family: 'van der Berg', suffix: null },
    })
    await program.fu('edit ada --name "Ada Stein"')
    expect(await contactOf(program, 'ada')).toMatchObject({
      nameParts: { prefix: 'Dr.', given: null, middle: 'M.', family: null, suffix: null },
    })
    expect((await program.fu('export people --format vcf')).stdout).toContain('N:Stein;Ada;M.;Dr.;\r\n')
  })

  test('a merge takes what the kept card lacks, and keeps groups apart', async () => {
    const related = (name: string) => ['item1.X-ABRELATEDNAMES:' + name, 'item1.X-ABLabel:Spouse']
    const program = aProgram({
      files: {
        '1.vcf': cards(
          ['FN:Gary Lee', 'TITLE:Broker', ...related('Ann'), 'BDAY:1980-04-15'],
          ['FN:G. Lee', 'TITLE:Owner', ...related('Bea'), 'URL:https://lee.example', 'GENDER:M'],
        ),
      },
    })
    await program.fu('import 1.vcf')
    expect((await program.fu('merge @2 @1')).stdout).toMatchInlineSnapshot(`
      "Merged G. Lee (@2) into Gary Lee (@1). Taken: link https://lee.example, X-ABRELATEDNAMES, GENDER. Name: Gary Lee kept; the other card had G. Lee, now in the note. Title: Broker kept; the other card had Owner, now in the note. (fu undo)
      "
    `)
    expect(await contactOf(program, '@1')).toMatchObject({
      title: 'Broker',
      birthday: { year: 1980 },
      links: [{ value: 'https://lee.example' }],
      extra: [
        { name: 'X-ABRELATEDNAMES', group: 'item1', value: 'Ann' },
        { name: 'X-ABLABEL', group: 'item1', value: 'Spouse' },
        { name: 'X-ABRELATEDNAMES', group: 'item1-2', value: 'Bea' },
        { name: 'X-ABLABEL', group: 'item1-2', value: 'Spouse' },
        { name: 'GENDER', group: null, value: 'M' },
      ],
    })
    await program.fu('undo')
    expect(await contactOf(program, '@2')).toMatchObject({
      title: 'Owner',
      extra: [{ group: 'item1' }, {}, {}],
    })
  })

  test('forgetting somebody forgets them too', async () => {
    const program = aProgram({
      files: { '1.vcf': cards(['FN:Gary Lee', 'GENDER:unmistakable', 'TITLE:unmistakable']) },
    })
    await program.fu('import 1.vcf')
    await program.fu('forget gary --yes')
    expect(program.db.serialize().includes('unmistakable')).toBe(false)
  })
})

describe('a second card of somebody', () => {
  test('in the same file: both notes, and all that the first one lacks', async () => {
    const program = aProgram({
      files: {
        '1.vcf': cards(
          ['FN:Gary Lee', 'EMAIL:g@lee.example', 'NOTE:a', 'ORG:One;Dept1'],
          [
            'FN:Gary Lee',
            'EMAIL:g@lee.example',
            'NOTE:b',
            'BDAY:1980-04-15',
            'TITLE:Boss',
            'URL:https://lee.example',
            'ORG:Two',
          ],
        ),
      },
    })
    expect(await imported(program, '1.vcf', '1.vcf')).toEqual([
      '1.vcf (vCard), 2 rows: 1 added, 1 merged. (fu undo)',
      '1.vcf (vCard), 2 rows: 2 unchanged.',
    ])
    expect(await contactOf(program, 'gary')).toMatchObject({
      note: 'a\nb',
      company: 'One',
      department: 'Dept1',
      title: 'Boss',
      birthday: { year: 1980, month: 4, day: 15 },
      links: [{ value: 'https://lee.example' }],
      extra: [{ name: 'ORG', value: 'Two' }],
    })
  })

  const known = cards(['FN:Ann Bee', 'TEL:+61 412 555 019', 'NOTE:tall'])
  test.each<[what: string, more: string[], would: string]>([
    ['a birthday and a note', ['BDAY:1980-04-15', 'NOTE:daughter Ann'], 'a birthday and a note'],
    ['a title', ['TITLE:Boss'], 'title Boss'],
    ['a link', ['URL:https://bee.example'], 'link https://bee.example'],
    ['a property nobody knows', ['X-SPOUSE:Cid', 'GENDER:F'], 'X-SPOUSE and GENDER'],
    ['an anniversary', ['ANNIVERSARY:--0808'], 'anniversary --08-08'],
    ['another name', ['FN;PREF=1:Ann Maria Bee'], 'another name'],
  ])('says what --update would add: %s', async (_, more, would) => {
    const second = cards(['FN:Ann Bee', 'TEL:+61 412 555 019', ...more])
    const program = aProgram({ files: { '1.vcf': known, '2.vcf': second } })
    const said = await imported(program, '1.vcf', '2.vcf', '2.vcf --update', '2.vcf', '1.vcf')
    expect(said.slice(1)).toEqual([
      expect.stringContaining(
        `1 skipped.\nline 1, Ann${would === 'another name' ? ' Maria' : ''} Bee: skipped, is @1 Ann Bee already; --update would add ${would}`,
      ),
      '2.vcf (vCard), 1 row: 1 merged. (fu undo)',
      '2.vcf (vCard), 1 row: 1 unchanged.',
      '1.vcf (vCard), 1 row: 1 unchanged.',
    ])
    expect(await contactOf(program, '@1')).toMatchObject({ note: expect.stringMatching(/^tall/) })
  })

  test('says what it has no place for: another label of a number', async () => {
    const program = aProgram({
      files: {
        '1.vcf': cards(['FN:Ann', 'TEL;TYPE=HOME:+61 412 555 019']),
        '2.vcf': cards(['FN:Ann', 'TEL;TYPE=WORK:+61 412 555 019']),
      },
    })
    expect((await imported(program, '1.vcf', '2.vcf'))[1]).toContain(
      'differs in the file: phone +61 412 555 019 work (home here); the value in the diary is kept',
    )
  })

  test('is unchanged where only the stamps of its program differ', async () => {
    const card = (rev: string) => cards(['UID:1', 'FN:Ann', `REV:${rev}`, `PRODID:app ${rev}`])
    const program = aProgram({ files: { '1.vcf': card('1'), '2.vcf': card('2') } })
    expect((await imported(program, '1.vcf', '2.vcf'))[1]).toBe('2.vcf (vCard), 1 row: 1 unchanged.')
  })
})

describe('what cannot be read of a card', () => {
  test('is kept as it came, and named with its line', async () => {
    const program = aProgram({
      files: {
        '1.vcf': cards([
          'FN:Gary Lee',
          'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=FF=FE',
          'TITLE;CHARSET=KLINGON;ENCODING=QUOTED-PRINTABLE:=41',
        ]),
      },
    })
    expect(await imported(program, '1.vcf')).toEqual([
      [
        '1.vcf (vCard), 1 row: 1 added. (fu undo)',
        'line 4, Gary Lee: NOTE cannot be read and is kept undecoded. It is marked as UTF-8, but is not valid in that charset.',
        'line 5, Gary Lee: TITLE cannot be read and is kept undecoded. The charset "KLINGON" is not known.',
      ].join('\n'),
    ])
    const { stdout } = await program.fu('export people --format vcf')
    expect(stdout).toContain('NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=FF=FE\r\n')
  })

  test('a photo that is too long to keep is named, once for all cards', async () => {
    const photo = `PHOTO;ENCODING=b;TYPE=JPEG:${'A'.repeat(30_000)}`
    const all = Array.from({ length: 8 }, (_, index) => [`FN:Person${index}`, photo, 'KEY;ENCODING=b:BBBB'])
    const program = aProgram({ files: { '1.vcf': cards(...all) } })
    expect((await imported(program, '1.vcf'))[0]).toBe(
      [
        '1.vcf (vCard), 8 rows: 8 added. (fu undo)',
        'PHOTO was left out because it is too long to keep: line 4; line 11; line 18; line 25; line 32 and 3 more.',
      ].join('\n'),
    )
    expect(list((await contactOf(program, 'person0'))['extra'])).toEqual([
      { name: 'KEY', group: null, params: { ENCODING: ['b'] }, value: 'BBBB' },
    ])
  })

  test.each([
    ['BDAY:1604-05-09'],
    ['BDAY:0000-00-00'],
    ['BDAY:1980-02-30'],
    ['BDAY;VALUE=text:circa 1800'],
    ['ANNIVERSARY:19800230'],
  ])('a date that is none is kept as it was typed: %s', async (line) => {
    const program = aProgram({ files: { '1.vcf': cards(['FN:Gary Lee', line]) } })
    await imported(program, '1.vcf')
    expect(await contactOf(program, 'gary')).toMatchObject({ birthday: null, anniversaries: [], extra: [{}] })
    expect((await program.fu('export people --format vcf')).stdout).toContain(`${line}\r\n`)
  })

  test.each([
    ['BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09', { year: null, month: 5, day: 9 }, '9 May'],
    ['BDAY:--0214', { year: null, month: 2, day: 14 }, '14 Feb'],
    ['BDAY:--02-29', { year: null, month: 2, day: 29 }, '29 Feb'],
    ['BDAY:19800415', { year: 1980, month: 4, day: 15 }, '15 Apr 1980'],
    ['BDAY;VALUE=date-time:2009-08-08T14:30:00-05:00', { year: 2009, month: 8, day: 8 }, '8 Aug 2009'],
    ['BDAY:20090808T1430-0500', { year: 2009, month: 8, day: 8 }, '8 Aug 2009'],
  ])('%s is a birthday', async (line, birthday, shown) => {
    const program = aProgram({ files: { '1.vcf': cards(['FN:Gary Lee', line]) } })
    await imported(program, '1.vcf')
    expect(await contactOf(program, 'gary')).toMatchObject({ birthday, extra: [] })
    expect((await program.fu('show gary')).stdout).toContain(`birthday      ${shown}\n`)
  })

  test('quoted-printable in Windows-1252 has all its letters', async () => {
    const program = aProgram({
      files: { '1.vcf': cards(['FN;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:=8Eizek =80 =99']) },
    })
    await imported(program, '1.vcf')
    expect(await contactOf(program, '@1')).toMatchObject({ name: 'Žizek € ™' })
  })

  test.each([
    ['TEL;TYPE=ASSISTANT:030 1234567', 'phones', 'assistant'],
    ['TEL;ISDN:030 1234567', 'phones', 'isdn'],
    ['TEL;TYPE=WORK,COMPANY:030 1234567', 'phones', 'work company'],
    ['TEL;TYPE=arbeit:030 1234567', 'phones', 'arbeit'],
    ['TEL;TYPE=WORK,VOICE,MSG:030 1234567', 'phones', 'work'],
    ['X-MS-TEL;CALLBACK:+49 30 1234567', 'phones', 'callback'],
    ['EMAIL;TYPE=INTERNET,school:a@b.example', 'emails', 'school'],
    ['ADR;TYPE=BILLING:;;1 High St;;;;', 'addresses', 'billing'],
    ['URL;TYPE=WORK:https://b.example', 'links', 'work'],
    ['IMPP;X-SERVICE-TYPE=Skype;TYPE=WORK:skype:b', 'links', 'work Skype'],
  ])('the label of %s', async (line, field, label) => {
    const program = aProgram({ files: { '1.vcf': cards(['FN:Gary Lee', line]) } })
    await imported(program, '1.vcf')
    const contact = await contactOf(program, 'gary')
    expect(contact[field]).toMatchObject([{ label }])
    const again = aProgram({ files: { '1.vcf': (await program.fu('export people --format vcf')).stdout } })
    await imported(again, '1.vcf')
    expect((await contactOf(again, 'gary'))[field]).toEqual(contact[field])
  })
})

describe('a postal address in parts', () => {
  const file = cards(['FN:Gary Lee', 'ADR;TYPE=HOME:;Flat 2;1 High St;Sydney;NSW;2000;Australia'])

  test('comes out in the same parts, from a card, a table and a document', async () => {
    const first = aProgram({ files: { '1.vcf': file } })
    await imported(first, '1.vcf')
    const written = (await first.fu('export people --format vcf')).stdout
    expect(written).toContain('ADR;TYPE=HOME:;Flat 2;1 High St;Sydney;NSW;2000;Australia\r\n')
    for (const format of ['csv', 'json']) {
      const { stdout } = await first.fu(`export people --format ${format}`)
      const again = aProgram({ files: { file: stdout } })
      await imported(again, 'file')
      expect((await again.fu('export people --format vcf')).stdout).toBe(written)
    }
  })

  test('has none any more once its text is changed', async () => {
    const edit = (text: string): string => text.replace('Flat 2\n', 'Flat 3\n')
    const program = aProgram({ files: { '1.vcf': file }, edits: [edit] })
    await imported(program, '1.vcf')
    await program.fu('edit gary')
    expect((await contactOf(program, 'gary'))['addresses']).toEqual([
      { label: 'home', text: 'Flat 3\n1 High St\nSydney NSW 2000\nAustralia' },
    ])
  })
})

describe('a table of people', () => {
  test('has a column for each extra field that is only a name and a value, and one for the others', async () => {
    const program = aProgram({
      files: {
        '1.vcf': cards(['FN:Gary Lee', 'RELATED;TYPE=friend:Ann', 'GENDER:F', 'URL:https://lee.example']),
      },
    })
    await imported(program, '1.vcf')
    await program.fu('edit gary --extra "Shoe size: 43"')
    const { stdout } = await program.fu('export people')
    const [header = '', row = ''] = stdout.split('\r\n')
    expect(header).toMatch(/,birthday,link_1_label,link_1,link_1_kind,extra,GENDER,Shoe size$/)
    expect(row).toMatch(/,,https:\/\/lee\.example,page,"\[.*""GENDER"",""Shoe size""\]",F,43$/)
    const again = aProgram({ files: { 'people.csv': stdout } })
    await imported(again, 'people.csv')
    expect(await contactOf(again, 'gary')).toEqual(await contactOf(program, 'gary'))
  })

  test('takes a column that somebody added to it as an extra field', async () => {
    const program = aProgram()
    await program.fu('add "Gary Lee" --no-next')
    const { stdout } = await program.fu('export people')
    const [header, row] = stdout.split('\r\n')
    const again = aProgram({ files: { 'people.csv': `${header},Shoe size\r\n${row},43\r\n` } })
    await imported(again, 'people.csv')
    expect(await contactOf(again, 'gary')).toMatchObject({ extra: [{ name: 'Shoe size', value: '43' }] })
  })

  test('of another program keeps the columns that it alone has', async () => {
    const program = aProgram({
      files: {
        '1.csv':
          'First Name,Last Name,E-mail Address,Hobby,Web Page,Birthday\nAda,Lo,a@lo.example,sails,http://lo.example,0/0/00\n',
      },
    })
    await imported(program, '1.csv')
    expect(await contactOf(program, 'ada')).toMatchObject({
      note: null,
      birthday: null,
      links: [{ value: 'http://lo.example', kind: 'page' }],
      extra: [{ name: 'Hobby', value: 'sails' }],
    })
  })
})

test('a name whose parts cannot be told is given them, and exported so', async () => {
  const { fu } = aProgram()
  const nameOf = async (): Promise<string | undefined> =>
    /^N:.*$/m.exec((await fu('export people --format vcf')).stdout)?.[0].trim()
  await fu('add "Vincent van Gogh" --given Vincent --family "van Gogh" --no-next')
  expect(await nameOf()).toBe('N:van Gogh;Vincent;;;')
  await fu('edit vincent --given "Vincent Willem"')
  expect(await nameOf()).toBe('N:van Gogh;Vincent Willem;;;')
  await fu('edit vincent --no-given --no-family')
  expect(await nameOf()).toBe('N:Gogh;Vincent van;;;')
})
