import type { App } from '../../app.ts'
import type { Transaction } from '../../diary/writing/transaction.ts'
import type { CallsReport, Stranger } from '../../domain/call-report.ts'
import { emptyContact, type Contact, type ContactName } from '../../domain/contact.ts'
import { FuError } from '../../domain/errors.ts'
import { minimumDigits, type Matchable } from '../../domain/match-keys.ts'
import { digitsOf, normalizeText } from '../../domain/normalize.ts'
import { asStranger, type Line, type Log } from './gather.ts'
import { writeCalls, type Known } from './write.ts'
import { readName } from '../../parse/contact/details.ts'

/** The options: from when missed calls get a call-back, and whether unknown callers become contacts. */
type Wish = {
  readonly since: number
  readonly add: boolean
  /** Whether a person may be somebody who was forgotten and blocked (R58). */
  readonly isBlocked: (person: Matchable) => boolean
}

/** Writes a log, and returns the result of each of its rows. */
export function report(app: App, tx: Transaction, log: Log, { since, add, isBlocked }: Wish): CallsReport {
  const { known, unknown, ambiguous } = sorted(app, log.lines)
  const { added, left, namesakes } = add
    ? addUnknown(app, tx, unknown, { since, isBlocked })
    : { added: [], left: unknown, namesakes: [] }
  const written = writeCalls(app, tx, [...known, ...added], since)
  const namesOf = (is: (one: (typeof written)[number]) => boolean): ContactName[] =>
    written.filter(is).map(({ contact: { id, name } }) => ({ id, name }))
  const strangers = [...left, ...namesakes.map(({ line }) => line)]
  return {
    counts: {
      fresh: sum(written, ({ fresh }) => fresh),
      known: sum(written, (one) => one.known) + log.repeated,
      unknown: sum(strangers, ({ calls }) => calls.length),
      ambiguous: sum(ambiguous, ({ line }) => line.calls.length),
      withoutNumber: log.withoutNumber,
      blocked: log.blocked,
      notCalls: log.notCalls,
      invalid: log.invalid,
    },
    withoutCountry: callsWithoutCountry(app, strangers),
    invalid: log.firstInvalid,
    added: added.map(({ contact: { id, name } }) => ({ id, name })),
    owed: written.flatMap(({ made }) => made ?? []),
    again: written.flatMap(({ again }) => again ?? []),
    closed: written.flatMap(({ closed }) => closed ?? []),
    stillOpen: written.flatMap(({ stillOpen }) => stillOpen ?? []),
    unwanted: namesOf(({ isUnwanted }) => isUnwanted),
    tooOld: namesOf(({ isTooOld }) => isTooOld),
    unknown: left.map((line) => asStranger(app, line)).toSorted(latestFirst),
    ambiguous: ambiguous.map(({ line, contacts }) => ({ ...asStranger(app, line), contacts })),
    namesakes: namesakes.map(({ line, contact }) => ({ ...asStranger(app, line), contact })),
  }
}

/** The calls of numbers that may match once the country of numbers without a country code is set. */
function callsWithoutCountry(app: App, lines: readonly Line[]): number {
  if (app.settings().country !== null) return 0
  const written = [...app.diary().contacts.numbersWithoutCountry().keys()]
  const national = written
    .map((digits) => digits.replace(/^0+/, ''))
    .filter((digits) => digits.length >= minimumDigits)
  const lacking = lines.filter(({ phone: { e164, value } }) =>
    e164 === null
      ? digitsOf(value).length >= minimumDigits
      : national.some((digits) => e164.endsWith(digits)),
  )
  return sum(lacking, ({ calls }) => calls.length)
}

type Sorted = {
  readonly known: readonly Known[]
  readonly unknown: readonly Line[]
  readonly ambiguous: readonly { readonly line: Line; readonly contacts: readonly ContactName[] }[]
}

/** Sorts numbers by owner: those of one contact, those of nobody, and those of several contacts. */
function sorted(app: App, lines: readonly Line[]): Sorted {
  const owners = app.diary().contacts.withNumbers(lines.map(({ phone }) => phone))
  const contacts = app.diary().contacts.byId([...owners.values()].flat())
  const known = new Map<number, { contact: Contact; lines: Line[] }>()
  const unknown: Line[] = []
  const ambiguous: { line: Line; contacts: ContactName[] }[] = []
  for (const line of lines) {
    const theirs = (owners.get(line.phone) ?? []).flatMap((id) => contacts.get(id) ?? [])
    const [contact, ...others] = theirs
    if (contact === undefined) unknown.push(line)
    else if (others.length > 0)
      ambiguous.push({ line, contacts: theirs.map(({ id, name }) => ({ id, name })) })
    else {
      const one = known.get(contact.id) ?? { contact, lines: [] }
      one.lines.push(line)
      known.set(contact.id, one)
    }
  }
  return { known: [...known.values()], unknown, ambiguous }
}

type Added = {
  readonly added: readonly Known[]
  readonly left: readonly Line[]
  readonly namesakes: readonly { readonly line: Line; readonly contact: ContactName }[]
}

/**
 * Adds contacts for the unknown numbers with a call since then; numbers with the same name in the phone become one
 * contact. A number with the name of an existing contact is skipped, because it may or may not be theirs.
 */
function addUnknown(
  app: App,
  tx: Transaction,
  unknown: readonly Line[],
  { since, isBlocked }: Omit<Wish, 'add'>,
): Added {
  const left: Line[] = []
  const namesakes: { line: Line; contact: ContactName }[] = []
  const people = new Map<string, { name: string; lines: Line[] }>()
  for (const line of unknown) {
    const name = nameOf(line)
    const [contact] = app.diary().contacts.matching({ rule: 'name', key: normalizeText(name) })
    const person = { name, company: null, emails: [], phones: [line.phone] }
    if (!line.calls.some(({ at }) => at >= since) || isBlocked(person)) left.push(line)
    else if (contact !== undefined) namesakes.push({ line, contact: { id: contact.id, name: contact.name } })
    else {
      const caller = people.get(normalizeText(name)) ?? { name, lines: [] }
      caller.lines.push(line)
      people.set(normalizeText(name), caller)
    }
  }
  const added = [...people.values()].map(({ name, lines }) => {
    const phones = lines.map(({ phone }) => phone)
    return { contact: tx.addContact({ ...emptyContact(), name, phones }), lines }
  })
  return { added, left, namesakes }
}

/** The name in the phone if it is searchable, else the number. */
function nameOf({ name, phone }: Line): string {
  try {
    return readName(name ?? '')
  } catch (error) {
    if (error instanceof FuError) return phone.readable
    throw error
  }
}

function sum<Each>(items: readonly Each[], count: (item: Each) => number): number {
  return items.reduce((total, item) => total + count(item), 0)
}

function latestFirst(a: Stranger, b: Stranger): number {
  return b.last.instant - a.last.instant
}
