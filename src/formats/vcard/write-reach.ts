import type { CardParams } from '../../domain/contact.ts'
import { escaped } from './content-line.ts'
import { labelIn, preferenceIn, typeForLabel } from './labels.ts'
import { isName, paramText } from './write-extra.ts'
import type { Labelled } from './write-links.ts'

/** A phone number or an address to be written, with its value escaped for a card. */
export type Reach = {
  readonly label: string | null
  readonly value: string
  readonly params?: CardParams
}

/** The URI schemes of the properties whose value may be a link. */
const schemes: Readonly<Record<string, string>> = { TEL: 'tel:', EMAIL: 'mailto:' }

/**
 * Phone numbers or addresses with their original parameters (R71). The first of several is the preferred one, and is
 * marked so unless the parameters already say it.
 */
export function reachProperties(name: 'TEL' | 'EMAIL' | 'ADR', items: readonly Reach[]): Labelled[] {
  const ranks = items.map(({ params = {} }) => preferenceIn(params['PREF'] ?? []))
  const isRanked = inOrder(ranks)
  const isMarked = items.length > 1 && (ranks[0] === Infinity || !isRanked)
  return items.map(({ label, value, params = {} }, index) => {
    const typed = params['TYPE'] ?? []
    // The types must not restore a label that was removed.
    const isCurrent = typed.length > 0 && (label !== null || labelFromTypes(typed) === null)
    const type = label === null ? null : typeForLabel(label, name)
    const types = isCurrent ? typed : (type?.split(',') ?? [])
    const others = Object.entries(params).filter(
      ([param]) => isName(param) && param !== 'TYPE' && (param !== 'PREF' || isRanked),
    )
    const all = isMarked && index === 0 ? [...types, 'PREF'] : types
    const written = [...(all.length === 0 ? [] : [['TYPE', all] as const]), ...others]
    const isSaid = isCurrent ? labelFromTypes(typed) === label : type !== null
    return {
      property: [name, ...written.map(paramText)].join(';'),
      label: isSaid ? null : label,
      value: params['VALUE']?.some((kind) => /^uri$/i.test(kind)) === true ? linkOf(name, value) : value,
    }
  })
}

function labelFromTypes(types: readonly string[]): string | null {
  return labelIn({ line: 0, group: null, name: '', params: new Map([['TYPE', types]]), value: '' })
}

/** Whether the ranks are in order of preference, with the first marked as preferred if it has no rank. */
function inOrder([first = Infinity, ...others]: readonly number[]): boolean {
  const ranks = [first === Infinity ? 1 : first, ...others]
  return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? rank))
}

/** A value as a link, if it can be one; otherwise unchanged. */
function linkOf(name: string, value: string): string {
  const link = value.replace(/ ext (?=\d+$)/, ';ext=')
  return /[\s\\]/.test(link) ? value : `${schemes[name] ?? ''}${link}`
}

/** A number or an email address with its value escaped. */
export function escapedReach(reach: Reach): Reach {
  return { ...reach, value: escaped(reach.value) }
}
