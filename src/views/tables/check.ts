import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import {
  gapKinds,
  type Duplicates,
  type Findings,
  type Gap,
  type GapKind,
  type Likeness,
} from '../../domain/finding.ts'
import { pluralize } from '../layout/pluralize.ts'
import { flow } from '../layout/flow.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { padRow, gap as space, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

type CheckOptions = {
  readonly theme: Theme
  readonly width: number
  /** Whether to show all findings of a kind, not only the first few. */
  readonly all: boolean
}

/** The widest readable line, in columns. */
const maxLineWidth = 84

/** The findings of each kind that are shown by default. */
const shownPerKind = 10

const headings: Record<GapKind, string> = {
  'nothing-next': 'NOTHING NEXT',
  'no-number': 'NO NUMBER',
  'no-email': 'NO EMAIL ADDRESS',
  'no-address': 'NO POSTAL ADDRESS',
  'no-handle': 'NO NAME AT A SERVICE',
  'never-asked': 'NEVER ASKED HOW TO REACH THEM',
}

const fixCommands: Record<GapKind, (who: string, channel: string) => string> = {
  'nothing-next': (who) => `fu promise ${who} … --due …`,
  'no-number': (who) => `fu edit ${who} --phone …`,
  'no-email': (who) => `fu edit ${who} --email …`,
  'no-address': (who) => `fu edit ${who} --address …`,
  'no-handle': (who, channel) => `fu edit ${who} --link ${channel}:…`,
  'never-asked': (who) => `fu edit ${who} --by …`,
}

/** The command that fills a gap, with a placeholder for the missing detail. */
export function fixCommand({ kind, contact, promise }: Gap): string {
  return fixCommands[kind](`@${contact.id}`, promise?.channel ?? contact.channel ?? 'call')
}

/** The command that merges two cards: the newer card into the older one. */
export function mergeCommand({ contacts }: Duplicates): string {
  const ids = contacts.map(({ id }) => id)
  return `fu merge @${Math.max(...ids)} @${Math.min(...ids)}`
}

/** The gaps by kind, with their counts, each with the command that fixes it. */
export function checkView(findings: Findings, { theme, width: screenWidth, all }: CheckOptions): string {
  const { gaps, duplicates } = findings
  const total = gaps.length + duplicates.length
  const sheet = contentArea(screenWidth, maxLineWidth)
  if (total === 0) {
    const nothing = 'Nothing is missing: everybody can be reached, and has a next step.'
    return renderRows(wrap([span('plain', nothing)], sheet.width), theme, sheet.margin)
  }
  const section = <Item>(title: string, items: readonly Item[], rowsOf: (item: Item) => Row[]): Row[] => {
    if (items.length === 0) return []
    const shown = all ? items : items.slice(0, shownPerKind)
    const more = items.length - shown.length
    return [
      [],
      [span('heading', title), span('dim', ` · ${items.length}`)],
      ...shown.flatMap(rowsOf),
      ...(more === 0 ? [] : [[span('dim', `  and ${more} more: fu check --all`)]]),
    ]
  }
  const rows = [
    ...gapKinds.flatMap((kind) =>
      section(
        headings[kind],
        gaps.filter((gap) => gap.kind === kind),
        (gap) => gapRows(gap, sheet.width),
      ),
    ),
    ...section('MAYBE THE SAME', duplicates, (some) => duplicateRows(some, sheet.width)),
    [],
    ...foot(findings, sheet.width),
  ]
  return renderRows(rows, theme, sheet.margin)
}

/** The contact and the reason, with the command at the end of the row, or below it if there is no room. */
function gapRows(gap: Gap, width: number): Row[] {
  const { contact, promise } = gap
  const needed = promise === null ? [] : [span('dim', `, for ${promise.id} (${promise.what})`)]
  return withCommand([...named(contact), ...needed], contact.id, fixCommand(gap), width)
}

const likeWords: Record<Likeness['by'], string> = {
  number: 'one number',
  email: 'one address',
  name: 'one name',
}

function duplicateRows(some: Duplicates, width: number): Row[] {
  const [first, ...others] = some.contacts
  if (first === undefined) return []
  const alike = some.alike.map(({ by, value }) => `${likeWords[by]}, ${value}`).join('; ')
  return [
    ...withCommand(named(first), first.id, mergeCommand(some), width),
    ...others.flatMap(({ id, ...contact }) =>
      hangingIndent(idColumn(id), wrap(named(contact), width - idWidth)),
    ),
    ...hangingIndent([space(idWidth)], wrap([span('dim', alike)], width - idWidth)),
  ]
}

function withCommand(text: Row, id: number, command: string, width: number): Row[] {
  const room = width - idWidth
  const dim = [span('dim', command)]
  const between = room - rowWidth(text) - rowWidth(dim)
  const rows = between >= 2 ? [[...text, space(between), ...dim]] : [...wrap(text, room), ...wrap(dim, room)]
  return hangingIndent(idColumn(id), rows)
}

function named(contact: Pick<Contact, 'name' | 'company'>): Row {
  const rest = nameAndCompany(contact).slice(contact.name.length)
  return [span('name', contact.name), span('plain', rest)]
}

const idWidth = 8

function idColumn(id: number): Row {
  return [...padRow([span('number', `@${id}`)], idWidth - 2, 'right'), space(2)]
}

function foot({ gaps, duplicates }: Findings, width: number): Row[] {
  const people = new Set(gaps.map(({ contact }) => contact.id)).size
  const missing =
    gaps.length === 0 ? '' : `${pluralize(gaps.length, 'thing')} missing, with ${peopleWords(people)}`
  const same = duplicates.length === 0 ? '' : `${peopleWords(duplicates.length)} possibly entered twice`
  const fix = 'fu check --fix asks one by one'
  return flow(
    [[span('plain', missing)], [span('plain', same)], [span('dim', fix)]],
    span('dim', ' · '),
    width,
  )
}

function peopleWords(count: number): string {
  return count === 1 ? 'one person' : `${count} people`
}
