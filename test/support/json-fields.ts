import { expect } from 'vitest'
import type { Program } from './program.ts'

export type Fields = Readonly<Record<string, unknown>>

/** The fields on which other programs rely; there may be more, never fewer. */
const promised = {
  contact: `id, uid, name, company, kind, channel, phones, emails, addresses, source, every, timeZone, tags, note,
    doNotContact, addedAt, lastContact, nextDay, title, department, nameParts, birthday, anniversaries, links, extra`,
  promise: `id, uid, contact, about, owner, what, due, channel, kind, hot, promised, snoozedUntil, effectiveDay,
    trigger, plan, status, outcome, reason, attempts, chases, moves, told, madeAt, closedAt, onTime`,
  entry: 'id, uid, at, contact, promise, direction, channel, outcome, text, feedback',
  line: `promise, contact, what, due, daysLate, minutesLate, attempts, chases, moves, reachBy, reason, flags`,
  write: 'version, command, undo, contact, promise, promises, entry',
  page: 'version, day, now, sections, counts',
  counts: 'carriedOver, today, waiting, keepInTouch, doneToday',
}

/** The document that a command line prints with `--json`. */
export async function json(fu: Program['fu'], line: string): Promise<unknown> {
  const { status, stdout } = await fu(`${line} --json`)
  expect(status).toBe(0)
  expect(stdout).toMatch(/\n$/)
  return JSON.parse(stdout)
}

/** Expects the fields that other programs rely on. */
export function expectFields(value: unknown, kind: keyof typeof promised): void {
  expect(Object.keys(fields(value))).toEqual(expect.arrayContaining(promised[kind].split(/,\s+/)))
}

/** The fields of a value, which are all there; none of `null`. */
export function fieldsIfAny(value: unknown, kind: keyof typeof promised): Fields {
  if (value === null) return {}
  expectFields(value, kind)
  return fields(value)
}

/** The fields of a value that must be an object. */
export function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`no object: ${JSON.stringify(value)}`)
  return value as Fields
}

/** The items of a value that must be a list. */
export function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`)
  return value
}
