import { describe, expect, it, test } from 'vitest'
import { fixture, rowsIn, told } from './imported-people.ts'

describe('the people of', () => {
  it('Google Contacts, as it exports since 2024', async () => {
    expect(await told(fixture('google-2024.csv'))).toMatchInlineSnapshot(`
      "line 2
        name: Maren K. Østby
        company: Fjord & Sønn, AS
        nick: Mari
        phones: (mobile) +47 900 12 345
        phones: (mobile) +47 900 12 346
        phones: (work) +47 22 33 44 55
        emails: (work) maren@fjord.example
        emails: (home) maren@home.example
        emails: (home) mari@home.example
        addresses: (home) Havnegata 4
          0150 Oslo
          NO
        tags: starred
        tags: Boat people
        note: Rings back after lunch.
          Has two dogs.
        title: Surveyor
        department: Harbour
        anniversaries: (Anniversary) 2011-06-18
        links: (work) https://fjord.example,page
        prefix: Dr.
        given: Maren
        middle: K.
        family: Østby
        birthday: --03-07
        extra: Phonetic Last Name: Ust-bee
        extra: Photo: https://lh3.example/p
        extra: Spouse: Jonas
        extra: Berth: C 14
      line 6
        phones: 0412 555 019
      line 7
        emails: quotes@slate.example
      line 8
        name: 浦添設計
        phones: (work fax) (03) 5287-3625
        note: Phone (mobile): ask Sue
      line 9
        name: 山田 太郎
        note: Email (other): taro at example
        given: 太郎
        family: 山田
      line 10: it has no name, no number and no address"
    `)
  })

  it('Google Contacts, as it exported before, in UTF-16', async () => {
    expect(await told(fixture('google-2019.csv'))).toMatchInlineSnapshot(`
      "line 2
        name: Dr. Priya Nair
        company: Paws
        phones: (work) (02) 9876 5432
        phones: (mobile) 0491 570 006
        phones: (mobile) 0491 570 156
        emails: priya@paws.example
        addresses: (work) 12 Elm St
          Leeton NSW 2705
          Australia
        tags: Vets
        note: Owns the practice
        title: Owner
        links: (profile) http://paws.example,page
        links: (other Skype) priya.paws,chat
        prefix: Dr.
        given: Priya
        family: Nair
        extra: Maiden Name: Menon
        extra: Occupation: Vet
      line 3
        name: Sam
        phones: (mobile) 0400 000 001"
    `)
  })

  it('Outlook, in Windows-1252', async () => {
    expect(await told(fixture('outlook.csv'))).toMatchInlineSnapshot(`
      "line 2
        name: Jörg Weiß Jr.
        company: Weiß & Söhne
        phones: (mobile) +49 170 5550 19
        phones: (work) +49 221 10
        phones: (work fax) +49 221 12
        phones: (assistant) +49 221 99
        emails: joerg@weiss.example
        addresses: (work) Marktstraße 5
          2. Stock
          Köln 50667
          Germany
        addresses: (home) Bonn
        tags: Red Category
        tags: Suppliers
        note: Calls it “the € list” – always.
          Send the quote.
          Email: /o=ExchangeLabs/ou=x
        title: Leiter
        department: Einkauf
        links: http://weiss.example,page
        prefix: Herr
        given: Jörg
        family: Weiß
        suffix: Jr.
        birthday: 1975-05-14
        extra: Initials: J.W.J.
        extra: Spouse: Ute
      line 4
        name: Lager Köln
        emails: lager@weiss.example
      line 5: it has no name, no number and no address"
    `)
  })

  it('outlook.com, with marks around a number that nobody sees', async () => {
    expect(await told(fixture('outlook-com.csv'))).toMatchInlineSnapshot(`
      "line 2
        name: Tomás Oliveira
        company: Vinho
        nick: Tom
        phones: (primary) +351 91 555 0100
        phones: (home) +351 21 555 0100
        emails: tomas@vinho.example
        addresses: (home) Rua A, 10
          Porto
          Portugal
        note: Met on the ferry
        birthday: 1990-05-14"
    `)
  })

  it('LinkedIn, below its notes', async () => {
    expect(await told(fixture('linkedin.csv'))).toMatchInlineSnapshot(`
      "line 5
        name: Leila Haddad
        company: Haddad, Rossi & Co
        title: Partner "Ports"
        links: (LinkedIn) https://www.linkedin.com/in/leila-example,profile
        extra: Connected On: 12 Mar 2024
      line 6
        name: Ben Okafor, PMP
        emails: ben@okafor.example
        links: (LinkedIn) https://www.linkedin.com/in/ben-example,profile
        given: Ben
        family: Okafor, PMP
        extra: Connected On: 03 Jan 2023
      line 7: it has no name, no number and no address"
    `)
  })
})

