import { Option } from '@commander-js/extra-typings'
import { channels } from '../domain/contact.ts'
import { feedbackKinds, newEntry } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import { loggedSentence } from '../views/confirmations/writes.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../actions/people/options.ts'
import { readNote } from '../actions/people/in-editor.ts'
import { readOn } from '../actions/read-when.ts'
import { reportWrite } from '../actions/print-result.ts'
import { dateContext } from '../actions/date-context.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'

export const log = defineCommand({
  diary: 'needed',
  examples: [
    'fu log gary "lunch; his daughter starts school in May"',
    'fu log ada "asked about delivery" --in --by email --on yesterday',
    'fu log gary --edit',
    'fu log gary "the report should be shorter" --feedback change',
  ],
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('[what...]', 'what happened')
      .option('-e, --edit', 'write it in your editor')
      .addOption(new Option('--by <channel>', 'how').choices(channels))
      .option('--in', 'they came to me')
      .option('--on <when>', 'when it was, where it is past')
      .addOption(new Option('--feedback <kind>', 'what they want of the work').choices(feedbackKinds))
      .option('--offer <text>', 'what was offered'),
  run: async (app, [first, words], { edit, by, in: inbound, on, feedback, offer }) => {
    const { who, rest } = splitWho(app, first, words)
    const at = readOn(app, on)
    const offered = offer === undefined ? null : readLine(offer, 'An offer')
    const contact = await findContact(app, who)
    const text = await readNote(app, { words: rest, edit: edit === true, what: 'An entry' })
    if (text === null)
      throw usage(
        'An entry cannot be empty.',
        'Say what happened, as in fu log gary "lunch", or take --edit.',
      )
    const { value, history } = app.diary().write({ command: 'log', at: app.now }, (tx) => {
      tx.title(`log ${contact.name}: ${text}`)
      return tx.addEntry(
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
    const sentences = [loggedSentence(contact.name, text, at.day, dateContext(app))]
    reportWrite(app, { command: 'log', history, contact, promise: null, entry: value, sentences })
  },
})
