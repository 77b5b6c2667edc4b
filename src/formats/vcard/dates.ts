import type { Anniversary } from '../../domain/contact-details.ts'
import { partialDate, type PartialDate } from '../../domain/partial-date.ts'
import { eachOf, firstOf, spelledLabel, type Card } from './card.ts'
import { paramOf, type Property } from './property.ts'

/** The birthday of a card; `null` if it is not a valid date. */
export function birthdayIn(card: Card): PartialDate | null {
  return firstOf(card, 'BDAY', dateOf)
}

/** The other yearly dates: the standard's anniversary, and Apple's labelled dates. */
export function anniversariesIn(card: Card): Anniversary[] {
  return eachOf(
    card,
    ['ANNIVERSARY', 'X-ANNIVERSARY', 'X-EVOLUTION-ANNIVERSARY', 'X-ABDATE'],
    (text, property) => {
      const date = dateOf(text, property)
      return date === null ? null : { label: spelledLabel(card, property), date }
    },
  )
}

/**
 * A date in a card: `1980-04-15`, `19800415`, `--0415` without the year; each may have a time of day. Apple writes an
 * unknown year as 1604 and marks it as such.
 */
function dateOf(text: string, property: Property): PartialDate | null {
  const [, year, month, day] = /^(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?:[T ][\d:.,+-]*Z?)?$/i.exec(text) ?? []
  if (month === undefined || day === undefined) return null
  const omitted = paramOf(property, 'X-APPLE-OMIT-YEAR')
  const known = year === undefined || omitted.includes(year) ? null : Number(year)
  return partialDate(known, Number(month), Number(day))
}
