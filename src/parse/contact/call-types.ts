import { callTypes, type CallType } from '../../domain/call.ts'
import { usage } from '../../domain/errors.ts'
import { quoted } from '../shell/quoted.ts'

/** What the user says that types of a table are, by the type as `typeKey` writes it. */
export type OwnCallTypes = ReadonlyMap<string, CallType>

/** A type of a table without case and space around it. */
export function typeKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/**
 * The types of a table as they are said on the command line: "missed=4,Verpasst outgoing=5".
 *
 * @throws FuError `usage` for an unknown type of call, or a type that is said twice
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
        throw usage(`--types says two things of ${quoted(key)}.`, 'Use only one of them.')
      own.set(key, type)
    }
  }
  return own
}
