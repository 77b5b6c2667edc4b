import { hasNoField, meaningsOf, wordsOf } from './meanings.ts'
import { nameWords } from './words.ts'

/** The parts of a postal address that columns hold; `address` is a whole address or its first line. */
const addressParts = 'address street house extended city region code country box'.split(' ')

/** What a column holds. */
export type ColumnField =
  | keyof typeof nameWords
  | 'address'
  | 'street'
  | 'house'
  | 'extended'
  | 'city'
  | 'region'
  | 'code'
  | 'country'
  | 'box'
  | 'phone'
  | 'email'
  | 'link'
  | 'profile'
  | 'chat'
  /** A column called only "Home" or "Contact": its values decide whether it holds phone numbers. */
  | 'place'
  /** Outlook's columns beside an email: its display name and its type. */
  | 'emailName'
  | 'emailType'
  /** Only the user can assign this field; no column name means it. */
  | 'from'
  | 'every'
  /** A known name for which a contact has no field. */
  | 'extra'

/** The field that a column's name means, its label ("work"), and its number among several. */
export type Header = { readonly field: ColumnField; readonly label: string; readonly number: number }

/**
 * The field that a column's name means, its words in any order; `null` if a word is unknown or the words do not fit
 * together. The program that wrote the table does not matter.
 *
 * @example readHeader('Telefon geschaeftlich 2') // { field: 'phone', label: 'work', number: 2 }
 */
export function readHeader(name: string): Header | null {
  const words = wordsOf(name)
  const read = meaningsOf(words)
  const known = read === null ? null : headerOf(read.means, read.number)
  if (known !== null) return known
  return hasNoField(words) ? { field: 'extra', label: '', number: read?.number ?? 1 } : null
}

/** The header for a set of meanings; a rule must match the whole set. */
function headerOf(means: ReadonlySet<string>, number: number): Header | null {
  const has = (meaning: string): boolean => means.has(meaning)
  const only = (...allowed: string[]): boolean => [...means].every((meaning) => allowed.includes(meaning))
  const header = (field: ColumnField, label = ''): Header => ({ field, label, number })

  const service = services.find(has)
  if (service !== undefined) {
    const isProfile = profiles.includes(service)
    const isIt = only(service, 'link', 'chat', 'name', 'address', 'handle')
    return isIt ? header(isProfile ? 'profile' : 'chat', named(service)) : null
  }
  if (has('email')) {
    if (has('type')) return only('email', 'type', 'address') ? header('emailType') : null
    const isName = has('whole') || has('name') || has('chat')
    if (isName) return only('email', 'whole', 'name', 'chat', 'address') ? header('emailName') : null
    const label = labelOf(means, ['main', 'primary'])
    return only('email', 'address', 'contact', 'company', ...whose) ? header('email', label) : null
  }
  const device = ['fax', 'pager', 'mobile'].find(has)
  if (device !== undefined || has('phone')) {
    const isIt = only(
      'phone',
      'mobile',
      'fax',
      'pager',
      'address',
      'contact',
      'company',
      'number',
      ...whose,
      ...lines,
    )
    const main = has('company') && (has('main') || has('primary')) ? ['company main'] : null
    const words = [...(main ?? [labelOf(means, [])]), device ?? '', number > 1 ? String(number) : '']
    const label = words.filter((word) => word !== '').join(' ')
    return isIt ? header('phone', /^\d+$/.test(label) ? '' : label) : null
  }
  if (has('link'))
    return only('link', 'address', 'contact', 'company', ...whose) ? header('link', labelOf(means, [])) : null
  if (has('chat')) return only('chat', 'address', 'name', 'handle', ...whose) ? header('chat') : null
  const part = addressPartOf([...means].filter((meaning) => addressParts.includes(meaning)))
  if (part !== null) {
    const isIt = only(
      ...addressParts,
      'contact',
      'company',
      'number',
      ...whose,
      ...(part === 'address' ? [] : ['name']),
    )
    return isIt ? header(part, labelOf(means, [])) : null
  }
  return nameHeader(means, number)
}

