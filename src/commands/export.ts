import { Argument, Option } from '@commander-js/extra-typings'
import { exportDiary, exportFormats, exportScopes, type ExportRequest } from '../actions/export/export.ts'
import { findContact } from '../actions/people/find-contact.ts'
import { defineCommand } from '../command/define-command.ts'
import { usage } from '../domain/errors.ts'
import { readOutput } from '../parse/output.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu export > promises.csv',
    'fu export people -o people.csv',
    'fu export all -o books',
    'fu export --format json -o diary.json',
    'fu export people --format vcf -o people.vcf',
    'fu export --format ics --events -o promises.ics',
    'fu export --who gary --format text',
  ],
  details: [
    'With --format json, the whole diary is one document. "all" as CSV is a folder with',
    'three files and settings.json. "fu import" reads both. vCards (vcf) hold people, a',
    'calendar (ics) holds open promises, a text holds everything about one contact.',
    'In CSV, an apostrophe precedes what a spreadsheet would read as a formula, even',
    'inside a cell; "fu import" removes it again.',
  ].join('\n'),
  options: (command) =>
    command
      .addArgument(new Argument('[book]', 'what to export').choices(exportScopes))
      .addOption(new Option('--format <format>', 'how (default: csv)').choices(exportFormats))
      .option('--events', 'in a calendar, add an event with an alarm for each promise')
      .option(
        '-o, --output <path>',
        'a file, or for "all" a folder (default: standard output); "-" for stdout',
      )
      .option('--who <who>', 'only this contact'),
  run: async (app, [book], { format = app.json ? 'json' : 'csv', output, who, events = false }) => {
    const only = who === undefined ? null : await findContact(app, who)
    const request: ExportRequest = { scope: book ?? null, format, only, events }
    refuseMismatch(request)
    await exportDiary(app, request, readOutput(output))
  },
})

/** @throws FuError `usage` if the format cannot hold what is to be exported */
function refuseMismatch({ scope, format, only, events }: ExportRequest): void {
  if (format === 'vcf' && scope !== null && scope !== 'people') {
    throw usage(`vCards only hold people.`, 'Write them with fu export people --format vcf.')
  }
  if (format === 'ics' && scope !== null && scope !== 'promises') {
    throw usage(`A calendar only holds promises.`, 'Write it with fu export --format ics.')
  }
  if (format === 'text' && (only === null || scope !== null)) {
    throw usage(
      'A text shows everything about one contact.',
      'Write it with fu export --who gary --format text.',
    )
  }
  if (events && format !== 'ics') {
    throw usage('--events needs --format ics.', 'Write a calendar with fu export --format ics --events.')
  }
}
