import type { LinkKind } from '../../domain/contact-details.ts'
import { labelText } from '../../domain/label.ts'
import { groupBy } from '../../domain/group-by.ts'
import { oneLine, spaced, type Labelled, type RowFacts } from './table/people.ts'
import type { DateReader } from './table/date-orders.ts'
import type { Cells } from '../csv/rows.ts'

/** A column of a group: "Phone 2 - Value". */
const partOfGroup = /^(.+) (\d+) - (.+)$/

/** Columns that belong together: the parts of one number, address or website. */
type Group = {
  readonly what: string
  readonly parts: ReadonlyMap<string, string>
  readonly columns: readonly string[]
}

/** The column groups of a table, named as Google names them: "Phone 2 - Value". */
export type ColumnGroups = {
  readonly columns: ReadonlySet<string>
  /** Whether a group holds job titles. */
  readonly hasJob: boolean
  /** The columns of dates. */
  readonly dates: ReadonlySet<string>
  readonly read: (cells: Cells, dateIn: DateReader) => RowFacts
}

/** Finds the groups among columns. ` ::: ` separates several values in one cell. */
export function columnGroups(columns: readonly string[]): ColumnGroups {
  const groupByColumn = new Map(
    groupsOf(columns).flatMap((group) => group.columns.map((column) => [column, group] as const)),
  )
  return {
    columns: new Set(groupByColumn.keys()),
    hasJob: columns.some((column) => /^Organization \d+ - Title$/.test(column)),
    dates: new Set(columns.filter((column) => /^Event \d+ - Value$/.test(column))),
    read: (cells, dateIn) => {
      const filled = Object.keys(cells).flatMap((column) => groupByColumn.get(column) ?? [])
      return factsOf(cells, [...new Set(filled)], dateIn)
    },
  }
}

function factsOf(cells: Cells, groups: readonly Group[], dateIn: DateReader): RowFacts {
  if (groups.length === 0) return {}
  const byWhat = groupBy(groups, ({ what }) => what)
  const named = (what: string): readonly Group[] => byWhat.get(what) ?? []
  const jobs = named('Organization')
  const work = jobs.find((group) => part(cells, group, 'Name') !== '') ?? jobs[0]
  const events = named('Event').flatMap((group) =>
    valuesOf(cells, group).map((value) => ({
      ...withoutMark(value),
      date: dateIn(group.parts.get('Value') ?? '', value.value),
    })),
  )
  return {
    company: work === undefined ? '' : oneLine(part(cells, work, 'Name')),
    phones: preferredFirst(named('Phone').flatMap((group) => valuesOf(cells, group))),
    emails: preferredFirst(named('E-mail').flatMap((group) => valuesOf(cells, group))),
    addresses: preferredFirst(named('Address').flatMap((group) => addressesOf(cells, group))),
    title: work === undefined ? '' : part(cells, work, 'Title'),
    department: work === undefined ? '' : part(cells, work, 'Department'),
    anniversaries: events.flatMap(({ label, date }) => (date === null ? [] : [{ label, date }])),
    links: [
      ...named('Website').flatMap((group) => linksOf(cells, group, 'page')),
      ...named('IM').flatMap((group) => linksOf(cells, group, 'chat')),
    ],
    extra: [
      ...groups.flatMap((group) => loneLabel(cells, group)),
      ...events
        .filter(({ date }) => date === null)
        .map(({ label, value }) => ({ label: label === '' ? 'Event' : label, value })),
      ...(work === undefined ? [] : workLines(cells, work)),
      ...jobs.filter((group) => group !== work).flatMap((group) => groupLines(cells, group)),
      ...groups.filter(({ what }) => !inFields.has(what)).flatMap((group) => groupLines(cells, group)),
    ],
  }
}

/** The groups that become fields of a contact. */
const inFields = new Set(['Phone', 'E-mail', 'Address', 'Organization', 'Event', 'Website', 'IM'])

/** The web addresses or chats of a group, with a label such as "other Skype". */
function linksOf(cells: Cells, group: Group, kind: LinkKind): (Labelled & { readonly kind: LinkKind })[] {
  const label = spaced(labelText(unmarked(part(cells, group, 'Label'))) ?? '', part(cells, group, 'Service'))
  return several(part(cells, group, 'Value')).map((value) => ({
    label,
    // Older exports have "http\\://".
    value: value.replace('\\:', ':'),
    kind,
  }))
}

