import type { ExtraField } from '../../domain/contact-details.ts'
import { escaped } from './content-line.ts'
import { extraName, extraProperty } from './extra.ts'

/** The lines of the extra fields of a contact: each property as it came, and what is no property under one of ours. */
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

/** A parameter; values in quotes stand one by one, since not every reader takes several of them in one. */
export function paramText([name, values]: readonly [string, readonly string[]]): string {
  const written = values.map(paramValue)
  const isQuoted = written.some((value) => value.startsWith('"'))
  return isQuoted ? written.map((value) => `${name}=${value}`).join(';') : `${name}=${written.join(',')}`
}

/** A value of a parameter (RFC 6868), in quotes where it would end otherwise. */
export function paramValue(text: string): string {
  const safe = text
    .replaceAll('^', '^^')
    .replaceAll('"', "^'")
    .replaceAll(/\r\n?|\n/g, '^n')
  return /^[\p{L}\p{N}_./+^'-]+(?: [\p{L}\p{N}_./+^'-]+)*$/u.test(safe) ? safe : `"${safe}"`
}

/** Names that would frame the card, or make another of it. */
const reserved = new Set(['BEGIN', 'END', 'VERSION', 'UID', 'AGENT'])

function isProperty(name: string): boolean {
  return isName(name) && name === name.toUpperCase() && !reserved.has(name)
}

export function isName(text: string): boolean {
  return /^[A-Za-z\d_-]+$/.test(text)
}
