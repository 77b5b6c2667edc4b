import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import { columnMap } from '../../../src/formats/address-books/table/column-map.ts'
import { peopleIn } from '../../../src/formats/address-books/detect.ts'
import { fixture, refusalOf, rowsIn } from './imported-people.ts'
import { runs } from '../../support/runs.ts'

/** What a file is taken for. */
function kindOf(file: Uint8Array | string): string {
  return peopleIn(typeof file === 'string' ? Buffer.from(file) : file, null).kind
}

describe('a file is known by what is in it', () => {
  it.each<[string, Uint8Array | string]>([
    ['google', fixture('google-2024.csv')],
    ['google', fixture('google-2019.csv')],
    ['google', 'First Name,Last Name,File As,Organization Name,Labels\n'],
    ['google', 'Name,Given Name,Family Name,Group Membership\n'],
    ['outlook', fixture('outlook.csv')],
    ['outlook', fixture('outlook-com.csv')],
    ['linkedin', fixture('linkedin.csv')],
    ['linkedin', 'First Name,Last Name,Email Address,Company,Position,Connected On\n'],
    ['vcard', '\uFEFF\r\nbegin:vcard\r\nVERSION:3.0\r\nEND:VCARD\r\n'],
    ['json', ' {"version": 1}'],
    ['vcard', 'VERSION:3.0\r\nFN:Ada Love\r\nEND:VCARD\r\n'],
    ['vcard', 'N;CHARSET=UTF-8:Love;Ada\nFN:Ada Love\n'],
    ['vcard', 'item1.FN:Ada\nitem1.TEL:0412\n'],
    ['vcard', 'From: ada@love.example\nSubject: my card\nContent-Type: text/vcard\n\nBEGIN:VCARD\n'],
    ['vcard', `Received: from a\n${'\tby b\n'.repeat(2000)}\nBEGIN:VCARD\n`],
    [
      'people',
      'id,uid,name,company,note,do_not_contact,added_at\n1,a,Ada,,"Her card:\nBEGIN:VCARD\nFN:Ada\nEND:VCARD",,\n',
    ],
    [
      'people',
      'id,uid,name,company,kind,channel,phone_1_label,phone_1,email_1_label,email_1,address,met,from,every,time_zone,tags,note,do_not_contact,added_at,last_contact,nick,best_time\r\n',
    ],
    ['people', '\uFEFFsep=;\r\nid;uid;name;company;do_not_contact;added_at\r\n'],
    ['promises', 'id,uid,contact,company,phone,email,owner,what,channel,kind,hot,due_day,due_time\r\n'],
    ['entries', 'id,uid,at,contact,promise,direction,channel,outcome,text,feedback\r\n'],
  ])('%s', (kind, file) => {
    expect(kindOf(file)).toBe(kind)
  })

  it('with a map too', () => {
    expect(peopleIn(fixture('customers.csv'), columnMap(['name=Kunde'])).kind).toBe('table')
    expect(peopleIn(fixture('linkedin.csv'), columnMap(['name=Last Name'])).kind).toBe('linkedin')
  })

  it.each(['{}', 'BEGIN:VCARD\n', 'id,uid,at,contact,direction,text\n'])(
    'and needs no map: %s',
    async (file) => {
      expect(await rowsIn(file)).toEqual([])
      expect(await refusalOf(file, ['name=uid'])).toBe(
        'usage: --map is for tables of other programs; fu knows the columns of this file. Import it without --map.',
      )
    },
  )
})

