import { showNext } from '../actions/walk/show-next.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'shown empty',
  examples: ['fu next', 'fu next --brief', 'fu next --exit-code'],
  details:
    'The message contains your name and number: fu config name "Sue Hall", fu config number "0412 555 019".',
  options: (command) =>
    command
      .option('--brief', 'one line, for a prompt or a status bar')
      .option('--exit-code', 'exit with status 6 while anything on the page is open')
      .option('--all', 'every line of the page in this form'),
  defaultInvocation: [[], {}],
  run: (app, _args, { brief, exitCode, all }) => {
    const isOpen = showNext(app, { brief: brief === true, all: all === true })
    return exitCode === true && isOpen ? 'still-open' : undefined
  },
})
