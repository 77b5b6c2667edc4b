import type { CopyPlace } from '../../domain/backup.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { pluralize } from '../layout/pluralize.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { hangingIndent, span, gap, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

/** The data of one person that would be erased. */
export type ForgetPreview = {
  readonly contact: Contact
  readonly promises: readonly { readonly what: string }[]
  /** Newest first. */
  readonly entries: readonly { readonly words: string }[]
}

/** The counts of erased data. */
export type Forgotten = {
  readonly promises: number
  readonly entries: number
  readonly commands: number
  readonly about: number
  readonly sent: number
  readonly backups: number
  /** Copies outside the diary's backups. */
  readonly elsewhere: readonly string[]
}

type ForgottenOptions = { readonly theme: Theme; readonly width: number }

/** The lines of each kind shown before erasing. */
const shownAtMost = 3

/** Shows what would be erased: the count of each kind, and its first lines. */
export function forgetPreviewView(of: ForgetPreview, { theme, width }: ForgottenOptions): string {
  const sheet = contentArea(width)
  const { contact, promises, entries } = of
  const lines = (texts: readonly string[], count: string): Row[] => {
    if (texts.length === 0) return []
    const more = texts.length - shownAtMost
    return [
      [span('plain', count)],
      ...texts
        .slice(0, shownAtMost)
        .flatMap((text) => hangingIndent([gap(2)], wrap([span('dim', text)], sheet.width - 2))),
      ...(more > 0 ? [[gap(2), span('dim', `and ${more} more`)]] : []),
    ]
  }
  const reach = [
    ...contact.phones.map(({ readable }) => readable),
    ...contact.emails.map(({ value }) => value),
    ...contact.addresses.map(({ text }) => text),
    ...contact.links.map(({ value }) => value),
    ...[contact.title, contact.department].filter((text) => text !== null),
    ...(contact.note ?? '').split('\n').filter((line) => line !== ''),
  ]
  const rows = [
    [],
    ...wrap(
      [span('heading', 'TO BE ERASED'), span('dim', ' · '), span('name', titleOf(contact))],
      sheet.width,
    ),
    ...lines(reach, 'card details'),
    ...lines(
      promises.map(({ what }) => what),
      pluralize(promises.length, 'promise'),
    ),
    ...lines(
      entries.map(({ words }) => words),
      entryCount(entries.length),
    ),
    [],
  ]
  return renderRows(rows, theme, sheet.margin)
}

/** Says in a sentence what would be erased. */
export function forgetPreviewSentence({ contact, promises, entries }: ForgetPreview): string {
  return `That would erase ${titleOf(contact)} for good${withCounts(promises.length, entries.length)}; nothing was erased.`
}

/** Says what was erased, and what happened to other people's connections with them. */
export function forgottenLines(contact: Contact, erased: Forgotten): string[] {
  const { promises, entries, about, sent, commands } = erased
  return [
    `Forgot ${contact.name}${withCounts(promises, entries)}: erased from ${erasedFrom(erased)}.`,
    ...(about === 0
      ? []
      : [
          `${about === 1 ? 'One promise of somebody else was' : `${about} promises of others were`} about them: the text is kept, without a link to the card.`,
        ]),
    ...(sent === 0
      ? []
      : [
          `${sent === 1 ? 'One person was referred by them, and is kept' : `${sent} people were referred by them, and are kept`}.`,
        ]),
    ...(commands === 0 ? [] : [`${pluralize(commands, 'command')} of the history can no longer be undone.`]),
  ]
}

/** "the diary, 3 backups and the copy /media/stick/diary.db" */
export function erasedFrom({ backups, elsewhere }: Pick<Forgotten, 'backups' | 'elsewhere'>): string {
  const files = [
    'the diary',
    ...(backups === 0 ? [] : [backups === 1 ? 'one backup' : `${backups} backups`]),
    ...elsewhere.map((file) => `the copy ${file}`),
  ]
  return files.length === 1 ? files.join('') : `${files.slice(0, -1).join(', ')} and ${files.at(-1) ?? ''}`
}

/** A copy whose file is missing, and what to do about it. */
export function unreachableCopy({ path }: CopyPlace, day: string): string {
  return `The copy that was made at ${path} on ${day} cannot be reached, and still contains them. When it is available, run "fu forget" again; if it is gone for good: fu forget --gone ${shellWord(path)}`
}

function withCounts(promises: number, entries: number): string {
  const parts = [
    ...(promises === 0 ? [] : [pluralize(promises, 'promise')]),
    ...(entries === 0 ? [] : [entryCount(entries)]),
  ]
  return parts.length === 0 ? '' : `, with ${parts.join(' and ')}`
}

function entryCount(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'}`
}

function titleOf(contact: Contact): string {
  return `${nameAndCompany(contact)} (@${contact.id})`
}
