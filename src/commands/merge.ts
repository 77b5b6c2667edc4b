import { findPair } from '../actions/people/find-pair.ts'
import { confirmMerge, mergeContacts } from '../actions/people/merge.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu merge @4 @2', 'fu merge "gary lee" "gary l"', 'fu merge @4 gary --yes'],
  details:
    'The second card is kept, and takes what it lacks. Where the two differ, the word of the first goes into the note of the second. On a terminal both are shown first.',
  options: (command) =>
    command
      .argument('<who>', 'the card that goes')
      .argument('[into...]', 'the card that is kept')
      .option('-y, --yes', 'asks nothing'),
  run: async (app, [first, words], { yes }) => {
    const pair = await findPair(app, first, words)
    if (yes !== true) await confirmMerge(app, pair)
    mergeContacts(app, pair)
  },
})
