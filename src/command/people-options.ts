import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { contactKinds } from '../domain/contact.ts'
import { civilDay, type Day } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import type { PeopleFilter } from '../domain/people-filter.ts'
import { collect } from './collect.ts'

/** The options that choose people (R41, R42). */
export function peopleOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .addOption(new Option('--kind <kind>', 'people of this kind').choices(contactKinds))
    .option('--tag <word>', 'with this tag (repeatable: with all of them)', collect)
    .option('--met <where>', 'met there')
    .option('--bought <yyyy-mm>', 'who bought in that month')
    .option('--drifting', 'not spoken to for longer than their cadence')
    .option('--untouched', 'whom you have never contacted')
    .option('--nothing-next', 'with no open promise')
    .option('--do-not-contact', 'who do not want to be contacted')
}

type PeopleOptions = Omit<PeopleFilter, 'bought'> & { readonly bought?: string | undefined }

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

/** The first option that is given and describes a person, with its dashes; `null` if none is given. */
export function firstPeopleOption(options: PeopleOptions): string | null {
  const given = optionNames.find(([key]) => options[key] !== undefined)
  return given?.[1] ?? null
}

const optionNames: readonly (readonly [keyof PeopleOptions, string])[] = [
  ['kind', '--kind'],
  ['tag', '--tag'],
  ['met', '--met'],
  ['bought', '--bought'],
  ['drifting', '--drifting'],
  ['untouched', '--untouched'],
  ['nothingNext', '--nothing-next'],
  ['doNotContact', '--do-not-contact'],
]

/** The first day of a month written `yyyy-mm`. */
function readMonth(text: string): Day {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  const first = civilDay(Number(year), Number(number), 1)
  if (first === null) throw usage(`"${text}" is not a month.`, 'Write it as 2026-10.')
  return first
}
