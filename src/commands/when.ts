import { readWhen } from '../actions/read-when.ts'
import { showDate } from '../actions/show-date.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu when next fri', 'fu when 27/11', 'fu when in 10 minutes'],
  options: (command) => command.argument('<text...>', 'a date phrase'),
  run: (app, [words]) => showDate(app, readWhen(app, words.join(' '), 'either')),
})
