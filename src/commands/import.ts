import { Option } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { ExportedRows } from '../domain/exported-diary.ts'
import { contactKinds } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import type { ImportSummary } from '../domain/import.ts'
import { document } from '../formats/json/json.ts'
import { pausing, stoppable, type Pause } from '../terminal/stop.ts'
import { importSentence, omittedRowLines } from '../views/confirmations/imported.ts'
import { collect } from '../command/collect.ts'
import { defineCommand } from '../command/define-command.ts'
import { readLine } from '../parse/text.ts'
import { importReport } from '../actions/import/report.ts'
import { importDiary } from '../actions/import/diary.ts'
import { contactResolver } from '../actions/import/resolve-contact.ts'
import { fileFormats, readFile } from '../actions/import/detect.ts'
import { importPeople, type Stack } from '../actions/import/people.ts'
import { planNamed } from '../actions/plans/start.ts'
import { nothingMade } from '../actions/print-result.ts'

export const importFile = defineCommand({
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
  run: async (app, [file], options) => {
    const { format, map, dryRun = false, update = false, tag, met, kind, plan, settings = false } = options
    const stack: Stack = {
      kind: kind ?? null,
      met: met === undefined ? null : readLine(met, 'Where you met'),
      tags: (tag ?? []).map((word) => readLine(word, 'A tag')),
      plan: plan === undefined ? null : planNamed(app, plan),
    }
    await app.files.spareMemory()
    const isIn = { format: format ?? null, map: map ?? null }
    const account = importReport((rows) => app.terminal.progress(`${rows} rows`))
    const done = await stoppable(async (pause) => {
      const contents = await readFile(app, file, isIn, pause)
      if (contents.books !== null && (tag ?? kind ?? met ?? plan) !== undefined) {
        throw usage(
          '--tag, --met, --kind and --plan are for address books.',
          'What fu export wrote comes back as it was.',
        )
      }
      if (contents.books === null && settings) {
        throw usage('--settings is for a diary that "fu export" wrote.', 'An address book has no settings.')
      }
      const isBlocked = await app.diary().suppressionCheck()
      if (!dryRun) app.diary().backupBefore('before-import', app.now)
      const { history } = await app
        .diary()
        .writeAsRead({ command: 'import', at: app.now, rehearse: dryRun, pause }, async (tx) => {
          const isDiary = contents.books !== null
          const meets = contactResolver(app, tx, account, { update, isDiary, isBlocked })
          if (contents.books === null) {
            const people = pausing(contents.people, pause)
            await importPeople(app, tx, people, { account, meets, stack })
          } else {
            const diary = pausingIn(contents.books, pause)
            await importDiary(app, tx, diary, { account, meets, takesSettings: settings })
          }
          for (const note of contents.notes) account.note(note)
          tx.title(`import ${file} (${account.rows()} rows)`)
        })
        .finally(() => app.terminal.progress(null))
      return { what: contents.what, history }
    })
    report(app, account.summary, { file, ...done, dryRun })
  },
})

/** The books with a pause before each row. */
function pausingIn(books: ExportedRows, pause: Pause): ExportedRows {
  return {
    ...books,
    contacts: pausing(books.contacts, pause),
    plans: pausing(books.plans, pause),
    runs: pausing(books.runs, pause),
    promises: pausing(books.promises, pause),
    entries: pausing(books.entries, pause),
  }
}

/** What was imported, as it is reported. */
type Imported = {
  readonly file: string
  readonly what: string
  readonly history: number | null
  readonly dryRun: boolean
}

function report(app: App, account: ImportSummary, { file, what, history, dryRun }: Imported): void {
  if (app.json) {
    const { counts, left, alike, notes } = account
    const undo = history === null ? null : { undo: history }
    app.terminal.print(
      document({
        ...nothingMade,
        command: 'import',
        undo: null,
        ...undo,
        file,
        what,
        dryRun,
        rows: counts,
        left: left.map(({ outcome, ...row }) => ({ ...row, fate: outcome })),
        alike,
        notes,
      }),
    )
    return
  }
  app.terminal.say(importSentence(account, { file, what, dryRun, canUndo: history !== null }))
  for (const line of omittedRowLines(account)) app.terminal.note(line)
}
