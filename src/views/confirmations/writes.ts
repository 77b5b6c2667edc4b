import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import type { Change, RowKind, Undone } from '../../domain/change.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import { compareDue, daysBetween, type Day, type Due } from '../../domain/day.ts'
import { attemptWords, type AttemptOutcome } from '../../domain/entry.ts'
import {
  keptOnTime,
  type Commitment,
  type DiaryPromise,
  type DroppedPromise,
  type KeptPromise,
} from '../../domain/promise.ts'

/** How days are said: in whose words, and from which day. */
export type Speech = { readonly today: Day; readonly words: DateWords }

/** "5 (Gary Lee, send the papers)": a promise as sentences and the history name it. */
export function named(promise: Commitment): string {
  return `${promise.id} (${promise.contact.name}, ${promise.what})`
}

export function added(contact: Contact): string {
  return `Added ${nameAndCompany(contact)} (@${contact.id}).`
}

export function changed(contact: Contact, fields: readonly string[]): string {
  return fields.length === 0
    ? `Nothing to change on ${contact.name}.`
    : `Changed ${contact.name}: ${fields.join(', ')}.`
}

export function promised(promise: Commitment, speech: Speech): string {
  const { contact, what, owner } = promise
  const verb = owner === 'mine' ? 'Promised' : 'Waiting for'
  return `${verb} ${contact.name}: ${what}, ${sayDue(promise.due, speech)}.`
}

/** A step of a plan, as it is set by itself. */
export function planned(promise: Commitment, speech: Speech): string {
  const { due, windowUntil } = promise
  const isOneDay = windowUntil === null || windowUntil === due.day
  const until = isOneDay ? '' : ` to ${speech.words.short(windowUntil, speech.today)}`
  return `Next: ${promise.what}, ${sayDue(due, speech)}${until}.`
}

/** What was heard, and the answer that is owed for it: a new one, or the one they asked for before. */
export function heard(
  name: string,
  text: string,
  owed: Commitment | null,
  again: boolean,
  speech: Speech,
): string {
  const first = `Heard from ${name}: ${ended(text)}`
  if (owed === null) return first
  const due = sayDue(owed.due, speech)
  if (!again) return `${first} Owed: ${owed.what}, ${due}.`
  const { day, time } = owed.due
  const isToCome = day > speech.today || (day === speech.today && time !== null)
  return `${first} They asked before: ${named(owed)} is owed ${isToCome ? 'by' : 'since'} ${due}.`
}

export function sent(name: string, what: string): string {
  return `Sent to ${name}: ${ended(what)}`
}

export function sold(name: string, what: string): string {
  return `Sold to ${name}: ${ended(what)}`
}

export function kept(promise: KeptPromise): string {
  const late = daysBetween(promise.promised.day, promise.closedAt.day)
  const days = late === 1 ? 'a day late' : late > 1 ? `${late} days late` : 'late'
  const when = keptOnTime(promise) === true ? 'on time' : days
  const about = `${promise.contact.name}, ${promise.what}`
  switch (promise.outcome) {
    case 'reached':
      return `Kept ${when}: ${ended(about)}`
    case 'sold':
      return `Sold, and kept ${when}: ${ended(about)}`
    case 'declined':
      return `Declined: ${about} (${promise.reason}).`
    case 'postponed':
      return `Postponed: ${ended(`${about}${promise.reason === null ? '' : ` (${promise.reason})`}`)}`
  }
}

/** How a try ended, and what is next; `other` is where else they can be reached after a wrong number. */
export function tried(
  promise: Commitment,
  outcome: AttemptOutcome,
  figures: { readonly attempts: number; readonly next: Due; readonly other: string | null },
  speech: Speech,
): string {
  const count = figures.attempts > 1 ? `, try ${figures.attempts}` : ''
  const other = figures.other === null ? 'Find the right number.' : `There is also ${figures.other}.`
  const next = outcome === 'wrong-number' ? other : `Next try ${sayDue(figures.next, speech)}.`
  return `Tried ${promise.contact.name}: ${attemptWords[outcome]}${count}. ${next}`
}

/** A promise in other words than it had. */
export function reworded(promise: Commitment, before: string): string {
  return `Changed ${named(promise)}; it said "${before}".`
}

/** A promise on a new day; `isMyWord` is whether they were given a day, which they expect it on until they are told. */
export function moved(
  promise: Commitment,
  { from, told, isMyWord }: { readonly from: Due; readonly told: boolean; readonly isMyWord: boolean },
  speech: Speech,
): string {
  const to = sayDue(promise.due, speech)
  const dates =
    compareDue(from, promise.due) === 0
      ? `Back on ${to}: ${named(promise)}.`
      : `Moved ${named(promise)} from ${sayDue(from, speech)} to ${to}.`
  if (told) return promise.owner === 'mine' ? `${dates} They know.` : dates
  const stands = isMyWord && compareDue(promise.promised, promise.due) !== 0
  return stands
    ? `${dates} They still expect it ${sayDue(promise.promised, speech)} (--told when they know).`
    : dates
}

/** A line put off to a day; `comesUp` is when it stands on the page again, which other things may put later. */
export function snoozed(promise: Commitment, until: Day, comesUp: Day, speech: Speech): string {
  const day = speech.words.short(comesUp, speech.today)
  return `Off the page until ${day}${comesUp > until ? ' anyway' : ''}: ${named(promise)}. Promised for ${sayDue(promise.promised, speech)} as before.`
}

