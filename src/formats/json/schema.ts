import * as v from 'valibot'
import type {
  ExportedContact,
  ExportedEntry,
  ExportedPlan,
  ExportedPromise,
  ExportedRow,
  ExportedRun,
} from '../../domain/exported-diary.ts'
import { cadenceText, type Cadence } from '../../domain/cadence.ts'
import { isChannel } from '../../domain/channel.ts'
import { contactKinds, withParams } from '../../domain/contact.ts'
import { isDay, isTime, type Day, type Due } from '../../domain/day.ts'
import { readEntryData } from '../../domain/entry-data-json.ts'
import { acts } from '../../domain/act.ts'
import { attemptOutcomes, feedbackKinds } from '../../domain/entry.ts'
import { FuError } from '../../domain/errors.ts'
import { mostPerContact } from '../../domain/import-limits.ts'
import { readRfc3339, type Moment } from '../../domain/moment.ts'
import { isOldCallBack } from '../../domain/old-remark.ts'
import { closingOutcomes, isAnswer, promiseKinds, type Commitment } from '../../domain/promise.ts'
import { storedEvery, type Every } from '../../domain/repeat.ts'
import { exportedPhone } from '../../parse/contact/phone.ts'
import { mostOfUnit } from '../../parse/phrase/offset.ts'
import { readEvery } from '../../parse/phrase/period.ts'
import { mostSteps } from '../../parse/plan/plan-step.ts'
import { address, cardParams, contactDetails } from './contact-details-schema.ts'
import { filled, filledLine, list, listUpTo, maybe, maybeLine, text } from './text-schema.ts'

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const uid = v.pipe(filledLine, v.maxLength(255))
const day = v.pipe(v.string(), v.guard(isDay, 'is not a day in the form 2026-11-27'))
const time = v.pipe(v.string(), v.guard(isTime, 'is not a time in the form 09:30'))
const moment = v.pipe(
  v.string(),
  v.rawTransform<string, Moment>(({ dataset, addIssue, NEVER }) => {
    const read = readRfc3339(dataset.value)
    if (read !== null) return read
    addIssue({ message: 'is not a moment in the form 2026-11-27T09:30:00+01:00' })
    return NEVER
  }),
)
const due = v.object({ day, time: v.nullish(time, null) })
const channelWord = v.pipe(v.string(), v.guard(isChannel, 'is not a channel: one word in small letters'))
const channel = v.nullish(channelWord, null)
const label = maybeLine
const named = v.object({ id, name: filledLine })

const cadence = v.pipe(
  v.string(),
  v.rawTransform<string, Cadence>(({ dataset, addIssue, NEVER }) => {
    const read = cadenceFrom(dataset.value)
    if (read !== null && cadenceText(read) === dataset.value) return read
    addIssue({ message: 'is not a cadence such as 90d or before june' })
    return NEVER
  }),
)

const every = v.pipe(
  v.string(),
  v.rawTransform<string, Every>(({ dataset, addIssue, NEVER }) => {
    const read = storedEvery(dataset.value)
    if (read !== null) return read
    addIssue({ message: 'is not a repetition such as 2w, sunday or 1st' })
    return NEVER
  }),
)

/** A cadence within the limits for typed ones; a longer one would end after the calendar does. */
function cadenceFrom(typed: string): Cadence | null {
  try {
    return readEvery(typed)
  } catch (error) {
    if (error instanceof FuError) return null
    throw error
  }
}

