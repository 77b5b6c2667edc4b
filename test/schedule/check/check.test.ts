import { describe, expect, test } from 'vitest'
import type { Contact } from '../../../src/domain/contact.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { findingsIn, type CheckFacts } from '../../../src/schedule/check/check.ts'
import { aContact, aPromise } from '../../support/facts.ts'

/** Gary Lee with everything that follow-up needs. */
const complete: Partial<Contact> = {
  channel: 'call',
  emails: [{ label: null, value: 'gary@lee.example' }],
  addresses: [{ label: null, text: '1 High Street' }],
}

/** What is missing, as `kind @contact`, and the promise that needs it. */
function gaps(
  contact: Partial<Contact>,
  open: readonly Partial<OpenPromise>[] = [],
  known: Partial<CheckFacts> = {},
): string[] {
  const facts: CheckFacts = {
    contacts: [aContact({ ...complete, ...contact })],
    open: open.map((promise, index) => aPromise({ id: index + 1, ...promise })),
    meantLast: new Set(),
    cadences: new Map(),
    ...known,
  }
  return findingsIn(facts).gaps.map(({ kind, promise }) =>
    promise === null ? kind : `${kind} for ${promise.id}`,
  )
}

const aDue = [{}]
const about = { contact: { id: 7, name: 'Sue', company: null }, about: { id: 1, name: 'Gary Lee' } }

describe('nothing next (R46)', () => {
  test.each<[string, Partial<Contact>, readonly Partial<OpenPromise>[], string[]]>([
    ['without an open promise', {}, [], ['nothing-next']],
    ['not with one of mine', {}, aDue, []],
    ['not with one of theirs', {}, [{ owner: 'theirs' }], []],
    ['not where a colleague promised something about them', {}, [about], []],
    ['not with a cadence of their own', { every: { count: 90, unit: 'd' } }, [], []],
    ['not with the cadence of their kind', { kind: 'customer' }, [], []],
    ['with a kind that has none', { kind: 'prospect' }, [], ['nothing-next']],
    ['not for a supplier', { kind: 'supplier' }, [], []],
    ['not for the family', { kind: 'family' }, [], []],
    ['not for others', { kind: 'other' }, [], []],
    ['not for who wants no contact', { doNotContact: 'all' }, [], []],
    ['for who wants no calls', { doNotContact: ['call'] }, [], ['nothing-next']],
  ])('%s', (_, contact, open, expected) => {
    expect(gaps(contact, open, { cadences: new Map([['customer', { count: 3, unit: 'mo' }]]) })).toEqual(
      expected,
    )
  })

  test('not where that is meant', () => {
    expect(gaps({}, [], { meantLast: new Set([1]) })).toEqual([])
  })
})

describe('no way to reach them (R1, R2)', () => {
  test.each<[string, Partial<Contact>, readonly Partial<OpenPromise>[], string[]]>([
    ['a number', { phones: [] }, aDue, ['no-number for 1']],
    ['the address of a letter', { addresses: [] }, [{ channel: 'post' }], ['no-address for 1']],
    ['the address of an email', { emails: [] }, [{ channel: 'email' }], ['no-email for 1']],
    ['an email, where they prefer it', { emails: [], channel: 'email' }, aDue, ['no-email for 1']],
    ['no number, where they prefer email', { phones: [], channel: 'email' }, aDue, []],
    [
      'no number, where only a letter is owed to the family',
      { phones: [], kind: 'family' },
      [{ channel: 'post' }],
      [],
    ],
    [
      'a number, where a call is owed to the family',
      { phones: [], kind: 'family' },
      aDue,
      ['no-number for 1'],
    ],
    [
      'one number for two promises',
      { phones: [] },
      [{ channel: 'call' }, { channel: 'text' }],
      ['no-number for 1'],
    ],
    [
      'each thing once, in the order it is listed',
      { phones: [], addresses: [], channel: null },
      [{ channel: 'post' }, {}],
      ['no-number for 2', 'no-address for 1', 'never-asked'],
    ],
    ['no number for who wants no calls', { phones: [], doNotContact: ['call'] }, aDue, []],
    ['a number, with nothing promised', { phones: [] }, [], ['nothing-next', 'no-number']],
    ['nothing of who wants no contact', { phones: [], channel: null, doNotContact: 'all' }, aDue, []],
  ])('%s', (_, contact, open, expected) => {
    expect(gaps(contact, open)).toEqual(expected)
  })
})

test.each<[Partial<Contact>, string[]]>([
  [{ channel: null }, ['never-asked']],
  [{ channel: 'email' }, []],
  [{ channel: null, kind: 'supplier' }, []],
])('never asked how to reach them (R8): %o', (contact, expected) => {
  expect(gaps(contact, aDue)).toEqual(expected)
})

test('the gaps stand by kind, each in the order of the contacts', () => {
  const contacts = [3, 1, 2].map((id) => aContact({ id, name: `Gary ${id}`, phones: [], channel: 'call' }))
  const facts = { contacts, open: [], meantLast: new Set([1]), cadences: new Map() }
  expect(findingsIn(facts).gaps.map(({ kind, contact }) => `${kind} ${contact.id}`)).toEqual([
    'nothing-next 3',
    'nothing-next 2',
    'no-number 3',
    'no-number 1',
    'no-number 2',
  ])
})
