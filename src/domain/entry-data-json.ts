import { isDay, isTime, type Day, type Due } from './day.ts'
import { isOtherWords, type EntryData, type MailFacts, type NamedPromise } from './entry-data.ts'
import type { Act } from './act.ts'
import { mailKinds } from './mail.ts'
import { readRfc3339, rfc3339, type Moment } from './moment.ts'

/** The data of an entry as JSON. */
export type DataJson = { readonly [field: string]: DataField }
type DataField = string | boolean | null | readonly DataField[] | DataJson

/**
 * The data of an entry as JSON, as the diary stores it and exports contain it; `null` if there is none.
 *
 * Round-trips: `readEntryData(entry.act, dataJson(entry))` gives act and data, without the numbers of promises.
 */
export function dataJson(entry: EntryData): DataJson | null {
  switch (entry.act) {
    case 'heard': {
      if (entry.data === null || isOtherWords(entry.data)) return entry.data
      const { endsTries, spokeAt, ...rest } = entry.data
      return {
        ...namedJson(endsTries),
        ...(spokeAt === undefined ? {} : { spokeAt: rfc3339(spokeAt) }),
        ...rest,
      }
    }
    case 'logged': {
      if (entry.data === null || isOtherWords(entry.data)) return entry.data
      const { endsTries, ...rest } = entry.data
      return { ...namedJson(endsTries), ...rest }
    }
    default:
      return entry.data
  }
}

function namedJson(endsTries: readonly NamedPromise[] | undefined): DataJson {
  if (endsTries === undefined) return {}
  return { endsTries: endsTries.map(({ promise, name }) => ({ promise, name })) }
}

/**
 * Reads the data of an act from a JSON value. Fields that this program does not know are ignored.
 *
 * @throws RangeError if the value is not data of that act
 */
export function readEntryData(act: Act, json: unknown): EntryData {
  if (json === null || json === undefined) return { act, data: null }
  const fields = fieldsIn(json)
  if ('words' in fields) return { act, data: { words: text(fields['words']) } }
  switch (act) {
    case 'logged':
      return {
        act,
        data: {
          ...optional(fields, 'endsTries', listOf(namedPromise)),
          ...optional(fields, 'foundInCallLog', flag),
          ...optional(fields, 'mail', mailFacts),
        },
      }
    case 'heard':
      return {
        act,
        data: {
          ...optional(fields, 'endsTries', listOf(namedPromise)),
          ...optional(fields, 'spokeAt', moment),
          ...optional(fields, 'mail', mailFacts),
        },
      }
    case 'done':
      return {
        act,
        data: {
          ...optional(fields, 'askedForSale', truth),
          ...optional(fields, 'stops', listOf(text)),
          ...optional(fields, 'nothingNext', flag),
          ...optional(fields, 'foundInCallLog', flag),
          ...optional(fields, 'foundInMail', flag),
          ...optional(fields, 'mail', mailFacts),
        },
      }
    case 'dropped':
      return {
        act,
        data: {
          ...optional(fields, 'stops', listOf(text)),
          ...optional(fields, 'doNotContact', flag),
          ...optional(fields, 'nothingNext', flag),
        },
      }
    case 'stopped':
      return { act, data: { stops: listOf(text)(fields['stops']) } }
    case 'tried':
      return {
        act,
        data: { wrongNumber: text(fields['wrongNumber']), ...optional(fields, 'mail', mailFacts) },
      }
    case 'moved':
      return { act, data: { from: due(fields['from']), to: due(fields['to']) } }
    case 'told':
      return {
        act,
        data: { from: due(fields['from']), to: due(fields['to']), promised: due(fields['promised']) },
      }
    case 'snoozed':
      return { act, data: { from: due(fields['from']), until: day(fields['until']) } }
    case 'sent':
      return { act, data: fields['mail'] === undefined ? null : { mail: mailFacts(fields['mail']) } }
    case 'acknowledged':
    case 'sold':
      return { act, data: null }
  }
}

type Reader<Value> = (value: unknown) => Value
type Fields = Readonly<Record<string, unknown>>

function fieldsIn(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new RangeError('it is not an object')
}

/** An object with the field if it is present. */
function optional<Name extends string, Value>(
  fields: Fields,
  name: Name,
  read: Reader<Value>,
): { readonly [Field in Name]?: Value } {
  const value = fields[name]
  if (value === undefined || value === null) return {}
  return { [name]: read(value) } as { readonly [Field in Name]?: Value }
}

function text(value: unknown): string {
  if (typeof value === 'string') return value
  throw new RangeError(`${said(value)} is not text`)
}

function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new RangeError(`${said(value)} is neither true nor false`)
}

function flag(value: unknown): true {
  if (value === true) return true
  throw new RangeError(`${said(value)} is not true`)
}

function day(value: unknown): Day {
  const written = text(value)
  if (isDay(written)) return written
  throw new RangeError(`"${written}" is not a day written 2026-11-27`)
}

function due(value: unknown): Due {
  const { day: onDay, time = null } = fieldsIn(value)
  if (time === null) return { day: day(onDay), time }
  const written = text(time)
  if (isTime(written)) return { day: day(onDay), time: written }
  throw new RangeError(`"${written}" is not a time written 09:30`)
}

function moment(value: unknown): Moment {
  const written = text(value)
  const read = readRfc3339(written)
  if (read !== null) return read
  throw new RangeError(`"${written}" is not a moment written 2026-11-27T09:30:00+01:00`)
}

function namedPromise(value: unknown): NamedPromise {
  const { promise, name } = fieldsIn(value)
  return { promise: text(promise), number: null, name: text(name) }
}

function mailFacts(value: unknown): MailFacts {
  const fields = fieldsIn(value)
  return {
    id: text(fields['id']),
    answers: listOf(text)(fields['answers']),
    ...optional(fields, 'kind', mailKind),
    ...optional(fields, 'isCopy', flag),
    ...optional(fields, 'to', text),
  }
}

function mailKind(value: unknown): NonNullable<MailFacts['kind']> {
  const kind = mailKinds.find((one) => one === value)
  if (kind !== undefined && kind !== 'personal') return kind
  throw new RangeError(`${said(value)} is not a kind of message`)
}

function listOf<Item>(read: Reader<Item>): Reader<readonly Item[]> {
  return (value) => {
    if (Array.isArray(value)) return value.map(read)
    throw new RangeError(`${said(value)} is not a list`)
  }
}

function said(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
