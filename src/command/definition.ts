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

/** `still-open` makes the process exit with status 6. */
export type CommandResult = void | 'still-open'

/** A parsed command line, ready to run. */
export type Invocation = {
  readonly globals: GlobalOptions
  readonly run: (app: App) => Promise<CommandResult> | CommandResult
}

/**
 * Whether a command can do something without a diary. One that needs a diary notes where none is, and how to begin it;
 * where what it shows of an empty diary says how to begin, it notes only where none is.
 */
export type DiaryUse = 'needed' | 'shown empty' | 'optional'

/** A command, as the program loads it. */
export type CommandModule = {
  readonly diary: DiaryUse
  /** Builds the command line, for its help and for parsing; `invoke` is called with what was parsed. */
  readonly build: (
    name: string,
    summary: string,
    invoke: (invocation: Invocation) => void,
  ) => Promise<Command>
  /** What the name alone means, if that is known without parsing a command line. */
  readonly defaultInvocation: Invocation | null
  /** Parses words as programs write them: the parser of command lines costs a start. `null` if it has to parse them. */
  readonly parse?: (words: readonly string[]) => Invocation | null
  readonly examples: readonly string[]
  readonly details: string | null
}

/** A command, as its file defines it. */
export type Definition<Args extends unknown[], Options extends OptionValues> = {
  readonly diary: DiaryUse
  /** Real command lines, as somebody would type them. */
  readonly examples: readonly string[]
  /** Further lines of the help. */
  readonly details?: string
  readonly options: (command: Command) => Command<Args, Options>
  /** Its global options, if it works them out itself and takes none on its command line. */
  readonly globals?: (args: Args, options: Options) => GlobalOptions
  /** The arguments and options of the name alone: the page of every morning need not wait for a parser. */
  readonly defaultInvocation?: readonly [args: Args, options: Options]
  readonly run: (app: App, args: Args, options: Options) => Promise<CommandResult> | CommandResult
}
