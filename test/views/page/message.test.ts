import { expect, test } from 'vitest'
import { dateWords } from '../../../src/domain/date-words.ts'
import type { Due } from '../../../src/domain/day.ts'
import type { Line } from '../../../src/domain/page.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { messageFor, spelled, type Caller } from '../../../src/views/page/message.ts'
import { reachableHours } from '../../../src/schedule/page/reachable.ts'
import { contact, line, promise } from '../../support/agendas.ts'
import { aMoment, mondayToFriday } from '../../support/facts.ts'

const gary = contact(1, 'Gary Lee')
const sue = { name: 'Sue Hall', number: '0412 555 019' }
const call = { channel: 'call', value: '0412 555 019' } as const

function message(
  of: Line,
  caller: Omit<Caller, 'hours'> = sue,
  now = '2026-12-01 12:00',
  topic: string | null = null,
): string {
  const settings = { week: mondayToFriday, momentAt: ({ day, time }: Due) => aMoment(`${day} ${time}`) }
  const hours = reachableHours(settings, aMoment(now), of.contact.timeZone)
  return messageFor(of, { ...caller, hours }, topic, dateWords(null))
}

function about(known: Partial<OpenPromise>): Line {
  return line(promise(1, gary, known), gary, { reachBy: call })
}

test('a message says who calls, for whom, what about, and how to reach me (R36)', () => {
  expect(message(about({ what: 'send the papers' }))).toBe(
    'This is Sue Hall, with a message for Gary Lee. I am calling about the papers. ' +
      'You can reach me on 0-4-1-2, 5-5-5, 0-1-9, until 17:00 today.',
  )
})

test('a message that is written gives the number as it is written, and is for nobody else', () => {
  const written = line(promise(1, gary, { what: 'send the papers' }), gary, {
    reachBy: { channel: 'email', value: 'gary@lee.example' },
  })
  expect(message(written)).toBe(
    'This is Sue Hall. I am writing about the papers. You can reach me on 0412 555 019, until 17:00 today.',
  )
})

test.each<[string, Partial<Caller>, string]>([
  ['name', { name: null }, 'A message for Gary Lee. I am calling about the papers. You can reach me on '],
  [
    'number',
    { number: null },
    'This is Sue Hall, with a message for Gary Lee. I am calling about the papers.',
  ],
  ['name and number', { name: null, number: null }, 'A message for Gary Lee. I am calling about the papers.'],
])('without a %s it says the rest', (_missing, known, said) => {
  expect(message(about({ what: 'send the papers' }), { ...sue, ...known })).toMatch(
    new RegExp(`^${said.replaceAll('.', '\\.')}(?:0-4-1-2, 5-5-5, 0-1-9, until 17:00 today\\.)?$`),
  )
})

test.each<[Partial<OpenPromise>, string]>([
  [{ what: 'send the papers' }, 'I am calling about the papers.'],
  [{ what: 'call back about the refinance' }, 'I am calling about the refinance.'],
  [{ what: 'bring your album' }, 'I am calling about your album.'],
  [{ what: 'lunch' }, 'I am calling about this: lunch.'],
  [{ what: 'ready?' }, 'I am calling about this: ready?'],
  [{ what: 'the delivery date', owner: 'theirs' }, 'I am calling about the delivery date.'],
  [{ what: 'call back: wants a quote', kind: 'call-back' }, 'You called, and I am calling back.'],
  [{ what: 'answer: the price', kind: 'answer' }, 'I am calling about what you asked.'],
  [{ what: 'put right: broken', kind: 'complaint' }, 'I am calling to put something right for you.'],
  [{ what: 'did it come?', kind: 'receipt' }, 'I am calling to ask whether what I sent has come.'],
  [{ what: 'thank Gary', kind: 'thanks' }, 'I am calling to thank you.'],
  [{ what: 'happy?', kind: 'happiness' }, 'I am calling to ask whether you are happy with everything.'],
  [{ what: 'write', kind: 'met' }, 'It was good to meet you.'],
])('what it is about, of %j: %s', (known, said) => {
  expect(message(about(known), { ...sue, name: null, number: null })).toBe(`A message for Gary Lee. ${said}`)
})

