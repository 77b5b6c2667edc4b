import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import { keptPhone, readEmail, readPhone } from '../../../src/parse/contact/phone.ts'

test.each([
  // typed, country, label, kept, readable, E.164
  ['0412555019', 'AU', null, '0412555019', '0412 555 019', '+61412555019'],
  ['mobile:0412 555 019', 'AU', 'mobile', '0412 555 019', '0412 555 019', '+61412555019'],
  [' Work : 02 9876 5432', 'AU', 'work', '02 9876 5432', '(02) 9876 5432', '+61298765432'],
  ['+34 911 23 45 67', 'AU', null, '+34 911 23 45 67', '+34 911 23 45 67', '+34911234567'],
  ['0034911234567', 'AU', null, '0034911234567', '+34 911 23 45 67', '+34911234567'],
  ['+49 (0)30 123456', null, null, '+49 (0)30 123456', '+49 30 123456', '+4930123456'],
  ['030 123456', 'DE', null, '030 123456', '030 123456', '+4930123456'],
  // Where the country is not known, or the number is none of it, it stays as it is typed, in groups.
  ['0412555019', null, null, '0412555019', '0412 555 019', null],
  ['5550199', null, null, '5550199', '5550 199', null],
  ['555019', null, null, '555019', '555019', null],
  ['123456789', null, null, '123456789', '123 456 789', null],
  ['04-12 55 50 19', null, null, '04-12 55 50 19', '04-12 55 50 19', null],
  ['000', 'AU', null, '000', '000', null],
  ['12345', 'AU', null, '12345', '12345', null],
  ['555 0199 ext. 204', null, null, '555 0199 ext. 204', '555 0199 ext. 204', null],
])('phone "%s" in %s', (text, country, label, value, readable, e164) => {
  expect(readPhone(text, country)).toEqual({ label, value, readable, e164 })
})

test.each([
  ['+61 412 555 032 ext 5', null],
  ['+61 412 555 032 ext 5', 'AU'],
  ['02 9876 5432 x204', 'AU'],
  ['0034 911 23 45 67 #9', 'AU'],
  ['0412 555 019', 'AU'],
  ['555 0199 ext. 204', null],
])('phone "%s" in %s reads as before when it is brought back, its extension too', (text, country) => {
  const read = readPhone(text, country)
  expect(keptPhone(read.label, read.value, read.e164, country)).toEqual(read)
})

test.each([
  // Typed as at home, and brought into a diary that is at home elsewhere, or that does not know where.
  ['02 9876 5432 x204', '+61298765432', 'DE', '+61 2 9876 5432 ext. 204'],
  ['02 9876 5432 x204', '+61298765432', null, '+61 2 9876 5432 ext. 204'],
  // What was found for it holds, whatever was typed.
  ['0412 555 019', '+61298765432', 'AU', '(02) 9876 5432'],
  ['0412 555 019', '+999', 'AU', '0412 555 019'],
])('phone "%s" kept as %s reads in %s as "%s"', (value, e164, country, readable) => {
  expect(keptPhone(null, value, e164, country)).toEqual({ label: null, value, readable, e164 })
})

test.each([
  '',
  ' ',
  'none',
  'mobile:',
  '12',
  'work:+4',
  'ext 204',
  'call 0412555019',
  '0412 555 019 Sue',
  'a:b:0412555019',
])('"%s" is not a phone number', (text) => {
  expect(() => readPhone(text, 'AU')).toThrow(
    expect.objectContaining({ kind: 'usage', message: `"${text}" is not a phone number.` }),
  )
})

test.each([
  ['ada@example.org', null, 'ada@example.org'],
  [' work: Ada@Example.org ', 'work', 'Ada@Example.org'],
  ['home office:ada+fu@sub.example.org', 'home office', 'ada+fu@sub.example.org'],
  ['jürgen@müller.example', null, 'jürgen@müller.example'],
  ["o'brien@example.org", null, "o'brien@example.org"],
])('email "%s"', (text, label, value) => {
  expect(readEmail(text)).toEqual({ label, value })
})

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'a b@example.org',
  'ada@@example.org',
  'ada@example.',
])('"%s" is no email address', (text) => {
  expect(() => readEmail(text)).toThrow(
    expect.objectContaining({ kind: 'usage', message: `"${text}" is not an email address.` }),
  )
})

test('any text is a number or an address, or is refused in words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('AU', 'DE', 'ZZ', null), (text, country) => {
      expect(faultOf(() => readPhone(text, country))).toBeNull()
      expect(faultOf(() => readEmail(text))).toBeNull()
    }),
  )
})

/** What it throws that is no sentence for people. */
function faultOf(read: () => unknown): unknown {
  try {
    read()
    return null
  } catch (error) {
    return error instanceof FuError ? null : error
  }
}
