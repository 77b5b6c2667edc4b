import { printPage, printWeek } from '../actions/page/print-page.ts'
import { readDay } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { readOutput } from '../parse/output.ts'

export default defineCommand({
  diary: 'needed',
  examples: ['fu print', 'fu print fri -o friday.html', 'fu print next mon --week'],
  details: [
    'Writes an HTML page for A5, A4 or Letter that works offline. In a pipe it goes to',
    'standard output; on a terminal it is saved as fu-<day>.html (fu-week-<day>.html)',
    'in this folder, and replaces an earlier one.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[when...]', 'the day, or the first day of the week, as a date phrase (default: today)')
      .option('--week', 'the seven days from that day')
      .option('-o, --output <file>', 'the file to write or replace; "-" is standard output'),
  run: (app, [when], { week = false, output }) => {
    if (app.json) {
      throw usage(
        'A printed page has no JSON form.',
        `For its lines as JSON: fu ${week ? 'week' : 'today'} --json.`,
      )
    }
    const day = readDay(app, when)
    const name = `fu-${week ? 'week-' : ''}${day}.html`
    const file = output === undefined && app.terminal.isScreen ? name : readOutput(output)
    return week ? printWeek(app, day, file) : printPage(app, day, file)
  },
})
