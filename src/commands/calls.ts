import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { CallsReport } from '../domain/call-report.ts'
import { addDays, clockTime, type Day } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { callsJson } from '../formats/calls/json.ts'
import { document } from '../formats/json/json.ts'
import { datePatterns, readColumns } from '../parse/contact/call-columns.ts'
import { callsSentence, callsView } from '../views/confirmations/calls.ts'
import { gather } from '../actions/calls/gather.ts'
import { report } from '../actions/calls/match.ts'
import { readCalls } from '../actions/calls/read.ts'
import { collect } from '../command/collect.ts'
import { defineCommand } from '../command/define-command.ts'
import { promisesAsJson } from '../actions/derived.ts'
import { readWhen } from '../actions/read-when.ts'

/** Older missed calls are written down, and owe nothing by themselves: the first log of a phone goes back years. */
const daysOwed = 30

export const calls = defineCommand({
  diary: 'needed',
  examples: [
    'fu calls calls-20261125.xml',
    'fu calls calls-20261125.xml --add --dry-run',
    'fu calls Takeout/Voice/Calls --since 2026-09-01',
    'fu calls log.csv --map number=Phone date=When type=Kind duration=Length --dates dmy',
  ],
  details: [
    'It reads XML of "SMS Backup & Restore" (Android), the folder of calls of a Google Voice export, and any table',
    '(CSV) with --map and --dates. The same call is written once, from however many logs it comes.',
    'One call-back is owed to everybody whose calls were missed since you last spoke; a call in which you speak closes',
    'it. What you wrote down yourself stays open until you say so. A call that they did not take is a try of the',
    'call-back it follows. Calls that your phone blocked are counted, and not written.',
    'The columns of --map are number, date and type, and where there are any time, duration and name; types are words',
    'such as incoming, outgoing, missed, rejected, voicemail, blocked.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('<file>', 'the log; - is what comes in by a pipe')
      .option('--map <field=column...>', 'which column of a table holds what', collect)
      .addOption(new Option('--dates <order>', 'how a table writes its dates').choices(datePatterns))
      .option('--since <when>', 'call-backs are owed for calls from this day on (the last 30 days)')
      .option('--add', 'make contacts of the unknown numbers of these days')
      .option('--dry-run', 'show what would be written, and write nothing'),
  run: async (app, [file], { map, dates, since, add, dryRun }) => {
    if ((map === undefined) !== (dates === undefined))
      throw usage(
        map === undefined ? '--dates is for a table, with --map.' : 'A table needs --dates too.',
        'As in --map number=Phone date=When type=Kind --dates dmy.',
      )
    const table = map === undefined || dates === undefined ? null : { columns: readColumns(map), dates }
    const from =
      since === undefined
        ? { day: addDays(app.now.day, -daysOwed), time: null }
        : readWhen(app, since, 'back')
    const first = app.momentAt({ day: from.day, time: from.time ?? clockTime(0, 0) }).instant
    await app.files.spareMemory()
    const log = await gather(app, readCalls(app, file, table))
    const isBlank = app.diary().isBlank && add !== true
    const { value, history } = await app
      .diary()
      .writeAsRead({ command: 'calls', at: app.now, rehearse: dryRun === true || isBlank }, async (tx) => {
        const isBlocked = await app.diary().suppressionCheck()
        const done = report(app, tx, log, { since: first, add: add === true, isBlocked })
        tx.title(`calls ${file}: ${done.counts.fresh} new, ${done.owed.length} to call back`)
        return done
      })
    const again = [
      file,
      ...(map === undefined || dates === undefined ? [] : ['--map', ...map, '--dates', dates]),
    ]
    show(app, value, { file, again, from: from.day, history, isRehearsed: dryRun === true })
  },
})

type Shown = {
  readonly file: string
  /** The words by which the log is read again. */
  readonly again: readonly string[]
  readonly from: Day
  readonly history: number | null
  readonly isRehearsed: boolean
}

function show(app: App, done: CallsReport, { file, again, from, history, isRehearsed }: Shown): void {
  if (app.json) {
    const made = isRehearsed ? [] : promisesAsJson(app, [...done.owed, ...done.again, ...done.closed])
    app.terminal.print(document(callsJson(done, { history, promises: made })))
    return
  }
  const { words, theme, terminal, now } = app
  terminal.print(callsView(done, { again, from, theme, words, width: terminal.width, now: now.day }))
  terminal.say(callsSentence(done, { file, history, isRehearsed }))
}
