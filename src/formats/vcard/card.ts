import { withParams, type CardParams } from '../../domain/contact.ts'
import { groupLabel } from '../../domain/contact-details.ts'
import { NoText } from './encoding.ts'
import { labelFrom, labelIn, paramsBeside, preference } from './labels.ts'
import { partsOf, textOf, type Properties, type Property } from './property.ts'

/** A card that is being read. */
export type Card = {
  readonly properties: readonly Property[]
  /** The lines that are no properties. */
  readonly strays: readonly string[]
  readonly byName: ReadonlyMap<string, readonly Property[]>
  /** The properties that label those of their group, as `item1.X-ABLabel` does. */
  readonly labels: ReadonlyMap<string, Property>
  /** The properties that became a field of the person; every other is an extra field. */
  readonly inFields: Set<Property>
  /** The properties that could not be decoded, and why. */
  readonly undecoded: Map<Property, string>
}

/** A value with what it is called: a phone number, an email address. */
export type Labelled = { readonly label: string | null; readonly value: string; readonly params?: CardParams }

/** A card from its properties, nothing of it read yet. */
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

/** Reads something of a property; `null` where it cannot be decoded, which the card keeps. */
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

/** The properties of one of the names, in their order, but those that are preferred first. */
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

/** What `read` makes of the first property of a name that it can read. */
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

/** What `read` makes of each property of one of the names that it can read. */
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

/** The texts of a property, without those that are empty. */
export function textsIn(card: Card, name: string): string[] {
  return eachOf(card, name, (text) => text)
}

/** The parts of a property, each without the space around it; none where it cannot be decoded. */
export function partsIn(card: Card, property: Property, separator: ';' | ','): string[] {
  const parts = decode(card, property, (one) => partsOf(one, separator)) ?? []
  return parts.map((part) => part.trim())
}

/** The parts of every property of a name, without those that are empty. */
export function listIn(card: Card, name: string): string[] {
  return named(card, name).flatMap((property) => {
    const parts = filled(partsIn(card, property, ','))
    if (parts.length > 0) card.inFields.add(property)
    return parts
  })
}

/** The values of a property with their labels; `plain` takes off what is no part of them. */
export function labelledIn(card: Card, name: string, plain: (text: string) => string): Labelled[] {
  return eachOf(card, name, (text, property) => {
    const value = plain(text).trim()
    if (value === '') return null
    const label = labelOf(card, property)
    return withParams({ label, value }, decode(card, property, (one) => paramsBeside(one, label)) ?? {})
  })
}

/** The label of a property that becomes a field: as it is spelled out in its group, else from its types. */
export function labelOf(card: Card, property: Property): string | null {
  return spelledLabel(card, property) ?? decode(card, property, labelIn)
}

/** The label that stands beside a property that becomes a field, in its group. */
export function spelledLabel(card: Card, { group }: Property): string | null {
  const label = group === null ? undefined : card.labels.get(group)
  const spelled = label === undefined ? null : labelFrom(decode(card, label, textOf) ?? '')
  if (label !== undefined && spelled !== null) card.inFields.add(label)
  return spelled
}

/** Texts without the space around them, and without those that are empty. */
export function filled(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
