import { describe, expect, it, test } from 'vitest'
import { cardsIn } from '../../../src/formats/vcard/vcard.ts'
import { cardSays, rowsIn } from './card-rows.ts'

describe('a card as phones and address books write it', () => {
  it('from an older Android: vCard 2.1 in quoted-printable', () => {
    expect(
      cardSays(
        '2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=9F=D0=B5=D1=82=D1=80=D0=BE=D0=B2;=D0=98=D0=B2=D0=B0=',
        '=D0=BD;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=20=D0=9F=D0=B5=D1=82=',
        '=D1=80=D0=BE=D0=B2',
        'TEL;HOME;VOICE:8 495 123-45-67',
        'TEL;CELL;PREF:+7 912 345 67 89',
        'TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94=D0=B0=D1=87=D0=B0):8 496 765-43-21',
        'EMAIL;WORK:ivan@petrov.example',
        'ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=D0=9B=D0=B5=D0=BD=D0=B8=D0=BD=D0=B0=20=31;=D0=9C=',
        '=D0=BE=D1=81=D0=BA=D0=B2=D0=B0;;101000;=D0=A0=D0=A4',
        'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=97=D0=B0=D0=B2=D0=BE=D0=B4',
        'X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/nickname;=D0=92=D0=B0=D0=BD=D1=8F;1;;;;;;;;;;;;;',
        'X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Olga;14;;;;;;;;;;;;;',
        'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=31=0D=0A=32',
        'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsL',
        ' DBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgN',
        '',
      ),
    ).toEqual({
      name: 'Иван Петров',
      nick: 'Ваня',
      company: 'Завод',
      phones: [
        { label: 'mobile', value: '+7 912 345 67 89' },
        { label: 'home', value: '8 495 123-45-67' },
        { label: 'Дача', value: '8 496 765-43-21' },
      ],
      emails: [{ label: 'work', value: 'ivan@petrov.example' }],
      addresses: [
        { label: 'home', text: 'Ленина 1\nМосква 101000\nРФ', parts: ';;Ленина 1;Москва;;101000;РФ' },
      ],
      note: '1\n2',
      extra: [
        'X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Olga;14;;;;;;;;;;;;;',
        'PHOTO;ENCODING=BASE64;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgN',
      ],
    })
  })

  it('from an iPhone: vCard 3.0 with labels of its own', () => {
    expect(
      cardSays(
        '3.0',
        'PRODID:-//Apple Inc.//iPhone OS 17.0//EN',
        'N:Lee;Gary;Q.;Dr.;MD',
        'FN:Dr. Gary Q. Lee MD',
        'NICKNAME:Gaz',
        'ORG:Lee Mortgages\\, Inc.;Sales;Retail',
        'TITLE:Broker',
        'EMAIL;type=INTERNET;type=HOME;type=pref:gary@lee.example',
        'item1.EMAIL;type=INTERNET:boss@lee.example',
        'item1.X-ABLabel:Ann\\, at the desk',
        'TEL;type=CELL;type=VOICE:(02) 5550 1901',
        'TEL;type=IPHONE;type=CELL;type=VOICE;type=pref:0412 555 019',
        'TEL;type=HOME;type=FAX:02 5550 1902',
        'item2.TEL:02 5550 1903',
        'item2.X-ABLabel:_$!<Main>!$_',
        'item3.ADR;type=WORK;type=pref:;;1 High St\\nFlat 2;Sydney;NSW;2000;Australia',
        'item3.X-ABADR:au',
        'NOTE:met at the fair\\nlikes tea\\; no milk',
        'item4.URL;type=pref:https\\://lee.example',
        'item4.X-ABLabel:_$!<HomePage>!$_',
        'BDAY;value=date:1980-02-29',
        'item5.X-ABRELATEDNAMES;type=pref:Ann Lee',
        'item5.X-ABLabel:_$!<Spouse>!$_',
        'X-SOCIALPROFILE;type=twitter:http://twitter.com/garylee',
        'IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:gary.lee',
        'CATEGORIES:clients,fair 2026',
        'X-ABUID:1A2B\\:ABPerson',
        'REV:2026-11-02T10:00:00Z',
        'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
      ),
    ).toEqual({
      uid: '4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
      name: 'Dr. Gary Q. Lee MD',
      nameParts: { prefix: 'Dr.', given: 'Gary', middle: 'Q.', family: 'Lee', suffix: 'MD' },
      nick: 'Gaz',
      company: 'Lee Mortgages, Inc.',
      department: 'Sales; Retail',
      title: 'Broker',
      birthday: '1980-02-29',
      phones: [
        { label: 'mobile', value: '0412 555 019' },
        { label: 'mobile', value: '(02) 5550 1901' },
        { label: 'home fax', value: '02 5550 1902' },
        { label: 'main', value: '02 5550 1903' },
      ],
      emails: [
        { label: 'home', value: 'gary@lee.example' },
        { label: 'Ann, at the desk', value: 'boss@lee.example' },
      ],
      addresses: [
        {
          label: 'work',
          text: '1 High St\nFlat 2\nSydney NSW 2000\nAustralia',
          parts: ';;1 High St\nFlat 2;Sydney;NSW;2000;Australia',
        },
      ],
      tags: ['clients', 'fair 2026'],
      links: [
        ['page', 'homepage', 'https://lee.example'],
        ['profile', 'twitter', 'http://twitter.com/garylee'],
        ['chat', 'home Skype', 'skype:gary.lee'],
      ],
      note: 'met at the fair\nlikes tea; no milk',
      extra: [
        'PRODID:-//Apple Inc.//iPhone OS 17.0//EN',
        'item3.X-ABADR:au',
        'item5.X-ABRELATEDNAMES;TYPE=pref:Ann Lee',
        'item5.X-ABLABEL:_$!<Spouse>!$_',
        'X-ABUID:1A2B\\:ABPerson',
        'REV:2026-11-02T10:00:00Z',
      ],
    })
  })

  it('from Google: 3.0, everybody in one group, folded lines', () => {
    expect(
      cardSays(
        '3.0',
        'FN:Ada Müller',
        'N:Müller;Ada;;;',
        'EMAIL;TYPE=INTERNET;TYPE=HOME:ada@mueller.exa',
        ' mple',
        'TEL;TYPE=CELL:+49 171 5550190',
        'item1.TEL:+49 30 5550191',
        'item1.X-ABLabel:Büro',
        'CATEGORIES:Suppliers,myContacts',
        'NOTE:a long note that was fold',
        '\ted with a tab',
        'PHOTO:https://photos.example/ada.jpg',
      ),
    ).toEqual({
      name: 'Ada Müller',
      phones: [
        { label: 'mobile', value: '+49 171 5550190' },
        { label: 'Büro', value: '+49 30 5550191' },
      ],
      emails: [{ label: 'home', value: 'ada@mueller.example' }],
      tags: ['Suppliers'],
      note: 'a long note that was folded with a tab',
      extra: ['PHOTO:https://photos.example/ada.jpg'],
    })
  })

  it('as the standard has it: vCard 4.0', () => {
    expect(
      cardSays(
        '4.0',
        'FN;PREF=2:Simon P.',
        'FN;PREF=1:Simon Perreault',
        'N:Perreault;Simon;;;ing. jr,M.Sc.',
        'BDAY:--0203',
        'ANNIVERSARY:20090808T1430-0500',
        'GENDER:M',
        'LANG;PREF=1:fr',
        'ORG;TYPE=work:Viagenie',
        'ADR;TYPE=work;LABEL="2875 Laurier\\nQuebec":;;;;;;',
        'TEL;VALUE=uri;TYPE="work,voice";PREF=2:tel:+1-418-656-9254;ext=102',
        'TEL;VALUE=uri;TYPE="work,cell,voice,video,text";PREF=1:tel:+1-418-262-6501',
        'EMAIL;TYPE=work:simon.perreault@viagenie.example',
        'RELATED;TYPE=friend:urn:uuid:f81d4fae',
        'TZ:america/toronto',
        'KEY;MEDIATYPE=application/pgp-keys:https://viagenie.example/key.asc',
        'URL;TYPE=home:https://nomis80.example',
        'X-SKYPE-USERNAME:simon.p',
      ),
    ).toEqual({
      name: 'Simon Perreault',
      nameParts: { suffix: 'ing. jr,M.Sc.' },
      company: 'Viagenie',
      birthday: '--02-03',
      anniversaries: [[null, '2009-08-08']],
      timeZone: 'America/Toronto',
      phones: [
        {
          label: 'work mobile',
          value: '+1-418-262-6501',
          params: { VALUE: ['uri'], TYPE: ['work', 'cell', 'voice', 'video', 'text'], PREF: ['1'] },
        },
        {
          label: 'work',
          value: '+1-418-656-9254 ext 102',
          params: { VALUE: ['uri'], PREF: ['2'] },
        },
      ],
      emails: [{ label: 'work', value: 'simon.perreault@viagenie.example' }],
      addresses: [{ label: 'work', text: '2875 Laurier\nQuebec' }],
      links: [
        ['page', 'home', 'https://nomis80.example'],
        ['chat', 'skype', 'simon.p'],
      ],
      extra: [
        'FN;PREF=2:Simon P.',
        'GENDER:M',
        'LANG;PREF=1:fr',
        'RELATED;TYPE=friend:urn:uuid:f81d4fae',
        'KEY;MEDIATYPE=application/pgp-keys:https://viagenie.example/key.asc',
      ],
    })
  })

  it('from an old Nokia: no FN, bare types, lines folded at spaces', () => {
    expect(
      cardSays(
        '2.1',
        'N:Lee;Gary',
        'TEL;PREF;WORK;CELL:0412555019',
        'NOTE:met at the',
        '  trade fair',
        'X-CLASS:PUBLIC',
      ),
    ).toEqual({
      name: 'Gary Lee',
      phones: [{ label: 'work mobile', value: '0412555019' }],
      note: 'met at the  trade fair',
      extra: ['X-CLASS:PUBLIC'],
    })
  })
})

