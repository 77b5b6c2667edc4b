import { expect, test } from 'vitest'
import { openable } from '../../src/domain/openable.ts'
import { serviceLink, webLink } from '../../src/domain/web-link.ts'

const phones = [{ label: null, value: '0412555019', readable: '0412 555 019', e164: '+61412555019' }]

test.each([
  [null, 'https://lee.example/a?b=c#d', 'https://lee.example/a?b=c#d'],
  [null, 'HTTP://lee.example', 'HTTP://lee.example'],
  [null, 'www.lee.example', 'https://www.lee.example'],
  [null, 'https://müller.example/a b"c', 'https://m%C3%BCller.example/a%20b%22c'],
  ['LinkedIn', 'gary-lee', 'https://www.linkedin.com/in/gary-lee'],
  ['LinkedIn', 'https://www.linkedin.com/in/gary', 'https://www.linkedin.com/in/gary'],
  ['work Telegram', '@gary', 'https://t.me/gary'],
  ['WhatsApp', '+61 412 555 019', 'https://wa.me/61412555019'],
  ['WhatsApp', '0412 555 019', 'https://wa.me/61412555019'],
  ['whatsapp', '0049 170 1234567', 'https://wa.me/491701234567'],
  ['whatsapp', '0170 1234567', null],
  ['signal', '+61412555019', 'https://signal.me/#p/+61412555019'],
  ['Telegram', '../evil', null],
  ['skype', 'gary.lee', 'https://gary.lee'],
  ['constructor', 'gary', null],
  [null, 'gary', null],
  [null, 'javascript:alert(1)', null],
  [null, 'https://a\ud800', null],
] as const)('the link %s: %s leads to %s (R64)', (label, value, address) => {
  expect(webLink({ label, value }, phones)).toBe(address)
})

test('a number leads to services that know people by theirs', () => {
  expect(serviceLink('whatsapp', phones)).toBe('https://wa.me/61412555019')
  expect(serviceLink('telegram', phones)).toBe('https://t.me/+61412555019')
  expect(serviceLink('linkedin', phones)).toBeNull()
  expect(serviceLink('whatsapp', [])).toBeNull()
})

test.each([
  'tel:+61412555019',
  'tel:5550199;ext=204',
  'tel:+18009013355,,123%23',
  'sms:+61412555019',
  'mailto:a%3Fb%26c@lee.example',
  'https://m%C3%BCller.example:8080/a(b)?c=d&e#f',
  'http://[::1]/',
])('%s may be opened (R64)', (address) => {
  expect(openable(address)).toBe(address)
})

test.each([
  '',
  '--help',
  'tel:',
  'tel:x',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'mailto:a@b.example?attach=/etc/passwd',
  'mailto:-a',
  String.raw`\\host\share`,
  '//host/share',
  'https://',
  'https:evil',
  'https://a"b',
  'https://a b',
  'https://a/ü',
  'https://a/\n--help',
  ' https://a/',
  'xhttps://a/',
])('"%s" may not', (address) => {
  expect(openable(address)).toBeNull()
})

test.each([
  ['in/gary', 'https://www.linkedin.com/in/gary'],
  ['gary', 'https://www.linkedin.com/in/gary'],
])('a profile %s is found at LinkedIn (R68)', (value, address) => {
  expect(webLink({ label: 'LinkedIn', value }, [])).toBe(address)
})
