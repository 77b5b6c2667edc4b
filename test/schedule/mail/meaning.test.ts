import { describe, expect, it, test } from 'vitest'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import type { Mine, Theirs } from '../../../src/schedule/mail/correspondence.ts'
import { meaningOf, type MailMeaning, type Situation } from '../../../src/schedule/mail/meaning.ts'
import { aDue, aMoment, aPromise } from '../../support/facts.ts'

/** A message in the thread "t" unless something else is said: `26` is Thu 26 Nov, noon. */
const times = (day: number | string) => aMoment(`2026-11-${day}`)

function theirs(id: string, day: number | string, known: Partial<Theirs> = {}): Theirs {
  return {
    from: 'them',
    id,
    answers: [],
    thread: 't',
    at: times(day),
    subject: 'Quote',
    known: 'new',
    place: 'direct',
    isAnswered: false,
    ...known,
  }
}

function mine(id: string, day: number | string, known: Partial<Mine> = {}): Mine {
  return {
    from: 'me',
    id,
    answers: ['x'],
    thread: 't',
    at: times(day),
    subject: 'Re: Quote',
    known: 'new',
    wish: null,
    isBounced: false,
    ...known,
  }
}

const owed = aPromise({ id: 12, kind: 'answer', openedBy: 'mail', madeAt: aMoment('2026-11-20') })
const awaited = aPromise({
  id: 13,
  owner: 'theirs',
  kind: 'other',
  openedBy: 'mail',
  madeAt: aMoment('2026-11-20'),
})
const typed = aPromise({ id: 14, kind: 'answer', openedBy: null, madeAt: aMoment('2026-11-20') })

/** What messages mean, in short. */
function meaning(messages: readonly (Theirs | Mine)[], known: Partial<Situation> = {}) {
  const situation = { open: [], spoken: null, mayContact: true, repliesOwe: true, ...known }
  const inOrder = messages.toSorted((a, b) => a.at.instant - b.at.instant)
  return short(
    meaningOf(
      {
        theirs: inOrder.filter((one): one is Theirs => one.from === 'them'),
        mine: inOrder.filter((one): one is Mine => one.from === 'me'),
      },
      situation,
    ),
  )
}

function short(found: MailMeaning) {
  const name = (about: { id: number } | { asked: readonly Theirs[] } | { wished: Mine }): string =>
    'id' in about
      ? String(about.id)
      : 'asked' in about
        ? `answer ${about.asked.map(({ id }) => id).join('+')}`
        : `reply to ${about.wished.id}`
  const all = {
    opens: found.made.map(name),
    again: found.again.map(({ promise, count, last }) => `${promise.id}: ×${count}, last ${last.id}`),
    closes: found.closed.map(({ promise, by }) => `${promise.id} by ${by === 'flag' ? 'flag' : by.id}`),
    waits: found.wished.map(({ wished, due }) => `${wished.id} until ${due.day}`),
    said: found.said.map(({ about, by }) => `${by.id} about ${name(about)}`),
    stillOpen: found.stillOpen.map(({ id }) => id),
    about: [...found.about].map(([{ id }, about]) => `${id}: ${name(about)}`),
    spoke: [...found.spokeAfter.keys()].map(({ id }) => id),
    answering: [...found.answering].map(({ id }) => id),
    unwanted: found.unwanted === 0 ? [] : [found.unwanted],
  }
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0))
}

describe('they write (R20, R65)', () => {
  it('and one answer is owed for all of a thread', () => {
    expect(meaning([theirs('a', 23), theirs('b', 24)])).toEqual({
      opens: ['answer a+b'],
      about: ['a: answer a+b', 'b: answer a+b'],
    })
  })

  it('and one is owed for each thread', () => {
    expect(meaning([theirs('a', 23), theirs('b', 24, { thread: 'u' })])).toMatchObject({
      opens: ['answer a', 'answer b'],
    })
  })

  it('again, and the answer that is owed is asked for again', () => {
    const known = theirs('a', 23, { known: { promise: 12 } })
    expect(meaning([known, theirs('b', 24)], { open: [owed] })).toEqual({
      again: ['12: ×2, last b'],
      about: ['b: 12'],
    })
  })

  it('again, for an answer that was edited too', () => {
    const known = theirs('a', 23, { known: { promise: 14 } })
    expect(meaning([known, theirs('b', 24)], { open: [typed] })).toEqual({
      again: ['14: ×2, last b'],
      about: ['b: 14'],
    })
  })

  it.each(['copy', 'notice'] as const)('what is a %s owes nothing', (place) => {
    expect(meaning([theirs('a', 23, { place })])).toEqual({})
  })

  it('and nothing is owed if we spoke since', () => {
    expect(meaning([theirs('a', 23), theirs('b', 25)], { spoken: aMoment('2026-11-24') })).toEqual({
      opens: ['answer b'],
      about: ['b: answer b'],
      spoke: ['a'],
    })
  })

  it('and nothing is opened for somebody who does not want to be contacted', () => {
    expect(meaning([theirs('a', 23)], { mayContact: false })).toEqual({ unwanted: [1] })
  })

  it.each<[string, Theirs['known']]>([
    ['known', { promise: null }],
    ['taken back', 'left out'],
  ])('what is %s opens nothing', (_, known) => {
    expect(meaning([theirs('a', 23, { known })])).toEqual({})
  })
})

