import { describe, expect, it } from 'vitest'
import { FuError } from '../../../../src/domain/errors.ts'
import { columnMap } from '../../../../src/formats/address-books/table/column-map.ts'
import { peopleIn } from '../../../../src/formats/address-books/detect.ts'
import { fixture, refusalOf, told } from '../imported-people.ts'

/** What a map is refused with. */
function mapRefusal(...words: string[]): string {
  try {
    columnMap(words)
  } catch (error) {
    if (error instanceof FuError) return `${error.kind}: ${error.message} ${error.hint}`
    throw error
  }
  return 'none'
}

describe('a map', () => {
  it('says which column is what, several of one field in their order', () => {
    expect([...columnMap(['name=Full name', ' phone = Tel ', 'PHONE=Mobile=2'])]).toEqual([
      ['name', ['Full name']],
      ['phone', ['Tel', 'Mobile=2']],
    ])
  })

  it.each([
    [['name'], 'usage: "name" does not map a column to a field. Write it as field=column: phone=Tel'],
    [['name='], 'usage: "name=" does not map a column to a field. Write it as field=column: phone=Tel'],
    [
      ['shoe=B'],
      'usage: There is no field "shoe". The fields are name, prefix, first, middle, last, suffix, company, department, title, nick, phone, email, address, link, birthday, anniversary, met, from, from-word, kind, channel, every, do-not-contact, tag, note, uid, time-zone, best-time, extra.',
    ],
    [['kind=A', 'kind=B'], 'usage: "kind" takes one column, not "A" and "B". Leave one of them out.'],
  ])('is refused: %j', (words, says) => {
    expect(mapRefusal(...words)).toBe(says)
  })
})

describe('a table with a map', () => {
  const map =
    'name=kunde company=Firma phone=Telefon phone=Handy email=Mail address=Straße address=Ort kind=Art channel=Weg tag=Gruppen note=Bemerkung time-zone=Zeitzone'.split(
      ' ',
    )

  it('gives its people, and says what is wrong with a row', async () => {
    expect(await told(fixture('customers.csv'), map)).toMatchInlineSnapshot(`
      "line 3
        name: Gül Aydın
        company: Aydın GmbH
        kind: customer
        channel: call
        phones: 030 123456
        phones: (mobile) 0170 5550123
        emails: guel@aydin.example
        addresses: Hauptstr. 1
          10115 Berlin
        timeZone: Europe/Berlin
        tags: Türen
        tags: Fenster
        note: mag "Tee"
          und Ruhe
      line 5: "Kunde" is not a kind: prospect, customer, past-customer, referrer, partner, supplier, candidate, colleague, friend, family, other
      line 6: "by fax" is not a channel: one word such as call or whatsapp
      line 7: "Mars/Olympus" is not a time zone such as Europe/Berlin
      line 8
        name: Nur Firma
      line 9: it has no name, no number and no address
      line 10
        name: Ina
        phones: 0301
        extra: column 13: übrig"
    `)
  })

  it('has a field for each column that is named, and leaves out the others', async () => {
    const header = 'given,family,nick,saw,source,key,zone,when,tel,note 1,note 2,secret'
    const row = 'Ada,Lo,Addie,trade show,web,K-7,Asia/Tokyo,before nine,0412;0413 ::: 0414,likes tea,,hidden'
    const fields =
      'first=given last=family nick=nick met=saw from-word=source uid=key time-zone=zone best-time=when phone=tel'.split(
        ' ',
      )
    expect(await told(`${header}\n${row}\n`, [...fields, 'note=note 1', 'note=note 2']))
      .toMatchInlineSnapshot(`
        "line 2
          uid: K-7
          name: Ada Lo
          nick: Addie
          phones: 0412;0413
          phones: 0414
          met: trade show
          word: web
          timeZone: Asia/Tokyo
          bestTime: before nine
          note: note 1: likes tea
          extra: secret: hidden"
      `)
  })

  it('adds to what the names of the other columns say', async () => {
    const table = 'Recruiter,Company,Phone,Email,Shoe\nAda Lo,Lo Ltd,0412,a@lo.example,42\n'
    expect(await told(table, ['name=Recruiter'])).toBe(
      [
        'line 2',
        '  name: Ada Lo',
        '  company: Lo Ltd',
        '  phones: 0412',
        '  emails: a@lo.example',
        '  extra: Shoe: 42',
      ].join('\n'),
    )
    const read = peopleIn(Buffer.from(table), columnMap(['name=Recruiter', 'company=Company']))
    expect(read).toMatchObject({ guessed: 'phone=Phone email=Email' })
  })

  it('makes a column that one field and no other', async () => {
    expect(
      await told('Name,Tel,Birthday,Company\nAda Lo,0412,1980-04-15,Lo Ltd\n', [
        'note=tel',
        'extra=Birthday',
        'met=Company',
      ]),
    ).toBe('line 2\n  name: Ada Lo\n  met: Lo Ltd\n  note: 0412\n  extra: Birthday: 1980-04-15')
  })

  it('knows each field', async () => {
    const cells = {
      prefix: 'Dr.',
      first: 'Ada',
      middle: 'M.',
      last: 'Lo',
      suffix: 'Jr.',
      company: 'Lo Ltd',
      department: 'Sales',
      title: 'Buyer',
      nick: 'Addie',
      phone: '0412',
      email: 'a@lo.example',
      address: '1 High St',
      link: 'lo.example',
      birthday: '15.4.1980',
      anniversary: '--08-08',
      met: 'fair',
      from: 'Gary Lee',
      'from-word': 'web',
      kind: 'Friend',
      channel: 'call',
      every: '2 weeks',
      'do-not-contact': 'email; call',
      tag: 'golf',
      note: 'tea',
      uid: 'u-1',
      'time-zone': 'asia/tokyo',
      'best-time': 'noon',
      extra: '42',
    }
    const columns = Object.keys(cells).map((_, index) => `c${index}`)
    const fields = Object.keys(cells).map((field, index) => `${field}=c${index}`)
    const text = `${columns.join()}\n${Object.values(cells).join()}\n`
    expect(await told(text, fields)).toMatchInlineSnapshot(`
      "line 2
        uid: u-1
        name: Ada M. Lo Jr.
        company: Lo Ltd
        nick: Addie
        kind: friend
        channel: call
        phones: 0412
        emails: a@lo.example
        addresses: 1 High St
        met: fair
        word: web
        from: Gary Lee
        every: (undefined) 2,w
        timeZone: Asia/Tokyo
        bestTime: noon
        tags: golf
        note: tea
        doNotContact: call
        doNotContact: email
        title: Buyer
        department: Sales
        anniversaries: --08-08
        links: lo.example,page
        prefix: Dr.
        given: Ada
        middle: M.
        family: Lo
        suffix: Jr.
        birthday: 1980-04-15
        extra: c27: 42"
    `)
  })

  it.each([[['name=Nom'], 'usage: The file has no column "Nom". Its columns are "Name", "Tel".']])(
    'is refused where the map does not fit: %j',
    async (words, says) => {
      expect(await refusalOf('Name,Tel\nAda,0412\n', words)).toBe(says)
    },
  )
})
