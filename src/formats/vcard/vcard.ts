import type { ImportRow, PropertyFault } from '../../domain/import.ts'
import { cardOf } from './card.ts'
import { cardsOf, type CardText } from './cards.ts'
import { NoText } from './encoding.ts'
import { personOf } from './person.ts'
import { propertiesOf } from './property.ts'

const versions = ['2.1', '3.0', '4.0']

/**
 * The people of a file of cards (vCard 2.1, 3.0 and 4.0, as phones and address books write them), one after another: a
 * file of any length needs only the memory of one card. `text` may be split anywhere. Text that is not a person is
 * returned too, with its line and the reason: a card without an end, a nested card, a group, text outside any card.
 * Mail headers are skipped, and a card may lack its BEGIN. For each person, the faults list what could not be decoded
 * or is too long to keep.
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
    return invalid(`It is vCard ${version.slice(0, 20)}; fu reads ${versions.join(', ')}.`)
  }
  if (lines.some((text) => noText.test(text))) return invalid('It contains control characters.')
  try {
    const card = cardOf(propertiesOf(lines, version, start))
    const isGroup = ['KIND', 'X-ADDRESSBOOKSERVER-KIND'].some((name) =>
      card.byName.get(name)?.some(({ value }) => /^\s*group\s*$/i.test(value)),
    )
    const { person, faults } = personOf(card)
    if (isGroup) return invalid(`It is a group of people, "${person?.name ?? ''}", not a person.`)
    if (person === null) return invalid(`It has no name, no number and no address.${undecodedIn(faults)}`)
    return { line, person, faults }
  } catch (error) {
    if (error instanceof NoText) return invalid(error.message)
    throw error
  }
}

/** The undecodable properties of a card that seems to name nobody. */
function undecodedIn(faults: readonly PropertyFault[]): string {
  const undecoded = faults.filter(({ kind }) => kind === 'undecoded')
  return undecoded
    .map(({ line, property, why }) => ` ${property} in line ${line} cannot be read: ${why}`)
    .join('')
}

/** The version of a card; default: the most common one. */
function versionOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, version] = /^VERSION(?:;[^:]*)?:(.*)$/i.exec(line) ?? []
    if (version !== undefined) return version.trim()
  }
  return '3.0'
}

/** Characters that a diary cannot store: NUL and lone surrogates. */
const noText = /[\0\p{Cs}]/u
