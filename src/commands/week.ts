import { showWeek } from '../actions/page/show-week.ts'
import { readDay } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu week', 'fu week next mon'],
  details:
    'The first day has everything that has come up by then; each later day what it brings by itself, if nothing is done before.',
  options: (command) =>
    command
      .argument('[when...]', 'the first day, as a date phrase; today by itself')
      .option('--brief', 'one line: each day and how much is on it')
      .option('--exit-code', 'end with status 6 while anything on the first day is open')
      .option('--all', 'all of keep in touch, not only the first few'),
  defaultInvocation: [[[]], {}],
  run: (app, [when], { brief, exitCode, all }) => {
    const isOpen = showWeek(app, readDay(app, when), { brief: brief === true, all: all === true })
    return exitCode === true && isOpen ? 'still-open' : undefined
  },
})