function withoutMark({ label, value }: Labelled): Labelled {
  return { label: unmarked(label), value }
}

function groupsOf(columns: readonly string[]): Group[] {
  const groups = new Map<string, { what: string; parts: Map<string, string> }>()
  for (const column of columns) {
    const [, what, number, name] = partOfGroup.exec(column) ?? []
    if (what === undefined || number === undefined || name === undefined) continue
    const group = groups.get(`${what} ${number}`) ?? {
      what: what === 'Email' ? 'E-mail' : what,
      parts: new Map<string, string>(),
    }
    group.parts.set(name === 'Type' ? 'Label' : name, column)
    groups.set(`${what} ${number}`, group)
  }
  return [...groups.values()].map(({ what, parts }) => ({ what, parts, columns: [...parts.values()] }))
}

function part(cells: Cells, group: Group, name: string): string {
  return (cells[group.parts.get(name) ?? ''] ?? '').trim()
}

function several(cell: string): string[] {
  return cell.includes(':::') ? cell.split(':::').map((value) => value.trim()) : [cell.trim()]
}

/** A label without the star that marks preferred values and Google's own labels. */
function unmarked(label: string): string {
  return label.replace(/^[*\s]+/, '')
}

function valuesOf(cells: Cells, group: Group): Labelled[] {
  const label = part(cells, group, 'Label')
  return several(part(cells, group, 'Value')).map((value) => ({ label, value }))
}

/** Puts starred values first, and removes the star from every label. */
function preferredFirst(values: readonly Labelled[]): readonly Labelled[] {
  const isPreferred = ({ label }: Labelled): boolean => label.startsWith('*')
  if (!values.some(isPreferred)) return values
  return [...values.filter(isPreferred), ...values.filter((value) => !isPreferred(value))].map(
    ({ label, value }) => ({ label: unmarked(label), value }),
  )
}

function addressesOf(cells: Cells, group: Group): Labelled[] {
  const label = part(cells, group, 'Label')
  const formatted = part(cells, group, 'Formatted')
  if (formatted !== '') return several(formatted).map((value) => ({ label, value }))
  const values = (name: string): string[] => several(part(cells, group, name))
  const lines = ['Street', 'Extended Address', 'PO Box'].map(values)
  const town = ['City', 'Region', 'Postal Code'].map(values)
  const countries = values('Country')
  const limit = Math.max(...[...lines, ...town, countries].map(({ length }) => length))
  return Array.from({ length: limit }, (_, index) => {
    const of = (list: readonly string[]): string => list[index] ?? ''
    const text = [...lines.map(of), spaced(...town.map(of)), of(countries)]
    return { label, value: text.filter((line) => line !== '').join('\n') }
  })
}

/** The label of a group that has no other value; for a job, unless the label only says "work". */
function loneLabel(cells: Cells, group: Group): Labelled[] {
  const column = group.parts.get('Label')
  const label = column === undefined ? '' : unmarked(cells[column] ?? '').trim()
  if (column === undefined || label === '') return []
  const isAlone = group.columns.every((other) => other === column || (cells[other] ?? '').trim() === '')
  const isSaid = group.what === 'Organization' ? /^work$/i.test(label) : !isAlone
  return isSaid ? [] : [{ label: column, value: label }]
}

/** The other work details of a group. */
function workLines(cells: Cells, group: Group): Labelled[] {
  return [...group.parts]
    .filter(([name]) => !['Name', 'Label', 'Title', 'Department'].includes(name))
    .map(([name, column]) => ({ label: name, value: cells[column] ?? '' }))
}

/** A group that fits no field of a contact, as labelled values: "Spouse: Jean", "Calendar (work): …". */
function groupLines(cells: Cells, group: Group): Labelled[] {
  const label = unmarked(spaced(part(cells, group, 'Label'), part(cells, group, 'Service')))
  const speaks = ['Custom Field', 'Event', 'Relation'].includes(group.what)
  const named = label === '' ? group.what : speaks ? label : `${group.what} (${label.toLowerCase()})`
  const values = [...group.parts].filter(([name]) => name !== 'Label' && name !== 'Service')
  return values.map(([name, column]) => ({
    label: name === 'Value' || name === 'Name' ? named : `${named}, ${name}`,
    value: several(cells[column] ?? '')
      .filter((value) => value !== '')
      // Older exports have "http\\://".
      .map((value) => value.replace('\\:', ':'))
      .join(', '),
  }))
}