/** A contact; `country` is that of numbers without a country code where the books were written. */
const contactIn = (country: string | null) =>
  v.pipe(
    v.object({
      id: v.nullish(id, null),
      uid: v.nullish(uid, null),
      name: filledLine,
      company: maybeLine,
      nick: maybeLine,
      kind: v.nullish(v.picklist(contactKinds), null),
      channel,
      bestTime: maybeLine,
      phones: list(
        v.object({
          label,
          value: filledLine,
          e164: v.nullish(v.pipe(text, v.regex(/^\+\d{1,20}$/)), null),
          params: cardParams,
        }),
      ),
      emails: list(v.object({ label, value: filledLine, params: cardParams })),
      addresses: list(address),
      source: v.optional(v.object({ met: maybeLine, from: v.nullish(named, null), word: maybeLine }), {
        met: null,
        from: null,
        word: null,
      }),
      every: v.nullish(cadence, null),
      timeZone: maybeLine,
      tags: list(filledLine),
      note: maybe,
      doNotContact: v.nullish(v.union([v.literal('all'), listUpTo(mostPerContact, channelWord)]), null),
      addedAt: v.nullish(moment, null),
      ...contactDetails,
    }),
    v.transform(({ phones, emails, ...contact }): ExportedContact => ({
      ...contact,
      phones: phones.map(({ label: of, value, e164, params }) =>
        withParams(exportedPhone(of, value, e164, country), params),
      ),
      emails: emails.map(({ params, ...email }) => withParams(email, params)),
    })),
  )

const offset = v.union([
  v.object({ unit: v.literal('now') }),
  v.object({
    unit: v.picklist(['m', 'h', 'd', 'wd', 'w', 'mo', 'y']),
    count: v.pipe(
      v.number(),
      v.safeInteger(),
      v.minValue(0),
      v.maxValue(mostOfUnit, `is more than ${mostOfUnit} of a unit`),
    ),
  }),
])
const steps = listUpTo(
  mostSteps,
  v.object({
    after: v.picklist(['event', 'previous', 'repeat']),
    offset,
    transit: v.boolean(),
    until: v.nullable(offset),
    channel: v.nullable(channelWord),
    what: filled,
    kind: v.picklist(promiseKinds),
    hot: v.boolean(),
  }),
)
const plan = v.pipe(
  v.object({ uid, name: filledLine, steps, since: moment }),
  v.transform((read): ExportedPlan => ({ ...read, since: read.since.instant })),
)
const run = v.object({ id, uid, contact: named, plan: filledLine, steps, what: text, stopped: maybe })

const promise = v.pipe(
  v.object({
    id,
    uid,
    contact: v.object({ id, name: filledLine, company: maybeLine }),
    about: v.nullish(named, null),
    owner: v.picklist(['mine', 'theirs']),
    what: filled,
    channel,
    kind: v.picklist(promiseKinds),
    hot: v.boolean(),
    due,
    promised: due,
    snoozedUntil: v.nullish(day, null),
    trigger: maybe,
    plan: maybeLine,
    step: v.nullish(v.object({ run: id, index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }), null),
    windowUntil: v.nullish(day, null),
    fromCallLog: v.nullish(v.boolean(), null),
    fromMail: v.nullish(v.boolean(), false),
    every: v.nullish(every, null),
    anchor: v.nullish(due, null),
    occurrence: v.nullish(day, null),
    madeAt: moment,
    status: v.picklist(['open', 'kept', 'dropped']),
    closedAt: v.nullish(moment, null),
    outcome: v.nullish(v.picklist(closingOutcomes), null),
    reason: maybe,
    note: maybe,
    phone: maybeLine,
    email: maybeLine,
  }),
  v.rawTransform<ReadPromise, ExportedPromise>(({ dataset: { value }, addIssue, NEVER }) => {
    const { status, closedAt, outcome, reason, note, fromCallLog, fromMail, ...others } = value
    const { every: often, anchor, occurrence, ...rest } = others
    // Versions before 4 only show it by the words.
    const isFromLog = fromCallLog ?? isOldCallBack(rest.what)
    const openedBy = isFromLog ? 'call log' : fromMail ? 'mail' : null
    if ((often === null) !== (anchor === null) || (often === null) !== (occurrence === null)) {
      addIssue({ message: 'repeats, but does not have all of every, anchor and occurrence' })
      return NEVER
    }
    // Whatever answers it would write no next one.
    if (often !== null && isAnswer(rest.kind)) {
      addIssue({ message: `is of kind "${rest.kind}", which cannot repeat` })
      return NEVER
    }
    const repeat =
      often === null || anchor === null || occurrence === null ? null : { every: often, anchor, occurrence }
    const commitment = { ...rest, openedBy, repeat } as const
    if (status === 'open') return { ...commitment, status }
    if (closedAt === null) addIssue({ message: `is ${status}, but does not say when it was closed` })
    else if (status === 'dropped') {
      if (reason !== null) return { ...commitment, status, closedAt, reason }
      addIssue({ message: 'is dropped but has no reason' })
    } else if (outcome === null) addIssue({ message: 'is kept but has no outcome' })
    else return { ...commitment, status, closedAt, outcome, reason, note }
    return NEVER
  }),
)
type ReadPromise = Omit<Commitment, 'openedBy' | 'repeat'> & {
  readonly fromCallLog: boolean | null
  readonly fromMail: boolean
  readonly every: Every | null
  readonly anchor: Due | null
  readonly occurrence: Day | null
  readonly status: ExportedPromise['status']
  readonly closedAt: Moment | null
  readonly outcome: (typeof closingOutcomes)[number] | null
  readonly reason: string | null
  readonly note: string | null
  readonly phone: string | null
  readonly email: string | null
}

