import { printPage, printWeek } from '../actions/page/print-page.ts'
import { readDay } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { readOutput } from '../parse/output.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu print', 'fu print fri -o friday.html', 'fu print next mon --week'],
  details: [
    'A document that a browser opens and prints, on A5, A4 or Letter; it needs no',
    'network. In a pipe it goes there; on a terminal it is written to fu-<day>.html',
    '(fu-week-<day>.html) in this folder, in place of one printed before.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[when...]', 'the day, or the first of the week, as a date phrase; today by itself')
      .option('--week', 'the seven days from then')
      .option('-o, --output <file>', 'the file to write, in place of one that is there; "-" for a pipe'),
  run: (app, [when], { week = false, output }) => {
    if (app.json) {
      throw usage(
        'A printed page is no data.',
        `For its lines as JSON: fu ${week ? 'week' : 'today'} --json.`,
      )
    }
    const day = readDay(app, when)
    const name = `fu-${week ? 'week-' : ''}${day}.html`
    const file = output === undefined && app.terminal.isScreen ? name : readOutput(output)
    return week ? printWeek(app, day, file) : printPage(app, day, file)
  },
})
