import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { FuError } from '../../../src/domain/errors.ts'
import {
  keptPhone,
  knownPhone,
  labelledPhones,
  readEmail,
  readPhone,
  readPhones,
} from '../../../src/parse/contact/phone.ts'

test.each([
  // typed, country, label, kept, readable, E.164
  ['0412555019', 'AU', null, '0412555019', '0412 555 019', '+61412555019'],
  ['mobile:0412 555 019', 'AU', 'mobile', '0412 555 019', '0412 555 019', '+61412555019'],
  [' Work : 02 9876 5432', 'AU', 'work', '02 9876 5432', '(02) 9876 5432', '+61298765432'],
  ["Ann's Desk: 02 9876 5432", 'AU', "Ann's Desk", '02 9876 5432', '(02) 9876 5432', '+61298765432'],
  ['+34 911 23 45 67', 'AU', null, '+34 911 23 45 67', '+34 911 23 45 67', '+34911234567'],
  ['0034911234567', 'AU', null, '0034911234567', '+34 911 23 45 67', '+34911234567'],
  ['+49 (0)30 123456', null, null, '+49 (0)30 123456', '+49 30 123456', '+4930123456'],
  ['030 123456', 'DE', null, '030 123456', '030 123456', '+4930123456'],
  // Where the country is not known, or the number is none of it, it stays as it is typed, in groups.
  ['(+49) 30 123456', null, null, '(+49) 30 123456', '+49 30 123456', '+4930123456'],
  ['0412555019', null, null, '0412555019', '0412 555 019', null],
  ['5550199', null, null, '5550199', '5550 199', null],
  ['555019', null, null, '555019', '555019', null],
  ['123456789', null, null, '123456789', '123 456 789', null],
  ['04-12 55 50 19', null, null, '04-12 55 50 19', '04-12 55 50 19', null],
  ['000', 'AU', null, '000', '000', null],
  ['12345', 'AU', null, '12345', '12345', null],
  ['555 0199 ext. 204', null, null, '555 0199 ext. 204', '555 0199 ext. 204', null],
])('phone "%s" in %s is kept as typed and in E.164 (R3)', (text, country, label, value, readable, e164) => {
  expect(readPhone(text, country)).toEqual({ label, value, readable, e164 })
})

