import { Option } from '@commander-js/extra-typings'
import { readPromiseFilter } from '../actions/promises/choose-promises.ts'
import { listPromises, promiseOrders } from '../actions/promises/list.ts'
import { defineCommand } from '../command/define-command.ts'
import { readPeopleFilter } from '../command/people-options.ts'
import { promiseFilterOptions } from '../command/promise-filter-options.ts'
import { readCount } from '../parse/count.ts'
import { usage } from '../domain/errors.ts'
import type { DiaryPromise } from '../domain/promise.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu list',
    'fu list --theirs --late',
    'fu list gary --all',
    'fu list --sort late --limit 10',
    'fu list --kept --since "last mon" --who gary',
  ],
  details:
    'Open promises are sorted and filtered by the day they are due, closed ones by the day they were closed.\nSo --since fri means next Friday for open promises, and last Friday for closed ones.',
  options: (command) =>
    promiseFilterOptions(
      command
        .argument('[who...]', 'with this contact, or about them')
        .option('--open', 'open ones (default)')
        .option('--kept', 'kept ones')
        .option('--dropped', 'dropped ones')
        .option('--all', 'open and closed ones'),
    )
      .addOption(new Option('--sort <order>', 'the sort order (default: due)').choices(promiseOrders))
      .option('--limit <count>', 'at most this many'),
  run: (app, [words], { sort = 'due', limit, kind, ...options }) => {
    if (words.length > 0 && options.who !== undefined) {
      throw usage(`"${words.join(' ')}" and --who cannot be combined.`, 'Name the contact once.')
    }
    const who = words.length > 0 ? words.join(' ') : options.who
    const form = { order: sort, limit: limit === undefined ? Infinity : readCount(limit, '--limit') }
    const people = readPeopleFilter(options)
    listPromises(app, readPromiseFilter(app, readStatuses(options), people, { kind, ...options, who }), form)
  },
})

type StatusOptions = Partial<Record<DiaryPromise['status'] | 'all', true | undefined>>

function readStatuses(options: StatusOptions): DiaryPromise['status'][] {
  const statuses = ['open', 'kept', 'dropped'] as const
  const named = statuses.filter((status) => options[status] === true)
  if (options.all === true && named.length > 0) {
    throw usage(`--all and --${named[0] ?? ''} cannot be combined.`, 'Leave one of them out.')
  }
  if (options.all === true) return [...statuses]
  return named.length === 0 ? ['open'] : named
}
