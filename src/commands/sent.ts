import { channelOption } from '../command/channel-option.ts'
import { recordSent } from '../actions/entries/sent.ts'
import { findContact } from '../actions/people/find-contact.ts'
import { readOn } from '../actions/read-when.ts'
import { askWhoAndWhat } from '../actions/people/ask-who.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { readPeriod } from '../parse/phrase/period.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu sent gary "the quote" --by email', 'fu sent jose "the samples" --by post --transit 3d'],
  details:
    'It counts as sent until they confirm that it arrived. By email or another message, call within the hour; by post, call after two to three days plus the transit time.',
  options: (command) =>
    command
      .argument('[who]', 'the contact')
      .argument('[what...]', 'what was sent')
      .addOption(channelOption('how it was sent (default: email)'))
      .option('--transit <period>', 'how long the post takes, as in 3d')
      .option('--on <when>', 'when it was sent, if in the past'),
  run: async (app, [first, words], options) => {
    const { who, rest } = await askWhoAndWhat(app, first, words, {
      question: 'What did you send?',
      what: 'What was sent',
      example: 'fu sent gary "the quote" --by email',
    })
    const what = readLine(rest.join(' '), 'What was sent')
    const channel = options.by ?? 'email'
    const transit = options.transit === undefined ? null : readPeriod(options.transit)
    if (transit !== null && channel !== 'post')
      throw usage('--transit needs --by post.', 'Only post is under way for days.')
    const at = readOn(app, options.on)
    recordSent(app, await findContact(app, who), { what, at, channel, transit })
  },
})
