import { document } from '../formats/json/json.ts'
import { defineCommand } from '../command/define-command.ts'
import { readWhen } from '../actions/read-when.ts'

export const when = defineCommand({
  diary: 'optional',
  examples: ['fu when next fri', 'fu when 27/11', 'fu when in 10 minutes'],
  options: (command) => command.argument('<text...>', 'a date phrase'),
  run: (app, [words]) => {
    const phrase = words.join(' ')
    const { day, time } = readWhen(app, phrase, 'either')
    const text = `${app.words.long(day)}${time === null ? '' : ` ${time}`}`
    app.terminal.print(app.json ? document({ day, time, text }) : `${text}\n`)
  },
})
