import type { Machine } from '../app.ts'
import type { LoadCommand } from '../command/load-command.ts'
import type { Diary } from '../diary/diary.ts'
import type { ReadMailbox } from '../domain/mail-source.ts'
import type { Moment } from '../domain/moment.ts'
import type { helpText } from '../views/manual/help-text.ts'
import type { topicText } from '../views/manual/topic-text.ts'
import type { Clock } from '../terminal/clock.ts'
import type { Stream } from '../terminal/display.ts'
import type { Editor } from '../terminal/editor.ts'
import type { Files } from '../terminal/files.ts'
import type { Keys } from '../terminal/keys.ts'
import type { Opener } from '../terminal/opener.ts'
import type { Pager } from '../terminal/pager.ts'
import type { RunProgram } from '../terminal/programs.ts'
import type { Prompts } from '../terminal/prompts.ts'

/** The functions that lay out the help of a command and of a topic. */
type HelpPages = { readonly helpText: typeof helpText; readonly topicText: typeof topicText }

/** The real world, or a test's: everything the program can see and touch. */
export type World = Machine & {
  readonly version: string
  readonly locale: string | null
  /** Reads the clock. An interactive command may call it repeatedly; any other calls it once. */
  readonly clock: () => Clock
  readonly stdout: Stream
  readonly stderr: Stream
  /** `null` without an interactive terminal. */
  readonly prompts: Prompts | null
  /** `null` without an interactive terminal. */
  readonly keys: Keys | null
  /** `null` without an interactive terminal. */
  readonly editor: Editor | null
  /** `null` if long output is not paged. */
  readonly pager: Pager | null
  readonly opener: Opener
  readonly run: RunProgram
  readonly files: Files
  readonly readMailbox: ReadMailbox
  readonly openDiary: () => Promise<(file: string, at: Moment) => Diary>
  /** Starts a detached process that makes the day's backup of a diary; `false` if it cannot be started. */
  readonly startBackup: (diary: string) => boolean
  readonly loadCommand: LoadCommand
  /** Loads the help pages, which most bundles lack. */
  readonly loadHelp: () => Promise<HelpPages>
  /** Writes a crash report with the details of a bug; returns its path. */
  readonly writeCrashReport: (details: string) => Promise<string>
}
