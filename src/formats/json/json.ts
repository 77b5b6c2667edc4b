import type { ExportedPlan, ExportedRun } from '../../domain/exported-diary.ts'
import type { HistoryEntry } from '../../domain/change.ts'
import { withParams, type Contact } from '../../domain/contact.ts'
import type { Day, Due } from '../../domain/day.ts'
import { dateWords } from '../../domain/date-words.ts'
import { dataJson } from '../../domain/entry-data-json.ts'
import type { Entry } from '../../domain/entry.ts'
import { momentOf, rfc3339, type Moment } from '../../domain/moment.ts'
import { countOf, type Agenda, type Line } from '../../domain/page.ts'
import type { PlanStep } from '../../domain/plan.ts'
import { cadenceText } from '../../domain/cadence.ts'
import { keptOnTime, type DiaryPromise } from '../../domain/promise.ts'
import type { PartialDate } from '../../domain/partial-date.ts'
import { everyText, type Repeat } from '../../domain/repeat.ts'
import { remarkOf } from '../../domain/remark.ts'
import { jsonText } from './text.ts'

/** Any JSON document. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json }

/** Derived values of a contact. */
export type ContactFigures = { readonly lastContact: Moment | null; readonly nextDay: Day | null }

/** Derived values of a promise. */
export type PromiseFigures = {
  readonly next: Due
  readonly attempts: number
  readonly chases: number
  readonly moves: number
  readonly told: boolean
}

/** One document, indented by two spaces and ended by a newline; every document has the version of its fields. */
export function document(fields: { readonly [field: string]: Json }): string {
  return `${jsonText({ version: 1, ...fields }, 2)}\n`
}

/**
 * Like `document`, in pieces. Fields that are lists of pages are written as they are read, so that a diary of any size
 * needs only the memory of a page.
 */
export function* documentParts(fields: {
  readonly [field: string]: { readonly value: Json } | { readonly pages: Iterable<readonly Json[]> }
}): Generator<string> {
  yield '{\n  "version": 1'
  for (const [name, field] of Object.entries(fields)) {
    yield `,\n  ${jsonText(name)}: `
    if ('value' in field) yield indented(field.value, '  ')
    else yield* listParts(field.pages)
  }
  yield '\n}\n'
}

function* listParts(pages: Iterable<readonly Json[]>): Generator<string> {
  let isFirst = true
  for (const page of pages) {
    if (page.length === 0) continue
    yield `${isFirst ? '[' : ','}\n${page.map((item) => `    ${indented(item, '    ')}`).join(',\n')}`
    isFirst = false
  }
  yield isFirst ? '[]' : '\n  ]'
}

function indented(value: Json, indent: string): string {
  return jsonText(value, 2).replaceAll('\n', `\n${indent}`)
}

export function contactJson(contact: Contact, figures: ContactFigures): Json {
  const { source, every, timeZone, addedAt } = contact
  return {
    id: contact.id,
    uid: contact.uid,
    name: contact.name,
    company: contact.company,
    nick: contact.nick,
    kind: contact.kind,
    channel: contact.channel,
    bestTime: contact.bestTime,
    phones: contact.phones.map(({ label, value, e164, params }) =>
      withParams({ label, value, e164 }, params),
    ),
    emails: contact.emails.map(({ label, value, params }) => withParams({ label, value }, params)),
    addresses: contact.addresses.map(({ label, text, parts }) => ({
      label,
      text,
      ...(parts === undefined ? {} : { parts }),
    })),
    source: { met: source.met, from: source.from, word: source.word },
    every: every === null ? null : cadenceText(every),
    timeZone,
    tags: contact.tags,
    note: contact.note,
    doNotContact: contact.doNotContact,
    addedAt: rfc3339(addedAt),
    lastContact: figures.lastContact === null ? null : rfc3339(figures.lastContact),
    nextDay: figures.nextDay,
    title: contact.title,
    department: contact.department,
    nameParts: contact.nameParts,
    birthday: contact.birthday === null ? null : dateJson(contact.birthday),
    anniversaries: contact.anniversaries.map(({ label, date }) => ({ label, ...dateJson(date) })),
    links: contact.links.map(({ label, value, kind }) => ({ label, value, kind })),
    extra: contact.extra.map(({ name, group, params, value }) => ({ name, group, params, value })),
  }
}

function dateJson({ year, month, day }: PartialDate): { readonly [field: string]: Json } {
  return { year, month, day }
}

