import { askWhich } from '../actions/promises/ask-which.ts'
import { splitWho } from '../actions/people/find-contact.ts'
import { findTried, numbersIn, openPromises } from '../actions/promises/find-promise.ts'
import { recordAttempt, recordFirstAttempt } from '../actions/promises/try.ts'
import { readOn } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { channelOption } from '../command/channel-option.ts'
import type { AttemptOutcome } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu tried 2', 'fu tried gary --message "left word with Sue"', 'fu tried ada --busy'],
  details: [
    'The next try comes after 3 days, then after 7, 7 and 7, then every 30 days; after a busy line, in an hour. If you',
    'try before the promise is due, it stays due on its day. A contact to keep in touch with comes up again in the same',
    'way, until you reach them.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[which]', 'the promise, or several: 12 13, 12,13, 12-15')
      .argument('[note...]', 'the message you left, and with whom')
      .option('--no-answer', 'nobody answered (default)')
      .option('--voicemail', 'left a voicemail')
      .option('--message', 'left a message with somebody')
      .option('--busy', 'the line was busy')
      .option('--wrong-number', 'the number is not theirs')
      .addOption(channelOption('how'))
      .option('--on <when>', 'when it happened, if in the past'),
  run: async (app, [named, words], { answer, voicemail, message, busy, wrongNumber, by, on }) => {
    const outcome = readOutcome({
      'no-answer': answer ? undefined : true,
      voicemail,
      message,
      busy,
      'wrong-number': wrongNumber,
    })
    const first = named ?? (await askWhich(app, 'fu tried 2'))
    const { numbers, rest: behind } = numbersIn(app, [first, ...words])
    const { who, rest } = numbers.length > 1 ? { who: null, rest: behind } : splitWho(app, first, words)
    const note = rest.length === 0 ? null : readLine(rest.join(' '), 'A note')
    const attempt = { outcome, note, at: readOn(app, on), by: by ?? null }
    const found = who === null ? { promises: openPromises(app, numbers) } : await findTried(app, who)
    if ('contact' in found) recordFirstAttempt(app, found.contact, attempt)
    else recordAttempt(app, found.promises, attempt)
  },
})

function readOutcome(flags: Partial<Record<AttemptOutcome, true | undefined>>): AttemptOutcome {
  const [first, ...more] = (['no-answer', 'voicemail', 'message', 'busy', 'wrong-number'] as const).filter(
    (outcome) => flags[outcome] === true,
  )
  if (more.length > 0) {
    throw usage(
      `--${first} and --${more.join(' and --')} cannot be combined.`,
      'Choose one: how did the last try end?',
    )
  }
  return first ?? 'no-answer'
}
