import { leadOn, type Suggestions } from '../actions/unknown/lead-on.ts'
import { defineCommand } from '../command/define-command.ts'
import type { CommandModule } from '../command/definition.ts'
import { pageOptions } from '../command/page-options.ts'

/** Runs for a command line without a known command; its first word is where the command should be. */
export default function unknownAmong(suggest: (word: string) => Suggestions): CommandModule {
  return defineCommand({
    diary: 'optional',
    examples: [],
    options: (command) => pageOptions(command.allowUnknownOption().argument('[words...]')),
    run: async (app, [words], { brief, exitCode, all, full }) => {
      const form = { brief: brief === true, all: all === true, full: full === true }
      const isOpen = await leadOn(app, words, suggest(words[0] ?? ''), form)
      return exitCode === true && isOpen ? 'still-open' : undefined
    },
  })
}