test.each([
  // Another country's number is shown in full, however it is dialled.
  ['011 33 1 42 68 53 00', 'US', '+33 1 42 68 53 00', '+33142685300'],
  ['0011 33 1 42 68 53 00', 'AU', '+33 1 42 68 53 00', '+33142685300'],
  ['010 33 1 42 68 53 00', 'JP', '+33 1 42 68 53 00', '+33142685300'],
  ['00700 33 1 42 68 53 00', 'KR', '+33 1 42 68 53 00', '+33142685300'],
  ['8~10 33 1 42 68 53 00', 'RU', '+33 1 42 68 53 00', '+33142685300'],
  ['0015 33 1 42 68 53 00', 'BR', '+33 1 42 68 53 00', '+33142685300'],
  ['0033 1 42 68 53 00', 'US', '+33 1 42 68 53 00', '+33142685300'],
  ['(0033) 1 42 68 53 00', 'GB', '+33 1 42 68 53 00', '+33142685300'],
  ['00 49 30 1234567', 'GB', '+49 30 1234567', '+49301234567'],
  ['(+49) 30 1234567', 'GB', '+49 30 1234567', '+49301234567'],
  ['+49 [0] 30 1234567', 'GB', '+49 30 1234567', '+49301234567'],
  ['416 555 0123', 'US', '+1 416-555-0123', '+14165550123'],
  ['8 701 234 56 78', 'RU', '+7 701 234 5678', '+77012345678'],
  // Who dials one another without a code is at home.
  ['01534 123456', 'GB', '01534 123456', '+441534123456'],
  ['07911 123456', 'GB', '07911 123456', '+447911123456'],
  // Marks that nobody sees, and the apostrophe of a spreadsheet.
  ['\u200e0412 555 019\u202c', 'AU', '0412 555 019', '+61412555019'],
  ['\u202a+61\u00a0412\u2011555\u2011019', 'AU', '0412 555 019', '+61412555019'],
  ["'+49 (0) 30 1234567", 'GB', '+49 30 1234567', '+49301234567'],
  ["'0412555019", 'AU', '0412 555 019', '+61412555019'],
  ['412555019.0', 'AU', '0412 555 019', '+61412555019'],
  // The code of the own country without a plus sign, as programs write it.
  ['491701234567', 'DE', '0170 1234567', '+491701234567'],
  ['4930 1234567', 'DE', '030 1234567', '+49301234567'],
  ['61412555019', 'AU', '0412 555 019', '+61412555019'],
  ['0491 7123456', 'DE', '0491 7123456', '+494917123456'],
  // Digits of other scripts.
  [
    '\uff10\uff14\uff11\uff12\u3000\uff15\uff15\uff15\u3000\uff10\uff11\uff19',
    'AU',
    '0412 555 019',
    '+61412555019',
  ],
  ['\u0660\u0665\u0660 \u0661\u0662\u0663 \u0664\u0665\u0666\u0667', 'SA', '050 123 4567', '+966501234567'],
  // Extensions, and what is dialled after.
  ['030 1234567, ext. 12', 'DE', '030 1234567 ext. 12', '+49301234567'],
  ['030 1234567;ext=12', 'DE', '030 1234567 ext. 12', '+49301234567'],
  ['tel:+49-30-1234567;ext=12', 'DE', '030 1234567 ext. 12', '+49301234567'],
  ['tel:+1-800-901-3355;ext=12;postd=pp1234567', 'GB', '+1 800-901-3355 ext. 12pp1234567', '+18009013355'],
  ['tel:1234567;phone-context=+49-30', 'GB', '+49 30 1234567', '+49301234567'],
  ['020 7946 0000x12', 'GB', '020 7946 0000 ext. 12', '+442079460000'],
  ['030 1234567 Durchwahl 12', 'DE', '030 1234567 ext. 12', '+49301234567'],
  ['01 42 68 53 00 poste 12', 'FR', '01 42 68 53 00 ext. 12', '+33142685300'],
  ['+1 800 901 3355,,123#', 'US', '(800) 901-3355,,123#', '+18009013355'],
  ['+1 800 901 3355,,1234567#', 'GB', '+1 800-901-3355,,1234567#', '+18009013355'],
  ['+1 800 901 3355;123', 'GB', '+1 800-901-3355;123', '+18009013355'],
  ['+1 800 901 3355p12w34#', 'GB', '+1 800-901-3355p12w34#', '+18009013355'],
  ['+1 800 901 3355 ext. 5,,12', 'GB', '+1 800-901-3355 ext. 5,,12', '+18009013355'],
  // Numbers as they were before their country changed its plan, or as they are dialled within it.
  ['+52 1 55 1234 5678', 'GB', '+52 55 1234 5678', '+525512345678'],
  ['044 55 1234 5678', 'MX', '55 1234 5678', '+525512345678'],
  ['(11) 8765-4321', 'BR', '(11) 98765-4321', '+5511987654321'],
  ['011 15 2345 6789', 'AR', '011 15-2345-6789', '+5491123456789'],
  ['+229 97 12 34 56', 'GB', '+229 01 97 12 34 56', '+2290197123456'],
])('phone "%s" in %s is shown as %s', (text, country, readable, e164) => {
  expect(readPhones(text, country)).toMatchObject([{ label: null, readable, e164 }])
})

test.each([
  ['030 1234567 (Sekretariat)', 'sekretariat', '030 1234567'],
  ['030 1234567 - Zentrale', 'zentrale', '030 1234567'],
  ['work: 030 1234567 (Sekretariat)', 'work sekretariat', '030 1234567'],
  ['030 1234567 Mo-Fr 9-17 Uhr', 'mo-fr 9-17 uhr', '030 1234567'],
  ['0170 1234567 Sue', 'sue', '0170 1234567'],
  ['B\u00fcro 030 1234567', 'b\u00fcro', '030 1234567'],
  ['Tel. 030 1234567', null, '030 1234567'],
  ['Tel.: 030 1234567', null, '030 1234567'],
  ['call 030 1234567', null, '030 1234567'],
  ['030 1234567 (2. OG, Empfang)', 'og empfang 2', '030 1234567'],
  ['030 1234567 (call first)', 'call first', '030 1234567'],
  ['"030 1234567",', null, '030 1234567'],
  ['030 1234567 -', null, '030 1234567'],
])('phone "%s" has the label %s', (text, label, value) => {
  expect(readPhones(text, 'DE')).toMatchObject([{ label, value, e164: expect.any(String) as string }])
})

