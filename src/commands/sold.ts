import { Option } from '@commander-js/extra-typings'
import { recordSale } from '../actions/entries/sold.ts'
import { findContact } from '../actions/people/find-contact.ts'
import { readOn } from '../actions/read-when.ts'
import { askWhoAndWhat } from '../actions/people/ask-who.ts'
import { defineCommand } from '../command/define-command.ts'
import { channelOption } from '../command/channel-option.ts'
import { feedbackKinds } from '../domain/entry.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu sold gary "fixed rate, 25 years"',
    'fu sold ada "two pallets" --offer "4,200 with delivery" --on yesterday',
  ],
  details: 'Plans a thank-you for the next day, and a call a week later to ask whether they are happy.',
  options: (command) =>
    command
      .argument('[who]', 'the contact')
      .argument('[what...]', 'what they bought')
      .addOption(channelOption('how'))
      .option('--in', 'they came to me')
      .option('--offer <text>', 'what was offered')
      .addOption(
        new Option('--feedback <kind>', 'what they want you to change, keep, add or drop').choices(
          feedbackKinds,
        ),
      )
      .option('--on <when>', 'when it happened, if in the past'),
  run: async (app, [first, words], { by, in: inbound, offer, feedback, on }) => {
    const { who, rest } = await askWhoAndWhat(app, first, words, {
      question: 'What did they buy?',
      what: 'What was sold',
      example: 'fu sold gary "two pallets"',
    })
    const sale = {
      what: readLine(rest.join(' '), 'What was sold'),
      offer: offer === undefined ? null : readLine(offer, 'An offer'),
      at: readOn(app, on),
      direction: inbound === true ? 'in' : 'out',
      channel: by ?? null,
      feedback: feedback ?? null,
    } as const
    recordSale(app, await findContact(app, who), sale)
  },
})
