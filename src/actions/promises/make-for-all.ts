import type { App } from '../../app.ts'
import { mayContact, type Channel, type Contact } from '../../domain/contact.ts'
import type { Due } from '../../domain/day.ts'
import { notFound, usage } from '../../domain/errors.ts'
import { newPromise } from '../../domain/promise.ts'
import { addWorkingDays, workingDayFrom } from '../../domain/working-week.ts'
import { document } from '../../formats/json/json.ts'
import { dueText } from '../../views/confirmations/writes.ts'
import { readLine } from '../people/options.ts'
import { promisesAsJson } from './derived.ts'
import { choosePeople, type PeopleFilter } from '../people/people-filter.ts'
import { readWhen } from '../read-when.ts'
import { dateContext } from '../date-context.ts'
import { findContact } from '../people/find-contact.ts'

/** What is promised to many at once, and how it is laid over days. */
type AllOptions = PeopleFilter & {
  readonly due?: string | undefined
  readonly by?: Channel | undefined
  readonly hot?: true | undefined
  readonly when?: string | undefined
  readonly about?: string | undefined
  readonly spread?: string | undefined
  readonly yes?: true | undefined
}

const mostPerDay = 1000

/** Gives everybody whom the filter chooses the same promise, in one step that one undo takes back (R42). */
export async function promiseAll(app: App, typed: string, options: AllOptions): Promise<void> {
  const what = readLine(typed, 'A promise')
  if (options.due === undefined) throw usage('A promise needs a day.', 'Add --due, as in --due mon.')
  const due = readWhen(app, options.due, 'ahead')
  const perDay = readSpread(options.spread)
  const trigger = options.when === undefined ? null : readLine(options.when, 'What it waits for')
  const about = options.about === undefined ? null : await findContact(app, options.about)
  const chosen = choosePeople(app, app.diary().contacts(), options)
  const wanted = chosen.filter((contact) => mayContact(contact, options.by ?? null))
  if (wanted.length === 0)
    throw notFound('Nobody is like that.', '"fu people" takes the same filters, and lists who is.')
  const plan = wanted.map((contact, index) => ({ contact, due: spreadDue(app, due, perDay, index) }))
  await confirm(app, what, plan, options.yes === true)

  const { value, history } = app.diary().write({ command: 'promise', at: app.now }, (tx) => {
    tx.title(`promise --all (${plan.length}, ${what})`)
    return plan.map(({ contact, due: day }) =>
      tx.addPromise(
        newPromise({
          contactId: contact.id,
          what,
          due: day,
          channel: options.by ?? null,
          hot: options.hot === true,
          trigger,
          aboutId: about?.id ?? null,
        }),
      ),
    )
  })
  if (app.json) {
    const promises = promisesAsJson(app, value)
    app.terminal.print(
      document({ command: 'promise', undo: history, contact: null, promise: null, promises, entry: null }),
    )
    return
  }
  const first = plan[0]?.due ?? due
  const last = plan.at(-1)?.due ?? due
  const days =
    first.day === last.day
      ? dueText(first, dateContext(app))
      : `${dueText(first, dateContext(app))} to ${dueText(last, dateContext(app))}`
  app.terminal.say(`Promised ${people(plan.length)}: ${what}, ${days}. (fu undo)`)
}

/** Shows what will be written, and asks; refuses where nobody can be asked and nobody said yes. */
async function confirm(
  app: App,
  what: string,
  plan: readonly { readonly contact: Contact; readonly due: Due }[],
  isSure: boolean,
): Promise<void> {
  if (isSure) return
  const context = dateContext(app)
  for (const { contact, due } of plan)
    app.terminal.note(`  ${contact.name}: ${what}, ${dueText(due, context)}`)
  if (app.terminal.prompts === null) {
    throw usage(
      `That would promise it to ${people(plan.length)}; nothing was written.`,
      'Add --yes to write it.',
    )
  }
  const isMeant = await app.terminal.prompts.choose(`Promise it to ${people(plan.length)}?`, [
    { name: 'yes', value: true },
    { name: 'no', value: false },
  ])
  if (!isMeant) throw usage('Nothing was written.', 'The filters of "fu people" choose who is meant.')
}

function people(count: number): string {
  return count === 1 ? 'one person' : `${count} people`
}

function readSpread(text: string | undefined): number | null {
  if (text === undefined) return null
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= mostPerDay) return count
  throw usage(`--spread cannot be "${text}".`, 'It takes how many a day, as in --spread 5.')
}

/** The due of one of many: all on the day, or so many a working day from it on. */
function spreadDue(app: App, due: Due, perDay: number | null, index: number): Due {
  if (perDay === null) return due
  const { week } = app.settings()
  const daysOn = Math.floor(index / perDay)
  const first = workingDayFrom(due.day, week)
  return { day: daysOn === 0 ? first : addWorkingDays(first, daysOn, week), time: due.time }
}
