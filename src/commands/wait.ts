import { makePromise } from '../actions/promises/make.ts'
import { readPromise } from '../actions/promises/read-promise.ts'
import { defineCommand } from '../command/define-command.ts'
import { channelOption } from '../command/channel-option.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu wait jose "the delivery date" --due 27/11',
    'fu wait sue the drawings --due "next week" --about gary',
  ],
  options: (command) =>
    command
      .argument('[who]', 'the contact')
      .argument('[what...]', 'what they owe me')
      .option('-d, --due <when>', 'the day they said')
      .option('--every <period>', 'how often it repeats: 2w, monthly, friday, 1st')
      .addOption(channelOption('how I asked'))
      .option('--about <who>', 'the client it is about'),
  run: async (app, [who, words], { due, every, by, about }) => {
    const { contact, details } = await readPromise(app, 'theirs', { who, words, due, every, by, about })
    makePromise(app, contact, details)
  },
})
