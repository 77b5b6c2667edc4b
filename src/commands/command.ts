import { Command, Option, type OptionValues } from '@commander-js/extra-typings'
import type { App } from '../app.ts'

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
export type Ending = void | 'still-open'

/** A command line as it was read, ready to run. */
export type Invocation = {
  readonly globals: GlobalOptions
  readonly run: (app: App) => Promise<Ending> | Ending
}

/** Whether a command has anything to do where there is no diary yet; where it has not, that is said. */
export type DiaryUse = 'needed' | 'optional'

/** One command: its options, its examples, and its body. */
export type CommandModule = {
  readonly diary: DiaryUse
  /** The command line, for its help and its words; `invoke` is handed what was read. */
  readonly build: (name: string, summary: string, invoke: (invocation: Invocation) => void) => Command
  readonly examples: readonly string[]
  readonly more: string | null
}

type Definition<Args extends unknown[], Options extends OptionValues> = {
  readonly diary: DiaryUse
  /** Real command lines, as somebody would type them. */
  readonly examples: readonly string[]
  /** Further lines of help: what its words mean. */
  readonly more?: string
  readonly options: (command: Command) => Command<Args, Options>
  readonly run: (app: App, args: Args, options: Options) => Promise<Ending> | Ending
}

/** Ties a command's options to its body, so that the body gets them as their types say. */
export function defineCommand<Args extends unknown[], Options extends OptionValues>(
  definition: Definition<Args, Options>,
): CommandModule {
  return {
    diary: definition.diary,
    examples: definition.examples,
    more: definition.more ?? null,
    build: (name, summary, invoke) => {
      const command = new Command(`fu ${name}`).description(summary).helpOption('-h, --help', 'this help')
      const built = definition.options(command)
      built.action(() => {
        const values = built.opts()
        invoke({
          globals: values as unknown as GlobalOptions,
          run: (app) => definition.run(app, built.processedArgs, values),
        })
      })
      addGlobalOptions(command)
      const examples = definition.examples.map((example) => `  $ ${example}`)
      const more = definition.more === undefined ? [] : ['', definition.more]
      command.addHelpText('after', [...more, '', 'Examples:', ...examples].join('\n'))
      return command
    },
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

function addGlobalOptions(command: Command): void {
  command
    .optionsGroup('Everywhere:')
    .addOption(new Option('--diary <path>', 'the diary file (FU_DIARY)'))
    .addOption(new Option('--json', 'data as JSON, and no questions'))
    .addOption(new Option('--no-input', 'ask nothing'))
    .addOption(new Option('-q, --quiet', 'no sentence after a write'))
    .addOption(new Option('--color <when>', 'colour').choices(['auto', 'always', 'never'] as const))
    .addOption(new Option('--width <n>', 'columns of a line (COLUMNS)'))
}
