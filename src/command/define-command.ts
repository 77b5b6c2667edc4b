import type { Command, OptionValues } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import { commandLine } from './command-line.ts'

/** Options that every command takes. */
export type GlobalOptions = {
  readonly diary?: string
  readonly json?: true
  readonly input: boolean
  readonly quiet?: true
  readonly color?: 'auto' | 'always' | 'never'
  readonly width?: string
}

/** What a command that did its work may still say by its exit status: something on the page is open. */
export type CommandResult = void | 'still-open'

/** A command line as it was read, ready to run. */
export type Invocation = {
  readonly globals: GlobalOptions
  readonly run: (app: App) => Promise<CommandResult> | CommandResult
}

/** Whether a command has anything to do where there is no diary yet; where it has not, that is said. */
export type DiaryUse = 'needed' | 'optional'

/** One command: its options, its examples, and its body. */
export type CommandModule = {
  readonly diary: DiaryUse
  /** The command line, for its help and its words; `invoke` is handed what was read. */
  readonly build: (name: string, summary: string, invoke: (invocation: Invocation) => void) => Command
  /** What its name alone means, where that is known without reading a command line; `null` where it is not. */
  readonly defaultInvocation: Invocation | null
  readonly examples: readonly string[]
  readonly details: string | null
}

/** What a command is made from. */
export type Definition<Args extends unknown[], Options extends OptionValues> = {
  readonly diary: DiaryUse
  /** Real command lines, as somebody would type them. */
  readonly examples: readonly string[]
  /** Further lines of help: what its words mean. */
  readonly details?: string
  readonly options: (command: Command) => Command<Args, Options>
  /** What is read where nothing stands behind the name: a page that is asked for every morning need not wait for that. */
  readonly defaultInvocation?: readonly [args: Args, options: Options]
  readonly run: (app: App, args: Args, options: Options) => Promise<CommandResult> | CommandResult
}

/** Ties a command's options to its body, so that the body gets them as their types say. */
export function defineCommand<Args extends unknown[], Options extends OptionValues>(
  definition: Definition<Args, Options>,
): CommandModule {
  const { diary, examples, details = null, defaultInvocation = null, run } = definition
  return {
    diary,
    examples,
    details,
    defaultInvocation:
      defaultInvocation === null
        ? null
        : { globals: { input: true }, run: (app) => run(app, ...defaultInvocation) },
    build: (name, summary, invoke) => commandLine(definition, name, summary, invoke),
  }
}

/** Gathers an option that may be given several times, and may have been cleared before with its `--no-`. */
export function collect(value: string, before: string[] | false | undefined): string[] {
  const gathered = [...(before || []), value]
  if (before === false || (before !== undefined && isInPlaceOfAll(before))) afterClearing.add(gathered)
  return gathered
}

/** Whether what was gathered takes the place of all there was: `--no-phone --phone …`. */
export function isInPlaceOfAll(gathered: readonly string[]): boolean {
  return afterClearing.has(gathered)
}

const afterClearing = new WeakSet<readonly string[]>()