export function promiseJson(promise: DiaryPromise, figures: PromiseFigures): Json {
  const { contact, about } = promise
  return {
    id: promise.id,
    uid: promise.uid,
    contact: { id: contact.id, name: contact.name, company: contact.company },
    about: about === null ? null : { id: about.id, name: about.name },
    owner: promise.owner,
    what: promise.what,
    channel: promise.channel,
    kind: promise.kind,
    hot: promise.hot,
    due: dueJson(promise.due),
    promised: dueJson(promise.promised),
    snoozedUntil: promise.snoozedUntil,
    effectiveDay: figures.next.day,
    trigger: promise.trigger,
    plan: promise.plan,
    step: promise.step === null ? null : { run: promise.step.run, index: promise.step.index },
    windowUntil: promise.windowUntil,
    fromCallLog: promise.openedBy === 'call log',
    fromMail: promise.openedBy === 'mail',
    ...repeatJson(promise.repeat),
    status: promise.status,
    outcome: promise.status === 'kept' ? promise.outcome : null,
    reason: promise.status === 'open' ? null : promise.reason,
    note: promise.status === 'kept' ? promise.note : null,
    attempts: figures.attempts,
    chases: figures.chases,
    moves: figures.moves,
    told: figures.told,
    madeAt: rfc3339(promise.madeAt),
    closedAt: promise.status === 'open' ? null : rfc3339(promise.closedAt),
    onTime: keptOnTime(promise),
  }
}

/**
 * The repetition of a promise: its period, the day that it is counted from, and the occurrence that this promise is
 * (R62).
 */
function repeatJson(repeat: Repeat | null): { readonly [field: string]: Json } {
  if (repeat === null) return { every: null, anchor: null, occurrence: null }
  return {
    every: everyText(repeat.every),
    anchor: dueJson(repeat.anchor),
    occurrence: repeat.occurrence,
  }
}

export function entryJson(entry: Entry): Json {
  return {
    id: entry.id,
    uid: entry.uid,
    at: rfc3339(entry.at),
    contact: { id: entry.contact.id, name: entry.contact.name },
    promise: entry.promise,
    act: entry.act,
    direction: entry.direction,
    channel: entry.channel,
    outcome: entry.outcome,
    text: entry.text,
    feedback: entry.feedback,
    offer: entry.offer,
    remark: remarkText(entry),
    data: dataJson(entry),
  }
}

/** The remark of an entry in an export: in English in every locale, so that equal diaries give equal bytes. */
export function remarkText(entry: Entry): string | null {
  return remarkOf(entry, english)
}

const english = dateWords(null)

export function planJson({ uid, name, steps, since }: ExportedPlan): Json {
  return { uid, name, steps: steps.map(stepJson), since: rfc3339(momentOf(since, 0)) }
}

export function runJson({ id, uid, contact, plan, steps, what, stopped }: ExportedRun): Json {
  const { id: contactId, name } = contact
  return { id, uid, contact: { id: contactId, name }, plan, steps: steps.map(stepJson), what, stopped }
}

function stepJson({ after, offset, transit, until, channel, what, kind, hot }: PlanStep): Json {
  return {
    after,
    offset: { ...offset },
    transit,
    until: until === null ? null : { ...until },
    channel,
    what,
    kind,
    hot,
  }
}

export function journalJson(entry: HistoryEntry & { readonly undone: boolean }): Json {
  const { id, command, title, at, undoes, undone, data } = entry
  return { id, command, title, at: rfc3339(at), undoes, undone, data }
}

/** The page, with the lines of `linesOf`. */
export function agendaJson(
  agenda: Agenda,
  linesOf: (lines: readonly Line[]) => Json,
): { readonly [field: string]: Json } {
  return {
    day: agenda.day,
    now: rfc3339(agenda.now),
    sections: agenda.sections.map(({ name, lines, more }) => ({
      name,
      lines: linesOf(lines),
      more,
    })),
    counts: {
      carriedOver: countOf(agenda, 'carried-over'),
      today: countOf(agenda, 'today'),
      waiting: countOf(agenda, 'waiting'),
      keepInTouch: countOf(agenda, 'keep-in-touch'),
      doneToday: agenda.doneToday,
      tomorrow: agenda.tomorrow,
    },
  }
}

function dueJson(due: Due): Json {
  return { day: due.day, time: due.time }
}

/** A line, with its promise and its contact as JSON. */
export function lineJson(line: Line, promise: Json, contact: Json): Json {
  return {
    promise,
    contact,
    what: line.what,
    due: line.due === null ? null : dueJson(line.due),
    daysLate: line.daysLate,
    minutesLate: line.minutesLate,
    attempts: line.attempts,
    chases: line.chases,
    moves: line.moves,
    reachBy: line.reachBy === null ? null : { channel: line.reachBy.channel, value: line.reachBy.value },
    reason: line.reason,
    flags: line.flags,
  }
}
