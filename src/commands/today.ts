import { showPage } from '../actions/page/show-page.ts'
import { readDay } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu', 'fu today fri', 'fu today yesterday', 'fu today --brief'],
  options: (command) =>
    command
      .argument('[when...]', 'the day, as a date phrase (default: today)')
      .option('--brief', 'one line, for a prompt or a status bar')
      .option('--exit-code', 'exit with status 6 while anything on the page is open')
      .option('--all', 'every keep-in-touch line, not only the first few')
      .option('--full', 'the reasons of every line, also of long sections'),
  defaultInvocation: [[[]], {}],
  run: async (app, [when], { brief, exitCode, all, full }) => {
    const form = { brief: brief === true, all: all === true, full: full === true }
    const isOpen = await showPage(app, readDay(app, when), form)
    return exitCode === true && isOpen ? 'still-open' : undefined
  },
})
