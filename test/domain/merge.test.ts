import { describe, expect, test } from 'vitest'
import type { Contact, NewContact, Phone } from '../../src/domain/contact.ts'
import { mergeContacts, type Taken } from '../../src/domain/merge.ts'
import { newContact } from '../support/diaries.ts'
import { aMoment } from '../support/facts.ts'

function card(id: number, known: Partial<NewContact> = {}): Contact {
  return { ...newContact('Gary Lee', known), id, uid: `contact-${id}`, addedAt: aMoment('2026-11-25') }
}

function phone(value: string, label: string | null = null, e164: string | null = null): Phone {
  return { value, label, readable: value, e164 }
}

function wordsOf(taken: readonly Taken[]): string[] {
  return taken.map(({ words }) => words)
}

/** What a merge of @4 into @2 leaves of one field, and what it says. */
function merging(field: keyof NewContact, kept: Partial<NewContact>, gone: Partial<NewContact>): unknown {
  const { contact, taken, differences } = mergeContacts(card(2, kept), card(4, gone))
  return { [field]: contact[field], taken: wordsOf(taken), differences, note: contact.note }
}

describe('merging two cards', () => {
  test('takes what the kept one lacks', () => {
    const known: Partial<NewContact> = {
      company: 'Lee & Co',
      nick: 'Gaz',
      kind: 'customer',
      channel: 'email',
      source: { met: 'trade show', word: 'web', from: { id: 9, name: 'Ada' } },
      every: { count: 90, unit: 'd' },
      timeZone: 'Europe/Berlin',
      bestTime: 'mornings',
      note: 'likes tea',
    }
    const { contact, taken, differences } = mergeContacts(card(2), card(4, known))
    expect(contact).toEqual(newContact('Gary Lee', known))
    expect(differences).toEqual([])
    expect(wordsOf(taken)).toEqual([
      'company Lee & Co',
      'nickname Gaz',
      'prefers email',
      'best time mornings',
      'time zone Europe/Berlin',
      'kind customer',
      'met trade show',
      'from Ada (@9)',
      'source web',
      'every 90d',
      'note',
    ])
  })

  test('keeps the word of the kept one, and notes the other', () => {
    expect(
      merging('company', { company: 'Lee Mortgages', note: 'rides' }, { company: 'Lee & Co', note: 'sails' }),
    ).toEqual({
      company: 'Lee Mortgages',
      taken: ['note'],
      differences: [{ field: 'company', kept: 'Lee Mortgages', other: 'Lee & Co' }],
      note: 'rides\nsails\n@4 said: company Lee & Co',
    })
    expect(merging('every', { every: { count: 30, unit: 'd' } }, { every: { before: 6 } })).toMatchObject({
      every: { count: 30, unit: 'd' },
      note: '@4 said: every before june',
    })
  })

  test('has no double of a number, an address, an email, a tag or a note', () => {
    const { contact, taken } = mergeContacts(
      card(2, {
        phones: [phone('0412 555 019', null, '+61412555019'), phone('12-34 56')],
        emails: [{ label: null, value: 'G@Lee.example' }],
        addresses: [{ label: null, text: '1 High St' }],
        tags: ['VIP'],
        note: 'likes cake\nlikes tea',
      }),
      card(4, {
        phones: [
          phone('+61 412 555 019', 'mobile', '+61412555019'),
          phone('123456'),
          phone('02 9876', 'home', '+6129876'),
        ],
        emails: [
          { label: 'work', value: 'g@lee.EXAMPLE' },
          { label: null, value: 'gary@lee.example' },
        ],
        addresses: [{ label: 'office', text: '1 high st' }],
        tags: ['vip', 'sails'],
        note: 'likes tea',
      }),
    )
    expect(contact).toMatchObject({
      phones: [
        phone('0412 555 019', 'mobile', '+61412555019'),
        phone('12-34 56'),
        phone('02 9876', 'home', '+6129876'),
      ],
      emails: [
        { label: 'work', value: 'G@Lee.example' },
        { label: null, value: 'gary@lee.example' },
      ],
      addresses: [{ label: 'office', text: '1 High St' }],
      tags: ['VIP', 'sails'],
      note: 'likes cake\nlikes tea',
    })
    expect(wordsOf(taken)).toEqual(['phone 02 9876', 'email gary@lee.example', 'tag sails'])
  })

  test('knows a number whose country only one of the two knows', () => {
    const known = phone('0412 555 019', null, '+61412555019')
    for (const [mine, other] of [
      [phone('0412 555-019'), known],
      [known, phone('0412 555-019')],
    ] as const) {
      const { contact, taken } = mergeContacts(card(2, { phones: [mine] }), card(4, { phones: [other] }))
      expect(contact.phones).toMatchObject([{ e164: '+61412555019' }])
      expect(taken).toEqual([])
    }
  })

  test('knows both spellings of a mobile number, and tells extensions apart', () => {
    const of = (value: string, e164: string) => phone(value, null, e164)
    const kept = card(2, {
      phones: [of('+54 11 2345 6789', '+541123456789'), of('030 1234567', '+49301234567')],
    })
    const gone = card(4, {
      phones: [of('+54 9 11 2345 6789', '+5491123456789'), of('030 1234567 x5', '+49301234567')],
    })
    const { contact } = mergeContacts(kept, gone)
    expect(contact.phones.map(({ value }) => value)).toEqual([
      '+54 11 2345 6789',
      '030 1234567',
      '030 1234567 x5',
    ])
  })

  test('notes another label of the same number', () => {
    expect(
      merging('phones', { phones: [phone('0412', 'mobile')] }, { phones: [phone('0412', 'work')] }),
    ).toMatchObject({ phones: [phone('0412', 'mobile')], note: '@4 said: phone 0412 work' })
  })

  test('keeps numbers that differ by their extension, whatever sign stands before it', () => {
    const desk = (extension: string) => phone(`+61 412 555 019${extension}`, null, '+61412555019')
    const { contact, taken } = mergeContacts(
      card(2, { phones: [desk(' ext 5'), phone('555 019 x7')] }),
      card(4, { phones: [desk(' ext 6'), desk('x5'), desk(''), phone('555 0197'), phone('555019 #7')] }),
    )
    expect(contact.phones).toEqual([
      desk(' ext 5'),
      phone('555 019 x7'),
      desk(' ext 6'),
      desk(''),
      phone('555 0197'),
    ])
    expect(wordsOf(taken)).toEqual(['phone +61 412 555 019 ext 6', 'phone +61 412 555 019', 'phone 555 0197'])
  })

  test('keeps what stands in place of a number, and the words beside one', () => {
    const { contact } = mergeContacts(
      card(2, { phones: [phone('ask reception'), phone('0412 (Ann)')] }),
      card(4, { phones: [phone('ask Bob'), phone('Ask  Reception'), phone('0412 (Bob)'), phone('電話')] }),
    )
    expect(contact.phones.map(({ value }) => value)).toEqual([
      'ask reception',
      '0412 (Ann)',
      'ask Bob',
      '0412 (Bob)',
      '電話',
    ])
  })

  test('keeps addresses that differ by a hyphen', () => {
    const at = (text: string) => ({ label: null, text })
    const { contact } = mergeContacts(
      card(2, { addresses: [at('1-2 High St')] }),
      card(4, { addresses: [at('12 High St'), at('1-2  high st')] }),
    )
    expect(contact.addresses).toEqual([at('1-2 High St'), at('12 High St')])
  })

  test.each([
    ['not interested in refinancing', 'interested in refinancing', true],
    ['Monday:\ncall\nTuesday:\ncall', 'Tuesday:\ncall', false],
    ['Monday:\ncall\nTuesday:\nwrite', 'Tuesday:\ncall', true],
    ['sails\r\nlikes tea ', 'sails\nlikes tea', false],
  ])('to the note %j adds %j: %j', (kept, gone, isTaken) => {
    const { contact, taken } = mergeContacts(card(2, { note: kept }), card(4, { note: gone }))
    expect([contact.note, wordsOf(taken)]).toEqual(isTaken ? [`${kept}\n${gone}`, ['note']] : [kept, []])
  })

  test.each([
    ['sails', 'sails\nlikes tea'],
    ['likes tea', 'sails\nlikes tea'],
    ['likes tea', 'sails\nlikes tea\nrides'],
  ])('says nothing twice where the note %j was written on: %j', (kept, gone) => {
    const { contact, taken } = mergeContacts(card(2, { note: kept }), card(4, { note: gone }))
    expect([contact.note, wordsOf(taken)]).toEqual([gone, ['note']])
  })

  type Mark = Contact['doNotContact']
  test.each<[kept: Mark, gone: Mark, both: Mark, said: string[]]>([
    [null, null, null, []],
    [null, ['text'], ['text'], ['do not contact text']],
    ['all', ['text'], 'all', []],
    [['call'], 'all', 'all', ['do not contact at all']],
    [['text'], ['call', 'text'], ['call', 'text'], ['do not contact call, text']],
    [['text', 'call'], ['call'], ['call', 'text'], []],
  ])('of the marks %j and %j leaves the stricter', (kept, gone, both, said) => {
    expect(merging('doNotContact', { doNotContact: kept }, { doNotContact: gone })).toMatchObject({
      doNotContact: both,
      taken: said,
    })
  })

  test('takes a mark as a mark, and everything else as a field', () => {
    const { taken } = mergeContacts(card(2), card(4, { nick: 'Gaz', doNotContact: 'all', note: 'note' }))
    expect(taken).toEqual([
      { kind: 'field', field: 'nickname', words: 'nickname Gaz' },
      { kind: 'mark', field: 'do not contact', words: 'do not contact at all' },
      { kind: 'field', field: 'note', words: 'note' },
    ])
  })

  test('leaves nobody sent by themselves', () => {
    const sentBy = (id: number): Partial<NewContact> => ({
      source: { met: null, word: null, from: { id, name: 'Gary Lee' } },
    })
    expect(mergeContacts(card(2, sentBy(4)), card(4, sentBy(2))).contact.source.from).toBeNull()
    // An older card may say that they sent themselves.
    expect(mergeContacts(card(2, sentBy(2)), card(4, sentBy(4))).contact.source.from).toBeNull()
    expect(mergeContacts(card(2, sentBy(4)), card(4, sentBy(9))).contact.source.from).toEqual({
      id: 9,
      name: 'Gary Lee',
    })
  })
})
