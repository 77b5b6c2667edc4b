import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { contactKinds } from '../domain/contact.ts'
import { compareDue, type Day } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { isLate } from '../domain/moment.ts'
import { promiseKinds, type DiaryPromise } from '../domain/promise.ts'
import { document } from '../formats/json/json.ts'
import { promiseTable } from '../views/tables/promises.ts'
import { defineCommand } from '../command/define-command.ts'
import { promisesAsJson, statesOf } from '../actions/derived.ts'
import { readWhen } from '../actions/read-when.ts'
import { contactsMeant } from '../actions/people/find-contact.ts'

/** The kinds of promises and those of people; "other" is both. */
const kinds = [...new Set([...promiseKinds, ...contactKinds])]

export const list = defineCommand({
  diary: 'needed',
  examples: ['fu list', 'fu list --theirs --late', 'fu list --kept --since "last mon" --who gary'],
  details:
    'Open promises are listed by the day they are due, closed ones by the day they were closed. --since and --until speak of that day,\nso that "fri" is the coming one for open promises and the last one for closed ones.',
  options: (command) =>
    command
      .option('--mine', 'what I owe')
      .option('--theirs', 'what they owe me')
      .option('--open', 'open ones (what is taken where nothing is said)')
      .option('--kept', 'kept ones')
      .option('--dropped', 'dropped ones')
      .option('--all', 'open and closed ones')
      .option('--late', 'past their day')
      .option('--hot', 'to be done first')
      .option('--who <who>', 'with this contact, or about them')
      .addOption(new Option('--kind <kind>', 'promises, or contacts, of this kind').choices(kinds))
      .option('--since <when>', 'from this day on')
      .option('--until <when>', 'up to this day'),
  run: (app, _args, options) => {
    if (options.mine === true && options.theirs === true) {
      throw usage('--mine and --theirs cannot both be.', 'Leave both out for all.')
    }
    const statuses = wantedStatuses(options)
    // What is open lies ahead, and what is closed lies back: so a "fri" or a "27 nov" is completed.
    const direction = statuses.every((status) => status === 'open') ? 'either' : 'back'
    const since = options.since === undefined ? null : readWhen(app, options.since, direction).day
    const until = options.until === undefined ? null : readWhen(app, options.until, direction).day
    const contacts =
      options.who === undefined ? null : contactsMeant(app, options.who).map((contact) => contact.id)
    const owner = options.mine === true ? 'mine' : options.theirs === true ? 'theirs' : null
    const ofKind = options.kind === undefined ? null : kindIds(app, options.kind)
    const listed = statuses
      .flatMap((status) => app.diary().promises({ status, ...(contacts === null ? {} : { contacts }) }))
      .filter((promise) => owner === null || promise.owner === owner)
      .filter((promise) => options.hot !== true || promise.hot)
      .filter((promise) => ofKind === null || promise.kind === options.kind || ofKind.has(promise.contact.id))
      .filter((promise) => isWithin(dayOf(promise), since, until))
      .sort(
        (a, b) =>
          compareDue({ day: dayOf(a), time: a.due.time }, { day: dayOf(b), time: b.due.time }) || a.id - b.id,
      )
    const states = statesOf(app, listed)
    const isPast = (promise: DiaryPromise): boolean =>
      promise.status === 'open' && isLate(promise.due, app.now)
    const promises = listed.filter((promise) => options.late !== true || isPast(promise))
    if (app.json) {
      app.terminal.print(document({ items: promisesAsJson(app, promises) }))
      return
    }
    if (promises.length === 0) app.terminal.note('No such promises.')
    const next = new Map([...states].map(([id, state]) => [id, state.next]))
    const { theme, words, now, terminal } = app
    terminal.print(promiseTable(promises, next, { theme, words, now, width: terminal.width }))
  },
})

type StatusOptions = {
  open?: true | undefined
  kept?: true | undefined
  dropped?: true | undefined
  all?: true | undefined
}

function wantedStatuses(options: StatusOptions): DiaryPromise['status'][] {
  if (options.all === true) return ['open', 'kept', 'dropped']
  const named = (['open', 'kept', 'dropped'] as const).filter((status) => options[status] === true)
  return named.length === 0 ? ['open'] : named
}

function kindIds(app: App, kind: string): ReadonlySet<number> {
  return new Set(
    app
      .diary()
      .contacts()
      .filter((contact) => contact.kind === kind)
      .map((contact) => contact.id),
  )
}

function dayOf(promise: DiaryPromise): Day {
  return promise.status === 'open' ? promise.due.day : promise.closedAt.day
}

function isWithin(day: Day, since: Day | null, until: Day | null): boolean {
  return (since === null || day >= since) && (until === null || day <= until)
}
