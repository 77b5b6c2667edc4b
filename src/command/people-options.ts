import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { contactKinds } from '../domain/contact.ts'
import { civilDay, type Day } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import type { PeopleFilter } from '../domain/people-filter.ts'
import { collect } from './collect.ts'

/** The options that select people (R41, R42). */
export function peopleOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return peopleDetailOptions(
    command.addOption(new Option('--kind <kind>', 'people of this kind').choices(contactKinds)),
  )
}

/** The options that choose people, except by kind, which promises have too. */
export function peopleDetailOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return peopleActivityOptions(
    command
      .option('--tag <tag>', 'people with this tag (repeatable: with all of them)', collect)
      .option('--met <where>', 'people met there'),
  ).option('--do-not-contact', 'people who do not want to be contacted')
}

/** The options that choose people by what happened with them. */
export function peopleActivityOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .option('--bought <yyyy-mm>', 'people who bought in that month')
    .option('--drifting', 'people not spoken to for longer than their cadence')
    .option('--untouched', 'people whom you have never contacted')
    .option('--nothing-next', 'people with no open promise')
}

export type PeopleOptions = Omit<PeopleFilter, 'bought'> & { readonly bought?: string | undefined }

/**
 * The filter that the options of `peopleOptions` describe.
 *
 * @throws FuError `usage` if the month cannot be read
 */
export function readPeopleFilter(options: PeopleOptions): PeopleFilter {
  const { kind, tag, met, bought, drifting, untouched, nothingNext, doNotContact } = options
  const month = bought === undefined ? undefined : readMonth(bought)
  return { kind, tag, met, bought: month, drifting, untouched, nothingNext, doNotContact }
}

const optionNames = {
  kind: '--kind',
  tag: '--tag',
  met: '--met',
  bought: '--bought',
  drifting: '--drifting',
  untouched: '--untouched',
  nothingNext: '--nothing-next',
  doNotContact: '--do-not-contact',
} as const satisfies Readonly<Record<keyof PeopleOptions, string>>

/** The first given option that describes a person, with its dashes; `null` if there is none. */
export function firstPeopleOption(options: { readonly [Name in keyof PeopleOptions]?: unknown }):
  | string
  | null {
  const names = Object.keys(optionNames) as (keyof PeopleOptions)[]
  const given = names.find((name) => options[name] !== undefined)
  return given === undefined ? null : optionNames[given]
}

/** The first day of a month written `yyyy-mm`. */
function readMonth(text: string): Day {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  const first = civilDay(Number(year), Number(number), 1)
  if (first === null) throw usage(`"${text}" is not a month.`, 'Write it as 2026-10.')
  return first
}
