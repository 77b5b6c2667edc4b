import type { Invocation } from '../command/definition.ts'
import { shapeOf } from '../command/command-spec.ts'
import { NotInBundle } from '../command/load-command.ts'
import { usage, type FuError } from '../domain/errors.ts'
import { valueOf } from '../parse/shell/command-line.ts'
import { widthFor } from '../terminal/display.ts'
import { bufferForPager } from '../terminal/pager.ts'
import { commandNamed, helpFor, overview, topicNames } from './catalogue.ts'
import { joinWords } from '../views/layout/pluralize.ts'
import { perform } from './perform.ts'
import { reportError } from './report-error.ts'
import { splitWords } from './split-words.ts'
import type { World } from './world-type.ts'

/** The widest readable help, in columns. */
const widestHelp = 90

/**
 * Runs one command line in a world; returns its exit status. Every error ends here, as a sentence.
 *
 * @throws NotInBundle if another bundle has to run the command line; nothing was done or printed
 */
export async function run(words: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(words, world)
  } catch (error) {
    if (error instanceof NotInBundle) throw error
    return await reportError(error, words, world)
  }
}

async function dispatch(words: readonly string[], world: World): Promise<number> {
  const { name, rest } = splitWords(words)
  const wantsHelp = rest.includes('--help') || rest.includes('-h')
  if (name === null && (rest.includes('--version') || rest.includes('-V'))) {
    return show(world, `fu ${world.version}\n`)
  }
  if (name === 'help') return showHelp(rest, world)
  if (name === null && wantsHelp) return show(world, overview(helpWidth(rest, world)))
  const entry = commandNamed(name ?? 'today')
  if (entry === null && wantsHelp) throw unknownCommand(name ?? '')
  const module = await world.loadCommand(entry?.name ?? 'unknown')
  if (entry === null) rest.unshift(name ?? '')
  const simple = module.parse?.(rest) ?? (rest.length === 0 ? module.defaultInvocation : null)
  if (simple !== null) return perform(simple.globals, module.diary, simple.run, world)
  const invocations: Invocation[] = []
  const command = await module.build(entry?.name ?? '', entry?.summary ?? '', (invocation) =>
    invocations.push(invocation),
  )
  const help = bufferForPager(world.stdout, world.stderr, world.pager)
  command.exitOverride().configureOutput({
    writeOut: (text) => help.stdout.write(text),
    writeErr: () => undefined,
  })
  if (wantsHelp && entry !== null) {
    const { helpText } = await world.loadHelp()
    const shape = await shapeOf(entry, module)
    command.configureHelp({ formatHelp: () => helpText(shape, helpWidth(rest, world)) })
  }
  try {
    await command.parseAsync([...rest], { from: 'user' })
  } finally {
    await help.finish()
  }
  for (const { globals, run: body } of invocations) {
    return perform(globals, module.diary, body, world)
  }
  return 0
}

/** @throws FuError `usage` if `--width` is not a number in range */
function helpWidth(words: readonly string[], world: World): number {
  return Math.min(widestHelp, widthFor(valueOf('--width', words) ?? undefined, world.env, world.stdout))
}

async function show(world: World, text: string): Promise<number> {
  const held = bufferForPager(world.stdout, world.stderr, world.pager)
  held.stdout.write(text)
  await held.finish()
  return 0
}

/** Runs `fu help`, with or without a topic or a command. */
async function showHelp(rest: readonly string[], world: World): Promise<number> {
  const word = splitWords(rest).name
  const width = helpWidth(rest, world)
  if (word === null || word === 'help') return show(world, overview(width))
  if (commandNamed(word) !== null)
    return dispatch([word, '--help', ...rest.filter((one) => one !== word)], world)
  const text = topicNames.includes(word) ? (await world.loadHelp()).topicText(word, width) : null
  if (text !== null) return show(world, text)
  throw nothingLike(`There is no command or topic "${word}".`, helpFor(word))
}

/** The error for help on an unknown command; it does not search the diary. */
function unknownCommand(name: string): FuError {
  return nothingLike(`There is no command "${name}".`, helpFor(name))
}

function nothingLike(message: string, lines: readonly string[]): FuError {
  const like = joinWords(
    lines.map((line) => `"fu ${line}"`),
    'or',
  )
  return usage(message, like === '' ? '"fu help" lists the commands and topics.' : `Did you mean ${like}?`)
}
