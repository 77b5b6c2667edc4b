import { Command } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { CommandShape } from '../domain/command-shape.ts'
import { noCompletions, type Completion, type Completions } from '../domain/completion.ts'
import { expectedAt, firstArgument, valueOf } from '../parse/shell/command-line.ts'
import { leadOf, readShellLine } from '../parse/shell/shell-line.ts'
import { bashCompletionLines, completionLines } from '../views/manual/completion.ts'
import { beginning, type Asked } from '../actions/completion/asked.ts'
import { defineCommand } from '../command/define-command.ts'
import { type CommandModule } from '../command/definition.ts'
import { completionsFor } from '../actions/completion/complete.ts'
import { firstWordOf, shapeOf, type CommandSpec } from '../command/command-spec.ts'

/**
 * What the shells ask on TAB: `fu complete -- <words…>` prints what the last of the words may become, and
 * `fu complete --bash <COMP_TYPE> -- <line> <word>` the same as bash takes it. Whatever is wrong, nothing is said.
 */
export function completeWith(commands: readonly CommandSpec[]): CommandModule {
  return {
    diary: 'optional',
    examples: [],
    details: null,
    defaultInvocation: null,
    build: (name, summary, invoke) => {
      const command = new Command(`fu ${name}`).description(summary)
      command
        .argument('[words...]')
        .option('--bash <type>')
        .action((words, { bash }) => {
          const line = bash === undefined ? null : readShellLine(words[0] ?? '')
          const typed = line === null ? words.slice(0, -1) : line.words.slice(1)
          const current = line === null ? (words.at(-1) ?? '') : line.current
          const diary = valueOf('--diary', typed)
          invoke({
            globals: { input: false, quiet: true, ...(diary === null ? {} : { diary }) },
            run: async (app) => {
              try {
                const completions = await complete(app, commands, typed, current)
                app.terminal.print(
                  line === null
                    ? completionLines(completions)
                    : bashCompletionLines(completions, line, {
                        lead: leadOf(line, words[1] ?? ''),
                        type: Number(bash),
                      }),
                )
              } catch {
                // Somebody is typing: a word about a diary that cannot be read would stand in their way.
              }
            },
          })
        })
      return command
    },
  }
}

async function complete(
  app: App,
  commands: readonly CommandSpec[],
  typed: readonly string[],
  current: string,
): Promise<Completions> {
  const place = typed[0]?.startsWith('-') === false ? 0 : firstArgument(await shapeOf(start), typed)
  const named = place === null ? null : typed[place]
  if (named === null || (named === 'help' && typed.length === 1)) {
    const shape = await shapeOf(commands.find(({ name }) => name === 'today') ?? start)
    const words = named === null ? typed : []
    return completeWord(app, { ...shape, arguments: [commandSlot] }, words, current, (asked) =>
      beginning(asked, commands.map(asCompletion)),
    )
  }
  const command = commands.find(({ name }) => name === named)
  if (command === undefined) return noCompletions
  const words = typed.filter((_, index) => index !== place)
  const first = words.length === 0 && !current.startsWith('-') ? firstWordOf(command) : null
  if (first !== null) {
    return completionsFor(app, {
      slot: first,
      command: command.name,
      option: null,
      before: [],
      typed: current,
    })
  }
  return completeWord(app, await shapeOf(command), words, current, (asked) => completionsFor(app, asked))
}

/** A command line before its command is known: it has what every command has. */
const start: CommandSpec = {
  name: '',
  usage: '',
  summary: '',
  load: async () =>
    defineCommand({ diary: 'optional', examples: [], options: (command) => command, run: () => undefined }),
}

/** The place of the command itself. */
const commandSlot = { name: 'command', choices: [], about: '', isRequired: false, isVariadic: false }

function asCompletion({ name, summary }: CommandSpec): Completion {
  return { word: name, about: summary }
}

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
