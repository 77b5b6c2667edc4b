import type { CardParams } from '../../domain/contact.ts'
import { paramOf, textOf, type Property } from './property.ts'

/** Labels for the types of phones and addresses; any other type is its own label. */
const places: ReadonlyMap<string, string> = new Map([
  ['HOME', 'home'],
  ['WORK', 'work'],
])
const devices: ReadonlyMap<string, string> = new Map([
  ['CELL', 'mobile'],
  ['MOBILE', 'mobile'],
  ['IPHONE', 'mobile'],
  ['FAX', 'fax'],
  ['PAGER', 'pager'],
  ['MAIN', 'main'],
  ['CAR', 'car'],
])

/** Types that do not tell whose a number or an address is. */
const unsaid = new Set(
  'PREF VOICE TEXT MSG VIDEO INTERNET X400 DOM INTL POSTAL PARCEL PCS X-INTERNET X-PCS X-IRMC-N'.split(' '),
)

/** The TYPEs written for these labels; every other label is spelled out. */
const typesByLabel: ReadonlyMap<string, string> = new Map([
  ['home', 'HOME'],
  ['work', 'WORK'],
  ['mobile', 'CELL'],
  ['fax', 'FAX'],
  ['pager', 'PAGER'],
  ['home fax', 'HOME,FAX'],
  ['work fax', 'WORK,FAX'],
  ['home mobile', 'HOME,CELL'],
  ['work mobile', 'WORK,CELL'],
])

/** The TYPE for a label; `null` if the property has none for it. */
export function typeForLabel(label: string, property: 'TEL' | 'EMAIL' | 'ADR'): string | null {
  const type = typesByLabel.get(label) ?? null
  return property === 'TEL' || type === 'HOME' || type === 'WORK' ? type : null
}

/** A spelled-out label, without the marks and capitals of Apple's own labels. */
export function labelFrom(text: string): string | null {
  const [, own] = /^_\$!<(.*)>!\$_$/s.exec(text.trim()) ?? []
  const label = own === undefined ? text.trim() : own.trim().toLowerCase()
  return label === '' ? null : label
}

/**
 * The label of a property from its types; `null` if they do not give one.
 *
 * @throws NoText if a type cannot be decoded
 */
export function labelIn(property: Property): string | null {
  const types = paramOf(property, 'TYPE')
    .map((type) => type.trim())
    .filter((type) => type !== '')
  const known = (names: ReadonlyMap<string, string>): string[] =>
    types.flatMap((type) => names.get(type.toUpperCase()) ?? []).slice(0, 1)
  const own = [...new Set(types.flatMap((type) => ownType(type) ?? []))]
  const words = [...known(places), ...(own.length > 0 ? own : known(kindsOf(types)))]
  return words.length === 0 ? null : words.join(' ')
}

/** Types that every number or address has implicitly; their order means PREF. */
const usual = new Set(['PREF', 'VOICE', 'INTERNET', 'X-INTERNET'])

/**
 * The parameters of a number or an address that its label does not say: which is preferred, how the value is written,
 * types that are no part of the label, and whatever a program adds.
 *
 * @throws NoText if a type cannot be decoded
 */
export function paramsBeside(property: Property, label: string | null): CardParams {
  const words = new Set(label?.toLowerCase().split(' '))
  const isSaid = (type: string): boolean => {
    const said = labelIn({ ...property, params: new Map([['TYPE', [type]]]) })
    // A quote that is never closed is no type.
    return (
      type.includes('"') ||
      usual.has(type.trim().toUpperCase()) ||
      (said ?? '')
        .toLowerCase()
        .split(' ')
        .every((word) => words.has(word))
    )
  }
  const kept = [...property.params].filter(([name, values]) => {
    if (name === 'ENCODING' || name === 'CHARSET') return false
    return name !== 'TYPE' || !values.every((type) => type.trim() === '' || isSaid(type))
  })
  return Object.fromEntries(
    kept.map(([name, values]) => [name, name === 'TYPE' ? values.filter((type) => !isPref(type)) : values]),
  )
}

function isPref(type: string): boolean {
  return type.trim().toUpperCase() === 'PREF'
}

/** A number with the types fax and mobile is a fax. */
function kindsOf(types: readonly string[]): ReadonlyMap<string, string> {
  const isFax = types.some((type) => type.toUpperCase() === 'FAX')
  return isFax ? new Map([['FAX', 'fax']]) : devices
}

/** A custom type: `assistant`, `X-Assistant` or, in Android's form, `X-CUSTOM(…,Assistant)`. */
function ownType(type: string): string | null {
  const [, encoded] = /^X-CUSTOM\((.*)\)$/is.exec(type) ?? []
  if (encoded !== undefined) {
    const [, charset, text = ''] =
      /^(?:CHARSET=([^,]*),)?(?:ENCODING=QUOTED-PRINTABLE,)?(.*)$/is.exec(encoded) ?? []
    const params = new Map([
      ['ENCODING', ['QUOTED-PRINTABLE']],
      ...(charset === undefined ? [] : [['CHARSET', [charset]] as const]),
    ])
    return textOf({ line: 0, group: null, name: 'TYPE', params, value: text }).trim() || null
  }
  const name = type.toUpperCase()
  if (places.has(name) || devices.has(name) || unsaid.has(name) || name.includes('"')) return null
  const own = type.replace(/^X-(?=.)/i, '')
  // Programs write types in capitals; people do not.
  return own === own.toUpperCase() ? own.toLowerCase() : own
}

/** The sort key of a property's preference: lowest first, unmarked properties last. */
export function preference(property: Property): number {
  const pref = preferenceIn(paramOf(property, 'PREF'))
  if (pref !== Infinity) return pref
  return paramOf(property, 'TYPE').some(isPref) ? 1 : Infinity
}

/** The same, by the values of the parameter PREF alone. */
export function preferenceIn(values: readonly string[]): number {
  const pref = Number.parseInt(values[0] ?? '', 10)
  return pref >= 1 ? pref : Infinity
}
