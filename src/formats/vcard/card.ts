import { labelOf, preference, spelledLabels, type SpelledLabels } from './labels.ts'
import { partsOf, textOf, type Properties, type Property } from './property.ts'

/** A card to look things up in. */
export type Card = {
  readonly properties: readonly Property[]
  /** The lines that are no properties. */
  readonly strays: readonly string[]
  readonly byName: ReadonlyMap<string, readonly Property[]>
  readonly spelled: SpelledLabels
}

/** A value with what it is called: a phone number, an email address. */
export type Labelled = { readonly label: string | null; readonly value: string }

/**
 * A card from its properties.
 *
 * @throws NoText where a label is not encoded as it says
 */
export function cardOf({ properties, strays }: Properties): Card {
  const byName = new Map<string, Property[]>()
  for (const property of properties) {
    const known = byName.get(property.name)
    if (known === undefined) byName.set(property.name, [property])
    else known.push(property)
  }
  return { properties, strays, byName, spelled: spelledLabels(properties) }
}

/** The properties of a name, those that are preferred first. */
export function named(card: Card, name: string): readonly Property[] {
  const properties = card.byName.get(name) ?? []
  const preferred = properties.some((property) => preference(property) !== Infinity)
  if (!preferred) return properties
  return properties.toSorted((a, b) => {
    const [first, second] = [preference(a), preference(b)]
    return first === second ? 0 : first < second ? -1 : 1
  })
}

/**
 * The texts of a property, without those that are empty.
 *
 * @throws NoText where one is not encoded as it says
 */
export function textsIn(card: Card, name: string): string[] {
  return filled(named(card, name).map(textOf))
}

/** The first text of a property, or `null`. */
export function textIn(card: Card, name: string): string | null {
  return textsIn(card, name)[0] ?? null
}

/** The parts of every property of a name, without those that are empty. */
export function partsIn(card: Card, name: string, separator: ';' | ','): string[] {
  return filled(named(card, name).flatMap((property) => partsOf(property, separator)))
}

/** The values of a property with their labels; `plain` takes off what is no part of them. */
export function labelledIn(card: Card, name: string, plain: (text: string) => string): Labelled[] {
  return named(card, name).flatMap((property) => {
    const value = plain(textOf(property).trim()).trim()
    return value === '' ? [] : [{ label: labelOf(property, card.spelled), value }]
  })
}

/** Texts without the space around them, and without those that are empty. */
export function filled(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}
