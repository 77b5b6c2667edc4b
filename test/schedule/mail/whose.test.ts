import { describe, expect, it, test } from 'vitest'
import type { ContactName } from '../../../src/domain/contact.ts'
import { answersOf, withoutCopies, type Message } from '../../../src/schedule/mail/message.ts'
import { placeOf } from '../../../src/schedule/mail/place.ts'
import { threadsOf } from '../../../src/schedule/mail/threads.ts'
import {
  myAddresses,
  whoseMessages,
  type AddressBook,
  type KnownInThread,
} from '../../../src/schedule/mail/whose.ts'
import { momentOf } from '../../../src/domain/moment.ts'
import { aMessage, type SomeMessage } from '../../support/mail-rows.ts'

const gary: ContactName = { id: 1, name: 'Gary Lee' }
const ada: ContactName = { id: 2, name: 'Ada Müller' }
const bob: ContactName = { id: 3, name: 'Bob Lee' }

const cards: Readonly<Record<string, readonly ContactName[]>> = {
  'gary@lee.example': [gary],
  'ada@mueller.example': [ada],
  'office@lee.example': [gary, bob],
}

function messages(...some: readonly SomeMessage[]): Message[] {
  return some.map((one) => {
    const message = aMessage(one)
    return { ...message, at: momentOf(message.at, 0) }
  })
}

function whose(some: readonly Message[], known: readonly KnownInThread[] = [], named = ['sue@hall.example']) {
  const book: AddressBook = { mine: myAddresses(named, some), contactsAt: (address) => cards[address] ?? [] }
  const threads = threadsOf([...some.map((one) => ({ id: one.id, answers: answersOf(one) })), ...known])
  return [...whoseMessages(some, book, threads, known).values()].map((one) =>
    one.whose === 'contact'
      ? `${one.contact.name}${one.byThread ? ', by the thread' : ''}`
      : one.whose === 'unclear'
        ? `${one.contacts.map(({ name }) => name).join(' or ')}?`
        : one.whose,
  )
}

const at = '2026-11-24T10:00'

describe('whose a message is (R65)', () => {
  test.each<[string, SomeMessage, string]>([
    ['mine, from an address of mail.me', { from: 'sue@hall.example', at }, 'mine'],
    ['mine with a tag', { from: 'Sue <Sue+shop@Hall.example>', at }, 'mine'],
    ['mine, since it lies in Sent', { from: 'sue@private.example', isSent: true, at }, 'mine'],
    ['that of the exact address', { from: 'gary@lee.example', at }, 'Gary Lee'],
    ['that of the address in another case', { from: 'Gary@LEE.example', at }, 'Gary Lee'],
    ['that of the address without its tag', { from: 'gary+work@lee.example', at }, 'Gary Lee'],
    ['nobody’s by the domain', { from: 'other@lee.example', at }, 'stranger'],
    [
      'unclear, where two contacts have the address',
      { from: 'office@lee.example', at },
      'Gary Lee or Bob Lee?',
    ],
    [
      'that of the display name, where two contacts have it',
      { from: 'BOB  lee <office@lee.example>', at },
      'Bob Lee',
    ],
    [
      'unclear, where the display name is another one',
      { from: 'Office <office@lee.example>', at },
      'Gary Lee or Bob Lee?',
    ],
    ['a stranger’s', { from: 'new@people.example', at }, 'stranger'],
    ['a stranger’s without an address', { from: '', at }, 'stranger'],
  ])('is %s', (_, message, expected) => {
    expect(whose(messages(message))).toEqual([expected])
  })

  it('is mine from every address that I sent from', () => {
    const some = messages(
      { from: 'sue@second.example', isSent: true, at },
      { from: 'Sue+x@second.example', at },
    )
    expect(whose(some)).toEqual(['mine', 'mine'])
  })

  const letter: SomeMessage = { id: '<1@hall.example>', to: 'gary@lee.example', at: '2026-11-23T10:00' }
  const reply: SomeMessage = { from: 'gary@private.example', re: '<1@hall.example>', at }

  it('belongs to the only contact in the thread if the address of a reply is on no card', () => {
    expect(whose(messages(letter, reply))).toEqual(['mine', 'Gary Lee, by the thread'])
    const known = [{ id: '<1@hall.example>', answers: [], contact: gary }]
    expect(whose(messages(reply), known)).toEqual(['Gary Lee, by the thread'])
  })

  it('belongs to a stranger in a thread of two contacts, of none, and without a thread', () => {
    expect(whose(messages({ ...letter, cc: 'ada@mueller.example' }, reply))).toEqual(['mine', 'stranger'])
    expect(whose(messages({ ...letter, to: 'new@people.example' }, reply))).toEqual(['mine', 'stranger'])
    expect(whose(messages(letter, { ...reply, re: '<other@hall.example>' }))).toEqual(['mine', 'stranger'])
  })

  it('is unclear from an unknown address of my own domain in the thread of a contact', () => {
    expect(whose(messages(letter, { ...reply, from: 'tom@hall.example' }))).toEqual(['mine', 'Gary Lee?'])
  })
})

