import { Option } from '@commander-js/extra-typings'
import { fileFormats, tableFields } from '../actions/import/source/detect.ts'
import { importFile } from '../actions/import/import-file.ts'
import { planNamed } from '../actions/plans/start.ts'
import { collect } from '../command/collect.ts'
import { defineCommand } from '../command/define-command.ts'
import { contactKinds } from '../domain/contact.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'optional',
  examples: [
    'fu import contacts.csv --dry-run',
    'fu import cards.vcf --met "trade show" --tag fair --plan met',
    'fu import members.csv --map name=Member met="Seen at"',
    'fu import diary.json',
  ],
  details: [
    'Reads vCards, a folder of them, the CSV of Google, Outlook, Thunderbird, LinkedIn and other programs, and everything',
    'that fu export writes: a CSV, the folder of "fu export all", or the whole diary as JSON. "-" is standard input.',
    'Each column of a CSV is read by its name, in English, German, French, Spanish, Italian, Dutch or Portuguese. --map says',
    'what a column is instead; the others are still read by their names. It can be',
    `${tableFields.slice(0, 15).join(', ')},`,
    `${tableFields.slice(15).join(', ')}.`,
    'Known contacts are recognised by uid, email, number, or name with company, and stay unchanged;',
    '--update adds what the diary lacks. Values without a field are kept with the contact, and exported unchanged.',
    'Settings and plans of an exported diary are imported into an empty diary, and into another one only with',
    '--settings. "fu undo" undoes a whole import.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('<file>', 'the file, or a folder of vCards or that "fu export all" wrote')
      .addOption(
        new Option('--format <format>', 'the format of the file (default: detected)').choices(fileFormats),
      )
      .option('--map <field=column...>', 'which CSV column holds which field (repeatable)')
      .option('--dry-run', 'show what it would do, and write nothing')
      .option('--update', 'add missing details to known contacts')
      .option('--tag <tag>', 'a word to find all of them by (repeatable)', collect)
      .option('--met <where>', 'where you met them, if the file does not say')
      .addOption(
        new Option('--kind <kind>', 'who they are to you, if the file does not say').choices(contactKinds),
      )
      .option('--plan <name>', 'start this plan with each added contact (default with --met: met)')
      .option('--no-plan', 'start no plan')
      .option('--settings', 'take the settings and plans of an exported diary too, replacing those here'),
  run: (app, [file], options) => {
    const { format, map, dryRun = false, update = false, tag, met, kind, plan, settings = false } = options
    const isDescribed = (tag ?? met ?? kind) !== undefined || typeof plan === 'string'
    return importFile(app, {
      file,
      format: format ?? null,
      map: map ?? null,
      dryRun,
      update,
      takesSettings: settings,
      stack: isDescribed
        ? {
            kind: kind ?? null,
            met: met === undefined ? null : readLine(met, 'Where you met'),
            tags: (tag ?? []).map((word) => readLine(word, 'A tag')),
            plan:
              typeof plan === 'string'
                ? planNamed(app, plan)
                : met === undefined || plan === false
                  ? null
                  : planNamed(app, 'met'),
          }
        : null,
    })
  },
})
