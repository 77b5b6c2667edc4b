import { describe, expect, it } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import { columnMap } from '../../../src/formats/address-books/mapped.ts'
import { peopleIn } from '../../../src/formats/address-books/detect.ts'
import { fixture, refusalOf, told } from './imported-people.ts'

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
    [['name'], 'usage: "name" does not say which column is what. Write it as field=column: phone=Tel'],
    [['name='], 'usage: "name=" does not say which column is what. Write it as field=column: phone=Tel'],
    [
      ['birthday=B'],
      'usage: There is no field "birthday". The fields are name, first, last, company, nick, phone, email, address, met, from-word, kind, channel, tag, note, uid, time-zone, best-time.',
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
        phones: (telefon) 030 123456
        phones: (handy) 0170 5550123
        emails: guel@aydin.example
        addresses: Hauptstr. 1
          10115 Berlin
        timeZone: Europe/Berlin
        tags: Türen
        tags: Fenster
        note: mag "Tee"
          und Ruhe
      line 5: "Kunde" is not a kind: prospect, customer, past-customer, referrer, partner, supplier, candidate, colleague, friend, family, other
      line 6: "fax" is not a channel: call, email, text, post, visit, video
      line 7: "Mars/Olympus" is not a time zone such as Europe/Berlin
      line 8
        name: Nur Firma
      line 9: it has no name, no number and no address
      line 10: cell 13, "übrig", has no column name"
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
          note: note 1: likes tea"
      `)
  })

  it('says which columns it leaves out', () => {
    const { leftOut } = peopleIn(
      fixture('customers.csv'),
      columnMap(['name=KUNDE', 'phone=Handy', 'note=Art']),
    )
    expect(leftOut).toEqual([
      'Firma',
      'Telefon',
      'Mail',
      'Straße',
      'Ort',
      'Weg',
      'Gruppen',
      'Bemerkung',
      'Zeitzone',
    ])
  })

  it('can be one whose columns are known', async () => {
    expect(
      await told('First Name,Last Name,E-mail Address,Mobile Phone\nAda,Lo,a@lo.example,0412\n', [
        'name=Last Name',
      ]),
    ).toBe('line 2\n  name: Lo')
  })

  it.each([
    [['name=Nom'], 'usage: The file has no column "Nom". Its columns are "Name", "Tel".'],
    [
      ['note=Tel'],
      'usage: No column is mapped to a name, a number or an address. Say which column is what: --map name="Full name" phone=Tel',
    ],
  ])('is refused where the map does not fit: %j', async (words, says) => {
    expect(await refusalOf('Name,Tel\nAda,0412\n', words)).toBe(says)
  })
})
