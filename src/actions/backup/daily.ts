import type { App } from '../../app.ts'
import { backUpDaily, keepFailure } from '../../diary/backup/daily.ts'

/**
 * Makes the day's backup where nobody watches: what goes wrong is kept for the next command that writes to say.
 *
 * @throws FuError `failed` if it cannot be made
 */
export async function backUpUnwatched(app: App): Promise<void> {
  const file = app.diaryFile()
  try {
    await backUpDaily(file, app.now)
  } catch (error) {
    try {
      keepFailure(file, error)
    } catch {
      // The disk takes nothing at all. What it took of the failure says that the backup was cut off.
    }
    throw error
  }
}
