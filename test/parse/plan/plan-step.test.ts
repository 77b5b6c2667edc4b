import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channels } from '../../../src/domain/channel.ts'
import { FuError } from '../../../src/domain/errors.ts'
import type { Offset, PlanStep } from '../../../src/domain/plan.ts'
import { lengthOf } from '../../../src/parse/phrase/offset.ts'
import { readPlanName, readRungs, readStep, readSteps, stepWords } from '../../../src/parse/plan/plan-step.ts'
import { refusalOf, valueOrRefusal } from '../../support/refusals.ts'

const offsets = 'Write it as now, +10m, +1h, +3d, +2wd, +1w or +1mo.'

/** A step three days after the event, with nothing else said of it. */
function aStep(known: Partial<PlanStep> = {}): PlanStep {
  return {
    after: 'event',
    offset: { unit: 'd', count: 3 },
    transit: false,
    until: null,
    channel: null,
    what: 'did {what} come?',
    kind: 'other',
    hot: false,
    ...known,
  }
}

describe('a step', () => {
  test.each<[text: string, step: Partial<PlanStep>, words?: string]>([
    ['+3d: did {what} come?', {}],
    ['+3d call: did {what} come?', { channel: 'call' }],
    [
      'after +7d: are you happy with {what}?',
      { after: 'previous', offset: { unit: 'd', count: 7 }, what: 'are you happy with {what}?' },
    ],
    [
      '+2d..+3d call hot: did {what} come?',
      { offset: { unit: 'd', count: 2 }, until: { unit: 'd', count: 3 }, channel: 'call', hot: true },
    ],
    [
      'transit+2d..+1w call: did {what} come?',
      {
        offset: { unit: 'd', count: 2 },
        until: { unit: 'w', count: 1 },
        transit: true,
        channel: 'call',
      },
    ],
    [
      'every +1mo: ask what is open',
      { after: 'repeat', offset: { unit: 'mo', count: 1 }, what: 'ask what is open' },
    ],
    ['now: say sorry, {name}', { offset: { unit: 'now' }, what: 'say sorry, {name}' }],
    [
      '+2wd email: as said on {day}',
      { offset: { unit: 'wd', count: 2 }, channel: 'email', what: 'as said on {day}' },
    ],
    ['+0wd hot: call back', { offset: { unit: 'wd', count: 0 }, hot: true, what: 'call back' }],
    ['+10m text: on my way', { offset: { unit: 'm', count: 10 }, channel: 'text', what: 'on my way' }],
    ['+1h visit: a', { offset: { unit: 'h', count: 1 }, channel: 'visit', what: 'a' }],
    ['+1mo post: a card', { offset: { unit: 'mo', count: 1 }, channel: 'post', what: 'a card' }],
    ['+1000y video: {a', { offset: { unit: 'y', count: 1000 }, channel: 'video', what: '{a' }],
    [
      '  AFTER  3d  Hot  CALL :  Bring:\n the  papers ',
      { after: 'previous', channel: 'call', hot: true, what: 'Bring: the papers' },
      'after +3d call hot: Bring: the papers',
    ],
  ])('%j', (text, known, words = text) => {
    expect(readStep(text)).toEqual(aStep(known))
    expect(stepWords(aStep(known))).toBe(words)
  })
})

