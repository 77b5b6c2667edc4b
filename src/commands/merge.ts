import { findPair } from '../actions/people/find-pair.ts'
import { confirmMerge, mergeContacts } from '../actions/people/merge.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu merge @4 @2', 'fu merge "gary lee" "gary l"', 'fu merge @4 gary --yes'],
  details:
    'The second card is kept, and takes missing details from the first. If they differ, the value of the first is added to the note of the second. On a terminal, fu shows both first.',
  options: (command) =>
    command
      .argument('<who>', 'the card to remove')
      .argument('[into...]', 'the card to keep')
      .option('-y, --yes', 'do not ask first'),
  run: async (app, [first, words], { yes }) => {
    const pair = await findPair(app, first, words)
    if (yes !== true) await confirmMerge(app, pair)
    mergeContacts(app, pair)
  },
})
