import { showPage } from '../actions/page/show-page.ts'
import { defineCommand } from '../command/define-command.ts'
import { pageOptions } from '../command/page-options.ts'

export default defineCommand({
  diary: 'shown empty',
  examples: ['fu', 'fu today fri', 'fu today yesterday', 'fu today --brief'],
  options: (command) =>
    pageOptions(command.argument('[when...]', 'the day, as a date phrase (default: today)')),
  defaultInvocation: [[[]], {}],
  run: async (app, [when], { brief, exitCode, all, full }) => {
    const form = { brief: brief === true, all: all === true, full: full === true }
    // Most pages are today's, and the date phrase parser takes time to load.
    const day = when.length === 0 ? app.now.day : (await import('../actions/read-when.ts')).readDay(app, when)
    const isOpen = await showPage(app, day, form)
    return exitCode === true && isOpen ? 'still-open' : undefined
  },
})