/** After a promise was closed on which a wrong number was tried: it would be called again (R35). */
export function leftWrong({ id, name }: Contact, value: string): string {
  return `${value} is not theirs, and still stands with ${name}: fu edit @${id}`
}

/** Most are reached by the sixth try: who gives up before is told so (R52). */
const triesWorthMaking = 6

/** A promise dropped after so many attempts. */
export function dropped(promise: DroppedPromise, attempts: number): string {
  const sentence = `Dropped ${named(promise)}: ${ended(promise.reason)}`
  if (attempts === 0 || attempts >= triesWorthMaking) return sentence
  const tries = attempts === 1 ? 'one try' : `${attempts} tries`
  return `${sentence} That was after ${tries}; many are reached by the sixth.`
}

/** The promises that went with a contact who does not want to be contacted. */
export function letGo(promises: readonly DroppedPromise[]): string[] {
  return promises.length === 0 ? [] : [`Dropped what was open: ${promises.map(named).join(', ')}.`]
}

/** What went when they were marked, once they may be contacted again: nothing of it comes back by itself. */
export function letGoThen({ id }: Contact, promises: readonly DroppedPromise[]): string[] {
  if (promises.length === 0) return []
  return [
    `Dropped when they were marked: ${promises.map(named).join(', ')}. What still holds: fu promise @${id} … --due …`,
  ]
}

/** What was noted; of another day than today, which. */
export function logged(name: string, text: string, day: Day, { words, today }: Speech): string {
  return `Noted with ${name}${day === today ? '' : `, ${words.short(day, today)}`}: ${ended(text)}`
}

/** What an undo took back, and what that means for the promises and people in it. */
export function tookBack({ entry, changes }: Undone): string {
  const rows = changes.filter(({ kind }) => kind === 'promises' || kind === 'contacts')
  // A row may have changed several times in one command; the gravest of it is said.
  const told = new Set<string>()
  const clauses = outcomes.flatMap(({ kind, is, one, many }) => {
    const ids = rows
      .filter((change) => change.kind === kind && is(change) && !told.has(`${kind} ${idOf(change)}`))
      .map(idOf)
    for (const id of ids) told.add(`${kind} ${id}`)
    return ids.length === 0
      ? []
      : ids.length > mostNamed
        ? [many(ids.length)]
        : ids.map((id) => one(id, entry.title))
  })
  const [first, ...rest] = [...new Set(clauses)]
  if (first === undefined) return `Took back: ${ended(entry.title)}`
  return `Took back: ${ended(entry.title)} ${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', and ')}.`
}

/** More rows than this are counted, not named. */
const mostNamed = 3

type Outcome = {
  readonly kind: RowKind
  readonly is: (change: Change) => boolean
  readonly one: (id: number, title: string) => string
  readonly many: (count: number) => string
}

/** What a row is again once a change to it is taken back, as `before` was. */
const outcomes: readonly Outcome[] = [
  {
    kind: 'promises',
    is: ({ before, after }) => before?.['status'] === 'open' && after !== null && after['status'] !== 'open',
    one: (id, title) => (isAbout(title, id) ? 'it is open again' : `promise ${id} is open again`),
    many: (count) => `${count} promises are open again`,
  },
  {
    kind: 'promises',
    is: ({ before, after }) => before !== null && before['status'] === after?.['status'],
    one: (id) => `promise ${id} is as it was`,
    many: (count) => `${count} promises are as they were`,
  },
  {
    kind: 'promises',
    is: ({ before }) => before === null,
    one: (id) => `promise ${id} is gone`,
    many: (count) => `${count} promises are gone`,
  },
  {
    kind: 'contacts',
    is: ({ before }) => before === null,
    one: (id) => `@${id} is gone`,
    many: (count) => `${count} contacts are gone`,
  },
  {
    kind: 'contacts',
    is: ({ before, after }) => before !== null && after !== null,
    one: (id) => `@${id} is as it was`,
    many: (count) => `${count} contacts are as they were`,
  },
  {
    kind: 'promises',
    is: ({ before, after }) =>
      before !== null && (after === null || (before['status'] !== 'open' && after['status'] === 'open')),
    one: (id) => `promise ${id} is back as it was`,
    many: (count) => `${count} promises are back as they were`,
  },
  {
    kind: 'contacts',
    is: ({ after }) => after === null,
    one: (id) => `@${id} is back`,
    many: (count) => `${count} contacts are back`,
  },
]

function idOf({ before, after }: Change): number {
  return Number((before ?? after)?.['id'])
}

function isAbout(title: string, id: number): boolean {
  return title.startsWith(`done ${id} `) || title.startsWith(`drop ${id} `)
}

/** The text as the end of a sentence, with a full stop where it has no end of its own. */
function ended(text: string): string {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`
}

/** A due in words, as the read-back says it. */
export function sayDue(due: Due, { today, words }: Speech): string {
  return dueWords(due, today, words)
}

/** The names of what has to be chosen between, one a line. */
export function promiseChoice(promise: DiaryPromise, speech: Speech): string {
  return `${promise.id}  ${promise.contact.name}: ${promise.what}, ${sayDue(promise.due, speech)}`
}
