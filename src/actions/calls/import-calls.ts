import type { App } from '../../app.ts'
import type { CallsReport } from '../../domain/call-report.ts'
import { failed } from '../../domain/errors.ts'
import { clockTime, type Due } from '../../domain/day.ts'
import { callsJson } from '../../formats/calls/json.ts'
import { document } from '../../formats/json/json.ts'
import { callsSentence, callsView } from '../../views/confirmations/calls.ts'
import { promisesAsJson } from '../derived.ts'
import { gather } from './gather.ts'
import { report } from './match.ts'
import type { CallTable } from '../../formats/calls/csv.ts'
import { readCalls } from './read.ts'

/** How a log of calls is imported. */
export type CallsImport = {
  readonly file: string
  readonly table: CallTable | null
  /** The arguments that name the log on a command line, for the commands that are suggested. */
  readonly source: readonly string[]
  /** Missed calls from this day (and time) on get a call-back. */
  readonly since: Due
  /** Whether unknown numbers become contacts. */
  readonly add: boolean
  /** Whether to show the result without writing it. */
  readonly dryRun: boolean
}

/**
 * Imports the calls of a phone's log: missed calls open a call-back, and calls in which we spoke close it (R23).
 *
 * @throws FuError `failed` or `usage` if the log, or every row of it, cannot be read
 */
export async function importCalls(app: App, wanted: CallsImport): Promise<void> {
  const { file, table, since, add, dryRun } = wanted
  const first = app.momentAt({ day: since.day, time: since.time ?? clockTime(0, 0) }).instant
  await app.files.spareMemory()
  const log = await gather(app, readCalls(app, file, table))
  const isBlank = app.diary().isBlank && !add
  const { value, history } = await app
    .diary()
    .writeAsRead({ command: 'calls', at: app.now, rehearse: dryRun || isBlank }, async (tx) => {
      const isBlocked = await app.diary().erasures.suppressionCheck()
      const done = report(app, tx, log, { since: first, add, isBlocked })
      tx.title(`calls ${file}: ${done.counts.fresh} new, ${done.owed.length} to call back`)
      return done
    })
  printReport(app, value, { ...wanted, history })
  refuseUnreadable(value, file)
}

/** Whether a log has rows and none of them could be read. */
function isUnreadable({ counts: { invalid, ...read } }: CallsReport): boolean {
  return invalid > 0 && Object.values(read).every((count) => count === 0)
}

/** @throws FuError `failed` if the log has rows and none of them could be read */
function refuseUnreadable(done: CallsReport, file: string): void {
  if (!isUnreadable(done)) return
  const [first] = done.invalid
  const why = first === undefined ? '' : ` ${first.place}: ${first.invalid}.`
  throw failed(`Nothing in ${file} could be read.`, `Nothing was written.${why}`)
}

function printReport(
  app: App,
  done: CallsReport,
  { file, source, since, history, dryRun }: CallsImport & { readonly history: number | null },
): void {
  if (app.json) {
    const promises = dryRun ? [] : promisesAsJson(app, [...done.owed, ...done.again, ...done.closed])
    app.terminal.print(document(callsJson(done, { history, promises })))
    return
  }
  const { words, theme, terminal, now } = app
  const { width } = terminal
  terminal.print(callsView(done, { again: source, from: since.day, theme, words, width, now: now.day }))
  if (!isUnreadable(done)) terminal.say(callsSentence(done, { file, history, isRehearsed: dryRun }))
}