/** A header that is not a way to reach somebody: one meaning, to which "name" or "contact" adds nothing. */
function nameHeader(means: ReadonlySet<string>, number: number): Header | null {
  const [first, ...others] = [...means]
  if (first === undefined) return null
  const part = alone.get(first)
  if (part !== undefined) return others.length === 0 ? { field: part, label: '', number } : null
  const rest = [...means].filter((meaning) => meaning !== 'contact')
  if (rest.length === 0) return { field: 'contact', label: '', number }
  const nouns = rest.length > 1 ? rest.filter((meaning) => meaning !== 'name') : rest
  const [noun = ''] = nouns
  if (
    nouns.length > 1 &&
    nouns.some((one) => jobs.has(one)) &&
    nouns.every((one) => jobs.has(one) || one === 'work')
  )
    return { field: 'job', label: '', number }
  if (nouns.length === 2 && nouns.includes('first') && nouns.includes('last'))
    return { field: 'whole', label: '', number }
  if (nouns.length > 1) return null
  if (others.length === 0 && places.includes(noun)) return { field: 'place', label: noun, number }
  if (rest.length > 1 && noun !== 'company' && noun !== 'department') return null
  if (noun === 'first' && number > 1) return { field: 'middle', label: '', number }
  return isNameField(noun) && !alone.has(noun) ? { field: noun, label: '', number } : null
}

const alone = new Map<string, ColumnField>([
  ['firstAlone', 'first'],
  ['middleAlone', 'middle'],
  ['lastAlone', 'last'],
])

const jobs = new Set(['job', 'title', 'profession'])

function isNameField(meaning: string): meaning is keyof typeof nameWords {
  return Object.hasOwn(nameWords, meaning)
}

function addressPartOf(parts: readonly string[]): ColumnField | null {
  const core = parts.filter((part) => part !== 'address')
  const isOf = (...pair: string[]): boolean => core.length === 2 && pair.every((part) => core.includes(part))
  if (isOf('street', 'house')) return 'street'
  if (isOf('country', 'region')) return 'country'
  if (core.length > 1 && core.every((part) => part === 'city' || part === 'code' || part === 'region'))
    return 'city'
  if (core.length > 1) return null
  if (core[0] === 'house' && parts.includes('address')) return 'street'
  return (core[0] ?? parts[0] ?? null) as ColumnField | null
}

/** Meanings that become the label of a value. */
const whose = 'home work other main primary mailing billing shipping'.split(' ')
/** Labels that only telephones have. */
const lines = 'assistant car callback radio direct isdn tty whatsapp'.split(' ')
/** Labels that can be the whole name of a column. */
const places = 'home work other main primary direct'.split(' ')
const profiles = 'linkedin xing facebook twitter instagram mastodon bluesky github youtube'.split(' ')
const services = [...profiles, ...'skype telegram signal threema jabber icq aim msn matrix'.split(' ')]

const written: Readonly<Record<string, string>> = {
  isdn: 'ISDN',
  tty: 'TTY',
  whatsapp: 'WhatsApp',
  linkedin: 'LinkedIn',
  github: 'GitHub',
  youtube: 'YouTube',
  icq: 'ICQ',
  aim: 'AIM',
  msn: 'MSN',
}

function named(service: string): string {
  return written[service] ?? service.charAt(0).toUpperCase() + service.slice(1)
}

/** The label for a set of meanings; "company" counts as work. */
function labelOf(means: ReadonlySet<string>, unsaid: readonly string[]): string {
  const labels = [...means].filter(
    (meaning) => (whose.includes(meaning) || lines.includes(meaning)) && !unsaid.includes(meaning),
  )
  const all = means.has('company') && !labels.includes('work') ? ['work', ...labels] : labels
  return all.map((label) => written[label] ?? label).join(' ')
}
