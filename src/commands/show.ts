import { findContact } from '../actions/people/find-contact.ts'
import { showContact } from '../actions/people/show.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu show gary', 'fu show lee mortgages', 'fu show @3 --json'],
  options: (command) => command.argument('<who...>', 'the contact'),
  run: async (app, [who]) => showContact(app, await findContact(app, who.join(' '))),
})
