import { showWeek } from '../actions/page/show-week.ts'
import { readDay } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu week', 'fu week next mon'],
  details:
    'The first day shows everything that is due by then. Each later day shows what comes up on that day if nothing is done before then.',
  options: (command) =>
    command
      .argument('[when...]', 'the first day, as a date phrase (default: today)')
      .option('--brief', 'one line: each day and how much is on it')
      .option('--exit-code', 'exit with status 6 while anything on the first day is open')
      .option('--all', 'every keep-in-touch line, not only the first few'),
  defaultInvocation: [[[]], {}],
  run: (app, [when], { brief, exitCode, all }) => {
    const isOpen = showWeek(app, readDay(app, when), { brief: brief === true, all: all === true })
    return exitCode === true && isOpen ? 'still-open' : undefined
  },
})
