import { examineDiary } from '../actions/doctor/examine.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'optional',
  examples: ['fu doctor', 'fu doctor --repair', 'fu doctor --json'],
  details: [
    'Changes nothing without --repair. A repair rebuilds the search index and makes files private that others can read.',
    'If another program changed the schema or values of the diary, it moves the rows into a new one, says what it left',
    'out, and keeps the file aside. If the diary is damaged, it keeps the damaged file aside and restores the newest',
    'sound backup.',
  ].join('\n'),
  options: (command) => command.option('--repair', 'repair what can be repaired without guessing'),
  run: (app, _args, { repair }) => examineDiary(app, { repairs: repair === true }),
})