describe('I answer', () => {
  it('in the thread: nothing is owed', () => {
    expect(meaning([theirs('a', 23), mine('r', 24)])).toEqual({ answering: ['r'] })
  })

  it('and they write again', () => {
    expect(meaning([theirs('a', 23), mine('r', 24), theirs('b', 25)])).toEqual({
      opens: ['answer b'],
      about: ['b: answer b'],
      answering: ['r'],
    })
  })

  const known = theirs('a', 23, { known: { promise: 12 } })

  it('in the thread: what mail opened is closed', () => {
    expect(meaning([known, mine('r', 24)], { open: [owed] })).toEqual({
      closes: ['12 by r'],
      about: ['r: 12'],
      answering: ['r'],
    })
  })

  it('between two messages: one promise is closed, and another is opened', () => {
    expect(meaning([known, mine('r', 24), theirs('b', 25)], { open: [owed] })).toEqual({
      opens: ['answer b'],
      closes: ['12 by r'],
      about: ['b: answer b', 'r: 12'],
      answering: ['r'],
    })
  })

  it('once for two messages: both belong to the promise that is closed', () => {
    expect(meaning([known, theirs('b', 24), mine('r', 25)], { open: [owed] })).toMatchObject({
      closes: ['12 by r'],
      about: ['r: 12', 'b: 12'],
    })
  })

  it('naming their message, although my clock is behind', () => {
    expect(meaning([known, mine('r', 22, { answers: ['a'] })], { open: [owed] })).toMatchObject({
      closes: ['12 by r'],
    })
    expect(meaning([known, mine('r', 22)], { open: [owed] })).toEqual({})
  })

  it('in another thread, with the same subject: nothing is closed', () => {
    expect(
      meaning([known, mine('r', 24, { thread: 'u', answers: ['y'], subject: 'Re: Quote' })], {
        open: [owed],
      }),
    ).toEqual({})
  })

  it('and it does not arrive: nothing is closed', () => {
    expect(meaning([known, mine('r', 24, { isBounced: true })], { open: [owed] })).toEqual({})
    expect(meaning([theirs('a', 23), mine('r', 24, { isBounced: true })])).toMatchObject({
      opens: ['answer a'],
    })
  })

  it('only the first of two messages: the promise stays', () => {
    const two = [known, theirs('b', 25, { known: { promise: 12 } })]
    expect(meaning([...two, mine('r', 24)], { open: [owed] })).toEqual({ answering: ['r'] })
  })

  it('by phone: what mail opened stays open', () => {
    expect(
      meaning([known, theirs('c', '23 13:00')], { open: [owed], spoken: aMoment('2026-11-24') }),
    ).toEqual({ spoke: ['c'] })
  })

  it.each<[string, string[]]>([
    ['of the message', ['a']],
    ['of a later message of the thread', ['b']],
  ])('as the flag %s says', (_, flagged) => {
    const two = [known, theirs('b', 24, { known: { promise: 12 } })]
    const some = two.map((one) => ({ ...one, isAnswered: flagged.includes(one.id) }))
    expect(meaning(some, { open: [owed] })).toEqual(flagged.includes('b') ? { closes: ['12 by flag'] } : {})
    expect(meaning(some.map((one) => ({ ...one, known: 'new' })))).toMatchObject(
      flagged.includes('b') ? {} : { opens: ['answer b'] },
    )
  })

  it('a typed promise: it stays open, and is reported', () => {
    const ofTyped = theirs('a', 23, { known: { promise: 14 } })
    expect(meaning([ofTyped, mine('r', 24)], { open: [typed] })).toEqual({
      stillOpen: [14],
      answering: ['r'],
    })
    expect(meaning([mine('r', 24)], { open: [typed] })).toEqual({ stillOpen: [14] })
    expect(meaning([mine('r', 19)], { open: [typed] })).toEqual({})
  })

  it('and a promise that waits for a call, or is not an answer, is not reported', () => {
    const others = [aPromise({ id: 15, kind: 'call-back' }), aPromise({ id: 16 })]
    expect(meaning([mine('r', 24)], { open: others })).toEqual({})
  })
})

