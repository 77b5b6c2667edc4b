import type { ImportRow, PropertyFault } from '../../domain/import.ts'
import { cardOf } from './card.ts'
import { cardsOf, type CardText } from './cards.ts'
import { NoText } from './encoding.ts'
import { personOf } from './person.ts'
import { propertiesOf } from './property.ts'

const versions = ['2.1', '3.0', '4.0']

/**
 * The people of a file of cards (vCard 2.1, 3.0 and 4.0, as phones and address books write them), one after
 * another: a file of any length takes the memory of a card. `text` may be cut anywhere. Whatever is no person
 * comes out too, with its line and why: a card without an end, one inside another or of a group, text outside of
 * any card; the header of a mail is passed over, and a card may lack its BEGIN. Of a person it tells what could not be decoded or is too long to keep.
 *
 * @example [...cardsIn(['BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nEND:VCARD\n'])] // [{ line: 1, person: { name: 'Ada', … }, faults: [] }]
 */
export function* cardsIn(text: Iterable<string>): Iterable<ImportRow> {
  for (const card of cardsOf(text)) yield 'invalid' in card ? card : rowOf(card)
}

function rowOf({ line, start, lines }: CardText): ImportRow {
  const invalid = (why: string): ImportRow => ({ line, invalid: why })
  const version = versionOf(lines)
  if (!versions.includes(version)) {
    return invalid(`It is of vCard ${version.slice(0, 20)}; ${versions.join(', ')} can be read.`)
  }
  if (lines.some((text) => noText.test(text))) return invalid('It contains control characters.')
  try {
    const card = cardOf(propertiesOf(lines, version, start))
    const isGroup = ['KIND', 'X-ADDRESSBOOKSERVER-KIND'].some((name) =>
      card.byName.get(name)?.some(({ value }) => /^\s*group\s*$/i.test(value)),
    )
    const { person, faults } = personOf(card)
    if (isGroup) return invalid(`It is a group of people, "${person?.name ?? ''}", and nobody in person.`)
    if (person === null)
      return invalid(`It names nobody, and holds no number or address.${undecodedIn(faults)}`)
    return { line, person, faults }
  } catch (error) {
    if (error instanceof NoText) return invalid(error.message)
    throw error
  }
}

/** What could not be decoded of a card that seems to name nobody. */
function undecodedIn(faults: readonly PropertyFault[]): string {
  const undecoded = faults.filter(({ kind }) => kind === 'undecoded')
  return undecoded
    .map(({ line, property, why }) => ` ${property} in line ${line} cannot be read: ${why}`)
    .join('')
}

/** The version a card says it is of; cards that say nothing are read as the most common. */
function versionOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, version] = /^VERSION(?:;[^:]*)?:(.*)$/i.exec(line) ?? []
    if (version !== undefined) return version.trim()
  }
  return '3.0'
}

/** What no diary can keep: NUL, and halves of a pair. */
const noText = /[\0\p{Cs}]/u