describe('a row of Google Contacts', () => {
  it('has the parts of an address where it is not formatted, of several too', async () => {
    const columns = [
      'Label',
      'Street',
      'City',
      'PO Box',
      'Region',
      'Postal Code',
      'Country',
      'Extended Address',
    ]
    const header = [
      'First Name',
      'Phone 1 - Value',
      ...columns.map((column) => `Address 1 - ${column}`),
    ].join()
    expect(
      await told(
        `${header}\nAda,,Home,1 High St ::: 2 Low St,Leeton ::: Yanco,Box 7,NSW,2705 ::: 2703,AU,Flat 3\n`,
      ),
    ).toMatchInlineSnapshot(`
      "line 2
        name: Ada
        addresses: (home) 1 High St
          Flat 3
          Box 7
          Leeton NSW 2705
          AU
        addresses: (home) 2 Low St
          Yanco 2703"
    `)
  })

  it('has the first job as the company, and keeps the others', async () => {
    const header =
      'Name,Given Name,Family Name,Group Membership,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 2 - Name,Organization 2 - Title'
    expect(await told(`${header}\nAda Lo,Ada,Lo,,Work,,Baker,Lo Ltd,Owner\n`)).toMatchInlineSnapshot(`
      "line 2
        name: Ada Lo
        company: Lo Ltd
        title: Owner
        extra: Organization (work), Title: Baker"
    `)
  })

  it('has each number once', async () => {
    expect(
      await told(
        'First Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\nAda,Home,0412 555 019 ::: 0412 555 019,Work,0412 555 019\n',
      ),
    ).toBe(['line 2', '  name: Ada', '  phones: (home) 0412 555 019'].join('\n'))
  })
})

describe('a row of Outlook', () => {
  it.each([
    ['Ada Lo (ada@lo.example)', ''],
    [`'Ada Lo'`, ''],
    ['ada@lo.example', ''],
    ['Captain Ada', '\n  extra: E-mail Display Name: Captain Ada'],
  ])('keeps the shown name of an address where it says more: %s', async (shown, extra) => {
    const text = `First Name,Last Name,E-mail Address,E-mail Display Name\nAda,Lo,ada@lo.example,${shown}\n`
    expect(await told(text)).toBe(`line 2\n  name: Ada Lo\n  emails: ada@lo.example${extra}`)
  })
})

describe('a person', () => {
  const google = (cells: string): string =>
    `First Name,Last Name,Nickname,Organization Name,Phone 1 - Value,E-mail 1 - Value,Labels\n${cells}\n`
  it.each([
    [
      'without a name is nameless, if they can be reached and work nowhere',
      ',,,,0412 555 019,,',
      '  phones: 0412 555 019',
    ],
    [
      'without a name has that of their company',
      ',,Gaz,Lee Ltd,0412 555 019,,',
      '  name: Lee Ltd\n  nick: Gaz\n  phones: 0412 555 019',
    ],
    ['without a name has the nickname', ',,Gaz,,,gaz@lee.example,', '  name: Gaz\n  emails: gaz@lee.example'],
    [
      'has a family name first where it is said first',
      '花子,山田,,,,,',
      '  name: 山田 花子\n  given: 花子\n  family: 山田',
    ],
    ['has a family name last everywhere else', 'Hanako,山田,,,,,', '  name: Hanako 山田'],
    [
      'keeps in the note what is no number and no address',
      'Ada,,,,1800-FLOWERS,ada at home,',
      '  name: Ada\n  note: Phone: 1800-FLOWERS\n    Email: ada at home',
    ],
    [
      'has a number without what stands around it',
      'Ada,,,,tel:+61 412 555 019,mailto:ada@lo.example,',
      '  name: Ada\n  phones: +61 412 555 019\n  emails: ada@lo.example',
    ],
    ['has a name on one line', '"Ada\nBella",  Lo ,,,,,', '  name: Ada Bella Lo'],
    ['has each tag once', 'Ada,,,,,,* myContacts ::: golf ::: golf ::: ', '  name: Ada\n  tags: golf'],
  ])('%s', async (_, cells, person) => {
    expect(await told(google(cells))).toBe(`line 2\n${person}`)
  })

  it('has at most so long a name', async () => {
    expect(await told(google(`${'x'.repeat(501)},,,,,,`))).toBe(
      'line 2: its name has 501 characters, and a name has at most 500',
    )
    expect(await rowsIn(google(`${'x'.repeat(500)},,,,,,`))).toMatchObject([
      { person: { name: 'x'.repeat(500) } },
    ])
  })

  it('has labels as they are written', async () => {
    const text =
      'First Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\nAda,Work: old (2nd),0412,*** ,0413\n'
    expect(await told(text)).toBe('line 2\n  name: Ada\n  phones: 0413\n  phones: (Work: old (2nd)) 0412')
  })
})

test('a hundred people are a hundred rows', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => `Ada${index},,0412 555 ${index},,,,`)
  const header = 'First Name,Last Name,Phone 1 - Value,a,b,c,d'
  expect((await rowsIn([header, ...rows].join('\r\n'))).map(({ line }) => line)).toEqual(
    rows.map((_, index) => index + 2),
  )
})
