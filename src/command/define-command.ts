import type { OptionValues } from '@commander-js/extra-typings'
import type { CommandModule, Definition } from './definition.ts'

/** Connects a command's options to its body, so that the body gets them with their types. */
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
    // The command line parser takes time to load: a command that is run by its name alone does without.
    build: async (name, summary, invoke) => {
      const { commandLine } = await import('./command-line.ts')
      return commandLine(definition, name, summary, invoke)
    },
  }
}
