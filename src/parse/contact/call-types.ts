import { callTypes, type CallType } from '../../domain/call.ts'
import { usage } from '../../domain/errors.ts'
import { quoted } from '../shell/quoted.ts'

/** The user's own call types, by the key that `typeKey` writes. */
export type OwnCallTypes = ReadonlyMap<string, CallType>

/** A type in lower case, without surrounding space. */
export function typeKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/**
 * Parses the types given on the command line: "missed=4,Verpasst outgoing=5".
 *
 * @throws FuError `usage` for an unknown type of call, or a type that is given twice
 */
export function readCallTypes(typed: readonly string[]): OwnCallTypes {
  const own = new Map<string, CallType>()
  for (const pair of typed) {
    const [, name = '', list = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? []
    const type = callTypes.find((known) => typeKey(known) === typeKey(name).replaceAll('-', ' '))
    const keys = list.split(',').map(typeKey)
    if (type === undefined || keys.includes('')) {
      const names = callTypes.map((known) => known.replaceAll(' ', '-'))
      throw usage(
        `--types cannot be ${quoted(pair)}.`,
        `It takes ${names.join(', ')}, as in missed=4,Verpasst.`,
      )
    }
    for (const key of keys) {
      if ((own.get(key) ?? type) !== type)
        throw usage(`--types gives ${quoted(key)} two meanings.`, 'Use only one of them.')
      own.set(key, type)
    }
  }
  return own
}
