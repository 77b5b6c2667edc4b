import type { Database } from 'better-sqlite3'
import type { CellValue } from '../../domain/change.ts'
import type { Contact, ContactName, Phone } from '../../domain/contact.ts'
import type { PersonQuery } from '../../domain/person-query.ts'
import { digitsOf, normalizeText } from '../../domain/normalize.ts'
import { spellingsOf } from '../../domain/number-spellings.ts'
import { text as textValue } from '../values/rules.ts'
import { contactsWhere } from './contacts.ts'
import { literal } from './literal.ts'

/** Sorts after every key with the prefix before it. */
const last = '\u{10FFFF}'

/** The contacts found by one rule. */
export function contactsMatching(db: Database, query: PersonQuery): Contact[] {
  switch (query.rule) {
    case 'id':
      return contactsWhere(db, 'c.id = :id', { id: query.id })
    case 'name':
    case 'nick':
      return contactsWhere(
        db,
        'c.id IN (SELECT contact_id FROM contact_keys WHERE kind = :rule AND key = :key)',
        { rule: query.rule, key: query.key },
      )
    case 'email':
      return contactsWhere(db, `c.id IN (${keyBegins('email', 'key')})`, {
        key: query.key,
        key_end: query.key + last,
      })
    case 'word':
    case 'company':
    case 'word-or-company': {
      const params = query.words.flatMap((word, index) => [
        [`w${index}`, word],
        [`w${index}_end`, word + last],
      ])
      const every = query.words.map((_, index) => keyBegins(query.rule, `w${index}`)).join(' INTERSECT ')
      return contactsWhere(db, `c.id IN (${every})`, Object.fromEntries(params))
    }
    case 'digits': {
      const { condition, params } = havingDigits([query.digits])
      return contactsWhere(db, condition, params)
    }
  }
}

/** The final digits that distinguish numbers: the digits before them are shared by a whole country or area. */
const significantDigits = 7

/** A condition for contacts whose number contains the digits in one of some forms, with its parameters. */
export function havingDigits(forms: readonly string[]): Condition {
  const conditions = forms.map(
    (_, index) =>
      `(c.id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH :ending${index})
        AND instr(c.lookup ->> '$.numbers', :digits${index}) > 0)`,
  )
  const params = forms.flatMap((digits, index) => [
    [`digits${index}`, digits],
    [`ending${index}`, `numbers : "${digits.slice(-significantDigits)}"`],
  ])
  return { condition: conditions.join(' OR ') || '0', params: Object.fromEntries(params) }
}

/** A condition of a query, with the values of its parameters. */
export type Condition = {
  readonly condition: string
  readonly params: Readonly<Record<string, CellValue>>
}

/** The match for a contact while its name is typed: the start of the name, or of another word in it. */
export type Beginning = 'name' | 'word'

/** At most `limit` contacts with a match that begins with a key. */
export function contactsBeginning(db: Database, what: Beginning, key: string, limit: number): Contact[] {
  const kinds = what === 'name' ? `'name'` : `'word', 'nick', 'company'`
  return contactsWhere(
    db,
    `c.id IN (SELECT contact_id FROM contact_keys
              WHERE kind IN (${kinds}) AND key >= :key AND key < :key_end ORDER BY kind, key LIMIT :most)`,
    { key, key_end: key + last, most: limit },
  )
}

/** Contacts whose names share letters with the text, for "did you mean": the likeliest first. */
export function contactsSpelledLike(db: Database, text: string): Contact[] {
  // The beginning identifies a name, and thousands of letters would take seconds.
  const spelling = normalizeText(text).slice(0, 100)
  // Trigrams across two words, such as the end of one and a space, may match tens of thousands.
  const inWords = spelling.split(' ').flatMap(trigrams)
  const words = [...new Set(inWords.length > 0 ? inWords : trigrams(spelling))].map(literal)
  const found =
    words.length === 0
      ? []
      : contactsWhere(
          db,
          `c.id IN (SELECT rowid FROM contact_search WHERE contact_search MATCH :any ORDER BY rank LIMIT 50)`,
          { any: `name : (${words.join(' OR ')})` },
        )
  const initial = spelling.slice(0, 1)
  if (found.length > 0 || initial === '') return found
  return contactsWhere(
    db,
    `c.id IN (SELECT contact_id FROM contact_keys WHERE kind = 'word' AND key >= :key AND key < :key_end LIMIT 50)`,
    { key: initial, key_end: initial + last },
  )
}

/** All sequences of three adjacent letters. */
function trigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 2) }, (_, start) => text.slice(start, start + 3))
}

/**
 * The ids of the contacts of each number: those with the same one in E.164, in either spelling of a mobile number; if
 * there are none, those with the same digits and no country code.
 */
export function contactsWithNumbers(db: Database, phones: readonly Phone[]): Map<Phone, readonly number[]> {
  const exact = db
    .prepare<[string], { key: string; id: number }>(
      `SELECT key, contact_id AS id FROM contact_keys
       WHERE kind = 'e164' AND key IN (SELECT value FROM json_each(?)) ORDER BY contact_id`,
    )
    .all(JSON.stringify(phones.flatMap(spellings)))
  const byKey = new Map<string, number[]>()
  for (const { key, id } of exact) addTo(byKey, key, id)
  const withoutCountry = numbersWithoutCountry(db)
  return new Map(
    phones.map((phone) => {
      const known = spellings(phone)
      const found = known.flatMap((e164) => byKey.get(e164) ?? [])
      const written = [phone.value, phone.readable, ...known].flatMap(
        (text) => withoutCountry.get(digitsOf(text)) ?? [],
      )
      return [phone, [...new Set(found.length > 0 ? found : written)]]
    }),
  )
}

/** The contacts that have an address, by the address in lower case; the others are left out. */
export function contactsWithEmails(db: Database, addresses: readonly string[]): Map<string, ContactName[]> {
  const rows = db
    .prepare<[string], { key: string; id: number; name: string }>(
      `SELECT k.key, c.id, c.name FROM contact_keys k JOIN contacts c ON c.id = k.contact_id
       WHERE k.kind = 'email' AND k.key IN (SELECT value FROM json_each(?)) ORDER BY c.id`,
    )
    .all(JSON.stringify(addresses))
  const found = new Map<string, ContactName[]>()
  for (const { key, id, name } of rows) found.set(key, [...(found.get(key) ?? []), { id, name }])
  return found
}

function spellings({ e164 }: Phone): readonly string[] {
  return e164 === null ? [] : spellingsOf(e164)
}

/** The contacts of the numbers that are not known in E.164, by their digits. */
export function numbersWithoutCountry(db: Database): Map<string, number[]> {
  const rows = db
    .prepare<[], { value: unknown; id: number }>(
      `SELECT p.value ->> 'value' AS value, c.id FROM contacts c, json_each(c.phones) p
       WHERE p.value ->> 'e164' IS NULL ORDER BY c.id`,
    )
    .all()
  const byDigits = new Map<string, number[]>()
  for (const { value, id } of rows) {
    addTo(byDigits, digitsOf(textValue(value)), id)
  }
  return byDigits
}

/** Appends in place, because thousands may share a number. */
function addTo(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [id])
  else list.push(id)
}

function keyBegins(kind: string, param: string): string {
  const kinds = kind === 'word-or-company' ? `kind IN ('word', 'company')` : `kind = '${kind}'`
  return `SELECT contact_id FROM contact_keys WHERE ${kinds} AND key >= :${param} AND key < :${param}_end`
}
