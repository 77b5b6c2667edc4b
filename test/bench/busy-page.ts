import { addDays } from '../../src/domain/day.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Moment } from '../../src/domain/moment.ts'
import type { PageFacts } from '../../src/domain/page.ts'
import type { PageSettings } from '../../src/schedule/page/page.ts'
import {
  aContact,
  aDay,
  aMoment,
  anAttempt,
  anEntry,
  aPromise,
  aTime,
  heardAt,
  someFacts,
  someSettings,
} from '../support/facts.ts'

export { agendaFor } from '../../src/schedule/page/page.ts'

const kinds = [
  ...Array.from({ length: 12 }, () => 'promise' as const),
  'answer',
  'answer',
  'call-back',
  'complaint',
  'receipt',
  'thanks',
  'met',
] as const
const outcomes = ['no-answer', 'no-answer', 'voicemail', 'message', 'busy'] as const

/**
 * The facts of a page in a diary with very many open promises, the same in every run. A share of the promises is due by
 * Tue 1 Dec 2026, spread over sixty days, the rest in the year after it. A tenth is owed to the user, a fifth was tried,
 * and half of the contacts were reached.
 */
export function busyPage({ promises, contacts, due }: { promises: number; contacts: number; due: number }): {
  now: Moment
  facts: PageFacts
  settings: PageSettings
} {
  const below = dice(1)
  const chance = (share: number): boolean => below(1000) < share * 1000
  const one = <Item>(list: readonly Item[]): Item => {
    const item = list[below(list.length)]
    if (item === undefined) throw new RangeError('the list is empty')
    return item
  }
  const today = aDay('2026-12-01')
  const lately = (): string => `${addDays(today, -1 - below(20))} ${one(['09:10', '11:40', '15:25'])}`

  const people = Array.from({ length: contacts }, (_, index) =>
    aContact({
      id: index + 1,
      name: `Contact ${index + 1}`,
      phones: [{ label: null, value: `0412${index}`, readable: `0412 ${index}`, e164: null }],
    }),
  )
  const entries: Entry[] = []
  const open = Array.from({ length: promises }, (_, index) => {
    const id = index + 1
    const { id: contactId, name } = one(people)
    const day = addDays(today, chance(due) ? -below(60) : 2 + below(360))
    const promise = aPromise({
      id,
      contact: { id: contactId, name, company: null },
      owner: chance(0.1) ? 'theirs' : 'mine',
      kind: one(kinds),
      hot: chance(0.02),
      due: { day, time: chance(0.2) ? aTime('10:30') : null },
    })
    const of = { promise: id, contact: { id: contactId, name } }
    if (promise.kind === 'answer' || promise.kind === 'call-back') entries.push(heardAt(lately(), of))
    if (chance(0.2)) entries.push(anAttempt(lately(), { ...of, outcome: one(outcomes) }))
    return promise
  })
  entries.sort((a, b) => a.at.instant - b.at.instant)
  const reached = new Map(
    people
      .filter(() => chance(0.5))
      .map(({ id, name }) => [
        id,
        anEntry({ at: aMoment(lately()), contact: { id, name }, outcome: 'reached' }),
      ]),
  )

  const facts = someFacts(today, {
    promises: open,
    contacts: new Map(people.map((contact) => [contact.id, contact])),
    entries: entries.map((entry, index) => ({ ...entry, id: index + 1 })),
    lastRealContacts: reached,
    lastReached: reached,
  })
  // A clone is what reading the file gives: objects of one shape each, and no text shared by two rows.
  return { now: aMoment('2026-12-01 08:30'), facts: structuredClone(facts), settings: someSettings() }
}

/** Returns whole numbers below a limit, in the same order in every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
