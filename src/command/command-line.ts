import { Command, Option, type OptionValues } from '@commander-js/extra-typings'
import type { Definition, GlobalOptions, Invocation } from './definition.ts'

/** The command line of a command; `invoke` receives the parsed values. The view lays out its help from its options. */
export function commandLine<Args extends unknown[], Options extends OptionValues>(
  definition: Definition<Args, Options>,
  name: string,
  summary: string,
  invoke: (invocation: Invocation) => void,
): Command {
  const command = new Command(`fu ${name}`).description(summary).helpOption('-h, --help', 'this help')
  const built = definition.options(command)
  const own = new Set(built.options.map((option) => option.attributeName()))
  built.action(() => {
    const values = built.opts()
    // The body of a command may ask whether any of its options is given.
    const given = Object.fromEntries(Object.entries(values).filter(([option]) => own.has(option))) as Options
    invoke({
      globals: definition.globals?.(built.processedArgs, values) ?? (values as unknown as GlobalOptions),
      run: (app) => definition.run(app, built.processedArgs, given),
    })
  })
  if (definition.globals === undefined) addGlobalOptions(command)
  return command
}

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
