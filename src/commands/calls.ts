import { Option } from '@commander-js/extra-typings'
import { importCalls } from '../actions/calls/import-calls.ts'
import { readSince } from '../actions/read-when.ts'
import { collect } from '../command/collect.ts'
import { defineCommand } from '../command/define-command.ts'
import { callTypes } from '../domain/call.ts'
import { addDays } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { datePatterns, readColumns } from '../parse/contact/call-columns.ts'
import { readCallTypes } from '../parse/contact/call-types.ts'

/** In days. Older missed calls are recorded without a call-back: the first log of a phone goes back years. */
const daysOwed = 30

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu calls calls-20261125.xml',
    'fu calls calls-20261125.xml --add --dry-run',
    'fu calls Takeout/Voice/Calls --since 2026-09-01',
    'fu calls FRITZ.csv --map number=Rufnummer date=Datum type=Typ duration=Dauer --dates dmy',
    'fu calls log.csv --map number=3 date=1 type=2 --dates iso --types missed=M outgoing=O',
    'fu calls log.csv --map number=Phone date=When type=Kind duration=Length --dates dmy',
  ],
  details: [
    'Reads the XML of "SMS Backup & Restore" (Android), the Calls folder of a Google Voice export, and any table',
    '(CSV) with --map and --dates. A call that appears in several logs is written once.',
    'You owe one call-back to each person whose calls you missed since you last spoke; a call in which you speak closes',
    'it. Promises that you wrote yourself stay open until you close them. A call that they did not answer counts as a try',
    'of the call-back. Blocked calls are counted but not written.',
    'The fields of --map are number, date and type, and optionally time, duration and name, each with the name of its',
    'column, or its place where the table does not name its columns: number=3 date=1. Types are words in English, German,',
    'French, Spanish, Italian, Dutch or Portuguese, or the numbers of Android or of a Fritz!Box. --types says what others',
    `are: ${callTypes.map((type) => type.replaceAll(' ', '-')).join(', ')}.`,
  ].join('\n'),
  options: (command) =>
    command
      .argument('<file>', 'the log; "-" is standard input')
      .option('--map <field=column...>', 'which column of a table holds which field', collect)
      .option('--types <type=values...>', 'what types in a table are: missed=4,Verpasst', collect)
      .addOption(new Option('--dates <order>', 'the date format of a table').choices(datePatterns))
      .option('--since <when>', 'owe call-backs for calls from this day on (default: the last 30 days)')
      .option('--add', 'add contacts for unknown numbers of these days')
      .option('--dry-run', 'show what would be written, and write nothing'),
  run: async (app, [file], { map, dates, types, since, add, dryRun }) => {
    if ((map === undefined) !== (dates === undefined))
      throw usage(
        map === undefined ? '--dates is for a table, with --map.' : 'A table needs --dates too.',
        'As in --map number=Phone date=When type=Kind --dates dmy.',
      )
    if (types !== undefined && map === undefined)
      throw usage(
        '--types is for a table, with --map.',
        'As in --map number=Phone date=When type=Kind --types missed=4.',
      )
    const table =
      map === undefined || dates === undefined
        ? null
        : { columns: readColumns(map), dates, types: readCallTypes(types ?? []) }
    await importCalls(app, {
      file,
      table,
      source: [
        file,
        ...(map === undefined || dates === undefined ? [] : ['--map', ...map, '--dates', dates]),
        ...(types === undefined ? [] : ['--types', ...types]),
      ],
      since:
        since === undefined ? { day: addDays(app.now.day, -daysOwed), time: null } : readSince(app, since),
      add: add === true,
      dryRun: dryRun === true,
    })
  },
})
