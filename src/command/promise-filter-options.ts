import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { contactKinds } from '../domain/contact.ts'
import type { TypedPromiseFilter } from '../domain/promise-filter.ts'
import { promiseKinds } from '../domain/promise.ts'
import { firstPeopleOption, peopleDetailOptions, type PeopleOptions } from './people-options.ts'

/** The kinds of promises and those of people; "other" is in both. */
const kinds = [...new Set([...promiseKinds, ...contactKinds])]

/** Adds the options that choose promises, by their own properties and by their contacts. */
export function promiseFilterOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return peopleDetailOptions(
    command
      .option('--mine', 'what I owe')
      .option('--theirs', 'what they owe me')
      .option('--late', 'past their due day')
      .option('--hot', 'to be done first')
      .option('--since <when>', 'from this day on')
      .option('--until <when>', 'up to this day')
      .option('--who <who>', 'with this contact, or about them')
      .addOption(new Option('--kind <kind>', 'promises, or contacts, of this kind').choices(kinds)),
  )
}

/** The parsed options of `promiseFilterOptions`. */
export type PromiseFilterOptions = Omit<PeopleOptions, 'kind'> & TypedPromiseFilter

/** The first given option that chooses promises, with its dashes; `null` if there is none. */
export function firstPromiseFilterOption(options: PromiseFilterOptions): string | null {
  const own = ['mine', 'theirs', 'late', 'hot', 'since', 'until', 'who'] as const
  const given = own.find((name) => options[name] !== undefined)
  return given === undefined ? firstPeopleOption(options) : `--${given}`
}
