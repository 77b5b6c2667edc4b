import { printCompletions, type Grammar, type TypedLine } from '../actions/completion/complete-line.ts'
import { firstWordOf, shapeOf, type CommandSpec } from '../command/command-spec.ts'
import { defineCommand } from '../command/define-command.ts'
import type { CommandModule } from '../command/definition.ts'
import { valueOf } from '../parse/shell/command-line.ts'
import { leadOf, readShellLine } from '../parse/shell/shell-line.ts'

/**
 * What the shells ask on TAB: `fu complete -- <words…>` prints what the last of the words may become, and
 * `fu complete --bash <COMP_TYPE> -- <line> <word>` the same as bash takes it.
 */
export default function completeAmong(commands: readonly CommandSpec[]): CommandModule {
  return defineCommand({
    diary: 'optional',
    examples: [],
    options: (command) => command.argument('[words...]').option('--bash <type>'),
    globals: ([words], { bash }) => {
      const diary = valueOf('--diary', readLine(words, bash).words)
      return { input: false, quiet: true, ...(diary === null ? {} : { diary }) }
    },
    run: (app, [words], { bash }) => printCompletions(app, grammarOf(commands), readLine(words, bash)),
  })
}

/** @param bash why bash asks, as its `COMP_TYPE` says; `undefined` if another shell asks */
function readLine(words: readonly string[], bash: string | undefined): TypedLine {
  if (bash === undefined) return { words: words.slice(0, -1), current: words.at(-1) ?? '', bash: null }
  const line = readShellLine(words[0] ?? '')
  return {
    words: line.words.slice(1),
    current: line.current,
    bash: { line, lead: leadOf(line, words[1] ?? ''), type: Number(bash) },
  }
}

function grammarOf(commands: readonly CommandSpec[]): Grammar {
  return {
    commands: commands.map((spec) => ({
      name: spec.name,
      summary: spec.summary,
      firstWord: firstWordOf(spec),
      shape: () => shapeOf(spec),
    })),
    start: () => shapeOf(anyCommand),
  }
}

/** A command with nothing but the options that all of them have. */
const anyCommand: CommandSpec = {
  name: '',
  usage: '',
  summary: '',
  load: async () =>
    defineCommand({ diary: 'optional', examples: [], options: (command) => command, run: () => undefined }),
}