describe('a step is refused', () => {
  const example = 'Write it as "+3d call: did {what} come?".'
  const manner =
    'Allowed before the colon: call, email, text, post, visit, video or another channel, and hot.'
  const window = 'Write it as +2d..+3d.'
  test.each([
    ['', '"" is not a step: there is no colon before the text.', example],
    ['+3d call', '"+3d call" is not a step: there is no colon before the text.', example],
    [':', '":" has no text after the colon.', example],
    ['+3d call:  ', '"+3d call:  " has no text after the colon.', example],
    [': call back', '": call back" has no offset.', example],
    ['after: call back', '"after: call back" has no offset.', example],
    ['call +3d: a', '"call" is not an offset.', offsets],
    ['+3: a', '"+3" is not an offset.', offsets],
    ['-3d: a', '"-3d" is not an offset.', offsets],
    ['+1.5d: a', '"+1.5d" is not an offset.', offsets],
    ['+3days: a', '"+3days" is not an offset.', offsets],
    ['+3constructor: a', '"+3constructor" is not an offset.', offsets],
    ['transit: a', '"" is not an offset.', offsets],
    ['transitnow: a', '"transitnow" has no offset.', 'Write it as transit+2d.'],
    ['+0d: a', '"+0d" counts nothing.', 'Write "now", or "+0wd" for the rest of the working day.'],
    ['+1001d: a', '"+1001d" is too far away.', 'The most is 1000 of a unit.'],
    ['+2d..: a', '"" is not an offset.', offsets],
    ['+2d..+3d..+4d: a', '"+2d..+3d..+4d" is not a window.', window],
    ['+3d..+2d: a', 'The window "+3d..+2d" ends before it begins.', window],
    ['+7d..+1w: a', 'The window "+7d..+1w" ends before it begins.', window],
    ['+1mo..+30d: a', 'The window "+1mo..+30d" ends before it begins.', window],
    ['now..+0wd: a', 'The window "now..+0wd" ends before it begins.', window],
    ['+1h..+3h: a', 'The window "+1h..+3h" does not end on a day.', 'Count its end in days, as in +2d..+3d.'],
    ['+3d phone: a', '"phone" is not a known channel.', 'Did you mean "call"?'],
    ['+3d after: a', '"after" is not a channel.', manner],
    ['+3d call email: a', '"email" is one too many: a step has one channel, and one "hot".', manner],
    ['+3d hot hot: a', '"hot" is one too many: a step has one channel, and one "hot".', manner],
    ['+3d: hi {foo}', 'There is no placeholder "{foo}".', 'Use {name}, {what}, {day}.'],
    ['+3d: {Name} and {}', 'There is no placeholder "{Name}".', 'Use {name}, {what}, {day}.'],
    ['+3d: {}', 'There is no placeholder "{}".', 'Use {name}, {what}, {day}.'],
    [
      `+3d: ${'x'.repeat(501)}`,
      `"${'x'.repeat(60)}…" is too long for a step.`,
      'The limit is 500 characters.',
    ],
  ])('%j', (text, message, hint) => {
    expect(refusalOf(() => readStep(text))).toEqual({ message, hint })
  })
})

const counts = fc.integer({ min: 1, max: 1000 })
const offset: fc.Arbitrary<Offset> = fc.oneof(
  fc.constant<Offset>({ unit: 'now' }),
  fc.constant<Offset>({ unit: 'wd', count: 0 }),
  fc.record({ unit: fc.constantFrom('m', 'h', 'd', 'wd', 'w', 'mo', 'y'), count: counts }),
)
const until = fc.record({ unit: fc.constantFrom('d', 'wd', 'w', 'mo', 'y'), count: counts })
const what = fc
  .array(fc.oneof(fc.constantFrom('{name}', '{what}', '{day}', 'hot:', '+3d'), fc.string({ minLength: 1 })), {
    minLength: 1,
    maxLength: 20,
  })
  .map((words) => words.join(' ').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/\{(?!name\}|what\}|day\})/.test(text))

const step: fc.Arbitrary<PlanStep> = fc
  .record<PlanStep>({
    after: fc.constantFrom('event', 'previous', 'repeat'),
    offset,
    transit: fc.boolean(),
    until: fc.option(until),
    channel: fc.option(fc.constantFrom(...channels)),
    what,
    kind: fc.constant('other'),
    hot: fc.boolean(),
  })
  .filter((some) => some.until === null || lengthOf(some.until) > lengthOf(some.offset))
  .filter((some) => !some.transit || some.offset.unit !== 'now')

test('a step is read again from its words', () => {
  fc.assert(
    fc.property(step, (some) => {
      expect(readStep(stepWords(some))).toEqual(some)
    }),
  )
})

test('the words of a step leave out its kind', () => {
  expect(readStep(stepWords(aStep({ kind: 'receipt' })))).toEqual(aStep())
})

const pieces = fc.constantFrom(
  'after',
  'transit',
  '+3d',
  '..',
  '+',
  '0',
  'wd',
  'now',
  'hot',
  'call',
  ':',
  ' ',
  '{',
  '}',
)

test.each([
  ['a step', (text: string) => readStep(text)],
  ['rungs', (text: string) => readRungs([text])],
  ['a name', (text: string) => readPlanName(text)],
])('whatever is typed for %s is read or refused in words', (_name, read) => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const found = valueOrRefusal(() => read(text))
      expect(found instanceof FuError ? found.hint : 'Read.').toMatch(/^[A-Z].*[.]$/)
    }),
  )
})

