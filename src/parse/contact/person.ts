import type { PersonQuery } from '../../domain/person-query.ts'
import { normalizeText, queryWords } from '../../domain/normalize.ts'
import { searchedDigits } from '../../domain/number-search.ts'
import { slipsBetween } from '../phrase/slips.ts'

/** The most spelling differences, in letters, between a suggested name and the typed one. */
const nearEnough = 2

/** The most words of a name that are searched; more words would not change the result. */
const mostWords = 50

/**
 * The rules by which a typed `<who>` finds contacts, in order; the first that finds anybody decides: `@id`, exact name,
 * nickname, the start of each word of the name, company, email, part of a phone number.
 */
export function personQueries(text: string): PersonQuery[] {
  const typed = text.trim()
  const id = /^@(\d{1,15})$/.exec(typed)?.[1]
  if (id !== undefined) return [{ rule: 'id', id: Number(id) }]
  const key = normalizeText(typed)
  const words = queryWords(typed).slice(0, mostWords)
  const queries: PersonQuery[] = []
  if (words.length > 0) {
    queries.push(
      { rule: 'name', key },
      { rule: 'nick', key },
      { rule: 'word', words },
      { rule: 'company', words },
      { rule: 'word-or-company', words },
    )
  }
  if (typed !== '') queries.push({ rule: 'email', key: typed.toLowerCase() })
  for (const digits of searchedDigits(typed)) queries.push({ rule: 'digits', digits })
  return queries
}

/** The names most similar to the typed one, best first: for "did you mean", never chosen for the user. */
export function nearest<Named extends { readonly name: string }>(
  text: string,
  people: readonly Named[],
): Named[] {
  const typed = normalizeText(text)
  const limit = Math.max(nearEnough, Math.floor(typed.length / 3))
  return people
    .map((person) => ({ person, distance: distanceToName(typed, normalizeText(person.name), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ person }) => person)
}

/** The edit distance between the typed text and the whole name or its most similar word; see `slipsBetween`. */
function distanceToName(typed: string, name: string, limit: number): number {
  return Math.min(...[name, ...name.split(' ')].map((part) => slipsBetween(typed, part, limit)))
}
