import { cadenceText } from '../../domain/cadence.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { anniversaryText } from '../../domain/contact-details.ts'
import { fullName } from '../../domain/name-parts.ts'
import { partialDateText } from '../../domain/partial-date.ts'
import type { MergeResult } from '../../domain/merge.ts'
import { pluralize } from '../layout/pluralize.ts'
import { tableView, type TableOptions } from '../layout/table.ts'

/** How much moved from one card to the other. */
type Moved = { readonly promises: number; readonly entries: number }

/** Two cards side by side, one field per row: the removed one, and the kept one. */
export function cardsSideBySide(gone: Contact, kept: Contact, options: TableOptions): string {
  const others = fieldsOf(kept)
  const rows = fieldsOf(gone).flatMap(([label, text], index) => {
    const other = others[index]?.[1] ?? ''
    return text === '' && other === '' ? [] : [[label, text, other]]
  })
  return `\n${tableView(['', `@${gone.id}, removed`, `@${kept.id}, kept`], rows, options)}`
}

/** The result of a merge: what moved, which values the kept card took over, and each differing field. */
export function mergedLines(gone: Contact, kept: Contact, moved: Moved, merging: MergeResult): string[] {
  const { taken, differences } = merging
  const over = [
    ...(moved.promises === 0 ? [] : [pluralize(moved.promises, 'promise')]),
    ...(moved.entries === 0 ? [] : [moved.entries === 1 ? 'one entry' : `${moved.entries} entries`]),
  ]
  return [
    `Merged ${nameAndCompany(gone)} (@${gone.id}) into ${nameAndCompany(kept)} (@${kept.id})${over.length === 0 ? '' : `, with ${over.join(' and ')}`}.`,
    ...(taken.length === 0 ? [] : [`Taken: ${taken.map(({ words }) => words).join(', ')}.`]),
    ...differences.map(
      ({ field, kept: mine, other }) =>
        `${capital(field)}: ${mine} kept; the other card had ${other}, now in the note.`,
    ),
  ]
}

function fieldsOf(contact: Contact): (readonly [label: string, text: string])[] {
  const { source, doNotContact } = contact
  const lines = (texts: readonly string[]): string => texts.join(', ')
  return [
    ['name', contact.name],
    ['company', contact.company ?? ''],
    ['called', contact.nick ?? ''],
    ['full name', fullName(contact.name, contact.nameParts) ?? ''],
    ['title', contact.title ?? ''],
    ['department', contact.department ?? ''],
    ['birthday', contact.birthday === null ? '' : partialDateText(contact.birthday)],
    ['anniversaries', lines(contact.anniversaries.map(anniversaryText))],
    ['links', lines(contact.links.map(({ value }) => value))],
    ['phones', lines(contact.phones.map(({ readable }) => readable))],
    ['emails', lines(contact.emails.map(({ value }) => value))],
    ['addresses', lines(contact.addresses.map(({ text }) => text))],
    ['prefers', contact.channel ?? ''],
    ['best time', contact.bestTime ?? ''],
    ['time zone', contact.timeZone ?? ''],
    ['kind', contact.kind ?? ''],
    ['met', source.met ?? ''],
    ['from', source.from === null ? (source.word ?? '') : `${source.from.name} (@${source.from.id})`],
    ['every', contact.every === null ? '' : cadenceText(contact.every)],
    ['tags', lines(contact.tags)],
    ['do not contact', doNotContact === 'all' ? 'at all' : lines(doNotContact ?? [])],
    ['note', contact.note ?? ''],
    ['also', lines(contact.extra.map(({ name }) => name))],
  ]
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
