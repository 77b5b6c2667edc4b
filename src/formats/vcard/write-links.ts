import type { Link } from '../../domain/contact-details.ts'
import { escaped } from './content-line.ts'
import { labelIn } from './labels.ts'
import { paramValue } from './write-extra.ts'

/** A property of a card that is to be written: its name with its types, and the label that stands in its group. */
export type Labelled = { readonly property: string; readonly label: string | null; readonly value: string }

/** The links of a contact, each under the property that cards have for its kind. */
export function linkProperties(links: readonly Link[]): Labelled[] {
  return links.map(({ label, value, kind }) => {
    const written = uriValue(value)
    switch (kind) {
      case 'page':
        return { ...typed('URL', label), value: written }
      case 'profile':
        return { ...typed('X-SOCIALPROFILE', label), value: written }
      case 'chat':
        return { property: `IMPP${service(label)}`, label: null, value: written }
    }
  })
}

/** A label that a type says, or else that is spelled out. */
function typed(property: string, label: string | null): Omit<Labelled, 'value'> {
  if (label === null) return { property, label }
  const type = label === 'home' || label === 'work' ? label.toUpperCase() : label
  const isSaid =
    /^[\w-]+$/.test(type) &&
    labelIn({ line: 0, group: null, name: '', params: new Map([['TYPE', [type]]]), value: '' }) === label
  return isSaid ? { property: `${property};TYPE=${type}`, label: null } : { property, label }
}

/** "work Skype" as the parameters of a chat. */
function service(label: string | null): string {
  if (label === null) return ''
  const [, place, name] = /^(home|work)(?: (.+))?$/s.exec(label) ?? []
  const type = place === undefined ? '' : `;TYPE=${place.toUpperCase()}`
  const called = place === undefined ? label : name
  return called === undefined ? type : `;X-SERVICE-TYPE=${paramValue(called)}${type}`
}

/** An address needs no escapes; what is none, and would be read as one, has them. */
function uriValue(value: string): string {
  return /[\\\r\n]/.test(value) ? escaped(value) : value
}
