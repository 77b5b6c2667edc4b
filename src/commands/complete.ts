import type { App } from '../app.ts'
import { printCompletions, type Grammar, type TypedLine } from '../actions/completion/complete-line.ts'
import { firstWordOf, shapeOf, type CommandSpec } from '../command/command-spec.ts'
import { defineCommand } from '../command/define-command.ts'
import type { CommandModule, GlobalOptions } from '../command/definition.ts'
import { NotInBundle, type LoadCommand } from '../command/load-command.ts'
import type { CommandShape } from '../domain/command-shape.ts'
import { valueOf } from '../parse/shell/command-line.ts'
import { leadOf, readShellLine } from '../parse/shell/shell-line.ts'

/** The words that a command line may name: commands, and topics after `help`. */
type Catalogue = { readonly commands: readonly CommandSpec[]; readonly topics: Grammar['topics'] }

/**
 * The completion request of a shell: `fu complete -- <words…>` prints the completions of the last word, and `fu
 * complete --bash <COMP_TYPE> -- <line> <word>` prints them for bash.
 */
export default function completeAmong(catalogue: Catalogue, load: LoadCommand): CommandModule {
  const run = (app: App, words: readonly string[], bash: string | undefined): Promise<void> =>
    complete(app, catalogue, load, readLine(words, bash))
  return {
    ...defineCommand({
      diary: 'optional',
      examples: [],
      options: (command) => command.argument('[words...]').option('--bash <type>'),
      globals: ([words], { bash }) => globalsFor(readLine(words, bash)),
      run: (app, [words], { bash }) => run(app, words, bash),
    }),
    parse: (given) => {
      const end = given.indexOf('--')
      if (end === -1) return null
      const bash = valueOf('--bash', given) ?? undefined
      const words = given.slice(end + 1)
      return { globals: globalsFor(readLine(words, bash)), run: (app) => run(app, words, bash) }
    },
  }
}

/** @param bash bash's `COMP_TYPE`; `undefined` for another shell */
function readLine(words: readonly string[], bash: string | undefined): TypedLine {
  if (bash === undefined) return { words: words.slice(0, -1), current: words.at(-1) ?? '', bash: null }
  const line = readShellLine(words[0] ?? '')
  return {
    words: line.words.slice(1),
    current: line.current,
    bash: { line, lead: leadOf(line, words[1] ?? ''), type: Number(bash) },
  }
}

function globalsFor({ words }: TypedLine): GlobalOptions {
  const diary = valueOf('--diary', words)
  return { input: false, quiet: true, ...(diary === null ? {} : { diary }) }
}

/** @throws NotInBundle if the bundle lacks the command whose options are completed */
async function complete(
  app: App,
  { commands, topics }: Catalogue,
  load: LoadCommand,
  line: TypedLine,
): Promise<void> {
  let missing: NotInBundle | null = null
  const shape = async (spec: CommandSpec): Promise<CommandShape> => {
    try {
      return await shapeOf(spec, await load(spec.name))
    } catch (error) {
      if (error instanceof NotInBundle) missing = error
      throw error
    }
  }
  const grammar: Grammar = {
    commands: commands.map((spec) => ({
      name: spec.name,
      summary: spec.summary,
      firstWord: firstWordOf(spec),
      shape: () => shape(spec),
    })),
    topics,
    start: () => shapeOf(noCommand, withGlobalsAlone),
  }
  // This prints nothing and throws nothing on failure.
  await printCompletions(app, grammar, line)
  if (missing !== null) throw missing as NotInBundle
}

/** A command with only the options that all commands have. */
const noCommand: CommandSpec = { name: '', usage: '', summary: '' }
const withGlobalsAlone = defineCommand({
  diary: 'optional',
  examples: [],
  options: (command) => command,
  run: () => undefined,
})
