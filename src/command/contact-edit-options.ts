import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import type { Contact, ContactName } from '../domain/contact.ts'
import type { ContactEdit, FieldEdit, ListEdit } from '../domain/contact-edit.ts'
import { usage } from '../domain/errors.ts'
import type { Settings } from '../domain/settings.ts'
import { readAnniversary, readBirthday, readExtra, readLink } from '../parse/contact/card-details.ts'
import { readChannel } from '../parse/channel.ts'
import { readAddress, readName, readZone } from '../parse/contact/details.ts'
import { readEmail, readPhones } from '../parse/contact/phone.ts'
import { readEvery } from '../parse/phrase/period.ts'
import { readLine } from '../parse/text.ts'
import { replacesAll } from './collect.ts'
import { clearingOptions, contactOptions } from './contact-options.ts'
import { withoutTagOption } from './without-tag-option.ts'

/** The options that change a contact. */
export function contactEditOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return withoutTagOption(clearingOptions(contactOptions(command.option('--name <name>', 'their name'))))
    .addOption(
      new Option(
        '--do-not-contact [channel]',
        'they do not want to be contacted, at all or that way',
      ).argParser(collectMarks),
    )
    .option('--may-contact', 'they may be contacted again')
}

/** A field that can be cleared: its value, `false` to clear it, `true` or `undefined` if the option is not given. */
type Clearable<Value> = Value | boolean | undefined

type TextOption =
  | 'company'
  | 'nick'
  | 'address'
  | 'met'
  | 'fromWord'
  | 'every'
  | 'zone'
  | 'bestTime'
  | 'note'
  | 'title'
  | 'department'
  | 'birthday'
  | 'prefix'
  | 'given'
  | 'middle'
  | 'family'
  | 'suffix'
type ListOption = 'phone' | 'email' | 'tag' | 'anniversary' | 'link' | 'extra'

/** The parsed options of `contactEditOptions`; `from` is the name of a contact. */
export type ContactEditOptions = { readonly [Name in TextOption]?: Clearable<string> } & {
  readonly [Name in ListOption]?: Clearable<string[]>
} & {
  readonly name?: string | undefined
  readonly kind?: Clearable<NonNullable<Contact['kind']>>
  readonly by?: Clearable<NonNullable<Contact['channel']>>
  readonly from?: Clearable<string>
  readonly noTag?: string[] | false | undefined
  readonly doNotContact?: string[] | true | undefined
  readonly mayContact?: true | undefined
}

/** Whether an option was given; one that can be cleared is `true` if not. */
export function isGiven<Value>(option: Clearable<Value>): option is Exclude<Value, true> | false {
  return option !== undefined && option !== true
}

/** Whether any option changes a contact. */
export function saysContact({ doNotContact, mayContact, ...fields }: ContactEditOptions): boolean {
  return mayContact === true || doNotContact !== undefined || Object.values(fields).some(isGiven)
}

/**
 * The change that the options describe.
 *
 * @param from the contact that `--from` names
 * @throws FuError `usage` if a value cannot be read
 */
export function readContactEdit(
  options: ContactEditOptions,
  from: FieldEdit<ContactName>,
  { country }: Pick<Settings, 'country'>,
): ContactEdit {
  const { noTag } = options
  const tags = readList(options.tag, (text) => [readLine(text, 'A tag')])
  return {
    name: options.name === undefined ? undefined : readName(options.name),
    company: readField(options.company, line('A company')),
    nick: readField(options.nick, line('A nickname')),
    kind: readField(options.kind, same),
    channel: readField(options.by, same),
    phones: readList(options.phone, (text) => readPhones(text, country)),
    emails: readList(options.email, (text) => [readEmail(text)]),
    addresses: readField(options.address, (text) => [readAddress(text)]),
    met: readField(options.met, line('Where you met')),
    fromWord: readField(options.fromWord, line('A source')),
    from,
    every: readField(options.every, readEvery),
    timeZone: readField(options.zone, readZone),
    bestTime: readField(options.bestTime, line('A best time')),
    tags: {
      items: tags.items,
      clear: noTag === false,
      without: Array.isArray(noTag) ? noTag.map((text) => readLine(text, 'A tag')) : [],
    },
    note: readField(options.note, line('A note')),
    title: readField(options.title, line('A title')),
    department: readField(options.department, line('A department')),
    birthday: readField(options.birthday, readBirthday),
    anniversaries: readList(options.anniversary, (text) => [readAnniversary(text)]),
    links: readList(options.link, (text) => [readLink(text)]),
    nameParts: {
      prefix: readField(options.prefix, line('A name prefix')),
      given: readField(options.given, line('A given name')),
      middle: readField(options.middle, line('A middle name')),
      family: readField(options.family, line('A family name')),
      suffix: readField(options.suffix, line('A name suffix')),
    },
    extra: readList(options.extra, (text) => [readExtra(text)]),
    doNotContact: readMark(options.doNotContact, options.mayContact === true),
  }
}

function readField<Typed, Value>(option: Clearable<Typed>, read: (typed: Typed) => Value): FieldEdit<Value> {
  if (option === false) return null
  return option === undefined || option === true ? undefined : read(option)
}

function readList<Item>(
  option: Clearable<string[]>,
  read: (text: string) => readonly Item[],
): ListEdit<Item> {
  if (!Array.isArray(option)) return { items: [], clear: option === false }
  return { items: option.flatMap(read), clear: replacesAll(option) }
}

function line(what: string): (text: string) => string {
  return (text) => readLine(text, what)
}

function same<Value>(value: Value): Value {
  return value
}

/** Collects channels; the option without a channel means all of them. */
function collectMarks(value: string, before: string[] | true | undefined): string[] | true {
  return before === true ? true : [...(before ?? []), ...value.split(',').map((word) => word.trim())]
}

function readMark(option: string[] | true | undefined, mayContact: boolean): ContactEdit['doNotContact'] {
  if (mayContact) {
    if (option !== undefined)
      throw usage('--do-not-contact and --may-contact cannot be combined.', 'Use only one of them.')
    return null
  }
  if (option === undefined) return undefined
  if (option === true || option.includes('all')) return 'all'
  return option.map(readChannel)
}