describe('a file in another format of contacts is named for what it is, with what to export instead', () => {
  it.each([
    ['an address book in LDIF', 'dn: cn=Ada Love,mail=ada@love.example\nobjectclass: top\ncn: Ada Love\n'],
    ['an address book in LDIF', 'version: 1\n\ndn:: Y249QWRh\ncn: Ada\n'],
    ['an address book in LDIF', '# exported\n\nversion: 1\n# Ada\ndn: cn=Ada\n'],
    [
      'an address book in JSON (jCard)',
      '["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Ada"]]]',
    ],
    ['an address book in JSON (jCard)', '[\n  ["vcard", [["fn", {}, "text", "Ada"]]]]'],
    ['a list in JSON', '[{"name": "Ada"}]'],
    [
      'an address book in XML (xCard)',
      '<?xml version="1.0" encoding="UTF-8"?>\n<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard/></vcards>',
    ],
    ['an address book in XML (xCard)', '<vc:vcards xmlns:vc="urn:ietf:params:xml:ns:vcard-4.0">'],
    ['a Windows address book (XML)', '<?xml version="1.0"?>\n<c:contact c:Version="1">'],
    [
      'an Apple property list',
      '<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN">',
    ],
    ['an Apple property list', 'bplist00\xd4'],
    ['a Thunderbird address book (Mork)', '// <!-- <mdb:mork:z v="1.4"/> -->\n'],
    ['an Outlook mailbox (PST)', '!BDN\x01\x02'],
    ['a packed file', '7z\xbc\xaf\x27\x1c'],
    ['a packed file', 'Rar!\x1a\x07'],
    ['a picture', '\x89PNG\r\n\x1a\n\0'],
    ['a picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
    ['a document (RTF)', '{\\rtf1\\ansi Ada}'],
  ])('%s: %j', async (what, text) => {
    const said = await refusalOf(Buffer.from(text, 'latin1'))
    expect(said.startsWith(`failed: The file is ${what}, which fu cannot import. `)).toBe(true)
    expect(said).toMatch(/(?:Export the contacts .*|Save it as .*|Unpack it first), and import th/)
  })
})

describe('a file that is no address book', () => {
  const again = 'Export the contacts as CSV again.'
  const lost = 'Is it the right file? Export the contacts again.'
  it.each<[string, Uint8Array | string, string]>([
    ['empty', '', `failed: The file is empty. ${again}`],
    ['only a byte order mark', '\uFEFF', `failed: The file is empty. ${again}`],
    ['only blanks', ' \r\n\t\n', `failed: The file is empty. ${again}`],
    ['only names of columns', 'First Name,Last Name,E-mail Address\n', 'no rows'],
    [
      'a workbook or an archive',
      Buffer.from('PK\x03\x04\x14\x00\x06\x00', 'latin1'),
      'failed: The file is a spreadsheet or a ZIP file, which fu cannot import. Save it as CSV first, or unpack it, and import that file.',
    ],
    [
      'an old workbook',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'failed: The file is an Excel file or an Outlook message, which fu cannot import. Save it as CSV first, and import that file.',
    ],
    [
      'packed',
      Buffer.from('1f8b0800', 'hex'),
      'failed: The file is a packed file, which fu cannot import. Unpack it first, and import the file inside.',
    ],
    [
      'printed',
      '%PDF-1.7\n',
      'failed: The file is a PDF, which fu cannot import. Export the contacts as vCard or CSV, and import that file.',
    ],
    [
      'a diary',
      'SQLite format 3\0',
      'failed: The file is a database, which fu cannot import. If it is a fu diary, use "fu restore".',
    ],
    [
      'a web page',
      '\n<!DOCTYPE html>\n<html><body>Sign in</body></html>',
      'failed: The file is a web page, which fu cannot import. Sign in to the site that it comes from, and export it again.',
    ],
    [
      'a web page in XML',
      '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
      'failed: The file is a web page, which fu cannot import. Sign in to the site that it comes from, and export it again.',
    ],
    [
      'a call log',
      '<?xml version="1.0"?>\n<calls count="1">',
      'usage: The file is XML, as call logs are, which fu cannot import. Read a call log with "fu calls <file>".',
    ],
    [
      'a log of messages',
      '<smses count="1">',
      'usage: The file is XML, as call logs are, which fu cannot import. Read a call log with "fu calls <file>".',
    ],
    [
      'a calendar',
      'BEGIN:VCALENDAR\n',
      'failed: The file is a calendar, which fu cannot import. Export the contacts as vCard or CSV.',
    ],
    [
      'a mail',
      'From: ada@love.example\nSubject: hello\n\nHow are you?\n',
      'failed: The file is an email without a readable card. Save the card attached to it, and import that file.',
    ],
    [
      'a mail with an encoded card',
      'Return-Path: <ada@love.example>\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBUkQK\n',
      'failed: The file is an email without a readable card. Save the card attached to it, and import that file.',
    ],
    [
      'a mail with a card in quoted-printable',
      'From: ada@love.example\nContent-Transfer-Encoding: quoted-printable\n\nBEGIN:VCARD\nFN:Zo=C3=AB\nEND:VCARD\n',
      'failed: The file is an email without a readable card. Save the card attached to it, and import that file.',
    ],
    [
      'not text',
      'Ada\n\nLove\0\n',
      `failed: Line 3 contains a NUL character, so the file is not text. ${lost}`,
    ],
    [
      'a table whose columns say nothing of who somebody is',
      'Recruiter;Ref. no;Seen on\nAda;17;1 May\n',
      'usage: No column of this table holds a name, a company, a number or an address. Its columns are "Recruiter", "Ref. no", "Seen on". Map the columns to fields, as in --map name=Recruiter phone="Ref. no"',
    ],
    [
      'prose',
      'It was a dark night\nand nobody called.\n',
      'usage: No column of this table holds a name, a company, a number or an address. Its columns are "It was a dark night". Map the columns to fields, as in --map name="It was a dark night"',
    ],
    [
      'one long line',
      'x'.repeat(1_100_000),
      `failed: The column names do not end within 1,000,000 characters, so this is not a table of people. ${again}`,
    ],
    [
      'very wide',
      'Name,'.repeat(100_000),
      `failed: The file has 100001 columns; a table can have at most 5000. Is it an address book? ${again}`,
    ],
  ])('is named: %s', async (_, file, says) => {
    expect(await refusalOf(file)).toBe(says)
  })
})

describe('a hostile row', () => {
  const header = 'First Name,Last Name,Phone 1 - Value,Notes'
  it.each([
    [
      'a formula',
      '=HYPERLINK("http://x.example")',
      '"=HYPERLINK(""http://x.example"")",,,',
      '  name: =HYPERLINK("http://x.example")',
    ],
    ['an apostrophe, which is theirs', `'=1`, `'=1,,,`, `  name: '=1`],
    ['control characters', 'A\x1b[31m', 'A\x1b[31m,,,', '  name: A\x1b[31m'],
    ['letters that turn the line around', '\u202eadA', '\u202eadA,,,', '  name: \u202eadA'],
    ['another row in a cell', 'Ada', 'Ada,,,"x\nBo,,,"', '  name: Ada\n  note: x\n    Bo,,,'],
  ])('is read as it stands: %s', async (_, _name, row, person) => {
    expect(await refusalOf(`${header}\n${row}\n`)).toBe(`line 2\n${person}`)
  })

  it('of a megabyte is kept where there is room, and named where there is none', async () => {
    const long = 'x'.repeat(1_000_000)
    const rows = await rowsIn(`${header}\nAda,,,${long}\n${long},,,\nBo,,${long},\nCy,,,,${long}\n`)
    expect(rows).toMatchObject([
      { line: 2, person: { name: 'Ada', note: long } },
      { line: 3, invalid: 'its name has 1000000 characters, and a name has at most 500' },
      { line: 4, person: { name: 'Bo', phones: [], note: `Phone: ${long}` } },
      {
        line: 5,
        person: { name: 'Cy', extra: [] },
        faults: [{ line: 5, property: 'column 5', kind: 'left-out' }],
      },
    ])
  })
})

test('any bytes are read, or refused in words', async () => {
  const start = fc.constantFrom(
    '',
    '\uFEFF',
    'sep=;\n',
    'Notes:\n',
    'First Name,Phone 1 - Value\n',
    'First Name,Last Name,Connected On\r',
    'a,b\n"',
  )
  const bytes = fc
    .tuple(start, fc.uint8Array({ maxLength: 80 }))
    .map(([text, rest]) => Buffer.concat([Buffer.from(text), rest]))
  const signs = fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', 'a', 'ä', '\0', '\uD83D', "'", '=', ':'),
    maxLength: 60,
  })
  const text = fc.tuple(start, signs).map((parts) => Buffer.from(parts.join('')))
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(bytes, text),
      fc.constantFrom([], ['name=First Name'], ['phone=a', 'name=b']),
      async (file, map) => {
        // Whatever is no FuError comes out of `refusalOf` as it is.
        expect(await refusalOf(file, map)).not.toBe('')
      },
    ),
    runs(600),
  )
})

