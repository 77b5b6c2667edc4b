// The facts of a page in a diary with very many open promises, the same at every run.

const kinds = [
  ...Array(12).fill('promise'),
  'answer',
  'answer',
  'call-back',
  'complaint',
  'receipt',
  'thanks',
  'met',
]
const outcomes = ['no-answer', 'no-answer', 'voicemail', 'message', 'busy']

/**
 * A share of the promises is due by Tue 1 Dec 2026, spread over sixty days, the rest in the year after it. A tenth
 * is owed to the user, a fifth was tried, the answers were asked for, and half of the contacts were reached.
 *
 * @param source the builders of the tests, and `addDays`
 */
export function busyDiary(source, { promises, contacts, due }) {
  const { addDays, aContact, aDay, aMoment, anAttempt, anEntry, aPromise, heardAt, someFacts, someSettings } =
    source
  const below = dice(1)
  const chance = (share) => below(1000) < share * 1000
  const one = (list) => list[below(list.length)]
  const today = aDay('2026-12-01')
  const lately = () => `${addDays(today, -1 - below(20))} ${one(['09:10', '11:40', '15:25'])}`

  const people = Array.from({ length: contacts }, (_, index) =>
    aContact({
      id: index + 1,
      name: `Contact ${index + 1}`,
      phones: [{ label: null, value: `0412${index}`, readable: `0412 ${index}`, e164: null }],
    }),
  )
  const entries = []
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
      due: { day, time: chance(0.2) ? '10:30' : null },
    })
    const of = { promise: id, contact: { id: contactId, name } }
    if (promise.kind === 'answer' || promise.kind === 'call-back') entries.push(heardAt(lately(), of))
    if (chance(0.2)) entries.push(anAttempt(lately(), { ...of, outcome: one(outcomes) }))
    return promise
  })
  entries.sort((a, b) => a.at.instant - b.at.instant)
  const reached = people
    .filter(() => chance(0.5))
    .map(({ id, name }) => [
      id,
      anEntry({ at: aMoment(lately()), contact: { id, name }, outcome: 'reached' }),
    ])

  const facts = someFacts(today, {
    promises: open,
    contacts: new Map(people.map((contact) => [contact.id, contact])),
    entries: entries.map((entry, index) => ({ ...entry, id: index + 1 })),
    lastReal: new Map(reached),
    lastReached: new Map(reached),
  })
  // A copy is what reading the file gives: objects of one shape each, and no text that two rows share.
  return { now: aMoment('2026-12-01 08:30'), facts: structuredClone(facts), settings: someSettings() }
}

/** Whole numbers below a limit, in the same order at every run. */
function dice(seed) {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
