import { Option } from '@commander-js/extra-typings'
import { recordSale } from '../actions/entries/sold.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'
import { readOn } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { channels } from '../domain/contact.ts'
import { feedbackKinds } from '../domain/entry.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu sold gary "fixed rate, 25 years"',
    'fu sold ada "two pallets" --offer "4,200 with delivery" --on yesterday',
  ],
  details: 'A thank-you is planned for the day after, and a call a week later: are they happy with it?',
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('<what...>', 'what they bought')
      .addOption(new Option('--by <channel>', 'how').choices(channels))
      .option('--in', 'they came to me')
      .option('--offer <text>', 'what was offered')
      .addOption(new Option('--feedback <kind>', 'what they want of the work').choices(feedbackKinds))
      .option('--on <when>', 'when it was, where it is past'),
  run: async (app, [first, words], { by, in: inbound, offer, feedback, on }) => {
    const { who, rest } = splitWho(app, first, words)
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