test('every row comes out, as a person or with why it is none', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'Ada',
      '0412 555 019',
      'ada@lo.example',
      'x ::: y',
      '* Mobile',
      '""',
      'a"b',
      'two\nlines',
      'two\r\nlines',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const headers = [
    ['First Name', 'Last Name', 'Organization Name', 'Labels', 'Phone 1 - Label', 'Phone 1 - Value'],
    ['First Name', 'Last Name', 'Company', 'E-mail Address', 'Mobile Phone', 'Home Street'],
    ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Connected On'],
  ]
  const row = fc
    .array(cell, { minLength: 1, maxLength: 8 })
    .filter((cells) => cells.some((text) => text.trim() !== ''))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...headers),
      fc.array(row, { maxLength: 6 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (header, rows, delimiter, end) => {
        const line = (cells: readonly string[]): string =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter)
        const text = [header, ...rows].map(line).join(end).replaceAll('\0', '')
        const read = await rowsIn(text)
        expect(read).toHaveLength(
          rows.filter((cells) => cells.some((part) => part.replaceAll('\0', '').trim() !== '')).length,
        )
        for (const found of read) expect('person' in found || found.invalid !== '').toBe(true)
      },
    ),
    runs(150),
  )
})

test('an error is a FuError', () => {
  expect(() => peopleIn(Buffer.alloc(0), null)).toThrow(FuError)
})