test.each<[what: string, lines: string[], says: object | string]>([
  [
    'the family name first where it is written so',
    ['N:山田;太郎;;;'],
    { name: '山田 太郎', nameParts: { family: '山田', given: '太郎' } },
  ],
  ['a company alone', ['ORG:Acme;Sales'], { name: 'Acme', department: 'Sales' }],
  ['a department alone', ['FN:A', 'ORG:;Sales'], { name: 'A', department: 'Sales' }],
  [
    'two companies',
    ['FN:A', 'ORG:One;Dept1', 'ORG:Two;Dept2'],
    { name: 'A', company: 'One', department: 'Dept1', extra: ['ORG:Two;Dept2'] },
  ],
  [
    'a card of a company',
    ['FN:Acme', 'ORG:Acme', 'X-ABShowAs:COMPANY'],
    { name: 'Acme', extra: ['X-ABSHOWAS:COMPANY'] },
  ],
  ['somebody who is called as their company', ['FN:Acme', 'ORG:Acme'], { name: 'Acme', company: 'Acme' }],
  ['a nickname alone', ['NICKNAME:Gaz'], { name: 'Gaz' }],
  ['several nicknames', ['FN:Gary', 'NICKNAME:Gaz,Gazza'], { name: 'Gary', nick: 'Gaz, Gazza' }],
  ['a number and no name', ['TEL:0412 555 019'], { phones: [{ label: null, value: '0412 555 019' }] }],
  [
    'an address to print where there is no other',
    ['FN:A', 'LABEL;TYPE=HOME:1 High St\\nSydney'],
    { name: 'A', addresses: [{ label: 'home', text: '1 High St\nSydney' }] },
  ],
  ['a zone that is only a difference', ['FN:A', 'TZ:-05:00'], { name: 'A', extra: ['TZ:-05:00'] }],
  ['a line that is no property', ['FN:A', 'rang twice'], { name: 'A', note: 'rang twice' }],
  [
    'names in small letters',
    ['fn:A', 'tel;type=cell:123'],
    { name: 'A', phones: [{ label: 'mobile', value: '123' }] },
  ],
  ['two notes', ['FN:A', 'NOTE:one', 'NOTE:two'], { name: 'A', note: 'one\ntwo' }],
  [
    'a photo without a break in its lines',
    ['FN:A', 'PHOTO;ENCODING=BASE64:AAAA', 'BBBB=='],
    { name: 'A', extra: ['PHOTO;ENCODING=BASE64:AAAABBBB=='] },
  ],
  ['a name in base64', ['FN;ENCODING=B:QWRhIE3DvGxsZXI='], { name: 'Ada Müller' }],
  [
    'a photo in a property nobody knows',
    ['FN:A', 'X-FACE:data:image/png;base64,AAAA'],
    { name: 'A', extra: ['X-FACE:data:image/png;base64,AAAA'] },
  ],
  [
    'a colon in quotes',
    ['FN:A', 'TEL;TYPE="x:y",HOME:123'],
    { name: 'A', phones: [{ label: 'home x:y', value: '123' }] },
  ],
  [
    'a quote that is never closed',
    ['FN:A', 'TEL;TYPE="HOME:123'],
    { name: 'A', phones: [{ label: null, value: '123' }] },
  ],
  ['a backslash before a semicolon that divides', ['N:Lee\\\\;Gary'], { name: 'Gary Lee\\' }],
  [
    'charsets of other parts of the world',
    ['N;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c;=91=BE=98Y'],
    { name: '山田 太郎', nameParts: { family: '山田', given: '太郎' } },
  ],
  ['no charset, in UTF-8', ['FN;ENCODING=QUOTED-PRINTABLE:M=C3=BCller'], { name: 'Müller' }],
  ["no charset, in Western Europe's", ['FN;ENCODING=QUOTED-PRINTABLE:M=FCller'], { name: 'Müller' }],
  [
    'a charset that is not kept to',
    ['FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=FCller'],
    'It has no name, no number and no address. FN in line 3 cannot be read: It is marked as UTF-8, but is not valid in that charset.',
  ],
  [
    'a charset nobody knows',
    ['FN;CHARSET=KLINGON;ENCODING=QUOTED-PRINTABLE:=41'],
    'It has no name, no number and no address. FN in line 3 cannot be read: The charset "KLINGON" is not known.',
  ],
  [
    'what it says in words of ours',
    ['FN:A', 'X-FU-KIND:boss', 'X-FU-EVERY:now and then', 'X-FU-DO-NOT-CONTACT:by fax'],
    { name: 'A', extra: ['X-FU-KIND:boss', 'X-FU-EVERY:now and then', 'X-FU-DO-NOT-CONTACT:by fax'] },
  ],
])('%s', (_what, lines, says) => {
  expect(cardSays('3.0', ...lines)).toEqual(says)
})

