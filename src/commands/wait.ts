import { Option } from '@commander-js/extra-typings'
import { channels } from '../domain/contact.ts'
import { defineCommand } from '../command/define-command.ts'
import { makePromise } from './promise.ts'

export const wait = defineCommand({
  diary: 'needed',
  examples: [
    'fu wait jose "the delivery date" --due 27/11',
    'fu wait sue the drawings --due "next week" --about gary',
  ],
  options: (command) =>
    command
      .argument('<who>', 'the contact')
      .argument('<what...>', 'what they owe me')
      .option('-d, --due <when>', 'the day they said')
      .addOption(new Option('--by <channel>', 'how I asked').choices(channels))
      .option('--about <who>', 'the client it is about'),
  run: (app, [who, what], { due, by, about }) =>
    makePromise(app, 'wait', 'theirs', {
      who,
      what,
      due,
      by,
      about,
      hot: false,
      trigger: undefined,
    }),
})
