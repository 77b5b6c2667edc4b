import type { App } from '../../app.ts'
import { clockTime, type Due } from '../../domain/day.ts'
import { failed } from '../../domain/errors.ts'
import type { MailReport } from '../../domain/mail-report.ts'
import type { MailSource } from '../../domain/mail-source.ts'
import { document } from '../../formats/json/json.ts'
import { mailJson } from '../../formats/mail/report-json.ts'
import { boxHint, mailSentence, mailView } from '../../views/confirmations/mail.ts'
import { isMailBox } from '../../parse/settings/mail-values.ts'
import { promisesAsJson } from '../derived.ts'
import { gather } from './gather.ts'
import { report } from './report.ts'

/** How to read a mailbox. */
export type MailImport = {
  readonly source: MailSource
  /** The mailbox as the command line names it. */
  readonly name: string
  /** The arguments that name it, for the commands that are suggested. */
  readonly arguments: readonly string[]
  /** Messages from this day, or day and time, on are written. */
  readonly since: Due
  /** Whether unknown writers become contacts. */
  readonly add: boolean
  /** Whether entries that were undone are written again. */
  readonly again: boolean
  /** Whether to show what would be written, and write nothing. */
  readonly dryRun: boolean
}

/**
 * Writes the messages of a mailbox. A message without an answer opens a promise to answer; an answer closes it (R65).
 *
 * @throws FuError `failed` if the mailbox cannot be read to its end; then nothing is written
 */
export async function importMail(app: App, wanted: MailImport): Promise<void> {
  const { source, name, since, add, again, dryRun } = wanted
  const first = app.momentAt({ day: since.day, time: since.time ?? clockTime(0, 0) }).instant
  await app.files.spareMemory()
  const mailbox = await gather(app, app.readMailbox(source, first))
  const isBlank = app.diary().isBlank && !add
  const { value, history } = await app
    .diary()
    .writeAsRead({ command: 'mail', at: app.now, rehearse: dryRun || isBlank }, async (tx) => {
      const isBlocked = await app.diary().erasures.suppressionCheck()
      const user = source.kind === 'imap' ? source.user : null
      const done = report(app, tx, mailbox, { since: first, add, again, user, isBlocked })
      tx.title(`mail ${name}: ${done.counts.written} new, ${done.owed.length} to answer`)
      return done
    })
  printReport(app, value, { ...wanted, history })
  refuseUnreadable(value, name)
}

/** Whether a mailbox has messages, but none of them could be read. */
function isUnreadable({ counts: { unreadable, ...read } }: MailReport): boolean {
  return unreadable > 0 && Object.values(read).every((count) => count === 0)
}

/** @throws FuError `failed` if the mailbox has messages, but none of them could be read */
function refuseUnreadable(done: MailReport, name: string): void {
  if (!isUnreadable(done)) return
  const [first] = done.unreadable
  const why = first === undefined ? '' : ` ${first.place}: ${first.unreadable}.`
  throw failed(`No message of ${name} could be read.`, `Nothing was written.${why}`)
}

function printReport(
  app: App,
  done: MailReport,
  { name, arguments: args, add, history, dryRun }: MailImport & { readonly history: number | null },
): void {
  if (app.json) {
    const made = [...done.owed, ...done.again, ...done.closed, ...done.waiting, ...done.notArrived]
    const promises = dryRun ? [] : promisesAsJson(app, made)
    app.terminal.print(document(mailJson(done, { history, promises })))
    return
  }
  const { words, theme, terminal, now } = app
  const { width } = terminal
  const listsUnknown = add || dryRun
  terminal.print(mailView(done, { again: args, listsUnknown, theme, words, width, now: now.day }))
  if (!isUnreadable(done)) {
    terminal.say(mailSentence(done, { name, history, isRehearsed: dryRun }))
    if (history !== null && app.settings().mail.box === null && isMailBox(name)) terminal.note(boxHint(name))
  }
}
