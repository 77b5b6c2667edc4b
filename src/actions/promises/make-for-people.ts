import type { App } from '../../app.ts'
import { mayContact, type Contact } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import { notFound } from '../../domain/errors.ts'
import type { PeopleFilter } from '../../domain/people-filter.ts'
import { newPromise } from '../../domain/promise.ts'
import { everyWords, repeatFrom } from '../../domain/repeat.ts'
import { addWorkingDays, workingDayFrom } from '../../domain/working-week.ts'
import { withFullStop } from '../../views/layout/sentence.ts'
import { joinNames } from '../../views/layout/pluralize.ts'
import { dueText } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { confirmMany } from '../ask/confirm-many.ts'
import { choosePeople } from '../people/people-filter.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import type { PromiseDetails } from './make.ts'
import { warnUnreachableAll } from '../warn-unreachable.ts'

/** How to make a promise to many people. */
type Spread = {
  /** The number due per working day, from the day of the promise on; `null` if all are due on that day. */
  readonly perDay: number | null
  /** Whether to show what will be written and ask first. */
  readonly confirm: boolean
}

/** A promise that will be made to one of the people. */
type Planned = { readonly contact: Contact; readonly due: Due }

/**
 * Makes the same promise to everybody who matches the filter, except those who do not want it, in one transaction that
 * one undo reverses (R42).
 *
 * @throws FuError `not-found` if nobody matches the filter, `usage` if it was not confirmed
 */
export async function makePromiseToPeople(
  app: App,
  filter: PeopleFilter,
  details: PromiseDetails,
  { perDay, confirm }: Spread,
): Promise<WriteResult> {
  const { what, due, channel = null, hot = false, trigger = null, about = null, repeat = null } = details
  const chosen = choosePeople(app, app.diary().contacts.all(), filter)
  const wanted = chosen.filter((contact) => mayContact(contact, channel))
  noteUnwanted(
    app,
    chosen.filter((contact) => !mayContact(contact, channel)),
  )
  if (wanted.length === 0)
    throw notFound('Nobody matches.', '"fu people" takes the same filters and lists who matches.')
  const plan = wanted.map((contact, index) => ({ contact, due: spreadDue(app, due, perDay, index) }))
  if (confirm) {
    const lines = plan.map(
      ({ contact, due: day }) => `${contact.name}: ${what}, ${dueText(day, dateContext(app))}`,
    )
    await confirmMany(app, { lines, what: `promise it to ${people(plan.length)}`, of: 'people' })
  }

  const { value: promises, history } = app.diary().write({ command: 'promise', at: app.now }, (tx) => {
    tx.title(`promise --all (${plan.length}, ${what})`)
    return plan.map(({ contact, due: day }) => {
      const aboutId = about?.id ?? null
      return tx.addPromise(
        newPromise({
          contactId: contact.id,
          what,
          due: day,
          channel,
          hot,
          trigger,
          aboutId,
          // For a contact who gets it later than the first day, occurrences are counted from that later day.
          repeat: repeat === null || day.day === due.day ? repeat : repeatFrom(repeat.every, day),
        }),
      )
    })
  })
  const then = repeat === null ? '' : `, then ${everyWords(repeat.every)}`
  const sentences = [withFullStop(`Promised ${people(plan.length)}: ${what}, ${daysOf(app, plan)}${then}`)]
  const written = { contact: null, promise: null, promises, entry: null }
  const result = reportWrite(app, { command: 'promise', history, ...written, sentences, comesUp: promises })
  warnUnreachableAll(app, promises)
  return result
}

/** Notes who is left out because they do not want to be contacted, at all or by that channel (R58). */
function noteUnwanted(app: App, unwanted: readonly Contact[]): void {
  if (unwanted.length === 0) return
  const names = joinNames(unwanted.map(({ name }) => name))
  app.terminal.note(`Left out because they do not want to be contacted: ${names}.`)
}

/** The days of a plan: one day, or the first to the last. */
function daysOf(app: App, plan: readonly Planned[]): string {
  const days = [plan[0], plan.at(-1)].flatMap((one) => (one === undefined ? [] : [one.due]))
  const [first, last] = days.map((due) => dueText(due, dateContext(app)))
  return days[0]?.day === days[1]?.day ? `${first}` : `${first} to ${last}`
}

function people(count: number): string {
  return count === 1 ? 'one person' : `${count} people`
}

/** The due day of one of many promises: the same for all, or spread over working days. */
function spreadDue(app: App, due: Due, perDay: number | null, index: number): Due {
  if (perDay === null) return due
  const { week } = app.settings()
  const daysOn = Math.floor(index / perDay)
  const first = workingDayFrom(due.day, week)
  return { day: daysOn === 0 ? first : addWorkingDays(first, daysOn, week), time: due.time }
}
