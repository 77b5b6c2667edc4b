import type { CardParams } from '../../domain/contact.ts'
import { escaped } from './content-line.ts'
import { labelIn, preferenceIn, typeForLabel } from './labels.ts'
import { isName, paramText } from './write-extra.ts'
import type { Labelled } from './write-links.ts'

/** A number or an address of a contact, as it is to be written: its value with the escapes of a card. */
export type Reach = {
  readonly label: string | null
  readonly value: string
  readonly params?: CardParams
}

/** Properties of which a value may be written as the address of a link. */
const schemes: Readonly<Record<string, string>> = { TEL: 'tel:', EMAIL: 'mailto:' }

/**
 * Numbers or addresses with the parameters they came with (R71). The first of several is the one they prefer: it is marked
 * so, unless the parameters say the same.
 */
export function reachProperties(name: 'TEL' | 'EMAIL' | 'ADR', items: readonly Reach[]): Labelled[] {
  const ranks = items.map(({ params = {} }) => preferenceIn(params['PREF'] ?? []))
  const isRanked = inOrder(ranks)
  const isMarked = items.length > 1 && (ranks[0] === Infinity || !isRanked)
  return items.map(({ label, value, params = {} }, index) => {
    const typed = params['TYPE'] ?? []
    // A label that was taken away does not come back by the types.
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

/** Whether each is preferred to those behind it; the first is marked where it has no rank. */
function inOrder([first = Infinity, ...others]: readonly number[]): boolean {
  const ranks = [first === Infinity ? 1 : first, ...others]
  return ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? rank))
}

/** A value as the address of a link, where it can be one; else as it is. */
function linkOf(name: string, value: string): string {
  const link = value.replace(/ ext (?=\d+$)/, ';ext=')
  return /[\s\\]/.test(link) ? value : `${schemes[name] ?? ''}${link}`
}

/** A number or an email address with its value escaped. */
export function escapedReach(reach: Reach): Reach {
  return { ...reach, value: escaped(reach.value) }
}