describe('the copies of a message are merged into one', () => {
  it('with the flags of all of them, sent if one of them is in Sent', () => {
    const common = { id: '<1@hall.example>', at }
    const [one, ...others] = withoutCopies([
      aMessage({ ...common, from: 'sue@hall.example', place: 'All 1' }),
      aMessage({ ...common, place: 'Sent 1', bcc: 'sue+fri@hall.example' }),
      aMessage({ ...common, from: 'sue@hall.example', place: 'INBOX 1', isAnswered: true }),
    ])
    expect(others).toEqual([])
    expect(one).toMatchObject({
      place: 'All 1',
      isSent: true,
      isAnswered: true,
      bcc: [{ address: 'sue+fri@hall.example' }],
    })
  })

  it('which is flagged only if the copy in Sent is', () => {
    const common = { id: '<1@hall.example>', at, isFlagged: true }
    expect(withoutCopies([aMessage({ ...common, from: 'gary@lee.example' })])).toMatchObject([
      { isFlagged: false },
    ])
    expect(withoutCopies([aMessage(common)])).toMatchObject([{ isFlagged: true }])
  })
})

describe('the place of a message', () => {
  const own = new Set(['<own@hall.example>'])
  const book: AddressBook = { mine: new Set(['sue@hall.example']), contactsAt: () => [] }
  const from = 'gary@lee.example'
  test.each<[string, SomeMessage, string]>([
    ['I am in To', { from, at }, 'direct'],
    ['I am in To with a tag', { from, to: 'sue+x@hall.example', at }, 'direct'],
    ['I am in Cc alone', { from, to: 'tom@hall.example', cc: 'sue@hall.example', at }, 'copy'],
    ['I am in neither', { from, to: 'tom@hall.example', at }, 'elsewhere'],
    [
      'I am in neither, and it answers me',
      { from, to: 'tom@hall.example', re: '<own@hall.example>', at },
      'direct',
    ],
    [
      'it names a message of mine further up',
      { from, to: 'tom@hall.example', references: ['<own@hall.example>', '<x@y>'], at },
      'direct',
    ],
    ['a person sends an invitation', { from, kind: 'invitation', at }, 'direct'],
    ['a program answers', { from, kind: 'automatic', re: '<own@hall.example>', at }, 'notice'],
    ['it is a read receipt', { from, kind: 'read receipt', at }, 'notice'],
    ['a calendar accepts or cancels', { from, kind: 'calendar notice', at }, 'notice'],
    ['it is of a list', { from, kind: 'bulk', at }, 'bulk'],
    ['it is of a list, and answers me', { from, kind: 'bulk', re: '<own@hall.example>', at }, 'direct'],
    [
      'it is of a list, and I wrote somewhere above',
      { from, kind: 'bulk', inReplyTo: ['<x@y>'], references: ['<own@hall.example>'], at },
      'bulk',
    ],
    ['it is a bounce', { from, kind: 'bounce', at }, 'bounce'],
  ])('where %s', (_, message, place) => {
    const [one] = messages(message)
    expect(one && placeOf(one, book, own)).toBe(place)
  })
})

describe('a thread', () => {
  const thread = (...links: readonly [string, ...string[]][]) =>
    threadsOf(links.map(([id, ...answers]) => ({ id, answers })))

  it('joins messages that name one another, in any order, even through a missing message', () => {
    for (const links of [
      [['a'], ['b', 'a'], ['c', 'x'], ['d', 'x', 'b']],
      [['d', 'x', 'b'], ['c', 'x'], ['b', 'a'], ['a']],
    ] as [string, ...string[]][][]) {
      const threads = thread(...links)
      const of = (id: string): string => threads.of(id)
      expect(new Set(['a', 'b', 'c', 'd', 'x'].map(of)).size).toBe(1)
      expect(of('e')).toBe('e')
    }
  })

  it('is found even if messages name themselves or each other', () => {
    const threads = thread(['a', 'a'], ['b', 'c'], ['c', 'b'])
    expect([threads.of('a') === threads.of('b'), threads.of('b') === threads.of('c')]).toEqual([false, true])
  })
})
