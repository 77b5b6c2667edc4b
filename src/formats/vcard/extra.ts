import type { ExtraField } from '../../domain/contact-details.ts'
import { longestExtra, mostExtraText, mostExtra } from '../../domain/import-limits.ts'
import type { PropertyFault } from '../../domain/import.ts'
import { decode, type Card } from './card.ts'
import { paramOf, textOf, writtenValue, type Property } from './property.ts'

/** Properties that only frame a card. */
const frame = new Set(['BEGIN', 'END', 'VERSION'])

/** The property for an extra field whose name is not a valid property name, and the parameter with that name. */
export const [extraProperty, extraName] = ['X-FU-EXTRA', 'X-NAME']

/**
 * The properties of a card that did not become a field, unchanged; and faults for those that could not be decoded, or
 * are left out because they are too long or too many.
 */
export function extraIn(card: Card): { readonly extra: ExtraField[]; readonly faults: PropertyFault[] } {
  const extra: ExtraField[] = []
  const faults: PropertyFault[] = []
  let room = mostExtraText
  for (const property of card.properties) {
    if (frame.has(property.name) || card.inFields.has(property)) continue
    const field = decode(card, property, fieldOf) ?? asItCame(property)
    if (field.value === '') continue
    const { line, name } = property
    if (field.value.length > longestExtra) {
      faults.push({
        line,
        property: name,
        kind: 'left-out',
        why: `it is ${field.value.length} characters long`,
      })
    } else if (extra.length === mostExtra || field.value.length > room) {
      faults.push({ line, property: name, kind: 'left-out', why: 'the card has too many of the kind' })
    } else {
      room -= field.value.length
      extra.push(field)
    }
  }
  for (const [{ line, name }, why] of card.undecoded) {
    faults.push({ line, property: name, kind: 'undecoded', why })
  }
  return { extra, faults: faults.toSorted((a, b) => a.line - b.line) }
}

function fieldOf(property: Property): ExtraField {
  const [name] = property.name === extraProperty ? paramOf(property, extraName) : []
  if (name !== undefined && name.trim() !== '') {
    return { name: name.trim(), group: null, params: {}, value: textOf(property).trim() }
  }
  const value = writtenValue(property)
  const params = [...property.params].filter(([param]) => value === property.value || !isOfEncoding(param))
  return { ...asItCame(property), params: Object.fromEntries(params), value: value.trim() }
}

function isOfEncoding(param: string): boolean {
  return param === 'ENCODING' || param === 'CHARSET'
}

function asItCame({ name, group, params, value }: Property): ExtraField {
  return { name, group, params: Object.fromEntries(params), value: value.trim() }
}
