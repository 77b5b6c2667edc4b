import { describe, expect, it } from 'vitest'
import { tableDate } from '../../../../src/formats/address-books/table/date.ts'
import { told } from '../imported-people.ts'

/** The person of a row, whose cells are given by their columns. */
async function personOf(
  cells: Readonly<Record<string, string>>,
  map: readonly string[] = [],
): Promise<string> {
  const rows = [Object.keys(cells), Object.values(cells)]
  const text = rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()}\n`).join('')
  return (await told(text, map)).replace(/^line 2\n/, '')
}

describe('a date of a table', () => {
  it.each([
    ['1980-04-15', { year: 1980, month: 4, day: 15 }],
    ['1980-04-15 00:00:00', { year: 1980, month: 4, day: 15 }],
    ['1980-04-15T00:00:00.000Z', { year: 1980, month: 4, day: 15 }],
    ['1980/4/5', { year: 1980, month: 4, day: 5 }],
    ['19800415', { year: 1980, month: 4, day: 15 }],
    ['15.4.1980', { year: 1980, month: 4, day: 15 }],
    ['15. 04. 1980', { year: 1980, month: 4, day: 15 }],
    ['15.04.', { year: null, month: 4, day: 15 }],
    ['--04-15', { year: null, month: 4, day: 15 }],
    ['--0415', { year: null, month: 4, day: 15 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
    ['15/04/1980', { year: 1980, month: 4, day: 15 }],
    ['15-04-1980', { year: 1980, month: 4, day: 15 }],
    ['5/14/1975', { year: 1975, month: 5, day: 14 }],
    ['4/4/1980', { year: 1980, month: 4, day: 4 }],
    ['04/4/1980 00:00', { year: 1980, month: 4, day: 4 }],
  ])('is %s', (text, date) => {
    expect(tableDate(text)).toEqual(date)
  })

  it.each([
    '',
    '1604-05-09',
    '0000-00-00',
    '4501-01-01',
    '2026-02-30',
    '30.2.2026',
    '2026-02-29',
    '1980-13-01',
    '4/5/1980',
    '31/4/1980',
    '13/13/1980',
    '15/04-1980',
    '5/14/1604',
    '15.4.80',
    '1980-04-15 14:30',
    '1980-0415',
    'May 1',
    '42',
  ])('is none, and is never rolled over: %j', (text) => {
    expect(tableDate(text)).toBeNull()
  })

  it.each(['1604-05-09', '0000-00-00', '2026-02-30', '30. Februar', '4/5/1975'])(
    'that is none is kept as it is typed, under the name of its column: %s',
    async (typed) => {
      expect(await personOf({ Name: 'Ada', Geburtsdatum: typed, Jahrestag: typed })).toBe(
        `  name: Ada\n  extra: Geburtsdatum: ${typed}\n  extra: Jahrestag: ${typed}`,
      )
      expect(await personOf({ Name: 'Ada', 'Event 1 - Label': 'Wedding', 'Event 1 - Value': typed })).toBe(
        `  name: Ada\n  extra: Wedding: ${typed}`,
      )
    },
  )

  it.each([
    ['1980', '4', '15', '  birthday: 1980-04-15'],
    ['', '04', '15', '  birthday: --04-15'],
    ['1604', '5', '9', '  extra: Birth Year: 1604\n  extra: Birth Month: 5\n  extra: Birth Day: 9'],
    ['2026', '2', '30', '  extra: Birth Year: 2026\n  extra: Birth Month: 2\n  extra: Birth Day: 30'],
    ['1980', '', '', '  extra: Birth Year: 1980'],
  ])('stands in three columns: %s %s %s', async (year, month, day, said) => {
    const cells = { Name: 'Ada', 'Birth Year': year, 'Birth Month': month, 'Birth Day': day }
    expect(await personOf(cells)).toBe(`  name: Ada\n${said}`)
  })
})

describe('a row', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'has one apostrophe before a plus sign taken away, which is ours',
      { Name: 'Ada', Phone: "'+49 (0) 30 1234567", Note: "'+1", Nick: "''+1" },
      "  name: Ada\n  nick: ''+1\n  phones: +49 (0) 30 1234567\n  note: +1",
    ],
    [
      'keeps the second of two companies, unless it is the same',
      { Name: 'Ada', Company: 'Lo Ltd', Organisation: 'Lo & Co', Firma: 'Lo Ltd' },
      '  name: Ada\n  company: Lo Ltd\n  extra: Organisation: Lo & Co',
    ],
    [
      'is called by the name that is shown, and keeps its parts',
      { 'First Name': 'Ada', 'Last Name': 'Lo', 'Display Name': 'Countess' },
      '  name: Countess\n  given: Ada\n  family: Lo',
    ],
    [
      'keeps a second whole name that says more',
      { Name: 'Ada Lo', 'Display Name': 'Lo, Ada', Ansprechpartner: 'Bo' },
      '  name: Ada Lo\n  extra: Ansprechpartner: Bo',
    ],
    [
      'has the parts of an address as a card has them',
      {
        Name: 'Ada',
        Straße: 'Hauptstr.',
        'Hausnr.': '5 a',
        Adresszusatz: '2. Stock',
        PLZ: '50667',
        Ort: 'Köln',
        Postfach: '12',
        Land: 'DE',
      },
      '  name: Ada\n  addresses: 12\n    2. Stock\n    Hauptstr. 5 a\n    Köln 50667\n    DE',
    ],
    [
      'has a number under a place, and keeps what is none',
      { Name: 'Ada', Home: '+44 20 7946 0000', Office: 'Room 5' },
      '  name: Ada\n  phones: (home) +44 20 7946 0000\n  extra: Office: Room 5',
    ],
    [
      'has several numbers of a cell',
      {
        Name: 'Ada',
        Mobile: '0412 555 019\n0412 555 020',
        Email: 'a@lo.example; b@lo.example',
        Mail: 'ask; Bo',
      },
      '  name: Ada\n  phones: (mobile) 0412 555 019\n  phones: (mobile) 0412 555 020\n  emails: a@lo.example\n  emails: b@lo.example\n  note: Email: ask; Bo',
    ],
    [
      'keeps what a field cannot hold',
      { Name: 'Ada', Kind: 'gold', Channel: 'sms', 'Time zone': 'Mars/Olympus', Website: 'none' },
      '  name: Ada\n  extra: Kind: gold\n  extra: Channel: sms\n  extra: Time zone: Mars/Olympus\n  extra: Website: none',
    ],
    [
      'is without what a program writes for everybody',
      {
        Name: 'Ada',
        Priority: 'Normal',
        Geschlecht: 'Keine Angabe',
        Privat: 'Falsch',
        Birthday: '0/0/00',
        Priorität: 'Hoch',
      },
      '  name: Ada\n  extra: Priorität: Hoch',
    ],
    [
      'has pages, profiles and names in chats',
      {
        Name: 'Ada',
        Web: 'lo.example',
        URL: 'https://de.linkedin.com/in/ada',
        'Twitter handle': '@ada',
        Skype: 'ada.lo',
      },
      '  name: Ada\n  links: lo.example,page\n  links: (LinkedIn) https://de.linkedin.com/in/ada,profile\n  links: (Twitter) @ada,profile\n  links: (Skype) ada.lo,chat',
    ],
    [
      'has a number, an address or a name under "Contact"',
      { Name: 'Ada', Contacto: '+351 21 555 0100', Kontakt: 'ada@lo.example', Contact: 'Bo' },
      '  name: Ada\n  phones: +351 21 555 0100\n  emails: ada@lo.example\n  extra: Contact: Bo',
    ],
    [
      'is marked where it says so (R58)',
      { Name: 'Ada', do_not_contact: 'Yes' },
      '  name: Ada\n  doNotContact: all',
    ],
    [
      'has several notes by the names of their columns',
      { Name: 'Ada', Notes: 'tea', Comments: 'two\nlines' },
      '  name: Ada\n  note: Notes: tea\n    Comments: two\n    lines',
    ],
  ])('%s', async (_, cells, person) => {
    expect(await personOf(cells)).toBe(person)
  })

  it('of First Name, Last Name, Mobile Phone, Email has the email as an email', async () => {
    const cells = {
      'First Name': 'Ada',
      'Last Name': 'Love',
      'Mobile Phone': '+44 20 7946 0000',
      Email: 'ada@x.example',
    }
    expect(await personOf(cells)).toBe(
      '  name: Ada Love\n  phones: (mobile) +44 20 7946 0000\n  emails: ada@x.example',
    )
  })

  it.each([
    ['all', '\n  doNotContact: all'],
    ['call, text', '\n  doNotContact: call\n  doNotContact: text'],
    ['no', ''],
    ['maybe', '\n  extra: Do not contact: maybe'],
  ])('says who does not want to be contacted: %s', async (said, person) => {
    expect(await personOf({ Name: 'Ada', 'Do not contact': said })).toBe(`  name: Ada${person}`)
  })

  it('keeps a cell under no name, and takes it where the user says what it is', async () => {
    const text = 'Name,,Phone\nAda,42,0412,more\n'
    expect(await told(text)).toBe(
      'line 2\n  name: Ada\n  phones: 0412\n  extra: column 2: 42\n  extra: column 4: more',
    )
    expect(await told(text, ['title=column 2', 'note=column 4'])).toBe(
      'line 2\n  name: Ada\n  phones: 0412\n  note: more\n  title: 42',
    )
  })
})
