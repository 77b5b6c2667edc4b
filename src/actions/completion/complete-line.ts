import type { App } from '../../app.ts'
import type { CommandShape, Slot } from '../../domain/command-shape.ts'
import { noCompletions, type Completion, type Completions, type ShellLine } from '../../domain/completion.ts'
import { expectedAt, firstArgument } from '../../parse/shell/command-line.ts'
import { bashCompletionLines, completionLines, type BashRequest } from '../../views/manual/completion.ts'
import { beginning, type Asked } from './asked.ts'
import { completionsFor } from './complete.ts'

/** A command for completion; its shape takes time to load, so it is loaded only if needed. */
export type CompletableCommand = {
  readonly name: string
  readonly summary: string
  /** The kind of its first word, if that is known without its shape. */
  readonly firstWord: Slot | null
  readonly shape: () => Promise<CommandShape>
}

/** Everything that a command line may begin with. */
export type Grammar = {
  readonly commands: readonly CompletableCommand[]
  /** The topics of `help`, besides the commands. */
  readonly topics: readonly Completion[]
  /** The shape before the command is known, with the options of every command. */
  readonly start: () => Promise<CommandShape>
}

/** A command line up to the cursor: the complete words, and the word being typed. */
export type TypedLine = {
  readonly words: readonly string[]
  readonly current: string
  /** The line as parsed by bash; `null` for other shells. */
  readonly bash: (BashRequest & { readonly line: ShellLine }) | null
}

/**
 * Prints the completions of the last word for a shell. On failure it prints nothing: an error message would interrupt
 * the user's typing.
 */
export async function printCompletions(app: App, grammar: Grammar, line: TypedLine): Promise<void> {
  try {
    const completions = await completeLine(app, grammar, line)
    const { bash } = line
    app.terminal.print(
      bash === null ? completionLines(completions) : bashCompletionLines(completions, bash.line, bash),
    )
  } catch {
    // Nothing is printed; see the doc comment.
  }
}

async function completeLine(
  app: App,
  { commands, topics, start }: Grammar,
  { words: typed, current }: Pick<TypedLine, 'words' | 'current'>,
): Promise<Completions> {
  const place = typed[0]?.startsWith('-') === false ? 0 : firstArgument(await start(), typed)
  const named = place === null ? null : typed[place]
  if (named === null || (named === 'help' && typed.length === 1)) {
    const today = commands.find(({ name }) => name === 'today')
    const shape = await (today?.shape ?? start)()
    const words = named === null ? typed : []
    const names = commands.map(({ name, summary }) => ({ word: name, about: summary }))
    return completeWord(app, { ...shape, arguments: [commandSlot] }, words, current, (asked) =>
      beginning(asked, named === null ? names : [...names, ...topics]),
    )
  }
  const command = commands.find(({ name }) => name === named)
  if (command === undefined) return noCompletions
  const words = typed.filter((_, index) => index !== place)
  const first = words.length === 0 && !current.startsWith('-') ? command.firstWord : null
  if (first !== null) {
    return completionsFor(app, {
      slot: first,
      command: command.name,
      option: null,
      before: [],
      typed: current,
    })
  }
  return completeWord(app, await command.shape(), words, current, (asked) => completionsFor(app, asked))
}

/** The slot of the command itself. */
const commandSlot = { name: 'command', choices: [], about: '', isRequired: false, isVariadic: false }

async function completeWord(
  app: App,
  shape: CommandShape,
  words: readonly string[],
  typed: string,
  argument: (asked: Asked) => Completions | Promise<Completions>,
): Promise<Completions> {
  const expected = expectedAt(shape, words, typed)
  const command = shape.name
  switch (expected.at) {
    case 'nothing':
      return noCompletions
    case 'option': {
      const options = [...shape.options, ...shape.globals]
      return beginning(
        { typed },
        options.map(({ names, about }) => ({ word: names[0] ?? '', about })),
      )
    }
    case 'value': {
      const { slot, option, lead } = expected
      const asked = {
        slot,
        command,
        option: option.names[0] ?? null,
        before: [],
        typed: typed.slice(lead.length),
      }
      const { items, ...rest } = await completionsFor(app, asked)
      return { ...rest, items: items.map(({ word, about }) => ({ word: `${lead}${word}`, about })) }
    }
    case 'argument':
      return argument({ slot: expected.slot, command, option: null, before: expected.before, typed })
  }
}