test.each([
  ['030 123456 / 0170 1234567', ['030 123456', '0170 1234567']],
  ['030123456/01701234567', ['030123456', '01701234567']],
  ['030 123456; 0170 1234567', ['030 123456', '0170 1234567']],
  ['030 123456, 0170 1234567', ['030 123456', '0170 1234567']],
  ['030 123456 oder 0170 1234567', ['030 123456', '0170 1234567']],
  ['030 123456\n0170 1234567', ['030 123456', '0170 1234567']],
  ['030 1234560/61', ['030 1234560', '030 1234561']],
  // One number each.
  ['030/123456', ['030/123456']],
  ['0171 / 1234567', ['0171 / 1234567']],
  ['+49 6221 / 123456', ['+49 6221 / 123456']],
])('"%s" is the numbers %j', (text, values) => {
  expect(readPhones(text, 'DE').map(({ value }) => value)).toEqual(values)
})

test('each of several numbers has its own label', () => {
  expect(readPhones('B\u00fcro 030 123456, mobil 0170 1234567', 'DE')).toMatchObject([
    { label: 'b\u00fcro', e164: '+4930123456' },
    { label: 'mobil', e164: '+491701234567' },
  ])
})

test.each([
  [null, '030 1234567 (Sekretariat)', 'sekretariat'],
  ['Work', '030 1234567 (Sekretariat)', 'Work sekretariat'],
  ['Sekretariat', '030 1234567 (Sekretariat)', 'Sekretariat'],
  ['Work', '030 1234567', 'Work'],
  ['Work', 'ask Bob', 'Work'],
])('a column "%s" with "%s" has the label "%s"', (label, text, expected) => {
  expect(labelledPhones(label, text, 'DE')).toMatchObject([{ label: expected }])
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
  'a:b:0412555019',
  '12 Main St',
  '4.91701234E+11',
  '1234 Main Street',
  '0412 555 019 a@example.org',
])('"%s" is not a phone number', (text) => {
  expect(() => readPhone(text, 'AU')).toThrow(
    expect.objectContaining({ kind: 'usage', message: `"${text}" is not a phone number.` }),
  )
})

test.each([
  ['ada@example.org', null, 'ada@example.org'],
  [' work: Ada@Example.org ', 'work', 'Ada@Example.org'],
  ['Büro: ada@example.org', 'Büro', 'ada@example.org'],
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

test.each([
  // kept, country, whether known countries stay, label, shown, E.164
  [{ value: '0412 555 019', e164: null }, 'AU', true, null, '0412 555 019', '+61412555019'],
  [{ value: '0412 555 019', e164: '+61412555019' }, 'DE', true, null, '+61 412 555 019', '+61412555019'],
  [{ value: '0412 555 019', e164: '+61412555019' }, null, true, null, '+61 412 555 019', '+61412555019'],
  [{ value: '55 1234 5678', e164: '+15512345678' }, 'MX', true, null, '+1 551-234-5678', '+15512345678'],
  [{ value: '55 1234 5678', e164: '+15512345678' }, 'MX', false, null, '55 1234 5678', '+525512345678'],
  [{ value: '+1 551 234 5678', e164: '+15512345678' }, 'MX', false, null, '+1 551-234-5678', '+15512345678'],
  // What fits no country stays as it is.
  [{ value: '020 7946 0000', e164: '+442079460000' }, 'AU', false, null, '+44 20 7946 0000', '+442079460000'],
  [{ value: '99 99', e164: null }, 'AU', false, null, '99 99', null],
  // As an older version kept them.
  [{ value: '0412 555 019 (desk)', e164: null }, 'AU', true, 'desk', '0412 555 019', '+61412555019'],
  [
    { value: '0412 555 019 / 0412 555 020', e164: null },
    'AU',
    true,
    null,
    '0412 555 019 / 0412 555 020',
    null,
  ],
  [
    { value: '011 33 1 42 68 53 00', e164: '+33142685300' },
    'US',
    true,
    null,
    '+33 1 42 68 53 00',
    '+33142685300',
  ],
] as const)(
  '%j read again for %s (known countries stay: %s)',
  (kept, country, keepsCountry, label, readable, e164) => {
    const phone = { ...kept, label: null, readable: '' }
    expect(knownPhone(phone, { country, keepsCountry })).toMatchObject({ label, readable, e164 })
  },
)
