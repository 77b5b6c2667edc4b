import { Option } from '@commander-js/extra-typings'
import { fileFormats } from '../actions/import/detect.ts'
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
    'fu import members.csv --map name="Full name" phone=Tel email=Mail',
    'fu import diary.json',
  ],
  details: [
    'Reads the contacts of Google, Outlook and LinkedIn, vCards, a CSV whose columns are called name, phone, email and the',
    'like, any other with --map, and what fu export wrote: a CSV, the folder of "fu export all", or the whole diary as JSON.',
    '"-" is what comes through a pipe.',
    'Who is in the diary already is known by uid, email, number, or name with company, and stays as they are;',
    '--update adds what the diary lacks. Settings and plans of an exported diary come into an empty diary, and into',
    'another one only with --settings. "fu undo" takes a whole import back.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('<file>', 'the file, or a folder that "fu export all" wrote')
      .addOption(new Option('--format <format>', 'what the file has to be').choices(fileFormats))
      .option('--map <field=column...>', 'which column of a CSV is what; may be given again')
      .option('--dry-run', 'shows what it would do, and writes nothing')
      .option('--update', 'adds to those the diary knows what it lacks of them')
      .option('--tag <word>', 'a word to find all of them by; may be given again', collect)
      .option('--met <where>', 'where you met them, where the file does not say')
      .addOption(
        new Option('--kind <kind>', 'who they are to you, where the file does not say').choices(contactKinds),
      )
      .option('--plan <name>', 'starts a plan with each who is added')
      .option('--settings', 'takes the settings and plans of an exported diary too, in place of those here'),
  run: (app, [file], options) => {
    const { format, map, dryRun = false, update = false, tag, met, kind, plan, settings = false } = options
    const isDescribed = (tag ?? met ?? kind ?? plan) !== undefined
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
            plan: plan === undefined ? null : planNamed(app, plan),
          }
        : null,
    })
  },
})
