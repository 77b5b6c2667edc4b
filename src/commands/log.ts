import { Option } from '@commander-js/extra-typings'
import { writeNote } from '../actions/ask/note.ts'
import { log } from '../actions/entries/log.ts'
import { findChased } from '../actions/promises/find-promise.ts'
import { askText, askWho } from '../actions/people/ask-who.ts'
import { findContact, splitWho } from '../actions/people/find-contact.ts'
import { readOn } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { channelOption } from '../command/channel-option.ts'
import { feedbackKinds } from '../domain/entry.ts'
import { usage } from '../domain/errors.ts'
import { readLine } from '../parse/text.ts'

const lacking = {
  question: 'What happened?',
  what: 'An entry',
  example: 'fu log gary "lunch", or take --edit',
}

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu log gary "lunch; his daughter starts school in May"',
    'fu log ada "asked about delivery" --in --by email --on yesterday',
    'fu log jose "says next week" --chase --by call',
    'fu log gary --edit',
    'fu log gary "the report should be shorter" --feedback change',
  ],
  options: (command) =>
    command
      .argument('[who]', 'the contact')
      .argument('[what...]', 'what happened')
      .option('-e, --edit', 'write the text in your editor')
      .addOption(channelOption('how'))
      .option('--in', 'they came to me')
      .option('--chase', 'I asked again for what they owe me; <who> may be its number')
      .option('--on <when>', 'when it happened, if in the past')
      .addOption(
        new Option('--feedback <kind>', 'what they want you to change, keep, add or drop').choices(
          feedbackKinds,
        ),
      )
      .option('--offer <text>', 'what was offered'),
  run: async (app, [first, words], { edit, by, in: inbound, chase, on, feedback, offer: offered }) => {
    const named = first ?? (await askWho(app, { ...lacking, mayBeNew: chase === true }))
    const { who, rest } = splitWho(app, named, words)
    const at = readOn(app, on)
    const offer = offered === undefined ? null : readLine(offered, 'An offer')
    const chased = chase === true ? await findChased(app, who) : null
    if (chased !== null && inbound === true) {
      throw usage('--chase and --in cannot be combined.', 'With --chase, I came to them.')
    }
    const contact = chased === null ? await findContact(app, who) : chased.contact
    const typed = edit === true || rest.length > 0 ? rest.join(' ') : await askText(app, lacking)
    const text = edit === true ? await writeNote(app, typed, 'An entry') : readLine(typed, 'An entry')
    const direction = inbound === true ? 'in' : 'out'
    const said = { text, at, direction, channel: by ?? null, feedback: feedback ?? null, offer } as const
    log(app, contact, { ...said, promise: chased?.id ?? null })
  },
})
