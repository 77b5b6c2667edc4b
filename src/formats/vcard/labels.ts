import { paramOf, textOf, type Property } from './property.ts'

/** What the types of phones and addresses are called as labels. */
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
  ['OTHER', 'other'],
])

/** The types that stand for a label when a card is written; every other label is spelled out. */
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

/** The TYPE that says a label, or `null` where no TYPE of phones, emails and addresses does. */
export function typeForLabel(label: string, property: 'TEL' | 'EMAIL' | 'ADR'): string | null {
  const type = typesByLabel.get(label) ?? null
  return property === 'TEL' || type === 'HOME' || type === 'WORK' ? type : null
}

/** The labels that are spelled out, by the group they stand in. */
export type SpelledLabels = ReadonlyMap<string, string>

/**
 * The labels of the groups of a card: `item1.X-ABLabel`.
 *
 * @throws NoText where one is not encoded as it says
 */
export function spelledLabels(properties: readonly Property[]): SpelledLabels {
  return new Map(
    properties.flatMap((property): [string, string][] => {
      const label = property.name === 'X-ABLABEL' ? labelFrom(textOf(property)) : null
      return property.group === null || label === null ? [] : [[property.group, label]]
    }),
  )
}

/** Apple's own labels stand in marks, and in capitals. */
function labelFrom(text: string): string | null {
  const [, own] = /^_\$!<(.*)>!\$_$/s.exec(text.trim()) ?? []
  const label = own === undefined ? text.trim() : own.trim().toLowerCase()
  return label === '' ? null : label
}

/**
 * The label of a property: as it is spelled out, else from its types; `null` where they say nothing.
 *
 * @throws NoText where a type is not encoded as it says
 */
export function labelOf(property: Property, spelled: SpelledLabels): string | null {
  const own = property.group === null ? undefined : spelled.get(property.group)
  if (own !== undefined) return own
  const types = paramOf(property, 'TYPE')
  if (types.length === 0) return null
  const known = (names: ReadonlyMap<string, string>): string[] =>
    types.flatMap((type) => names.get(type.trim().toUpperCase()) ?? []).slice(0, 1)
  const custom = types.flatMap((type) => customType(type) ?? []).slice(0, 1)
  const words = [...known(places), ...(custom.length > 0 ? custom : known(kindsOf(types)))]
  return words.length === 0 ? null : words.join(' ')
}

/** A fax that is called a mobile too is a fax. */
function kindsOf(types: readonly string[]): ReadonlyMap<string, string> {
  const isFax = types.some((type) => type.trim().toUpperCase() === 'FAX')
  return isFax ? new Map([['FAX', 'fax']]) : devices
}

/** A type of somebody's own: `X-Assistant`, and as Android writes it in vCard 2.1, `X-CUSTOM(…,Assistant)`. */
function customType(type: string): string | null {
  const [, encoded] = /^X-CUSTOM\((.*)\)$/is.exec(type.trim()) ?? []
  if (encoded !== undefined) {
    const [, charset, text = ''] =
      /^(?:CHARSET=([^,]*),)?(?:ENCODING=QUOTED-PRINTABLE,)?(.*)$/is.exec(encoded) ?? []
    const params = new Map([
      ['ENCODING', ['QUOTED-PRINTABLE']],
      ...(charset === undefined ? [] : [['CHARSET', [charset]] as const]),
    ])
    return textOf({ group: null, name: 'TYPE', params, value: text }).trim() || null
  }
  const [, own] = /^X-(.+)$/is.exec(type.trim()) ?? []
  return own === undefined || /^(?:INTERNET|PCS|IRMC-N)$/i.test(own) ? null : own.toLowerCase()
}

/** How much a property is preferred: the lowest first, those that are not at all last. */
export function preference(property: Property): number {
  const pref = Number.parseInt(paramOf(property, 'PREF')[0] ?? '', 10)
  if (pref >= 1) return pref
  return paramOf(property, 'TYPE').some((type) => type.trim().toUpperCase() === 'PREF') ? 1 : Infinity
}
