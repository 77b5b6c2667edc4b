import type { App } from '../../app.ts'
import { backUpDaily, keepFailure } from '../../diary/backup/daily.ts'

/** Makes the day's backup where nobody watches: what goes wrong is kept for the next command that writes to say. */
export async function backUpUnwatched(app: App): Promise<void> {
  const file = app.diaryFile()
  try {
    await backUpDaily(file, app.now)
  } catch (error) {
    keepFailure(file, error)
  }
}
