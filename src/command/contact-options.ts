import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { channelOption } from './channel-option.ts'
import { contactKinds } from '../domain/contact.ts'
import { collect } from './collect.ts'

/** The options for the fields of a contact, shared by `add` and `edit`. */
export function contactOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .option('-c, --company <name>', 'the company they work for')
    .option('-p, --phone <[label:]number>', 'a phone number (repeatable)', collect)
    .option('-e, --email <[label:]address>', 'an email address (repeatable)', collect)
    .option('-a, --address <text>', 'a postal address')
    .option('--nick <name>', 'what you call them')
    .addOption(channelOption('how they want to be reached'))
    .addOption(new Option('--kind <kind>', 'who they are to you').choices(contactKinds))
    .option('--met <where>', 'where you met')
    .option('--from <who>', 'the contact who sent them to you')
    .option('--from-word <source>', 'how they found you, if not through a contact: referral, website')
    .option('--tag <tag>', 'a word to find them by (repeatable)', collect)
    .option('--note <text>', 'anything worth keeping')
    .option('--every <period>', 'how often to keep in touch: 90d, monthly, "before june"')
    .option('--zone <tz>', 'their time zone: America/New_York')
    .option('--best-time <words>', 'when they like to be called')
    .option('--title <title>', 'their job title')
    .option('--department <name>', 'their department')
    .option('--birthday <date>', 'their birthday: 1980-04-15, or 04-15 without the year')
    .option('--anniversary <[label:]date>', 'another yearly date (repeatable)', collect)
    .option('--link <[label:]address>', 'a web address, a profile or a chat name (repeatable)', collect)
    .option('--prefix <words>', 'a title before the name: Dr.')
    .option('--given <names>', 'the given name, if the name does not show it')
    .option('--middle <names>', 'the middle names')
    .option('--family <names>', 'the family name, if the name does not show it')
    .option('--suffix <words>', 'a suffix after the name: Jr.')
    .option('--extra <name:value>', 'any other field (repeatable)', collect)
}

/** The help of each clearing option, by the name of the option that sets the field. */
const clearing = {
  company: 'no company',
  phone: 'no phone number',
  email: 'no email address',
  address: 'no address',
  nick: 'no nickname',
  by: 'never asked how to reach them',
  kind: 'no kind',
  met: 'no place where you met',
  from: 'nobody sent them',
  fromWord: 'no source',
  note: 'no note',
  every: 'the cadence of their kind',
  zone: 'the same time zone as yours',
  bestTime: 'any time is good',
  title: 'no title',
  department: 'no department',
  birthday: 'no birthday',
  anniversary: 'no other dates',
  link: 'no links',
  prefix: 'nothing before the name',
  given: 'the given name from the name',
  middle: 'no middle names',
  family: 'the family name from the name',
  suffix: 'nothing after the name',
  extra: 'nothing else',
} as const

/** The values of clearable options: `false` clears the field; `true` means that the option was not given. */
type Clearable<Options> = {
  readonly [Name in keyof Options]: Name extends keyof typeof clearing
    ? Options[Name] | boolean
    : Options[Name]
}

/** The options that clear the fields of `contactOptions`: `--no-company`. */
export function clearingOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
): Command<Args, Clearable<Options>> {
  const plain: Command<Args> = command
  for (const [name, says] of Object.entries(clearing)) {
    plain.option(`--no-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, says)
  }
  // The types of this many chained options are too deep for the compiler.
  return command as unknown as Command<Args, Clearable<Options>>
}
