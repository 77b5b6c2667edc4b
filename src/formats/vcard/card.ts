import { withParams, type CardParams } from '../../domain/contact.ts'
import { groupLabel } from '../../domain/contact-details.ts'
import { NoText } from './encoding.ts'
import { labelFrom, labelIn, paramsBeside, preference } from './labels.ts'
import { partsOf, textOf, type Properties, type Property } from './property.ts'

/** A card being read. */
export type Card = {
  readonly properties: readonly Property[]
  /** Lines that are not properties. */
  readonly strays: readonly string[]
  readonly byName: ReadonlyMap<string, readonly Property[]>
  /** Properties that label others in their group, such as `item1.X-ABLabel`. */
  readonly labels: ReadonlyMap<string, Property>
  /** Properties that became a field of the person; all others become extra fields. */
  readonly inFields: Set<Property>
  /** Properties that could not be decoded, with the reason. */
  readonly undecoded: Map<Property, string>
}

/** A value with its label: a phone number, an email address. */
export type Labelled = { readonly label: string | null; readonly value: string; readonly params?: CardParams }

/** A card of these properties; none is read yet. */
export function cardOf({ properties, strays }: Properties): Card {
  const byName = new Map<string, Property[]>()
  for (const property of properties) {
    const known = byName.get(property.name)
    if (known === undefined) byName.set(property.name, [property])
    else known.push(property)
  }
  const labels = new Map(
    (byName.get(groupLabel) ?? []).flatMap((property): [string, Property][] =>
      property.group === null ? [] : [[property.group, property]],
    ),
  )
  return { properties, strays, byName, labels, inFields: new Set(), undecoded: new Map() }
}

/** Decodes a property; `null` if that fails, and the card records the reason. */
export function decode<Value>(
  card: Card,
  property: Property,
  read: (property: Property) => Value,
): Value | null {
  try {
    return read(property)
  } catch (error) {
    if (!(error instanceof NoText)) throw error
    card.undecoded.set(property, error.message)
    return null
  }
}

/** The properties with one of these names, in card order, the preferred ones first. */
export function named(card: Card, ...names: readonly string[]): readonly Property[] {
  const [name = ''] = names
  const properties =
    names.length === 1
      ? (card.byName.get(name) ?? [])
      : card.properties.filter((property) => names.includes(property.name))
  const preferred = properties.some((property) => preference(property) !== Infinity)
  if (!preferred) return properties
  return properties.toSorted((a, b) => {
    const [first, second] = [preference(a), preference(b)]
    return first === second ? 0 : first < second ? -1 : 1
  })
}

/** The first non-null result of `read` for the properties with this name. */
export function firstOf<Value>(
  card: Card,
  name: string,
  read: (text: string, property: Property) => Value | null,
): Value | null {
  for (const property of named(card, name)) {
    const text = decode(card, property, textOf)?.trim() ?? ''
    const value = text === '' ? null : read(text, property)
    if (value === null) continue
    card.inFields.add(property)
    return value
  }
  return null
}

/** The non-null results of `read` for the properties with these names. */
export function eachOf<Value>(
  card: Card,
  names: string | readonly string[],
  read: (text: string, property: Property) => Value | null,
): Value[] {
  return named(card, ...[names].flat()).flatMap((property) => {
    const text = decode(card, property, textOf)?.trim() ?? ''
    const value = text === '' ? null : read(text, property)
    if (value === null) return []
    card.inFields.add(property)
    return [value]
  })
}

/** The first text of a property, or `null`. */
export function textIn(card: Card, name: string): string | null {
  return firstOf(card, name, (text) => text)
}

/** The non-empty texts of the properties with this name. */
export function textsIn(card: Card, name: string): string[] {
  return eachOf(card, name, (text) => text)
}

/** The trimmed parts of a property; empty if it cannot be decoded. */
export function partsIn(card: Card, property: Property, separator: ';' | ','): string[] {
  const parts = decode(card, property, (one) => partsOf(one, separator)) ?? []
  return parts.map((part) => part.trim())
}

/** The non-empty parts of all properties with this name. */
export function listIn(card: Card, name: string): string[] {
  return named(card, name).flatMap((property) => {
    const parts = filled(partsIn(card, property, ','))
    if (parts.length > 0) card.inFields.add(property)
    return parts
  })
}

/**
 * The values of the properties with this name, with their labels; `plain` removes everything that is not part of a
 * value.
 */
export function labelledIn(card: Card, name: string, plain: (text: string) => string): Labelled[] {
  return eachOf(card, name, (text, property) => {
    const value = plain(text).trim()
    if (value === '') return null
    const label = labelOf(card, property)
    return withParams({ label, value }, decode(card, property, (one) => paramsBeside(one, label)) ?? {})
  })
}

/** The label of a property that becomes a field: from a label property in its group, else from its types. */
export function labelOf(card: Card, property: Property): string | null {
  return spelledLabel(card, property) ?? decode(card, property, labelIn)
}

/** The label property's text in the group of a property that becomes a field. */
export function spelledLabel(card: Card, { group }: Property): string | null {
  const label = group === null ? undefined : card.labels.get(group)
  const spelled = label === undefined ? null : labelFrom(decode(card, label, textOf) ?? '')
  if (label !== undefined && spelled !== null) card.inFields.add(label)
  return spelled
}

/** Trimmed texts, without the empty ones. */
export function filled(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
