import { unitSeparator } from '../../domain/contact-details.ts'
import { emptyNameParts, namePartsOf, type NameParts } from '../../domain/name-parts.ts'
import { filled, firstOf, listIn, named, partsIn, textIn, type Card } from './card.ts'
import { partsOf } from './property.ts'

/** The names, company and department of a person. */
export type Called = {
  readonly name: string | null
  readonly nameParts: NameParts
  readonly company: string | null
  readonly nick: string | null
  readonly department: string | null
}

/** Scripts in which the family name comes first. */
const familyFirst =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s\u30fc\u3005]+$/u

/**
 * The names in a card. The name is the displayed name, else built from its parts; a card of a company alone has the
 * company's name.
 */
export function calledBy(card: Card): Called {
  const { org, department } = companyIn(card)
  const nicks = [...listIn(card, 'NICKNAME'), ...listIn(card, 'X-NICKNAME'), ...androidNicks(card)]
  const nick = nicks.length === 0 ? null : [...new Set(nicks)].join(', ')
  const parts = namePartsIn(card)
  const shown = textIn(card, 'FN') ?? nameFromParts(parts)
  const nameParts = shown === null ? parts : namePartsOf(shown, parts)
  if (shown === null && org === null) return { name: nick, nameParts, company: null, nick: null, department }
  const name = shown ?? org
  const company = shown === null || (isCompany(card) && org === shown) ? null : org
  return { name, nameParts, company, nick, department }
}

/** The company and the unit in which they work; smaller units become extra fields. */
function companyIn(card: Card): { readonly org: string | null; readonly department: string | null } {
  const [property] = named(card, 'ORG')
  const [org = '', ...units] = property === undefined ? [] : partsIn(card, property, ';')
  const department = filled(units).join(unitSeparator)
  // A unit that contains a semicolon would be exported as two: then the property becomes an extra field as well.
  const isWhole = !units.some((unit) => unit.includes(';'))
  if (property !== undefined && isWhole && `${org}${department}` !== '') card.inFields.add(property)
  return {
    org: org === '' ? null : org,
    department: department === '' ? textIn(card, 'X-DEPARTMENT') : department,
  }
}

/**
 * The parts of N: family, given, middle, prefix, suffix. Newer cards may have more parts; then N becomes an extra field
 * too.
 */
function namePartsIn(card: Card): NameParts {
  const [property] = named(card, 'N')
  if (property === undefined) return emptyNameParts
  const [family, given, middle, prefix, suffix, ...more] = partsIn(card, property, ';').map((part) =>
    part === '' ? null : part,
  )
  if (more.every((part) => part === null)) card.inFields.add(property)
  return {
    prefix: prefix ?? null,
    given: given ?? null,
    middle: middle ?? null,
    family: family ?? null,
    suffix: suffix ?? null,
  }
}

/** Builds the name from its parts. */
function nameFromParts({ prefix, given, middle, family, suffix }: NameParts): string | null {
  const isFamilyFirst =
    family !== null && given !== null && familyFirst.test(family) && familyFirst.test(given)
  const words = isFamilyFirst
    ? [prefix, family, given, middle, suffix]
    : [prefix, given, middle, family, suffix]
  return words.filter((word) => word !== null).join(' ') || null
}

function androidNicks(card: Card): string[] {
  const nick = firstOf(card, 'X-ANDROID-CUSTOM', (_, property) => {
    const [type = '', value = ''] = partsOf(property, ';')
    return type.endsWith('/nickname') && value.trim() !== '' ? value.trim() : null
  })
  return nick === null ? [] : [nick]
}

/** Whether a card is that of a company; the property that marks it stays an extra field. */
function isCompany(card: Card): boolean {
  const says = (name: string, value: string): boolean =>
    named(card, name).some((property) => property.value.trim().toLowerCase() === value)
  return says('KIND', 'org') || says('X-ABSHOWAS', 'company')
}
