import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { fullName } from '../../domain/name-parts.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import type { Moment } from '../../domain/moment.ts'
import type { Found } from '../../domain/search.ts'
import { excerptOf } from './excerpt.ts'
import { entryWords, type About } from '../card/entry-words.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { listLine, type LineOptions } from '../layout/list.ts'
import { padRow, gap, span, type Row } from '../layout/span.ts'
import { closedWords, promiseWords } from '../card/promise-words.ts'
import type { Theme } from '../layout/theme.ts'

type FoundOptions = LineOptions & {
  readonly theme: Theme
  readonly words: DateWords
  readonly now: Moment
}

const headWidth = 8

/**
 * The results of a search by kind, newest first. If a word is not in the text that a row shows, the row adds an excerpt
 * with it. `abouts` are the promises that its entries are about.
 */
export function searchResultsView(
  { contacts, promises, entries }: Found,
  text: string,
  abouts: ReadonlyMap<number, About>,
  { theme, words, now, ...screen }: FoundOptions,
): string {
  const sheet = contentArea(screen.width)
  const day = (at: Moment): string => words.short(at.day, now.day)
  const section = (title: string, rows: readonly Row[][]): Row[] =>
    rows.length === 0 ? [] : [[], [span('heading', title)], ...rows.flat()]
  const line = (head: string, name: string, rest: string): Row[] =>
    listLine(
      [...padRow([span('number', head)], headWidth - 2, 'right'), gap(2)],
      [span('name', name), ...(rest === '' ? [] : [span('dim', ' · '), span('plain', rest)])],
      screen,
    )
  const searched = text.split(/\s+/u)
  /** Adds an excerpt with a search word from the row's other texts, if its shown parts lack the word. */
  const withExcerpt = (parts: readonly string[], name: string, texts: readonly (string | null)[]): string => {
    const excerpt = excerptOf(texts, [name, ...parts].join(' '), searched)
    return [...(excerpt === null ? [] : [excerpt]), ...parts].join(' · ')
  }
  const rows = [
    ...section(
      'PEOPLE',
      contacts.map((contact) =>
        line(
          `@${contact.id}`,
          nameAndCompany(contact),
          withExcerpt(
            [...contact.phones.map((phone) => phone.readable), ...contact.emails.map((email) => email.value)],
            nameAndCompany(contact),
            otherTexts(contact),
          ),
        ),
      ),
    ),
    ...section(
      'PROMISES',
      promises.map((promise) =>
        line(
          String(promise.id),
          promise.contact.name,
          withExcerpt(
            [
              promiseWords(promise),
              ...(promise.trigger === null ? [] : [`when ${promise.trigger}`]),
              promise.status === 'open'
                ? dueWords(promise.due, now.day, words)
                : closedWords(promise, now, words),
            ],
            '',
            promise.status === 'open'
              ? []
              : [promise.status === 'kept' ? promise.note : null, promise.reason],
          ),
        ),
      ),
    ),
    ...section(
      'HISTORY',
      entries.map((entry) =>
        line(
          '',
          entry.contact.name,
          `${entryWords(entry, entry.promise === null ? null : (abouts.get(entry.promise) ?? null), words)} · ${day(entry.at)}`,
        ),
      ),
    ),
  ]
  return rows.length === 0 ? '' : renderRows([...rows, []], theme, sheet.margin)
}

/** The searched texts of a contact that a result does not show. */
function otherTexts(contact: Contact): (string | null)[] {
  return [
    contact.nick,
    contact.note,
    contact.title,
    contact.department,
    fullName(contact.name, contact.nameParts),
    ...contact.addresses.map((address) => address.text),
    ...contact.links.map(({ value }) => value),
    ...contact.anniversaries.map(({ label }) => label),
    ...contact.extra.map(({ value }) => value),
  ]
}
