import type { App } from '../../app.ts'
import { backUpDaily, keepFailure } from '../../diary/backup/daily.ts'

/**
 * Makes the day's backup in a process that nobody watches. A failure is stored for the next command that writes to
 * report.
 *
 * @throws FuError `failed` if the backup cannot be made
 */
export async function backUpUnwatched(app: App): Promise<void> {
  const file = app.diaryFile()
  try {
    await backUpDaily(file, app.now)
  } catch (error) {
    try {
      keepFailure(file, error)
    } catch {
      // The disk accepts no writes. The unfinished failure file shows that the backup was cut off.
    }
    throw error
  }
}
