import type { HistoryData, RowImage } from '../../domain/change.ts'
import type { Address, Contact, Email, Phone } from '../../domain/contact.ts'
import { linkKinds, type Anniversary, type ExtraField, type Link } from '../../domain/contact-details.ts'
import { partialDate } from '../../domain/partial-date.ts'
import type { Offset, PlanStep } from '../../domain/plan.ts'
import { promiseKinds } from '../../domain/promise.ts'
import { everyText, storedEvery, type Repeat } from '../../domain/repeat.ts'
import {
  BadValue,
  channel,
  day,
  json,
  maybeText,
  mostOfUnit,
  oneOf,
  optional,
  text,
  time,
  type Rule,
} from './rules.ts'

/*
 * The values that columns store as JSON. Unknown fields are ignored, because a later version may have written them.
 */

type Fields = Readonly<Record<string, unknown>>

/** An object, whose fields the caller checks. */
function fieldsOf(value: unknown, expected: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw new BadValue(value, expected)
}

/** Returns the same array: a page has several per line, and copying each takes as long as reading it. */
function listOf<Item>(rule: Rule<Item>): Rule<readonly Item[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new BadValue(value, 'a list')
    for (const item of value as unknown[]) rule(item)
    return value as Item[]
  }
}

/** A list stored in a column; most are empty. */
function jsonList<Item>(rule: Rule<Item>): Rule<readonly Item[]> {
  return json(listOf(rule), ['[]', []])
}

const texts = listOf(text)

/** The parameters of a property of a card. */
function params(value: unknown): void {
  for (const values of Object.values(fieldsOf(value, 'parameters'))) texts(values)
}

export const phones = jsonList((value): Phone => {
  const phone = fieldsOf(value, 'a phone number')
  maybeText(phone['label'] ?? null)
  text(phone['value'])
  text(phone['readable'])
  maybeText(phone['e164'] ?? null)
  params(phone['params'] ?? {})
  return phone as Phone
})

export const emails = jsonList((value): Email => {
  const email = fieldsOf(value, 'an email address')
  maybeText(email['label'] ?? null)
  text(email['value'])
  params(email['params'] ?? {})
  return email as Email
})

export const addresses = jsonList((value): Address => {
  const address = fieldsOf(value, 'an address')
  maybeText(address['label'] ?? null)
  text(address['text'])
  for (const part of Object.values(fieldsOf(address['parts'] ?? {}, 'parts of an address'))) text(part)
  return address as Address
})

export const tags = jsonList(text)

export const anniversaries = jsonList((value): Anniversary => {
  const anniversary = fieldsOf(value, 'an anniversary')
  maybeText(anniversary['label'] ?? null)
  const { year, month, day: dayOfMonth } = fieldsOf(anniversary['date'], 'a date')
  if (partialDate(year === null ? null : Number(year), Number(month), Number(dayOfMonth)) === null) {
    throw new BadValue(anniversary['date'], 'a date of the calendar')
  }
  return anniversary as Anniversary
})

const linkKind = oneOf(linkKinds)

export const links = jsonList((value): Link => {
  const link = fieldsOf(value, 'a link')
  maybeText(link['label'] ?? null)
  text(link['value'])
  linkKind(link['kind'])
  return link as Link
})

export const extra = jsonList((value): ExtraField => {
  const field = fieldsOf(value, 'an extra field')
  text(field['name'])
  maybeText(field['group'] ?? null)
  params(field['params'])
  text(field['value'])
  return field as ExtraField
})

export const doNotContact = json<NonNullable<Contact['doNotContact']>>((value) =>
  value === 'all' ? 'all' : listOf(channel)(value),
)

const offsetUnit = oneOf(['m', 'h', 'd', 'wd', 'w', 'mo', 'y'])

function offset(value: unknown): Offset {
  const { unit, count } = fieldsOf(value, 'a period')
  if (unit === 'now') return { unit }
  if (!Number.isInteger(count) || Number(count) < 0 || Number(count) > mostOfUnit) {
    throw new BadValue(count, `a number from 0 to ${mostOfUnit}`)
  }
  return { unit: offsetUnit(unit), count: Number(count) }
}

function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new BadValue(value, 'true or false')
}

const maybeOffset = optional(offset)
const maybeTime = optional(time)
const maybeChannel = optional(channel)
const after = oneOf(['event', 'previous', 'repeat'])
const kind = oneOf(promiseKinds)

export const steps = jsonList((value): PlanStep => {
  const step = fieldsOf(value, 'a step of a plan')
  after(step['after'])
  offset(step['offset'])
  truth(step['transit'])
  maybeOffset(step['until'] ?? null)
  maybeChannel(step['channel'] ?? null)
  text(step['what'])
  kind(step['kind'])
  truth(step['hot'])
  return step as PlanStep
})

/** The repetition of a promise, as written by `repeatJson`. */
export const repeat = json((value): Repeat => {
  const fields = fieldsOf(value, 'the repetition of a promise')
  const every = storedEvery(text(fields['every']))
  if (every === null) throw new BadValue(fields['every'], 'a repetition such as 2w, sunday or 1st')
  return {
    every,
    anchor: { day: day(fields['day']), time: maybeTime(fields['time'] ?? null) },
    occurrence: day(fields['occurrence']),
  }
})

/** A repetition in its stored form. */
export function repeatJson({ every, anchor, occurrence }: Repeat): string {
  return JSON.stringify({ every: everyText(every), day: anchor.day, time: anchor.time, occurrence })
}

/** The image of a row, with any columns; their values are checked when the row is written again. */
export const rowImage = json((value): RowImage => {
  const fields = fieldsOf(value, 'the image of a row')
  for (const cell of Object.values(fields)) {
    if (cell !== null && typeof cell !== 'string' && typeof cell !== 'number') {
      throw new BadValue(cell, 'a value of a column')
    }
  }
  return fields as RowImage
})

export const historyData = json((value): HistoryData => {
  const { gone, kept, forgotten } = fieldsOf(value, 'data of the history')
  if (forgotten === true) return { forgotten }
  return { gone: text(gone), kept: text(kept) }
})

/** Any JSON object; its content is read elsewhere. */
export const jsonObject = json((value): Fields => fieldsOf(value, 'an object'))
