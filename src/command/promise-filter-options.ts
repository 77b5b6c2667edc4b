import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { contactKinds } from '../domain/contact.ts'
import { promiseKinds } from '../domain/promise.ts'
import { firstPeopleOption, peopleDetailOptions, type PeopleOptions } from './people-options.ts'

/** The kinds of promises and those of people; "other" is both. */
const kinds = [...new Set([...promiseKinds, ...contactKinds])]
type Kind = (typeof kinds)[number]

/** The options that choose promises, by themselves and by the people they are with. */
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

/** What the options of `promiseFilterOptions` are typed as. */
export type PromiseFilterOptions = Omit<PeopleOptions, 'kind'> & {
  readonly mine?: true | undefined
  readonly theirs?: true | undefined
  readonly late?: true | undefined
  readonly hot?: true | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly who?: string | undefined
  readonly kind?: Kind | undefined
}

/** The first option that is given and chooses promises, with its dashes; `null` if none is given. */
export function firstPromiseFilterOption(options: PromiseFilterOptions): string | null {
  const own = ['mine', 'theirs', 'late', 'hot', 'since', 'until', 'who'] as const
  const given = own.find((name) => options[name] !== undefined)
  return given === undefined ? firstPeopleOption(options) : `--${given}`
}
