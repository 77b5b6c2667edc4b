import { findTarget, openWay } from '../actions/open/open.ts'
import { defineCommand } from '../command/define-command.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu open gary', 'fu open 12', 'fu open ada --by whatsapp', 'fu open gary --print'],
  details:
    'Calls, emails or opens the way that their next promise asks for, else the one they prefer, in the\n' +
    'default program of your desktop. A postal address opens a map at openstreetmap.org.',
  options: (command) =>
    command
      .argument('<who|which...>', 'a contact or a promise')
      .option('--by <way>', 'call, email, text, post, visit, video; or a link: page, linkedin, whatsapp')
      .option('--print', 'only print the address'),
  run: async (app, [words], { by, print }) =>
    openWay(app, await findTarget(app, words.join(' ')), { by: by ?? null, printOnly: print === true }),
})
