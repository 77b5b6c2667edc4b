import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import { channels, contactKinds } from '../domain/contact.ts'
import { collect } from './collect.ts'

/** The options that say what a contact is, as `add` and `edit` take them. */
export function contactOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .option('-c, --company <name>', 'where they work')
    .option('-p, --phone <[label:]number>', 'a phone number (repeatable)', collect)
    .option('-e, --email <[label:]address>', 'an email address (repeatable)', collect)
    .option('-a, --address <text>', 'a postal address')
    .option('--nick <name>', 'what you call them')
    .addOption(new Option('--by <channel>', 'how they want to be reached').choices(channels))
    .addOption(new Option('--kind <kind>', 'who they are to you').choices(contactKinds))
    .option('--met <where>', 'where you met')
    .option('--from <who>', 'the contact who sent them to you')
    .option('--from-word <source>', 'what brought them, if not a contact: referral, website')
    .option('--tag <word>', 'a word to find them by (repeatable)', collect)
    .option('--note <text>', 'anything worth keeping')
    .option('--every <period>', 'how often to keep in touch: 90d, monthly, "before june"')
    .option('--zone <tz>', 'their time zone: America/New_York')
    .option('--best-time <words>', 'when they like to be called')
}
