import type { ExtraField } from '../../domain/contact-details.ts'
import { escaped } from './content-line.ts'
import { extraName, extraProperty } from './extra.ts'

/** The lines of a contact's extra fields: properties unchanged, and other fields under a property of ours. */
export function extraLines(extra: readonly ExtraField[]): string[] {
  return extra.map(({ name, group, params, value }) => {
    if (!isProperty(name) || /[\r\n]/.test(value)) {
      return `${extraProperty};${extraName}=${paramValue(name)}:${escaped(value)}`
    }
    const all = Object.entries(params).filter(([param]) => isName(param))
    const head = [group === null || !isName(group) ? name : `${group}.${name}`]
    return `${[...head, ...all.map(paramText)].join(';')}:${value}`
  })
}

/** A parameter. Each value has its own quotes, because some readers do not split several values in one pair. */
export function paramText([name, values]: readonly [string, readonly string[]]): string {
  const written = values.map(paramValue)
  const isQuoted = written.some((value) => value.startsWith('"'))
  return isQuoted ? written.map((value) => `${name}=${value}`).join(';') : `${name}=${written.join(',')}`
}

/** A parameter value (RFC 6868), quoted if it contains a delimiter. */
export function paramValue(text: string): string {
  const safe = text
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replaceAll(/\r\n?|\n/g, '^n')
  return /^[\p{L}\p{N}_./+^'-]+(?: [\p{L}\p{N}_./+^'-]+)*$/u.test(safe) ? safe : `"${safe}"`
}

/** Names that would end the card or change its identity. */
const reserved = new Set(['BEGIN', 'END', 'VERSION', 'UID', 'AGENT'])

function isProperty(name: string): boolean {
  return isName(name) && name === name.toUpperCase() && !reserved.has(name)
}

export function isName(text: string): boolean {
  return /^[A-Za-z\d_-]+$/.test(text)
}
