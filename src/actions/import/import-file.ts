import type { App } from '../../app.ts'
import { failed, usage } from '../../domain/errors.ts'
import type { ImportSummary } from '../../domain/import.ts'
import type { ExportedRows } from '../../domain/exported-diary.ts'
import { pausing, stoppable, type Pause } from '../../terminal/stop.ts'
import type { Contents } from './source/contents.ts'
import { readFile, type FileFormat } from './source/detect.ts'
import { droppedWithMarkLines } from '../../views/confirmations/writes.ts'
import { importDiary } from './diary/diary.ts'
import { importPeople, type Stack } from './people.ts'
import { printReport } from './report/print-report.ts'
import { importReport } from './report/report.ts'
import { contactResolver } from './contact/resolve-contact.ts'

/** What to import, and how. */
export type ImportRequest = {
  /** A file, a folder, or `-` for stdin. */
  readonly file: string
  /** The format of the file; `null` to detect it. */
  readonly format: FileFormat | null
  /** The mapping of CSV columns to fields, as typed. */
  readonly map: readonly string[] | null
  /** Only reports what would be written. */
  readonly dryRun: boolean
  /** Adds missing values to known contacts. */
  readonly update: boolean
  /** Replaces settings and plans by those of an exported diary. */
  readonly takesSettings: boolean
  /** Details for everybody in an address book; `null` if none were given. */
  readonly stack: Stack | null
}

const emptyStack: Stack = { kind: null, met: null, tags: [], plan: null }

/**
 * Imports an address book or an exported diary in one transaction, after a backup, and reports the result of each row.
 *
 * @throws FuError `usage` if the options do not fit the content of the file, `failed` if it, or every row of it, cannot
 * be read, `interrupted` if
 *   the user stops it: then nothing is written
 */
export async function importFile(app: App, request: ImportRequest): Promise<void> {
  const { file, format, map, dryRun, update, takesSettings, stack } = request
  await app.files.spareMemory()
  const account = importReport((rows) => app.terminal.progress(`${rows} rows`))
  const done = await stoppable(async (pause) => {
    const contents = await readFile(app, file, { format, map }, pause)
    refuseMismatch(contents, request)
    const isBlocked = await app.diary().erasures.suppressionCheck()
    if (!dryRun) app.diary().backups.before('before-import', app.now)
    const { history } = await app
      .diary()
      .writeAsRead({ command: 'import', at: app.now, rehearse: dryRun, pause }, async (tx) => {
        const isDiary = contents.books !== null
        const meets = contactResolver(app, tx, account, { update, isDiary, isBlocked })
        if (contents.books === null) {
          const people = pausing(contents.people, pause)
          await importPeople(app, tx, people, { account, meets, stack: stack ?? emptyStack })
        } else {
          const diary = pausingIn(contents.books, pause)
          await importDiary(app, tx, diary, { account, meets, takesSettings })
        }
        for (const note of contents.notes) account.note(note)
        for (const sentence of droppedWithMarkLines(tx.dropUnwanted())) account.note(sentence)
        tx.title(`import ${file} (${account.rows()} rows)`)
      })
      .finally(() => app.terminal.progress(null))
    return { what: contents.what, history }
  })
  printReport(app, account.summary, { file, ...done, dryRun })
  refuseUnreadable(account.summary, file)
}

/** @throws FuError `failed` if the file has rows and none of them could be read */
function refuseUnreadable({ counts }: ImportSummary, file: string): void {
  const { invalid, ...read } = counts
  if (invalid === 0 || Object.values(read).some((count) => count > 0)) return
  throw failed(
    `Nothing in ${file} could be read.`,
    'Nothing was imported; the report lists the fault of each row.',
  )
}

/** @throws FuError `usage` if an option is for another kind of file */
function refuseMismatch({ books }: Contents, { stack, takesSettings }: ImportRequest): void {
  if (books !== null && stack !== null) {
    throw usage(
      '--tag, --met, --kind and --plan are for address books.',
      'An exported diary is imported unchanged.',
    )
  }
  if (books === null && takesSettings) {
    throw usage('--settings is for a diary that "fu export" wrote.', 'An address book has no settings.')
  }
}

/** The rows of a diary with a pause before each. */
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