describe('a card may lack its BEGIN, and lie in a mail', () => {
  it.each<[string, string[], unknown[]]>([
    ['neither BEGIN nor END', ['VERSION:3.0', 'FN:A', 'TITLE:clerk'], [[1, { name: 'A', title: 'clerk' }]]],
    ['no BEGIN', ['N:B;A', 'FN:A B', 'END:VCARD'], [[1, { name: 'A B' }]]],
    [
      'a whole card after one without BEGIN and END',
      ['FN:A', 'BEGIN:VCARD', 'FN:B', 'END:VCARD'],
      [
        [1, { name: 'A' }],
        [2, { name: 'B' }],
      ],
    ],
    [
      'one without BEGIN after a whole card',
      ['BEGIN:VCARD', 'FN:A', 'END:VCARD', '', 'PRODID:-//x//EN', 'FN:B', 'END:VCARD'],
      [
        [1, { name: 'A' }],
        [5, { name: 'B', extra: ['PRODID:-//x//EN'] }],
      ],
    ],
    [
      'the header of a mail, its parts, and its end',
      [
        'Received: from a.example',
        '\tby b.example',
        'Subject: my card',
        'Content-Type: multipart/mixed;',
        ' boundary="x"',
        '',
        '--x',
        'Content-Type: text/vcard; charset=utf-8',
        '',
        'BEGIN:VCARD',
        'FN:A',
        'END:VCARD',
        '--x--',
      ],
      [[10, { name: 'A' }]],
    ],
    [
      'a sentence in a mail',
      ['From: a@b.example', '', 'Here is my card', 'BEGIN:VCARD', 'FN:A', 'END:VCARD'],
      [
        [3, 'A line is outside any card: "Here is my card".'],
        [4, { name: 'A' }],
      ],
    ],
    [
      'a mail of a mailbox',
      ['From a@b Tue Dec  1 09:00:00 2026', 'BEGIN:VCARD', 'FN:A', 'END:VCARD'],
      [[2, { name: 'A' }]],
    ],
    [
      'headers, where it is not a mail',
      ['X-ETAG: 1', 'BEGIN:VCARD', 'FN:A', 'END:VCARD'],
      [
        [1, 'A line is outside any card: "X-ETAG: 1".'],
        [2, { name: 'A' }],
      ],
    ],
  ])('%s', (_what, lines, rows) => {
    for (const end of ['\n', '\r\n', '\r']) expect(rowsIn(`${lines.join(end)}${end}`)).toEqual(rows)
  })

  it('and what cannot be decoded of it is named with its own line', () => {
    const rows = [...cardsIn(['FN:A\nNOTE;CHARSET=KLINGON;QUOTED-PRINTABLE:=E4\n'])]
    expect(rows.flatMap((row) => ('person' in row ? row.faults.map(({ line }) => line) : []))).toEqual([2])
  })
})

