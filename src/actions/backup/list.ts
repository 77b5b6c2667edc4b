import type { App } from '../../app.ts'
import { backupsOf } from '../../diary/backup/backups.ts'
import { countsIn } from '../../diary/backup/contents.ts'
import { backupListView } from '../../views/confirmations/backups.ts'
import { printData, viewOptions } from '../print-data.ts'

/** Prints the backups of the diary, newest first, with their contents. */
export function listBackups(app: App): void {
  const file = app.diaryFile()
  const backups = backupsOf(file).map((backup) => ({
    ...backup,
    counts: backup.reason === 'damaged' ? null : countsIn(backup.path),
  }))
  printData(app, {
    json: () => ({ items: backups.map(({ count: _count, ...backup }) => backup) }),
    text: () => backupListView(backups, viewOptions(app)),
    note: backups.length === 0 ? `There are no backups of ${file} yet; "fu backup" makes one.` : null,
  })
}
