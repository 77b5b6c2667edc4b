import type { MapField } from './column-map.ts'
import { readHeader, type ColumnField } from '../headers/header.ts'

/** A column of a table and its field; `unknown` if its name is not known. */
export type Column = {
  readonly name: string
  readonly index: number
  readonly field: ColumnField | 'unknown'
  readonly label: string
  readonly number: number
  /** Whether the user mapped it. */
  readonly isMapped: boolean
}

const starts: readonly string[] = ['address', 'street', 'city', 'code', 'box']
/** Fields that are parts of an address. */
export const addressFields = 'address street house extended city code region country box'.split(
  ' ',
) as readonly Column['field'][]

/**
 * The field of each column: what the user mapped, else what its name means beside the other names (R71).
 *
 * @param hasJob whether other columns of the table hold the job
 */
export function readColumns(
  names: readonly string[],
  mapped: ReadonlyMap<string, ColumnField>,
  hasJob: boolean,
): Column[] {
  const columns = names.map((name, index): Column => {
    const said = mapped.get(name)
    const read = readHeader(name)
    if (said === undefined)
      return { name, index, label: '', number: 1, field: 'unknown', ...read, isMapped: false }
    const isSeveral = [...mapped.values()].indexOf(said) !== [...mapped.values()].lastIndexOf(said)
    const label = read?.field === said ? read.label : isSeveral ? name.toLowerCase() : ''
    return { name, index, field: said, label, number: 1, isMapped: true }
  })
  return withNotes(withPlaces(withNames(columns, hasJob)))
}

/** Labels each of several notes with its column name. */
function withNotes(columns: readonly Column[]): Column[] {
  const isSeveral = columns.filter(({ field }) => field === 'note').length > 1
  return columns.map((column) =>
    isSeveral && column.field === 'note' ? { ...column, label: column.name } : column,
  )
}

/**
 * Decides what a name with several meanings means in this table:
 * - "Name", "Nom", "Nombre", "Nome", "Naam" is the family name beside a given name, the given name beside a family
 *   name, and the whole name beside both or none.
 * - "Apelido" is a nickname if "Sobrenome" is the family name, as in Brazil; else the family name.
 * - "Title" is a name prefix if another column holds the job or the title column is right before the name; of two title
 *   columns the last is the job. The German and Dutch "Titel" is always a name prefix.
 * - "Profession" is the job if no other column is.
 * - "Geburtstag" is only the day if other columns hold the year and the month.
 * - "Aniversario" is the birthday in a Portuguese table without another birthday column, else another yearly date.
 */
function withNames(columns: readonly Column[], hasOtherJob: boolean): Column[] {
  const all = new Set(columns.map(({ field }) => field))
  const has = (...fields: readonly Column['field'][]): boolean => fields.some((field) => all.has(field))
  const hasFirst = has('first')
  const hasLast = has('last', 'sobrenome', 'apelido')
  const titles = columns.filter(({ field }) => field === 'title')
  const job =
    has('job') || hasOtherJob
      ? null
      : titles.findLast((title) => titles.length > 1 || !isBeforeName(columns, title))
  const isPortuguese =
    has('sobrenome', 'apelido') || columns.some(({ name }) => /^(?:nome|telem|celular)/i.test(name))
  const byField: Partial<Record<Column['field'], (column: Column) => Column['field']>> = {
    name: () => (hasFirst === hasLast ? 'whole' : hasFirst ? 'last' : 'first'),
    sobrenome: () => 'last',
    apelido: () => (has('sobrenome') ? 'nick' : 'last'),
    title: (column) => (column === job ? 'job' : 'prefix'),
    titel: () => 'prefix',
    profession: () => (has('job') || hasOtherJob || job != null ? 'extra' : 'job'),
    geburtstag: () => (has('birthYear') && has('birthMonth', 'month') ? 'birthDay' : 'birthday'),
    birthDay: () => (has('birthYear', 'birthMonth', 'month') ? 'birthDay' : 'birthday'),
    month: () => (has('birthYear') ? 'birthMonth' : 'unknown'),
    day: () => (has('birthYear') ? 'birthDay' : 'unknown'),
    aniversario: () => (has('birthday') || !isPortuguese ? 'anniversary' : 'birthday'),
  }
  return columns.map((column) => ({ ...column, field: byField[column.field]?.(column) ?? column.field }))
}

function isBeforeName(columns: readonly Column[], { index }: Column): boolean {
  const next = columns.find((column) => column.index > index)
  return next !== undefined && ['first', 'whole', 'name', 'last'].includes(next.field)
}

/**
 * Gives unlabelled parts of an address the label of the column right before them: "Adresse privee, Ville, Code postal".
 * Without a street, a town or a postcode they do not form an address.
 */
function withPlaces(columns: readonly Column[]): Column[] {
  const placed: Column[] = []
  const taken = new Set<string>()
  for (const column of columns) {
    if (!isPlace(column)) {
      placed.push(column)
      continue
    }
    const before = placed.at(-1)
    const key = (label: string): string => `${label}/${column.field}/${isLine(column) ? column.number : 1}`
    const follows =
      before !== undefined && isPlace(before) && column.label === '' && !taken.has(key(before.label))
    const label = follows ? before.label : column.label
    taken.add(key(label))
    placed.push({ ...column, label })
  }
  const unlabelled = new Set(placed.filter((column) => isPlace(column) && column.label === ''))
  const isElsewhere = placed.some((column) => isPlace(column) && column.label !== '')
  const needed = isElsewhere ? ['address', 'street'] : starts
  if ([...unlabelled].some(({ field }) => needed.includes(field))) return placed
  return placed.map((column) => (unlabelled.has(column) ? { ...column, field: 'extra' } : column))
}

function isPlace({ field, isMapped }: Column): boolean {
  return addressFields.includes(field) && !isMapped
}

function isLine({ field }: Column): boolean {
  return field === 'address' || field === 'street' || field === 'extended'
}

/** The map field for a guessed column; `null` if there is no guess. */
export function mapFieldOf({ field }: Column): MapField | null {
  if (addressFields.includes(field)) return 'address'
  switch (field) {
    case 'whole':
    case 'contact':
      return 'name'
    case 'job':
      return 'title'
    case 'place':
      return 'phone'
    case 'profile':
    case 'chat':
      return 'link'
    case 'birthYear':
    case 'birthMonth':
    case 'birthDay':
      return 'birthday'
    case 'word':
      return 'from-word'
    case 'timeZone':
      return 'time-zone'
    case 'bestTime':
      return 'best-time'
    case 'doNotContact':
      return 'do-not-contact'
    case 'prefix':
    case 'first':
    case 'middle':
    case 'last':
    case 'suffix':
    case 'company':
    case 'department':
    case 'nick':
    case 'phone':
    case 'email':
    case 'link':
    case 'birthday':
    case 'anniversary':
    case 'met':
    case 'kind':
    case 'channel':
    case 'tag':
    case 'note':
    case 'uid':
      return field
    default:
      return null
  }
}

/** Whether a table with these columns can name or reach anybody. */
export function canReach(columns: readonly Column[]): boolean {
  return columns.some(({ field }) => reaching.has(field))
}

const reaching = new Set(
  'whole contact first last nick company phone email place emailName address'.split(' '),
)
