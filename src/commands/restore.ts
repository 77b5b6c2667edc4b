import type { App } from '../app.ts'
import { backupsOf } from '../diary/backup/backups.ts'
import { countsIn } from '../diary/backup/contents.ts'
import { bringBack } from '../diary/backup/restore.ts'
import { openSource } from '../diary/backup/restore-source.ts'
import { compare, fileState } from '../diary/backup/file-state.ts'
import type { BackupComparison } from '../domain/backup.ts'
import { usage } from '../domain/errors.ts'
import { rfc3339 } from '../domain/moment.ts'
import { document, type Json } from '../formats/json/json.ts'
import {
  backupListView,
  restoredSentence,
  comparisonLines,
  erasureLines,
} from '../views/confirmations/backups.ts'
import { defineCommand } from '../command/define-command.ts'
import { dateContext } from '../actions/date-context.ts'

export const restore = defineCommand({
  diary: 'optional',
  examples: [
    'fu restore',
    'fu restore diary-2026-11-25T0900-daily.db',
    'fu restore /media/stick/diary.db --yes',
  ],
  details: [
    'It shows what would change and asks. What stands is kept in the backups first, a damaged diary as it is; so',
    '"fu restore <that one>" takes a restore back. "fu undo" does not: the history is restored with the diary.',
  ].join('\n'),
  options: (command) =>
    command
      .argument('[file]', 'a backup of the list, or the path of any copy')
      .option('-y, --yes', 'do it without asking'),
  run: async (app, [named], { yes }) => {
    const file = app.diaryFile()
    if (named === undefined) return listBackups(app, file)
    const source = openSource(file, named)
    try {
      const comparison = compare(file, fileState(file), source)
      const name = named.replace(/^.*[\\/]/, '')
      await confirm(app, comparison, name, yes === true)
      const { counts, kept, forgetting } = await bringBack(file, source, app.now)
      if (app.json) {
        const compared = comparisonJson(comparison)
        app.terminal.print(
          document({ command: 'restore', from: source.path, to: file, kept, counts, ...compared }),
        )
      } else app.terminal.say(restoredSentence(counts, name, kept))
      for (const line of erasureLines(forgetting)) app.terminal.note(line)
    } finally {
      source.close()
    }
  },
})

function listBackups(app: App, file: string): void {
  const backups = backupsOf(file).map((backup) => ({
    ...backup,
    counts: backup.reason === 'damaged' ? null : countsIn(backup.path),
  }))
  if (app.json) {
    const items = backups.map(({ count: _count, ...backup }) => backup)
    app.terminal.print(document({ items }))
    return
  }
  if (backups.length === 0) {
    app.terminal.note(`There are no backups beside ${file} yet; "fu backup" makes one.`)
    return
  }
  const { theme, terminal } = app
  app.terminal.print(backupListView(backups, { ...dateContext(app), theme, width: terminal.width }))
}

/** Shows what would change, and asks; refuses where nobody can be asked and nobody said yes. */
async function confirm(app: App, comparison: BackupComparison, name: string, isSure: boolean): Promise<void> {
  if (isSure) return
  for (const line of comparisonLines(comparison, name, dateContext(app))) app.terminal.note(line)
  if (app.terminal.prompts === null) {
    throw usage('Nothing was brought back: nobody said yes.', 'Add --yes to do it.')
  }
  const isMeant = await app.terminal.prompts.choose(`Bring back ${name}?`, [
    { name: 'no', value: false },
    { name: 'yes', value: true },
  ])
  if (!isMeant) throw usage('Nothing was brought back.', 'The diary is as it was.')
}

function comparisonJson({ present, sameDiary, lost, unwanted }: BackupComparison): {
  readonly [field: string]: Json
} {
  const titles = lost?.map(({ title, at }) => ({ title, at: rfc3339(at) })) ?? null
  const who = unwanted.map(({ id, name }) => ({ id, name }))
  return { before: present.state, sameDiary, lost: titles, unwanted: who }
}