test('keeping in touch needs no matter', () => {
  expect(message(line(null, gary, { reachBy: call }), { ...sue, number: null })).toBe(
    'This is Sue Hall, with a message for Gary Lee. I am calling to hear how you are.',
  )
})

test.each([
  ['2026-12-01 08:30', 'from 09:00 to 17:00 today.'],
  ['2026-12-01 09:00', 'until 17:00 today.'],
  ['2026-12-01 16:59', 'until 17:00 today.'],
  ['2026-12-01 17:00', 'on Wed 2 Dec from 09:00 to 17:00.'],
  ['2026-12-04 18:00', 'on Mon 7 Dec from 09:00 to 17:00.'],
  ['2026-12-05 10:00', 'on Mon 7 Dec from 09:00 to 17:00.'],
])('at %s I can be reached %s', (now, hours) => {
  expect(message(about({}), sue, now)).toMatch(new RegExp(`0-1-9, ${hours.replaceAll('.', '\\.')}$`))
})

test.each([
  ['0412 555 019', '0-4-1-2, 5-5-5, 0-1-9'],
  ['+61 412 555 019', 'plus 6-1, 4-1-2, 5-5-5, 0-1-9'],
  ['(02) 9999-1234', '0-2, 9-9-9-9, 1-2-3-4'],
  ['0412555019', '0-4-1-2, 5-5-5, 0-1-9'],
  ['12345678', '1-2, 3-4-5, 6-7-8'],
  ['+4915112345', 'plus 4-9-1-5, 1-1-2, 3-4-5'],
  ['000', '0-0-0'],
])('%s is spelled %s', (number, said) => {
  expect(spelled(number)).toBe(said)
})

test.each<[Partial<OpenPromise>, string | null, string]>([
  [
    { kind: 'call-back' },
    'about the refinance',
    'You called, and I am calling back. It is about the refinance. You',
  ],
  [{ kind: 'call-back' }, 'wants a quote', 'I am calling back. It is about this: wants a quote. You'],
  [{ kind: 'answer' }, 'the price', 'I am calling about what you asked. It is about this: the price. You'],
  [{ kind: 'complaint' }, 'it broke', 'to put something right for you. It is about this: it broke. You'],
  [{ kind: 'receipt' }, 'the brochure', 'whether what I sent has come. It is about this: the brochure. You'],
  [{ kind: 'happiness' }, 'pallets', 'happy with everything. It is about this: pallets. You'],
  [{ kind: 'call-back' }, null, 'You called, and I am calling back. You can'],
  [{ what: 'send the papers' }, 'papers', 'I am calling about the papers. You can'],
])('of %j about %s it says what about (R36)', (known, what, said) => {
  expect(message(about(known), sue, '2026-12-01 12:00', what)).toContain(said)
})

test.each<[string, string, string]>([
  ['America/New_York', '2026-12-01 12:00', 'until 12:00 today, your time.'],
  ['America/New_York', '2026-12-01 08:00', 'from 04:00 to 12:00 today, your time.'],
  ['America/New_York', '2026-12-01 18:00', 'on Wed 2 Dec from 04:00 to 12:00, your time.'],
  ['Australia/Sydney', '2026-12-01 10:00', 'until 04:00 on Wed 2 Dec, your time.'],
  ['Australia/Sydney', '2026-12-01 08:00', 'from 20:00 today to 04:00 on Wed 2 Dec, your time.'],
  ['Europe/London', '2026-12-01 12:00', 'until 17:00 today.'],
  ['No/Where', '2026-12-01 12:00', 'until 17:00 today.'],
])('to somebody in %s at %s: %s (R36)', (timeZone, now, said) => {
  const there = { ...gary, timeZone }
  expect(message(line(promise(1, there, {}), there, { reachBy: call }), sue, now)).toMatch(
    new RegExp(`${said.replaceAll('.', '\\.')}$`),
  )
})
