import type { App } from '../../app.ts'
import { compare, fileState } from '../../diary/restore/file-state.ts'
import { openSource } from '../../diary/backup/source.ts'
import { restoreCopy } from '../../diary/restore/restore.ts'
import { usage } from '../../domain/errors.ts'
import { comparisonJson, leftOutJson } from '../../formats/json/backup.ts'
import { document } from '../../formats/json/json.ts'
import { comparisonLines, erasureLines, restoredSentence } from '../../views/confirmations/backups.ts'
import { leftOutLines } from '../../views/confirmations/left-out.ts'
import { dateContext } from '../date-context.ts'

/**
 * Replaces the diary with a backup, given by its name in the list or its path, and reports that. First it shows what
 * would change and asks, unless `isSure`.
 *
 * @throws FuError `usage` if nobody agreed, `not-found` or `failed` if the backup cannot be used
 */
export async function restoreBackup(
  app: App,
  backup: string,
  { isSure }: { readonly isSure: boolean },
): Promise<void> {
  const file = app.diaryFile()
  const source = openSource(file, backup)
  try {
    const comparison = compare(file, fileState(file), source)
    const leftOut = leftOutLines(source.leftOut)
    const name = backup.replace(/^.*[\\/]/, '')
    if (!isSure)
      await confirm(app, [...comparisonLines(comparison, name, dateContext(app)), ...leftOut], name)
    const { counts, kept, forgetting } = await restoreCopy(file, source, app.now)
    if (app.json) {
      const compared = comparisonJson(comparison)
      app.terminal.print(
        document({
          command: 'restore',
          from: source.path,
          to: file,
          kept,
          counts,
          ...compared,
          leftOut: leftOutJson(source.leftOut),
        }),
      )
    } else app.terminal.say(restoredSentence(counts, name, kept))
    for (const line of [...leftOut, ...erasureLines(forgetting)]) app.terminal.note(line)
  } finally {
    source.close()
  }
}

/** Shows what would change, and asks; refuses if nobody can be asked. */
async function confirm(app: App, changes: readonly string[], name: string): Promise<void> {
  for (const line of changes) app.terminal.note(line)
  if (app.terminal.prompts === null) {
    throw usage('Nothing was restored: the question was not answered with yes.', 'Add --yes to do it.')
  }
  const isMeant = await app.terminal.prompts.choose(`Restore ${name}?`, [
    { name: 'no', value: false },
    { name: 'yes', value: true },
  ])
  if (!isMeant) throw usage('Nothing was restored.', 'The diary was not changed.')
}
