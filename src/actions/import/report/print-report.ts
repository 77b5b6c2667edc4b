import type { App } from '../../../app.ts'
import type { ImportSummary } from '../../../domain/import.ts'
import { document } from '../../../formats/json/json.ts'
import { importSentence, omittedRowLines } from '../../../views/confirmations/imported.ts'
import { nothingMade } from '../../print-result.ts'

/** The result of an import. */
type Imported = {
  readonly file: string
  /** The kind of the file, in words. */
  readonly what: string
  /** The history entry to undo; `null` if nothing was written. */
  readonly history: number | null
  readonly dryRun: boolean
}

/** Lists each row that was left out, and prints the counts last, so that they stay on the screen below a long list. */
export function printReport(
  app: App,
  summary: ImportSummary,
  { file, what, history, dryRun }: Imported,
): void {
  if (app.json) {
    const { counts, left, alike, notes } = summary
    app.terminal.print(
      document({
        ...nothingMade,
        command: 'import',
        undo: history,
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
  for (const line of omittedRowLines(summary)) app.terminal.note(line)
  app.terminal.say(importSentence(summary, { file, what, dryRun, canUndo: history !== null }))
}
