import type { App } from '../../app.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { FuError, type Candidate } from '../../domain/errors.ts'
import { queryWords, searchWords } from '../../domain/normalize.ts'
import { nearest, personQueries } from '../../parse/contact/person.ts'

/**
 * The one contact that a typed `<who>` means. If several match, a terminal asks.
 *
 * @throws FuError `not-found` with similar names, or `ambiguous` with the matches
 */
export async function findContact(app: App, text: string): Promise<Contact> {
  return oneOf(app, text, contactsMeant(app, text))
}

/**
 * The contacts that a typed `<who>` can mean: those of the first rule that finds anyone.
 *
 * @throws FuError `not-found` with similar names if there are none
 */
export function contactsMeant(app: App, text: string): readonly [Contact, ...Contact[]] {
  for (const query of personQueries(text)) {
    const [first, ...others] = app.diary().contacts.matching(query)
    if (first !== undefined) return [first, ...others]
  }
  throw nobody(app, text)
}

/** A `<who>` and the words after it. */
export type Said = { readonly who: string; readonly rest: readonly string[] }

/**
 * Finds the end of a name typed without quotes: a word that is a whole word of the name still belongs to it, so that
 * `fu log gary smith called` is about Gary Smith, and never about another Gary.
 */
export function splitWho(app: App, first: string, words: readonly string[]): Said {
  if (/\s|^@|^\d+$/u.test(first)) return { who: first, rest: words }
  let count = 0
  while (count < words.length && isNamed(app, first, words.slice(0, count + 1))) count += 1
  return { who: [first, ...words.slice(0, count)].join(' '), rest: words.slice(count) }
}

/** Whether a contact's name begins with one word and contains the others as whole words. */
function isNamed(app: App, first: string, others: readonly string[]): boolean {
  const words = queryWords([first, ...others].join(' '))
  return app
    .diary()
    .contacts.matching({ rule: 'word', words })
    .some((contact) => queryWords(others.join(' ')).every((word) => searchWords(contact.name).includes(word)))
}

/** One of several contacts: the only one, or the one that the user chooses. */
export async function oneOf(
  app: App,
  text: string,
  [first, ...others]: readonly [Contact, ...Contact[]],
): Promise<Contact> {
  if (others.length === 0) return first
  const contacts = [first, ...others]
  if (app.terminal.prompts !== null) {
    const choices = contacts.map((contact) => ({ name: describe(contact), value: contact }))
    return app.terminal.prompts.choose(`Which "${text}"?`, choices)
  }
  throw new FuError(
    'ambiguous',
    `"${text}" fits ${contacts.length} contacts.`,
    `Name one by its number, as in @${first.id}.`,
    contacts.map(asCandidate),
  )
}

/** Contacts that were renamed, in words; `null` if nobody ever had a name with these words. */
export function renamedNote(app: App, text: string): string | null {
  const renamed = renamedFrom(app, text)
  return renamed.length === 0 ? null : renamedSentence(renamed)
}

/** A contact with a former name; `isExact` if each typed word is a whole word of it. */
type Renamed = {
  readonly name: string
  readonly contact: Contact
  readonly isMerged: boolean
  readonly isExact: boolean
}

function renamedSentence(renamed: readonly Renamed[]): string {
  const said = renamed.slice(0, 3).map(({ name, contact, isMerged }) => {
    return `${name} is now ${isMerged ? 'part of' : 'called'} ${contact.name} (@${contact.id})`
  })
  return `${said.join('; ')}.`
}

/** Contacts with a former name that has words that begin with those typed. */
function renamedFrom(app: App, text: string): Renamed[] {
  const words = queryWords(text)
  if (words.length === 0) return []
  return app
    .diary()
    .contacts.formerNames()
    .flatMap(({ name, id, isMerged }) => {
      const had = searchWords(name)
      const contact = words.every((word) => had.some((one) => one.startsWith(word)))
        ? app.diary().contacts.find(id)
        : null
      const isExact = words.every((word) => had.includes(word))
      return contact === null ? [] : [{ name, contact, isMerged, isExact }]
    })
}

function nobody(app: App, text: string): FuError {
  const id = /^@(\d{1,15})$/.exec(text.trim())?.[1]
  const into = id === undefined ? null : app.diary().contacts.mergedInto(Number(id))
  if (into !== null) {
    const message = `@${id} is now part of @${into.id} (${into.name}).`
    return new FuError('not-found', message, `"fu show @${into.id}" shows the card.`, [asCandidate(into)])
  }
  const like = nearest(text, app.diary().contacts.spelledLike(text))
  // A former name comes before a name that is only spelled like the words.
  const renamed = renamedFrom(app, text).filter(({ isExact }) => isExact || like.length === 0)
  if (renamed.length > 0)
    return new FuError(
      'not-found',
      renamedSentence(renamed),
      'Use the new name or the number.',
      renamed.map(({ contact }) => asCandidate(contact)),
    )
  const names = like.map((contact) => `"${contact.name}" (@${contact.id})`)
  const hint =
    names.length > 0
      ? `Did you mean ${names.join(' or ')}?`
      : /^\d{1,3}$/.test(text)
        ? `A contact's number is written @${text}.`
        : '"fu people" lists the contacts, and "fu add" adds one.'
  return new FuError('not-found', `There is no contact "${text}".`, hint, like.map(asCandidate))
}

function describe(contact: Contact): string {
  const reach = contact.phones[0]?.readable ?? contact.emails[0]?.value
  return `@${contact.id}  ${nameAndCompany(contact)}${reach === undefined ? '' : `, ${reach}`}`
}

function asCandidate(contact: Contact): Candidate {
  const reach = contact.phones[0]?.readable ?? contact.emails[0]?.value ?? null
  const detail = [contact.company, reach].filter((text) => text !== null).join(', ')
  return { id: contact.id, ref: `@${contact.id}`, name: contact.name, detail: detail === '' ? null : detail }
}
