import { expect, test } from 'vitest'
import { reachLink } from '../../src/domain/reach-link.ts'

const phones = [
  { label: null, value: '0412555019', readable: '0412 555 019', e164: '+61412555019' },
  { label: null, value: '02 9999 1234', readable: '02 9999 1234', e164: null },
  { label: null, value: '+999 1', readable: '+999 1', e164: null },
]

test.each([
  ['call', '0412 555 019', 'tel:+61412555019'],
  ['text', '0412 555 019', 'sms:+61412555019'],
  ['call', '02 9999 1234', 'tel:0299991234'],
  ['call', '+999 1', 'tel:+9991'],
  ['email', 'gary@lee.example', 'mailto:gary@lee.example'],
  ['email', 'a?b&c@lee.example', 'mailto:a%3Fb%26c@lee.example'],
  ['email', 'müller@lee.example', null],
  ['video', 'gary@lee.example', 'mailto:gary@lee.example'],
  ['post', '12 Rue de la Paix', null],
  ['visit', '12 Rue de la Paix', null],
  ['email', 'a@b@c', null],
  ['call', '\u001b\\', null],
] as const)('%s %s leads to %s', (channel, value, target) => {
  expect(reachLink({ channel, value }, { phones })).toBe(target)
})

test.each([
  ['030 1234567 ext. 12', '+49301234567', 'tel:+49301234567;ext=12'],
  ['+1 800 901 3355,,123#', '+18009013355', 'tel:+18009013355,,123%23'],
  ['555 0199 x204', null, 'tel:5550199;ext=204'],
])('the number "%s" is dialled to its end', (value, e164, target) => {
  const phone = { label: null, value, readable: value, e164 }
  expect(reachLink({ channel: 'call', value }, { phones: [phone] })).toBe(target)
})
