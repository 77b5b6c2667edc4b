import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { compareDue, type Due } from '../../domain/day.ts'
import { FuError, notFound, refused, usage } from '../../domain/errors.ts'
import { digitsOf } from '../../domain/normalize.ts'
import type { DiaryPromise, OpenPromise, Owner } from '../../domain/promise.ts'
import { promiseNumberSplits, splitPromiseNumbers, type NumbersAndRest } from '../../parse/promise-numbers.ts'
import { cadenceOf } from '../../schedule/state/cadence.ts'
import { promiseChoice, dueText } from '../../views/confirmations/writes.ts'
import { withFullStop } from '../../views/layout/sentence.ts'
import { askDue } from '../ask/next-step.ts'
import { dateContext } from '../date-context.ts'
import { contactFigures } from '../derived.ts'
import { openPromisesWith } from '../open-promises.ts'
import { contactsMeant, oneOf, splitWho } from '../people/find-contact.ts'
import { readWhen } from '../read-when.ts'

/** The fewest digits that may be a part of a phone number. */
const fewestPhoneDigits = 4

/**
 * The one open promise that a typed `<which>` means: its number, or a `<who>` with one open promise. If several match,
 * a terminal asks.
 *
 * @throws FuError `not-found`, `ambiguous` with the matches, or `refused` if it is already closed
 */
export async function findPromise(app: App, text: string): Promise<OpenPromise> {
  return promiseNumbered(app, text) ?? onlyPromise(app, text, await contactWithPromise(app, text))
}

/**
 * The one open promise of theirs that a typed `<which>` means (R17).
 *
 * @throws FuError as `findPromise`, and `usage` if it is mine
 */
export async function findChased(app: App, text: string): Promise<OpenPromise> {
  const numbered = promiseNumbered(app, text)
  if (numbered?.owner === 'mine') {
    throw usage(
      `${numbered.id} is what you owe ${numbered.contact.name}.`,
      'Only what they owe you is asked for again with --chase.',
    )
  }
  if (numbered !== null) return numbered
  return onlyPromise(app, text, await contactWithPromise(app, text), 'theirs')
}

/** In a list of numbers, one may have been meant as the first word of a note. */
function openPromiseAmong(app: App, number: number, numbers: readonly number[]): OpenPromise {
  try {
    return openPromise(app, number)
  } catch (error) {
    if (!(error instanceof FuError) || number === numbers[0]) throw error
    const quoted = `Quote a note that begins with a number, as in ${numbers[0]} "${number} copies sent".`
    throw new FuError(error.kind, error.message, `Nothing was written. ${quoted}`, [], { cause: error })
  }
}

/** One open promise or more. */
export type OpenPromises = readonly [OpenPromise, ...OpenPromise[]]

/** Open promises, and the words after those that name them. */
type PromisesAndRest = { readonly promises: OpenPromises; readonly rest: readonly string[] }

/**
 * The promise numbers at the start of words; none if the first may be a part of a phone number.
 *
 * @throws FuError as `splitPromiseNumbers`
 */
export function numbersIn(app: App, words: readonly string[]): NumbersAndRest {
  const [first = ''] = words
  return mayBePhone(app, first) ? { numbers: [], rest: words } : splitPromiseNumbers(words)
}

/**
 * Whether a word such as `0412` or `555-0199` is not a promise number or range: it has at least four digits, and there
 * is no promise with the first number.
 */
function mayBePhone(app: App, word: string): boolean {
  if (!/^(?:\d+-|0)\d+$/.test(word) || digitsOf(word).length < fewestPhoneDigits) return false
  return app.diary().promises.find(Number.parseInt(word, 10)) === null
}

/**
 * The open promises named by the first words, and the words after them: several numbers, or one `<which>`.
 *
 * @throws FuError as `findPromise`; if one number is wrong, none is taken
 */
export async function findPromises(
  app: App,
  first: string,
  words: readonly string[],
): Promise<PromisesAndRest> {
  const { numbers, rest } = numbersIn(app, [first, ...words])
  if (numbers.length > 1) return { promises: openPromises(app, numbers), rest }
  const one = splitWho(app, first, words)
  return { promises: [await findPromise(app, one.who)], rest: one.rest }
}

/**
 * The same with a date after them, which may begin with a number: `1 2 weeks` is promise 1, `1 2 fri` is promises 1 and
 * 2. On a terminal, a missing date is asked for.
 *
 * @throws FuError as `findPromises`, and `usage` if no date follows
 */
export async function findPromisesAndDate(
  app: App,
  first: string,
  words: readonly string[],
): Promise<{ readonly promises: OpenPromises; readonly due: Due; readonly phrase: string }> {
  const splits = mayBePhone(app, first) ? [] : promiseNumberSplits([first, ...words])
  for (const { numbers, rest } of splits) {
    const phrase = rest.join(' ')
    const due = numbers.length > 1 ? dateOrNull(app, phrase) : null
    if (due !== null) return { promises: openPromises(app, numbers), due, phrase }
    if (numbers.length === 1 && dateOrNull(app, phrase) !== null) break
  }
  const named = numbersIn(app, [first, ...words])
  if (named.numbers.length > 1 && named.rest.length === 0 && app.terminal.prompts !== null) {
    const promises = openPromises(app, named.numbers)
    const due = await askDue(app, `${promises.length} promises`)
    return { promises, due, phrase: due.day }
  }
  const { who, rest } = splitWho(app, first, words)
  if (rest.length === 0) {
    if (app.terminal.prompts === null)
      throw usage('There is no date.', `Write it after the promise, as in "${who} fri".`)
    const promise = await findPromise(app, who)
    const due = await askDue(app, promise.what)
    return { promises: [promise], due, phrase: due.day }
  }
  const phrase = rest.join(' ')
  const due = readWhen(app, phrase, 'ahead')
  return { promises: [await findPromise(app, who)], due, phrase }
}

