import { isDay, isTime, type Due } from '../../domain/day.ts'
import type { Reminded, Reminder } from '../../domain/reminder.ts'
import { jsonText } from './text.ts'

/** What was told so far, as JSON. */
export function remindedText({ since, opened, told }: Reminded): string {
  return `${jsonText({ version: 1, since, opened, told: told.map(({ uid, due }) => ({ uid, due })) })}\n`
}

/** Parses the JSON of what was told so far; `null` if the text is anything else, or was cut off. */
export function readReminded(text: string): Reminded | null {
  const { version, since, opened, told } = fieldsOf(parsed(text))
  if (version !== 1 || !isDayText(since) || (opened !== null && !isDayText(opened))) return null
  if (!Array.isArray(told)) return null
  const read = told.map(readReminder)
  const reminders = read.filter((one) => one !== null)
  return reminders.length === read.length ? { since, opened, told: reminders } : null
}

function readReminder(value: unknown): Reminder | null {
  const { uid, due } = fieldsOf(value)
  const read = readDue(due)
  return typeof uid === 'string' && read !== null ? { uid, due: read } : null
}

function readDue(value: unknown): Due | null {
  const { day, time } = fieldsOf(value)
  if (!isDayText(day)) return null
  if (time === null) return { day, time }
  return typeof time === 'string' && isTime(time) ? { day, time } : null
}

function isDayText(value: unknown): value is Due['day'] {
  return typeof value === 'string' && isDay(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** The fields of a value of any type; an empty object if it has none. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
