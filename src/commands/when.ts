import { readWhen } from '../actions/read-when.ts'
import { showDate } from '../actions/show-date.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu when next fri', 'fu when 27/11', 'fu when in 10 minutes'],
  details: [
    'Phrases are read in English and, if your locale prints dates in German, French, Spanish, Italian, Portuguese or',
    'Dutch, in that language: "fu when nächsten freitag um 14 uhr". A word in both languages has the meaning of yours.',
  ].join('\n'),
  options: (command) => command.argument('<text...>', 'a date phrase'),
  run: (app, [words]) => showDate(app, readWhen(app, words.join(' '), 'either')),
})
