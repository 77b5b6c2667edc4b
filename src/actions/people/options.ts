import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import type { App } from '../../app.ts'
import { channels, contactKinds, type Address, type Email, type Phone } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { isStorable } from '../../domain/text.ts'
import { readEmail, readPhone } from '../../parse/contact/phone.ts'
import { collect } from '../../command/define-command.ts'

/** The options that say what a contact is, as `add` and `edit` take them. */
export function contactOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .option('-c, --company <name>', 'where they work')
    .option('-p, --phone <[label:]number>', 'a phone number; may be given again', collect)
    .option('-e, --email <[label:]address>', 'an email address; may be given again', collect)
    .option('-a, --address <text>', 'a postal address')
    .option('--nick <name>', 'what you call them')
    .addOption(new Option('--by <channel>', 'how they want to be reached').choices(channels))
    .addOption(new Option('--kind <kind>', 'who they are to you').choices(contactKinds))
    .option('--met <where>', 'where you met')
    .option('--from <who>', 'the contact who sent them to you')
    .option('--from-word <source>', 'what sent them, where it is no contact: referral, website')
    .option('--tag <word>', 'a word to find them by; may be given again', collect)
    .option('--note <text>', 'anything worth keeping')
    .option('--every <period>', 'how often to keep in touch: 90d, monthly, "before june"')
    .option('--zone <tz>', 'their time zone: America/New_York')
    .option('--best-time <words>', 'when they like to be called')
}

export function readPhones(app: App, texts: readonly string[]): Phone[] {
  const { country } = app.settings()
  return texts.map((text) => readPhone(text, country))
}

export function readEmails(texts: readonly string[]): Email[] {
  return texts.map(readEmail)
}

export function readAddresses(text: string): Address[] {
  return [{ label: null, text: readLine(text, 'An address') }]
}

/**
 * A line of text as it is kept: trimmed, and not empty.
 *
 * @throws FuError `usage` where nothing is left, or it holds what no diary can keep
 */
export function readLine(text: string, what: string): string {
  const line = text.trim()
  if (line === '') throw usage(`${what} cannot be empty.`)
  if (!isStorable(line)) {
    throw usage(`${what} holds characters that are no text.`, 'Type it again without them.')
  }
  return line
}

/**
 * A name as it is kept.
 *
 * @throws FuError `usage` where it is none, could not be typed to find them again, or holds a number left over
 */
export function readName(text: string): string {
  const name = readLine(text, 'A name')
  if (/^(?:@.*|\d+)$/u.test(name)) {
    throw usage(
      `"${name}" is a number, and nobody could be found by it.`,
      'Write their name, as in "Gary Lee".',
    )
  }
  if (/\s\d{3,}(?:\s|$)/u.test(name)) {
    throw usage(`"${name}" has a number in it.`, 'Quote a phone number with spaces: --phone "0412 555 019".')
  }
  return name
}

/** The name of a time zone as the system knows it. */
export function readZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    throw usage(`"${text}" is no time zone.`, 'Write it as America/New_York or Europe/Berlin.')
  }
}