function dateOrNull(app: App, phrase: string): Due | null {
  try {
    return readWhen(app, phrase, 'ahead')
  } catch (error) {
    if (error instanceof FuError && error.kind === 'usage') return null
    throw error
  }
}

/**
 * The open promises with these numbers.
 *
 * @throws FuError `not-found`, or `refused` if one is already closed
 */
export function openPromises(app: App, numbers: readonly number[]): OpenPromises {
  const [first, ...others] = numbers.map((number) => openPromiseAmong(app, number, numbers))
  if (first === undefined) throw new Error('no numbers')
  return [first, ...others]
}

/**
 * Like `findPromise`; a contact with a cadence and no open promise means the keep-in-touch line (R40).
 *
 * @throws FuError as `findPromise`
 */
export async function findTried(
  app: App,
  text: string,
): Promise<{ promises: OpenPromises } | { contact: Contact }> {
  const numbered = promiseNumbered(app, text)
  if (numbered !== null) return { promises: [numbered] }
  const contact = await contactWithPromise(app, text)
  if (openWith(app, contact).length === 0 && isRegular(app, contact)) return { contact }
  return { promises: [await onlyPromise(app, text, contact)] }
}

function isRegular(app: App, contact: Contact): boolean {
  return contact.doNotContact !== 'all' && cadenceOf(contact, app.settings().cadences) !== null
}

/** Whether the words are the number of a promise, open or closed. */
export function isPromiseNumber(app: App, [word = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && /^\d{1,15}$/.test(word) && app.diary().promises.find(Number(word)) !== null
}

/**
 * The open promise of a number; `null` if the text is not a number, or may be a part of a phone number.
 *
 * @throws FuError `not-found`, or `refused` if it is already closed
 */
export function promiseNumbered(app: App, text: string): OpenPromise | null {
  if (!/^\d{1,15}$/.test(text)) return null
  const promise = app.diary().promises.find(Number(text))
  if (promise !== null) return stillOpen(app, promise)
  if (text.length < fewestPhoneDigits) throw noPromise(text)
  return null
}

/**
 * The open promise with a number.
 *
 * @throws FuError `not-found`, or `refused` if it is already closed
 */
export function openPromise(app: App, id: number): OpenPromise {
  const promise = app.diary().promises.find(id)
  if (promise === null) throw noPromise(String(id))
  return stillOpen(app, promise)
}

function noPromise(number: string): FuError {
  return notFound(`There is no promise ${number}.`, '"fu list" shows the open ones.')
}

/**
 * Of several matching people, the only one with an open promise; if several or none have one, the user is asked, and
 * the most recently contacted are listed first.
 */
async function contactWithPromise(app: App, text: string): Promise<Contact> {
  const meant = contactsMeant(app, text)
  const open = app.diary().promises.where({ contacts: meant.map((contact) => contact.id), status: 'open' })
  const holders = new Set(open.map((promise) => promise.contact.id))
  const withPromise = meant.filter(({ id }) => holders.has(id))
  const [first = meant[0], ...others] = lastSpokenFirst(app, withPromise.length > 0 ? withPromise : meant)
  return oneOf(app, text, [first, ...others])
}

function lastSpokenFirst(app: App, contacts: readonly Contact[]): readonly Contact[] {
  if (contacts.length < 2) return contacts
  const figures = contactFigures(app, contacts)
  const spoken = ({ id }: Contact): number => figures.get(id)?.lastContact?.instant ?? -Infinity
  return contacts.toSorted((a, b) => spoken(b) - spoken(a) || 0)
}

/** The open promises with a contact, the earliest due first. */
export function openWith(app: App, contact: Contact): OpenPromise[] {
  return openPromisesWith(app, contact).toSorted((a, b) => compareDue(a.due, b.due))
}

async function onlyPromise(
  app: App,
  text: string,
  contact: Contact,
  owner: Owner | null = null,
): Promise<OpenPromise> {
  const open = openWith(app, contact).filter((promise) => owner === null || promise.owner === owner)
  const [first, ...others] = open
  if (first === undefined && owner === 'theirs') {
    throw notFound(
      `${contact.name} owes you nothing.`,
      `"fu wait @${contact.id} … --due …" writes down what they owe.`,
    )
  }
  if (first === undefined) {
    const at = `@${contact.id}`
    const kept = isRegular(app, contact)
      ? `To keep in touch with them: "fu log ${at} …" if you spoke, "fu tried ${at}" if you did not. `
      : ''
    throw notFound(`${contact.name} has no open promise.`, `${kept}"fu promise ${at} … --due …" makes one.`)
  }
  if (others.length === 0) return first
  const context = dateContext(app)
  if (app.terminal.prompts !== null) {
    return app.terminal.prompts.choose(
      `Which promise with ${contact.name}?`,
      open.map((promise) => ({ name: promiseChoice(promise, context), value: promise })),
    )
  }
  throw new FuError(
    'ambiguous',
    `"${text}" has ${open.length} open promises.`,
    `Name one by its number, as in ${first.id}.`,
    open.map((promise) => ({
      id: promise.id,
      ref: String(promise.id),
      name: promise.contact.name,
      detail: `${promise.what}, ${dueText(promise.due, context)}`,
    })),
  )
}

function stillOpen(app: App, promise: DiaryPromise): OpenPromise {
  if (promise.status === 'open') return promise
  const { id, contact, what, status, closedAt } = promise
  const day = app.words.short(closedAt.day, app.now.day)
  throw refused(
    withFullStop(`${id} (${contact.name}, ${what}) was ${status} already, on ${day}`),
    '"fu undo" undoes the last command; "fu history" shows the earlier ones.',
  )
}
