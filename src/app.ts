import type { DateWords } from './domain/date-words.ts'
import type { Due } from './domain/day.ts'
import type { ReadMailbox } from './domain/mail-source.ts'
import type { Moment } from './domain/moment.ts'
import type { Settings } from './domain/settings.ts'
import type { Diary } from './diary/diary.ts'
import type { Files } from './terminal/files.ts'
import type { Opener } from './terminal/opener.ts'
import type { RunProgram } from './terminal/programs.ts'
import type { Terminal } from './terminal/terminal.ts'
import type { Theme } from './views/layout/theme.ts'

/** What the program runs on. */
export type Machine = {
  readonly platform: string
  /** The version of Node. */
  readonly node: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** The home folder; empty if there is none. */
  readonly home: string
  /** The user id; `null` on a system without user ids. */
  readonly user: number | null
  /** The command that starts this program: the paths of Node and of its script. */
  readonly program: readonly [node: string, script: string]
}

/** What a command is handed: the moment it runs at, and the ways out of the program. */
export type App = {
  readonly now: Moment
  /** The moment of a day and time on the user's clock; without a time, noon, which every day of every zone has. */
  readonly momentAt: (due: Due) => Moment
  /** What the user's clock showed at an instant, in seconds since 1970 in UTC. */
  readonly momentSince1970: (instant: number) => Moment
  /** BCP 47 tag of the user's locale; `null` if they have none. */
  readonly locale: string | null
  readonly words: DateWords
  /** Opens the diary, at the first call. */
  readonly diary: () => Diary
  /** Where the diary lies or would, whether it can be opened or not. */
  readonly diaryFile: () => string
  readonly settings: () => Settings
  readonly terminal: Terminal
  readonly files: Files
  /** Opens an address in the program that the user has for it. */
  readonly opener: Opener
  /** Reads a mailbox: its messages since an instant, in seconds since 1970. */
  readonly readMailbox: ReadMailbox
  /** Runs another program to its end. */
  readonly run: RunProgram
  readonly theme: Theme
  /** Whether data is printed as JSON. */
  readonly json: boolean
  readonly machine: Machine
  /** The same at the moment it is now: for a command that sits with its user for an hour. */
  readonly afresh: () => App
}
