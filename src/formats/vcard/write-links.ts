import type { Link } from '../../domain/contact-details.ts'
import { escaped } from './content-line.ts'
import { labelIn } from './labels.ts'
import { paramValue } from './write-extra.ts'

/** A property to write: its name with its types, and its spelled-out label, which goes into its group. */
export type Labelled = { readonly property: string; readonly label: string | null; readonly value: string }

/** The links of a contact, each as the card property for its kind. */
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

/** A property with its label as a TYPE, or spelled out if no TYPE fits. */
function typed(property: string, label: string | null): Omit<Labelled, 'value'> {
  if (label === null) return { property, label }
  const type = label === 'home' || label === 'work' ? label.toUpperCase() : label
  const isSaid =
    /^[\w-]+$/.test(type) &&
    labelIn({ line: 0, group: null, name: '', params: new Map([['TYPE', [type]]]), value: '' }) === label
  return isSaid ? { property: `${property};TYPE=${type}`, label: null } : { property, label }
}

/** The parameters for the label of a chat, such as "work Skype". */
function service(label: string | null): string {
  if (label === null) return ''
  const [, place, name] = /^(home|work)(?: (.+))?$/s.exec(label) ?? []
  const type = place === undefined ? '' : `;TYPE=${place.toUpperCase()}`
  const called = place === undefined ? label : name
  return called === undefined ? type : `;X-SERVICE-TYPE=${paramValue(called)}${type}`
}

/** Escapes a value that is not a web address but would be read as one. */
function uriValue(value: string): string {
  return /[\\\r\n]/.test(value) ? escaped(value) : value
}
