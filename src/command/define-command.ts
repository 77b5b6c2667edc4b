import type { OptionValues } from '@commander-js/extra-typings'
import { commandLine } from './command-line.ts'
import type { CommandModule, Definition } from './definition.ts'

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
