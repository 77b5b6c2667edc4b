import { labelOf, type SpelledLabels } from './labels.ts'
import { isData, paramOf, partsOf, textOf, type Property } from './property.ts'

/** What of a card the note keeps, and how it is called there, in the order it stands in. */
const kept: ReadonlyMap<string, string> = new Map([
  ['TITLE', 'Title'],
  ['ROLE', 'Role'],
  ['X-DEPARTMENT', 'Department'],
  ['URL', 'Website'],
  ['BDAY', 'Birthday'],
  ['ANNIVERSARY', 'Anniversary'],
  ['X-ANNIVERSARY', 'Anniversary'],
  ['X-EVOLUTION-ANNIVERSARY', 'Anniversary'],
  ['X-ABDATE', 'Date'],
  ['RELATED', 'Related'],
  ['X-ABRELATEDNAMES', 'Related'],
  ['X-SPOUSE', 'Spouse'],
  ['X-MANAGER', 'Manager'],
  ['X-ASSISTANT', 'Assistant'],
  ['IMPP', 'Chat'],
  ['X-SOCIALPROFILE', 'Profile'],
])

/** What is read elsewhere, says nothing of the person, or is for machines. */
const leftOut = new Set(
  `ADR AGENT BEGIN CATEGORIES CLASS CLIENTPIDMAP EMAIL END FN GENDER GEO KEY KIND LABEL LANG LOGO MAILER MEMBER N NAME
   NICKNAME NOTE ORG PHOTO PRODID PROFILE REV SORT-STRING SOUND SOURCE TEL TZ UID VERSION XML
   X-ABADR X-ABLABEL X-ABPHOTO X-ABSHOWAS X-ABUID X-ADDRESSBOOKSERVER-KIND X-ADDRESSBOOKSERVER-MEMBER X-CLASS
   X-DCM-HMN-MODE X-FILE-AS X-FJ-NO X-FJ-PI X-FJ-SC X-GNO X-IMAGEHASH X-IMAGETYPE X-NICKNAME X-NO X-REDUCTION
   X-FU-KIND X-FU-CHANNEL X-FU-MET X-FU-FROM-WORD X-FU-FROM X-FU-EVERY X-FU-BEST-TIME X-FU-DO-NOT-CONTACT`.split(
    /\s+/,
  ),
)

const order = [...kept.keys()]

/**
 * What else a card says of a person, a line each: "Title: Shrimp Man". First what most cards have, in one order,
 * then the rest by name.
 *
 * @throws NoText where something is not encoded as it says
 */
export function noteLines(properties: readonly Property[], spelled: SpelledLabels): string[] {
  return properties
    .filter((property) => !leftOut.has(property.name) && !isData(property))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .flatMap((property) => noteLine(property, spelled) ?? [])
}

function rank({ name }: Property): number {
  const index = order.indexOf(name)
  return index < 0 ? order.length : index
}

function noteLine(property: Property, spelled: SpelledLabels): string | null {
  if (property.name === 'X-ANDROID-CUSTOM') return androidLine(property)
  const text = textOf(property).trim()
  if (text === '') return null
  const label = labelOf(property, spelled) ?? typeOf(property)
  const name = kept.get(property.name) ?? plainName(property.name)
  return label === null || label === 'homepage' ? `${name}: ${text}` : `${name} (${label}): ${text}`
}

const unsaid = /^(?:pref|internet|voice|uri|text)$/i

/** Which chat, which profile, which relation: what else the types say. */
function typeOf(property: Property): string | null {
  const types = [...paramOf(property, 'X-SERVICE-TYPE'), ...paramOf(property, 'TYPE')]
  return types.find((type) => !unsaid.test(type.trim()))?.toLowerCase() ?? null
}

/** "Skype username" from `X-SKYPE-USERNAME`. */
function plainName(name: string): string {
  const words = name.replace(/^X-/, '').replace(/[-_]+/g, ' ').trim().toLowerCase()
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** What Android has no property for: `vnd.android.cursor.item/relation;Jane;14;;;`. */
function androidLine(property: Property): string | null {
  const [type = '', value = ''] = partsOf(property, ';')
  const name = type.split('/')[1] ?? type
  if (value.trim() === '' || name === 'nickname') return null
  return `${plainName(name === 'contact_event' ? 'date' : name)}: ${value.trim()}`
}
