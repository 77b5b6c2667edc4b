import { Option } from '@commander-js/extra-typings'
import { contactsMeant } from '../actions/people/find-contact.ts'
import { listPromises, promiseOrders, type PromiseFilter } from '../actions/promises/list.ts'
import { readWhen } from '../actions/read-when.ts'
import { collect } from '../command/collect.ts'
import { defineCommand } from '../command/define-command.ts'
import { contactKinds } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import { readCount } from '../parse/count.ts'
import { promiseKinds, type DiaryPromise } from '../domain/promise.ts'

/** The kinds of promises and those of people; "other" is both. */
const kinds = [...new Set([...promiseKinds, ...contactKinds])]

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu list',
    'fu list --theirs --late',
    'fu list --sort late --limit 10',
    'fu list --kept --since "last mon" --who gary',
  ],
  details:
    'Open promises are sorted and filtered by the day they are due, closed ones by the day they were closed.\nSo --since fri means next Friday for open promises, and last Friday for closed ones.',
  options: (command) =>
    command
      .option('--mine', 'what I owe')
      .option('--theirs', 'what they owe me')
      .option('--open', 'open ones (default)')
      .option('--kept', 'kept ones')
      .option('--dropped', 'dropped ones')
      .option('--all', 'open and closed ones')
      .option('--late', 'past their due day')
      .option('--hot', 'to be done first')
      .option('--who <who>', 'with this contact, or about them')
      .addOption(new Option('--kind <kind>', 'promises, or contacts, of this kind').choices(kinds))
      .option('--tag <word>', 'with people of this tag (repeatable: with all of them)', collect)
      .option('--met <where>', 'with people met there')
      .addOption(
        new Option('--sort <order>', 'what they are sorted by (default: due)').choices(promiseOrders),
      )
      .option('--limit <count>', 'so many at most')
      .option('--since <when>', 'from this day on')
      .option('--until <when>', 'up to this day'),
  run: (app, _args, options) => {
    const { mine, theirs, late, hot, who, kind = null, since, until, tag, met, sort = 'due', limit } = options
    if (mine === true && theirs === true) {
      throw usage('--mine and --theirs cannot be combined.', 'Leave both out for all.')
    }
    const statuses = readStatuses(options)
    // What is open lies ahead, and what is closed lies back: so a "fri" or a "27 nov" is completed.
    const direction = statuses.every((status) => status === 'open') ? 'either' : 'back'
    const form = { order: sort, limit: limit === undefined ? Infinity : readCount(limit, '--limit') }
    const filter: PromiseFilter = {
      statuses,
      owner: mine === true ? 'mine' : theirs === true ? 'theirs' : null,
      since: since === undefined ? null : readWhen(app, since, direction).day,
      until: until === undefined ? null : readWhen(app, until, direction).day,
      contacts: who === undefined ? null : contactsMeant(app, who).map(({ id }) => id),
      kind,
      isHot: hot === true,
      isLate: late === true,
      people: { tag, met },
    }
    listPromises(app, filter, form)
  },
})

type StatusOptions = Partial<Record<DiaryPromise['status'] | 'all', true | undefined>>

function readStatuses(options: StatusOptions): DiaryPromise['status'][] {
  const statuses = ['open', 'kept', 'dropped'] as const
  if (options.all === true) return [...statuses]
  const named = statuses.filter((status) => options[status] === true)
  return named.length === 0 ? ['open'] : named
}
