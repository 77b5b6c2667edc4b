import type { App } from '../../app.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import type { Completion, Completions } from '../../domain/completion.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { searchedDigits } from '../../domain/number-search.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { limit, type Asked } from './asked.ts'

/** Contacts whose name, or another word of it, begins as typed; or who have a number with these digits. */
export function people(app: App, asked: Asked): Completions {
  return named(asked, peopleBegun(app, asked), aboutContact)
}

function aboutContact({ company, phones, emails }: Contact): string {
  const reach = phones[0]?.readable ?? emails[0]?.value ?? null
  return [company, reach].filter((text) => text !== null).join(', ')
}

type Begun = { readonly contacts: readonly Contact[]; readonly keep: boolean }

/** The same contacts; `keep` is whether there are more or other matches. */
export function peopleBegun(app: App, { typed, before }: Asked): Begun {
  const key = normalizeText([...before, typed].join(' '))
  const diary = app.diary()
  const byName = diary.contacts.beginning('name', key, limit + 1)
  if (byName.length > 0) return { contacts: byName.slice(0, limit), keep: byName.length > limit }
  if (before.length > 0) return { contacts: [], keep: true }
  const byWord = diary.contacts.beginning('word', key, limit)
  const [digits] = byWord.length > 0 ? [] : searchedDigits(typed)
  if (digits === undefined) return { contacts: byWord, keep: true }
  return { contacts: diary.contacts.matching({ rule: 'digits', digits }).slice(0, limit), keep: true }
}

/** Contacts in a form that can be typed: by name, or by number if the name is not unique or cannot be typed. */
export function named(
  { typed, before }: Asked,
  { contacts, keep }: Begun,
  about: (contact: Contact) => string,
): Completions {
  const [first = ''] = typed
  // A quoted word of the shell may be several words of a name.
  const typedWords = before
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '').length
  const spellings = contacts.map(({ name }) => normalizeText(name))
  const items = contacts.flatMap((contact, index): Completion[] => {
    const spelling = spellings[index] ?? ''
    const isAlone = spellings.every((other, place) => place === index || other !== spelling)
    if (
      !isAlone ||
      spelling === '' ||
      escapeControls(contact.name) !== contact.name ||
      contact.name.startsWith('-')
    ) {
      const described = [nameAndCompany(contact), about({ ...contact, company: null })]
      if (before.length > 0 || (first !== '' && typed.startsWith('@'))) return []
      return [
        { word: `@${contact.id}`, about: escapeControls(described.filter((text) => text !== '').join(', ')) },
      ]
    }
    const word = contact.name.split(' ').slice(typedWords).join(' ')
    return word === '' ? [] : [{ word, about: escapeControls(about(contact)) }]
  })
  const begun = normalizeText(typed)
  return {
    items,
    files: false,
    keep: keep || items.some(({ word }) => !normalizeText(word).startsWith(begun)),
  }
}
