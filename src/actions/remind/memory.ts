import type { App } from '../../app.ts'
import { reminderFile } from '../../diary/file/place.ts'
import { realPath } from '../../diary/file/real-path.ts'
import { failed, FuError } from '../../domain/errors.ts'
import type { Reminded } from '../../domain/reminder.ts'
import { readReminded, remindedText } from '../../formats/json/reminded.ts'
import { withoutClosed } from '../../schedule/reminders/reminders.ts'

/** What was told of a diary, in a file beside it. */
export type Memory = {
  /** What was told so far; `null` before the first look. A file that holds something else is begun anew, and named. */
  readonly read: () => Reminded | null
  /** @throws FuError `failed` if it cannot be written */
  readonly write: (reminded: Reminded) => void
  /** Keeps other looks from telling the same; gives what ends that, or `null` while another one tells. */
  readonly lock: () => (() => void) | null
}

/** Where it is kept what was told of the diary. Links to the diary are followed, so that it has one memory. */
export function memoryOf(app: App): Memory {
  const diary = realPath(app.diaryFile())
  const file = reminderFile(diary)
  return {
    read: () => {
      if (!app.files.exists(file)) return null
      const reminded = readReminded(app.files.read(file))
      if (reminded === null) {
        app.terminal.note(`${file} was damaged and is begun anew: what came up today may be told again.`)
      }
      return reminded
    },
    write: (reminded) => {
      const open = app.diary().promises.openAmong(reminded.told.map(({ uid }) => uid))
      try {
        app.files.write(file, [remindedText(withoutClosed(reminded, open, app.now.day))])
      } catch (error) {
        if (!(error instanceof FuError)) throw error
        throw failed(error.message, 'What was just told may be told again. Make the file writable.', error)
      }
    },
    lock: () => app.files.lock(`${file}.lock`),
  }
}
