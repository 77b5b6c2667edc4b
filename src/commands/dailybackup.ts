import { backUpUnwatched } from '../actions/backup/daily.ts'
import { defineCommand } from '../command/define-command.ts'

/** What the first write of a day starts beside itself. */
export default defineCommand({
  diary: 'optional',
  examples: [],
  options: (command) => command,
  run: (app) => backUpUnwatched(app),
})
