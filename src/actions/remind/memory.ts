import type { App } from '../../app.ts'
import { reminderFile } from '../../diary/file/place.ts'
import { realPath } from '../../diary/file/real-path.ts'
import { failed, FuError } from '../../domain/errors.ts'
import type { Reminded } from '../../domain/reminder.ts'
import { readReminded, remindedText } from '../../formats/json/reminded.ts'
import { withoutClosed } from '../../schedule/reminders/reminders.ts'

/** The record of the notices that were shown for a diary, in a file beside it. */
export type Memory = {
  /** The notices shown so far; `null` before the first look. A damaged file is reported and replaced. */
  readonly read: () => Reminded | null
  /** @throws FuError `failed` if it cannot be written */
  readonly write: (reminded: Reminded) => void
  /** Keeps other looks from showing the same notices. Returns the release, or `null` while another look is running. */
  readonly lock: () => (() => void) | null
}

/** The record of the diary. Links are followed, so that a diary has only one. */
export function memoryOf(app: App): Memory {
  const diary = realPath(app.diaryFile())
  const file = reminderFile(diary)
  return {
    read: () => {
      const text = app.files.readKept(file)
      if (text === null) return null
      const reminded = readReminded(text)
      if (reminded === null) {
        app.terminal.note(`${file} was damaged and is replaced: what came up today may be shown again.`)
      }
      return reminded
    },
    write: (reminded) => {
      const open = app.diary().promises.openAmong(reminded.told.map(({ uid }) => uid))
      try {
        app.files.writeKept(file, remindedText(withoutClosed(reminded, open, app.now.day)))
      } catch (error) {
        if (!(error instanceof FuError)) throw error
        throw failed(error.message, 'The last notice may be shown again. Make the file writable.', error)
      }
    },
    lock: () => app.files.lock(`${file}.lock`),
  }
}
