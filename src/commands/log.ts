import { Option } from '@commander-js/extra-typings'
import { channels } from '../domain/contact.ts'
import { feedbackKinds, newEntry } from '../domain/entry.ts'
import { logged } from '../views/receipt.ts'
import { defineCommand } from './command.ts'
import { readLine } from './contact-options.ts'
import { readOn } from './phrase.ts'
import { reportWrite } from './receipt.ts'
import { findContact, splitWho } from './who.ts'

export const log = defineCommand({
  diary: 'needed',
  examples: [
    'fu log gary "lunch; his daughter starts school in May"',
    'fu log ada "asked about delivery" --in --by email --on yesterday',
    'fu log gary "the report should be shorter" --feedback change',
  ],
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('<what...>', 'what happened')
      .addOption(new Option('--by <channel>', 'how').choices(channels))
      .option('--in', 'they came to me')
      .option('--on <when>', 'when it was, where it is past')
      .addOption(new Option('--feedback <kind>', 'what they want of the work').choices(feedbackKinds))
      .option('--offer <text>', 'what was offered'),
  run: async (app, [first, words], { by, in: inbound, on, feedback, offer }) => {
    const { who, rest } = splitWho(app, first, words)
    const text = readLine(rest.join(' '), 'An entry')
    const at = readOn(app, on)
    const offered = offer === undefined ? null : readLine(offer, 'An offer')
    const contact = await findContact(app, who)
    const { value, history } = app.diary().write({ command: 'log', at: app.now }, (pen) => {
      pen.title(`log ${contact.name}: ${text}`)
      return pen.addEntry(
        newEntry({
          at,
          contactId: contact.id,
          act: 'logged',
          direction: inbound === true ? 'in' : 'out',
          channel: by ?? null,
          outcome: 'reached',
          text,
          feedback: feedback ?? null,
          offer: offered,
        }),
      )
    })
    const sentences = [logged(contact.name, text)]
    reportWrite(app, { command: 'log', history, contact, promise: null, entry: value, sentences })
  },
})