const entryRow = v.object({
  id,
  uid,
  at: moment,
  contact: named,
  promise: v.nullish(id, null),
  act: v.picklist(acts),
  direction: v.nullish(v.picklist(['in', 'out']), null),
  channel,
  outcome: v.nullish(v.picklist([...closingOutcomes, ...attemptOutcomes]), null),
  text: maybe,
  feedback: v.nullish(v.picklist(feedbackKinds), null),
  offer: maybe,
  remark: maybe,
  data: v.optional(v.unknown()),
})
const entry = v.pipe(
  entryRow,
  v.rawTransform<v.InferOutput<typeof entryRow>, ExportedEntry>(({ dataset: { value }, addIssue, NEVER }) => {
    const { act, data, remark, ...columns } = value
    if (data === undefined) return { ...columns, act, data: null, old: { remark } }
    try {
      return { ...columns, ...readEntryData(act, data), old: null }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      addIssue({ message: `has data that does not fit this kind of entry: ${error.message}` })
      return NEVER
    }
  }),
)

/** Reads one row of a book from its document; `place` is its position, for errors. */
export type RowReader<Row> = (place: string, value: unknown) => ExportedRow<Row>

/** The readers for each kind of row; numbers without a country code are grouped as in `country`. */
export function rowReaders(country: string | null): {
  readonly contact: RowReader<ExportedContact>
  readonly plan: RowReader<ExportedPlan>
  readonly run: RowReader<ExportedRun>
  readonly promise: RowReader<ExportedPromise>
  readonly entry: RowReader<ExportedEntry>
} {
  return {
    contact: reader(contactIn(country)),
    plan: reader(plan),
    run: reader(run),
    promise: reader(promise),
    entry: reader(entry),
  }
}

function reader<Row>(schema: v.GenericSchema<unknown, Row>): RowReader<Row> {
  return (place, value) => {
    const read = v.safeParse(schema, value, { abortEarly: true })
    return read.success
      ? { place, row: read.output }
      : { place, invalid: why(read.issues[0]), id: numberOf(value) }
  }
}

/** The number of a row, even if the row is invalid. */
function numberOf(row: unknown): number | null {
  const read = v.safeParse(v.object({ id }), row)
  return read.success ? read.output.id : null
}

/** Describes what is wrong with a row: `kind "freind" is not one of prospect, customer …`. */
function why(issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? 'it'
  const { input } = issue
  const isSayable = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean'
  const value = isSayable ? ` "${shortened(`${input}`)}"` : ''
  if (issue.kind !== 'schema') return `${field}${value} ${issue.message}`
  if (input === undefined || input === null) return `${field} is missing`
  const words =
    issue.expected
      ?.replace(/^\((.*)\)$/, '$1')
      .replaceAll('"', '')
      .split(' | ') ?? []
  if (words.length > 1) return `${field}${value} is not one of ${words.join(', ')}`
  return `${field}${value} is ${issue.expected === 'Object' ? 'not a row' : `not of type ${words.join('')}`}`
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value
}