describe('I write anew', () => {
  const known = theirs('a', 23, { known: { promise: 12 } })
  const anew = (id: string, day: number | string, more: Partial<Mine> = {}) =>
    mine(id, day, { answers: [], thread: id, ...more })

  it('within 4 days: it is reported, and nothing is closed', () => {
    expect(meaning([known, anew('r', 24)], { open: [owed] })).toEqual({
      said: ['r about 12'],
      about: ['r: 12'],
    })
    expect(meaning([theirs('a', 23), anew('r', 24)])).toMatchObject({
      opens: ['answer a'],
      said: ['r about answer a'],
    })
  })

  it.each<[string, Mine]>([
    ['later', anew('r', '27 12:01')],
    ['before they did', anew('r', 22)],
    ['in another thread', anew('r', 24, { answers: ['y'] })],
    ['what does not arrive', anew('r', 24, { isBounced: true })],
    ['what is known', anew('r', 24, { known: { promise: null } })],
  ])('%s: it is not reported', (_, own) => {
    expect(meaning([known, own], { open: [owed] })['said']).toBeUndefined()
  })

  it('about the last that they asked', () => {
    const other: OpenPromise = { ...owed, id: 11 }
    const some = [known, theirs('b', 24, { thread: 'u', known: { promise: 11 } }), anew('r', 25)]
    expect(meaning(some, { open: [owed, other] })).toMatchObject({ said: ['r about 11'] })
  })
})

describe('I wish for a reply', () => {
  const wish = aDue('2026-11-27')

  it('and it is waited for', () => {
    expect(meaning([mine('w', 23, { wish })])).toEqual({
      waits: ['w until 2026-11-27'],
      about: ['w: reply to w'],
    })
  })

  it('and have it already', () => {
    expect(meaning([mine('w', 23, { wish }), theirs('a', 24)])).toMatchObject({ opens: ['answer a'] })
    expect(meaning([mine('w', 23, { wish }), theirs('a', 24)])['waits']).toBeUndefined()
  })

  it.each(['notice'] as const)('and a %s is not a reply', (place) => {
    expect(meaning([mine('w', 23, { wish }), theirs('a', 24, { place })])).toMatchObject({
      waits: ['w until 2026-11-27'],
    })
  })

  it('twice in a thread: the second asks for the same', () => {
    expect(meaning([mine('w', 23, { wish }), mine('v', 24, { wish })])).toMatchObject({
      waits: ['w until 2026-11-27'],
      about: ['w: reply to w', 'v: reply to w'],
    })
  })

  it('and answer with it: both are done', () => {
    const known = theirs('a', 23, { known: { promise: 12 } })
    expect(meaning([known, mine('w', 24, { wish })], { open: [owed] })).toMatchObject({
      closes: ['12 by w'],
      waits: ['w until 2026-11-27'],
      about: ['w: reply to w'],
    })
  })

  it('and it does not arrive: nothing is waited for', () => {
    expect(meaning([mine('w', 23, { wish, isBounced: true })])).toEqual({})
  })

  const known = mine('w', 23, { known: { promise: 13 } })

  it('and they reply: what was waited for is closed, and an answer is owed', () => {
    expect(meaning([known, theirs('a', 24)], { open: [awaited] })).toEqual({
      opens: ['answer a'],
      closes: ['13 by a'],
      about: ['a: answer a'],
    })
  })

  it('and they reply while replies are only logged', () => {
    expect(meaning([known, theirs('a', 24)], { open: [awaited], repliesOwe: false })).toEqual({
      closes: ['13 by a'],
      about: ['a: 13'],
    })
  })

  it('and they reply in copy, which closes it too', () => {
    expect(meaning([known, theirs('a', 24, { place: 'copy' })], { open: [awaited] })).toMatchObject({
      closes: ['13 by a'],
    })
  })

  test.each<[string, Theirs]>([
    ['a notice', theirs('a', 24, { place: 'notice' })],
    ['another thread', theirs('a', 24, { thread: 'u' })],
    ['what came before', theirs('a', 22)],
    ['what is known', theirs('a', 24, { known: { promise: null } })],
  ])('and %s closes nothing', (_, message) => {
    expect(meaning([known, message], { open: [awaited] })['closes']).toBeUndefined()
  })

  it('and what was typed is not closed', () => {
    const byHand = { ...awaited, openedBy: null }
    expect(meaning([known, theirs('a', 24)], { open: [byHand] })['closes']).toBeUndefined()
  })
})

describe('they reply in a thread of mine', () => {
  it('and an answer is owed, unless replies are only logged', () => {
    const some = [mine('r', 23), theirs('a', 24)]
    expect(meaning(some)).toMatchObject({ opens: ['answer a'] })
    expect(meaning(some, { repliesOwe: false })).toEqual({})
    expect(meaning([theirs('a', 22)], { repliesOwe: false })).toMatchObject({ opens: ['answer a'] })
  })
})