describe('the steps of a plan', () => {
  test('stand in the order they were typed in', () => {
    expect(readSteps(['+3d: did {what} come?', 'after +3d: did {what} come?'])).toEqual([
      aStep(),
      aStep({ after: 'previous' }),
    ])
  })

  test.each([
    [[], 'No step is given.', 'Write it as "+3d call: did {what} come?".'],
    [Array<string>(51).fill('+3d: a'), '51 steps are too many.', 'The most is 50.'],
    [
      ['+3d: a', 'every +1mo: b', 'after +1d: c'],
      'Only the last step can start with "every": "every +1mo: b" is not the last one.',
      'Put it last, or start it with "after".',
    ],
    [['after +3d: a'], 'The first step cannot start with "after".', 'Try "+3d: a".'],
    [
      ['+3d: a', 'b'],
      '"b" is not a step: there is no colon before the text.',
      'Write it as "+3d call: did {what} come?".',
    ],
  ])('cannot be %j', (texts, message, hint) => {
    expect(refusalOf(() => readSteps(texts))).toEqual({ message, hint })
  })

  test('are 50 at most', () => {
    expect(readSteps(Array<string>(50).fill('+3d: a'))).toHaveLength(50)
  })
})

describe('the rungs of the ladder', () => {
  const rungs = (texts: string[]): string[] => readRungs(texts).map(stepWords)

  test.each([
    [
      ['3d', '7d', '7d', '30d'],
      ['+3d: {what}', '+7d: {what}', '+7d: {what}', '+30d: {what}'],
    ],
    [['3D 1w, +1mo'], ['+3d: {what}', '+1w: {what}', '+1mo: {what}']],
    [['0wd'], ['+0wd: {what}']],
    [
      ['2wd', '+30d email: call and write to {name}'],
      ['+2wd: {what}', '+30d email: call and write to {name}'],
    ],
  ])('%j', (texts, words) => {
    expect(rungs(texts)).toEqual(words)
  })

  const units = 'A rung is counted in d, wd, w or mo: 3d 7d 7d 30d.'
  const fromLast = 'A rung is counted from the last try: 3d 7d 7d 30d.'
  test.each([
    [[], 'No rung is given.', 'Write them as 3d 7d 7d 30d.'],
    [[' , '], 'No rung is given.', 'Write them as 3d 7d 7d 30d.'],
    [['3d '.repeat(51)], '51 rungs are too many.', 'The most is 50.'],
    [['3d', '1h'], '"1h" is not a rung of a ladder.', units],
    [['1y'], '"1y" is not a rung of a ladder.', units],
    [['now'], '"now" is not a rung of a ladder.', units],
    [['after'], '"after" is not an offset.', offsets],
    [['three'], '"three" is not an offset.', offsets],
    [['0d'], '"0d" counts nothing.', 'Write "now", or "+0wd" for the rest of the working day.'],
    [['after +3d: a'], '"after +3d: a" is not a rung of a ladder.', fromLast],
    [['transit+3d: a'], '"transit+3d: a" is not a rung of a ladder.', fromLast],
    [['3d..5d: a'], '"3d..5d: a" is not a rung of a ladder.', fromLast],
    [['3d..5d'], '"3d..5d" is not an offset.', offsets],
  ])('cannot be %j', (texts, message, hint) => {
    expect(refusalOf(() => readRungs(texts))).toEqual({ message, hint })
  })
})

describe('the name of a plan', () => {
  test.each(['met', 'no-answer', 'trade-show-2026', '7', 'x'.repeat(40)])('may be %s', (name) => {
    expect(readPlanName(` ${name} `)).toBe(name)
  })

  test.each([
    ['', '"trade-show"'],
    ['Trade Show', '"trade-show"'],
    ['-met', '"met"'],
    ['Größe', '"gr-e"'],
    ['…', '"trade-show"'],
    ['x'.repeat(41), `"${'x'.repeat(40)}"`],
  ])('cannot be "%s"', (name, instead) => {
    expect(refusalOf(() => readPlanName(name))).toEqual({
      message: `A plan cannot be called "${name}".`,
      hint: `A name is 1 to 40 lower-case letters, digits and hyphens, as in ${instead}.`,
    })
  })
})