describe('what is no person is named with its line', () => {
  test.each<[what: string, lines: string[], rows: [number, string | object][]]>([
    ['a card without its end', ['BEGIN:VCARD', 'FN:A'], [[1, 'It has no END:VCARD.']]],
    [
      'a card that the next one cuts off',
      ['BEGIN:VCARD', 'FN:A', 'BEGIN:VCARD', 'FN:B', 'END:VCARD'],
      [
        [1, 'It has no END:VCARD before the next card begins in line 3.'],
        [3, { name: 'B' }],
      ],
    ],
    [
      'a card inside another',
      ['BEGIN:VCARD', 'FN:A', 'BEGIN:VCARD', 'FN:B', 'END:VCARD', 'END:VCARD'],
      [
        [1, 'It has no END:VCARD before the next card begins in line 3.'],
        [3, { name: 'B' }],
        [6, 'A line is outside any card: "END:VCARD".'],
      ],
    ],
    [
      'somebody who acts for a person',
      ['BEGIN:VCARD', 'VERSION:2.1', 'AGENT:', 'BEGIN:VCARD', 'FN:B', 'END:VCARD', 'N:A', 'END:VCARD'],
      [
        [1, { name: 'A', nameParts: { family: 'A' } }],
        [4, 'It is inside the card of line 1, as somebody who acts for them.'],
      ],
    ],
    [
      'text around the cards, each stretch of it once',
      ['', 'Contacts of Gary', 'exported', '', 'BEGIN:VCARD', 'FN:A', 'END:VCARD', '', 'BEGIN:VCALENDAR'],
      [
        [2, '2 lines are outside any card: "Contacts of Gary".'],
        [5, { name: 'A' }],
        [9, 'A line is outside any card: "BEGIN:VCALENDAR".'],
      ],
    ],
    [
      'a version that is none',
      ['BEGIN:VCARD', 'VERSION:5.0', 'FN:A', 'END:VCARD'],
      [[1, 'It is vCard 5.0; fu reads 2.1, 3.0, 4.0.']],
    ],
    [
      'an empty card',
      ['BEGIN:VCARD', 'VERSION:3.0', 'END:VCARD'],
      [[1, 'It has no name, no number and no address.']],
    ],
    [
      'a group',
      ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Friends', 'X-ADDRESSBOOKSERVER-KIND:group', 'END:VCARD'],
      [[1, 'It is a group of people, "Friends", not a person.']],
    ],
    ['NUL', ['BEGIN:VCARD', 'FN:A\0', 'END:VCARD'], [[1, 'It contains control characters.']]],
    [
      'NUL, encoded',
      ['BEGIN:VCARD', 'FN;QUOTED-PRINTABLE:A=00', 'END:VCARD'],
      [
        [
          1,
          'It has no name, no number and no address. FN in line 2 cannot be read: It contains control characters.',
        ],
      ],
    ],
    ['half a pair', ['BEGIN:VCARD', 'FN:A\ud800', 'END:VCARD'], [[1, 'It contains control characters.']]],
    ['nothing', [], []],
    ['empty lines', ['', ' ', ''], []],
  ])('%s', (_what, lines, rows) => {
    for (const end of ['\n', '\r\n', '\r']) expect(rowsIn(`${lines.join(end)}${end}`)).toEqual(rows)
  })

  it('a card that is too long, and what follows it is read', () => {
    const tooLong = `NOTE:${'x'.repeat(8_000_000)}`
    const text = ['BEGIN:VCARD', 'FN:A', tooLong, 'END:VCARD', 'BEGIN:VCARD', 'FN:B', 'END:VCARD', ''].join(
      '\n',
    )
    expect(rowsIn(text)).toEqual([
      [1, 'It is over 8 million characters or 200000 lines long.'],
      [5, { name: 'B' }],
    ])
  })
})

describe('a file', () => {
  const text =
    '\uFEFFBEGIN:VCARD\r\nFN:Müller\r\nEND:VCARD\r\n\r\nBEGIN:VCARD\rFN:𝒜\rEND:VCARD\nBEGIN:VCARD\nFN:C\nEND:VCARD'
  const rows = [
    [1, { name: 'Müller' }],
    [5, { name: '𝒜' }],
    [8, { name: 'C' }],
  ]

  it('is read the same wherever it is cut', () => {
    for (let size = 1; size <= text.length; size += 1) {
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
      expect([...cardsIn(pieces)]).toEqual([...cardsIn([text])])
    }
    expect(rowsIn(text)).toEqual(rows)
  })

  it('is read a card at a time, however long it is', () => {
    let asked = 0
    function* endless(): Iterable<string> {
      for (;;) {
        asked += 1
        yield `BEGIN:VCARD\nFN:Person ${asked}\nEND:VCARD\n`
      }
    }
    const names: (string | null)[] = []
    for (const row of cardsIn(endless())) {
      names.push('person' in row ? row.person.name : null)
      if (names.length === 3) break
    }
    expect(names).toEqual(['Person 1', 'Person 2', 'Person 3'])
    expect(asked).toBe(3)
  })
})
