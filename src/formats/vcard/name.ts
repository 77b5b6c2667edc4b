import { filled, named, partsIn, textIn, type Card } from './card.ts'
import { partsOf } from './property.ts'

/** What a person is called, and what is left over of where they work. */
export type Called = {
  readonly name: string | null
  readonly company: string | null
  readonly nick: string | null
  /** The parts of the company they work in, from the largest. */
  readonly units: readonly string[]
}

/** Scripts in which the family name comes first. */
const familyFirst =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s\u30fc\u3005]+$/u

/**
 * The names of a card. The name is what the card shows, else it is put together from its parts; a card of a
 * company alone has its name.
 *
 * @throws NoText where a name is not encoded as it says
 */
export function calledBy(card: Card): Called {
  const [org = null, ...units] = filled(
    named(card, 'ORG')
      .slice(0, 1)
      .flatMap((property) => partsOf(property, ';')),
  )
  const nicks = [
    ...partsIn(card, 'NICKNAME', ','),
    ...partsIn(card, 'X-NICKNAME', ','),
    ...androidNicks(card),
  ]
  const nick = nicks.length === 0 ? null : [...new Set(nicks)].join(', ')
  const shown = textIn(card, 'FN') ?? nameFromParts(card)
  if (shown === null && org === null) return { name: nick, company: null, nick: null, units }
  const name = shown ?? org
  const company = shown === null || (isCompany(card) && org === shown) ? null : org
  return { name, company, nick, units }
}

/** The name from the parts of N: family, given, additional, before, after. */
function nameFromParts(card: Card): string | null {
  const [property] = named(card, 'N')
  if (property === undefined) return null
  const parts = partsOf(property, ';').map((part) => part.trim())
  const [family = '', given = '', additional = '', before = '', after = ''] = parts
  const isFamilyFirst = familyFirst.test(family) && familyFirst.test(given)
  const words = isFamilyFirst
    ? [before, family, given, additional, after]
    : [before, given, additional, family, after]
  return filled(words).join(' ') || null
}

function androidNicks(card: Card): string[] {
  return named(card, 'X-ANDROID-CUSTOM').flatMap((property) => {
    const [type = '', value = ''] = partsOf(property, ';')
    return type.endsWith('/nickname') ? filled([value]) : []
  })
}

function isCompany(card: Card): boolean {
  return /^org$/i.test(textIn(card, 'KIND') ?? '') || /^company$/i.test(textIn(card, 'X-ABSHOWAS') ?? '')
}
