import type { App } from '../../app.ts'
import { backUp, backUpTo, thin } from '../../diary/backup/backup.ts'
import { failed } from '../../domain/errors.ts'
import { document } from '../../formats/json/json.ts'
import { backupSentence, notRemembered } from '../../views/confirmations/backups.ts'

/**
 * Copies the diary to a file or folder, or with `null` into the backups beside it, and says so.
 *
 * @throws FuError `failed` if there is no diary yet, or the copy cannot be written
 */
export function backUpDiary(app: App, to: string | null): void {
  const file = app.diaryFile()
  if (app.diary().isBlank) {
    throw failed(`There is no diary at ${file} to copy.`, '"fu add" creates one.')
  }
  const made =
    to === null
      ? { ...backUp(file, app.now, 'by-hand'), isRemembered: true }
      : backUpTo(file, to, { at: app.now, places: app.diary().backups.places })
  if (to === null) thin(file, app.now)
  const { path, counts, isRemembered } = made
  if (app.json) app.terminal.print(document({ command: 'backup', path, counts }))
  else app.terminal.say(backupSentence(made))
  if (!isRemembered) app.terminal.note(notRemembered)
}
