import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { contactKinds, type ContactKind } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import type { PeopleFilter } from '../domain/people-filter.ts'
import { collect } from './collect.ts'
import { isGiven, saysContact, type ContactEditOptions } from './contact-edit-options.ts'
import { readPeopleFilter, type PeopleOptions } from './people-options.ts'

/** The options that change fields whose own options are filters with `--all`. */
export function manyEditOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .addOption(new Option('--set-kind <kind>', 'with --all: who they are to you').choices(contactKinds))
    .option('--add-tag <tag>', 'with --all: a word to find them by (repeatable)', collect)
    .option('--set-met <where>', 'with --all: where you met')
}

type OwnOptions = {
  readonly setKind?: ContactKind | undefined
  readonly addTag?: string[] | undefined
  readonly setMet?: string | undefined
}

type ManyEditOptions = ContactEditOptions &
  Pick<PeopleOptions, 'bought' | 'drifting' | 'untouched' | 'nothingNext'> &
  OwnOptions

/** The first option of `manyEditOptions` that is given, with its dashes; `null` if none is. */
export function firstManyEditOption({ setKind, addTag, setMet }: OwnOptions): string | null {
  if (setKind !== undefined) return '--set-kind'
  if (addTag !== undefined) return '--add-tag'
  return setMet === undefined ? null : '--set-met'
}

/** Fields that belong to one person, and are not set on many at once. */
const personal = {
  name: '--name',
  nick: '--nick',
  phone: '--phone',
  email: '--email',
  birthday: '--birthday',
  given: '--given',
  middle: '--middle',
  family: '--family',
} as const

/**
 * Reads the options of `fu edit --all`: those that are filters in `fu people` choose contacts, and the others change
 * them.
 *
 * @throws FuError `usage` if nothing is changed, or a field that belongs to one person
 */
export function readManyEdit(options: ManyEditOptions): {
  readonly filter: PeopleFilter
  readonly changes: ContactEditOptions
} {
  const { kind, tag, met, doNotContact, bought, drifting, untouched, nothingNext, ...others } = options
  const { setKind, addTag, setMet, ...fields } = others
  if (Array.isArray(doNotContact)) {
    throw usage(
      `--do-not-contact ${doNotContact.join(',')} and --all cannot be combined.`,
      'With --all, --do-not-contact alone chooses who does not want to be contacted.',
    )
  }
  // Given last, they would replace the filter of the same name.
  const cleared = kind === false ? '--no-kind' : met === false ? '--no-met' : null
  if (cleared !== null) {
    throw usage(
      `${cleared} and --all cannot be combined.`,
      'With --all, --set-kind and --set-met give another kind or place.',
    )
  }
  const names = Object.keys(personal) as (keyof typeof personal)[]
  const own = names.find((name) => isGiven(options[name]) && options[name] !== false)
  if (own !== undefined) {
    throw usage(
      `${personal[own]} belongs to one person, and cannot be combined with --all.`,
      'Change them one by one: fu edit <who>.',
    )
  }
  const changes = { ...fields, kind: setKind, met: setMet, tag: addTag }
  if (!saysContact(changes)) {
    throw usage(
      'There is nothing to change.',
      'With --all, --kind, --tag and --met choose people: change these with --set-kind, --add-tag and --set-met.',
    )
  }
  const chosen = { bought, drifting, untouched, nothingNext, doNotContact }
  const filter = {
    ...chosen,
    kind: typeof kind === 'string' ? kind : undefined,
    tag: Array.isArray(tag) ? tag : undefined,
    met: typeof met === 'string' ? met : undefined,
  }
  return { filter: readPeopleFilter(filter), changes }
}
