import { describe, expect, it } from 'vitest'
import { editedContact, type ContactEdit } from '../../src/domain/contact-edit.ts'
import type { Contact } from '../../src/domain/contact.ts'
import { aContact } from '../support/facts.ts'

const nothing: ContactEdit = {
  name: undefined,
  company: undefined,
  nick: undefined,
  kind: undefined,
  channel: undefined,
  phones: { items: [], clear: false },
  emails: { items: [], clear: false },
  addresses: undefined,
  met: undefined,
  fromWord: undefined,
  from: undefined,
  every: undefined,
  timeZone: undefined,
  bestTime: undefined,
  tags: { items: [], clear: false, without: [] },
  note: undefined,
  nameParts: {},
  title: undefined,
  department: undefined,
  birthday: undefined,
  anniversaries: { items: [], clear: false },
  links: { items: [], clear: false },
  extra: { items: [], clear: false },
  doNotContact: undefined,
}

const email = (label: string | null, value: string) => ({ label, value })
const [old, work] = [email(null, 'old@a.example'), email('work', 'work@a.example')]

describe('editedContact', () => {
  it.each<[string, Partial<Contact>, Partial<ContactEdit>, Partial<Contact>]>([
    ['leaves what is not said', { note: 'tall' }, {}, { note: 'tall' }],
    ['clears a field', { note: 'tall' }, { note: null }, { note: null }],
    ['sets a field', { note: 'tall' }, { note: 'short' }, { note: 'short' }],
    ['keeps a name', { name: 'Gary' }, { name: undefined }, { name: 'Gary' }],
    [
      'puts a new value first',
      { emails: [old, work] },
      { emails: { items: [email(null, 'new@a.example')], clear: false } },
      { emails: [email(null, 'new@a.example'), old, work] },
    ],
    [
      'replaces the value of a label',
      { emails: [old, work] },
      { emails: { items: [email('work', 'new@a.example')], clear: false } },
      { emails: [old, email('work', 'new@a.example')] },
    ],
    [
      'gives a known value its new label',
      { emails: [old, work] },
      { emails: { items: [email('home', 'old@a.example')], clear: false } },
      { emails: [email('home', 'old@a.example'), work] },
    ],
    [
      'keeps the label of a known value',
      { emails: [old, work] },
      { emails: { items: [email(null, 'work@a.example')], clear: false } },
      { emails: [old, work] },
    ],
    [
      'replaces a whole list',
      { emails: [old, work], tags: ['vip'] },
      { emails: { items: [], clear: true }, tags: { items: ['fair'], clear: true, without: [] } },
      { emails: [], tags: ['fair'] },
    ],
    [
      'adds a tag once',
      { tags: ['vip'] },
      { tags: { items: ['vip', 'fair'], clear: false, without: [] } },
      { tags: ['vip', 'fair'] },
    ],
    [
      'takes a tag off, whatever its case and accents',
      { tags: ['Café', 'vip', 'fair'] },
      { tags: { items: ['new'], clear: false, without: ['cafe', 'VIP', 'none'] } },
      { tags: ['fair', 'new'] },
    ],
    [
      'keeps a tag that is taken off and added',
      { tags: ['vip', 'fair'] },
      { tags: { items: ['vip'], clear: false, without: ['vip'] } },
      { tags: ['fair', 'vip'] },
    ],
    [
      'adds up marks',
      { doNotContact: ['call'] },
      { doNotContact: ['text'] },
      { doNotContact: ['call', 'text'] },
    ],
    ['keeps the mark for all', { doNotContact: 'all' }, { doNotContact: ['text'] }, { doNotContact: 'all' }],
    ['frees only when told so', { doNotContact: 'all' }, { doNotContact: null }, { doNotContact: null }],
  ])('%s', (_what, before, edit, after) => {
    const contact = aContact(before)
    const { id: _id, uid: _uid, addedAt: _addedAt, ...known } = { ...contact, ...after }
    expect(editedContact(contact, { ...nothing, ...edit })).toEqual(known)
  })
})
