import { backUpUnwatched } from '../actions/backup/daily.ts'
import { defineCommand } from '../command/define-command.ts'

/** The first write of a day starts this command in a process of its own. */
export default defineCommand({
  diary: 'optional',
  examples: [],
  options: (command) => command,
  run: (app) => backUpUnwatched(app),
})
