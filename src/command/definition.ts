import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { App } from '../app.ts'

export type GlobalOptions = {
  readonly diary?: string
  readonly json?: true
  readonly input: boolean
  readonly quiet?: true
  readonly color?: 'auto' | 'always' | 'never'
  readonly width?: string
}

/** With `still-open` the process exits with status 6. */
export type CommandResult = void | 'still-open'

/** A parsed command line, ready to run. */
export type Invocation = {
  readonly globals: GlobalOptions
  readonly run: (app: App) => Promise<CommandResult> | CommandResult
}

/** Whether a command works without a diary; one that needs a diary is refused if there is none. */
export type DiaryUse = 'needed' | 'shown empty' | 'optional'

/** A command as a loaded module. */
export type CommandModule = {
  readonly diary: DiaryUse
  /** Builds the command line, for its help and for parsing; `invoke` receives the parsed values. */
  readonly build: (
    name: string,
    summary: string,
    invoke: (invocation: Invocation) => void,
  ) => Promise<Command>
  /** The invocation for the name alone, if it is known without a command line parser. */
  readonly defaultInvocation: Invocation | null
  /** Parses words as programs write them, without loading the command line parser; `null` if that parser is needed. */
  readonly parse?: (words: readonly string[]) => Invocation | null
  readonly examples: readonly string[]
  readonly details: string | null
}

/** A command as defined in its file. */
export type Definition<Args extends unknown[], Options extends OptionValues> = {
  readonly diary: DiaryUse
  /** Real command lines, as a user would type them. */
  readonly examples: readonly string[]
  /** More lines for the help. */
  readonly details?: string
  readonly options: (command: Command) => Command<Args, Options>
  /** Computes its global options, for a command without global options on its command line. */
  readonly globals?: (args: Args, options: Options) => GlobalOptions
  /** The arguments and options of the name alone, so that the page of every morning needs no parser. */
  readonly defaultInvocation?: readonly [args: Args, options: Options]
  readonly run: (app: App, args: Args, options: Options) => Promise<CommandResult> | CommandResult
}
