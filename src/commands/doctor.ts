import { examineDiary } from '../actions/doctor/examine.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu doctor', 'fu doctor --repair', 'fu doctor --json'],
  details: [
    'It changes nothing but with --repair. That builds again what is searched by, makes private what others may read,',
    'and where the diary is damaged, keeps it aside as it is and brings back its newest sound backup.',
  ].join('\n'),
  options: (command) => command.option('--repair', 'put right what can be without guessing'),
  run: (app, _args, { repair }) => examineDiary(app, { repairs: repair === true }),
})
