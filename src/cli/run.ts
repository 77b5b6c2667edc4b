import type { CommanderError } from '@commander-js/extra-typings'
import type { App } from '../app.ts'
import type { DiaryUse, GlobalOptions, Invocation } from '../command/definition.ts'
import type { Diary } from '../diary/diary.ts'
import { NotInBundle, type LoadCommand } from '../command/load-command.ts'
import { nativeFault } from '../diary/file/native.ts'
import { defaultPlace, expandHome, type Surroundings } from '../diary/file/place.ts'
import { dateWords } from '../domain/date-words.ts'
import { failed, FuError, usage, type FuErrorKind } from '../domain/errors.ts'
import type { Moment } from '../domain/moment.ts'
import { jsonText } from '../formats/json/text.ts'
import { commandNamed, commandsLike, overview } from './catalogue.ts'
import type { Clock } from '../terminal/clock.ts'
import { colorLevel, widthFor, type Stream } from '../terminal/display.ts'
import type { Editor } from '../terminal/editor.ts'
import type { Files } from '../terminal/files.ts'
import type { Keys } from '../terminal/keys.ts'
import { showsLinks } from '../terminal/links.ts'
import { bufferForPager, type Pager } from '../terminal/pager.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { terminalOn, type Terminal } from '../terminal/terminal.ts'
import { wrapSentence } from '../views/layout/sentence.ts'
import { plainTheme } from '../views/layout/theme.ts'
import { escapeControls } from '../views/layout/escape-controls.ts'

/** The real world, or a test's: everything the program can see and touch. */
export type World = Surroundings & {
  readonly version: string
  readonly locale: string | null
  /** Reads the clock: once, but for a command that sits with its user. */
  readonly clock: () => Clock
  readonly stdout: Stream
  readonly stderr: Stream
  /** `null` where nobody sits at the terminal. */
  readonly prompts: Prompts | null
  /** `null` where nobody sits at the screen. */
  readonly keys: Keys | null
  /** `null` where nobody sits at the screen. */
  readonly editor: Editor | null
  /** `null` where long output goes to the screen at once. */
  readonly pager: Pager | null
  readonly files: Files
  readonly openDiary: () => Promise<(file: string, at: Moment) => Diary>
  readonly loadCommand: LoadCommand
  /** The version of Node. */
  readonly node: string
  /** Keeps the details of a fault of the program; gives where they are. */
  readonly writeCrashReport: (details: string) => Promise<string>
}

const statuses: Record<FuErrorKind, number> = {
  failed: 1,
  usage: 2,
  'not-found': 3,
  ambiguous: 4,
  refused: 5,
  interrupted: 130,
}
const stillOpen = 6

/** The widest help that reads well. */
const helpWidth = 100

/** The global options that take a value, which stands behind them and is no command. */
const withValue = new Set(['--diary', '--color', '--width'])

/**
 * Runs one command line in a world; gives its exit status. Every error ends here, as a sentence.
 *
 * @throws NotInBundle if another bundle has to run the command line; nothing was done or printed
 */
export async function run(words: readonly string[], world: World): Promise<number> {
  try {
    return await dispatch(words, world)
  } catch (error) {
    if (error instanceof NotInBundle) throw error
    return await report(error, words, world)
  }
}

async function dispatch(words: readonly string[], world: World): Promise<number> {
  const { name, rest } = splitWords(words)
  const wantsHelp = rest.includes('--help') || rest.includes('-h')
  if (name === null && (rest.includes('--version') || rest.includes('-V'))) {
    return show(world, `fu ${world.version}\n`)
  }
  if (name === 'help') {
    return rest[0] === undefined ? show(world, overview()) : dispatch([rest[0], '--help'], world)
  }
  if (name === null && wantsHelp) return show(world, overview())
  const entry = commandNamed(name ?? 'today')
  if (entry === null) throw unknownCommand(name ?? '')
  const module = await world.loadCommand(entry.name)
  const simple = module.parse?.(rest) ?? (rest.length === 0 ? module.defaultInvocation : null)
  if (simple !== null) return perform(simple.globals, module.diary, simple.run, world)
  const invocations: Invocation[] = []
  const command = await module.build(entry.name, entry.summary, (invocation) => invocations.push(invocation))
  const help = bufferForPager(world.stdout, world.stderr, world.pager)
  command.exitOverride().configureOutput({
    writeOut: (text) => help.stdout.write(text),
    writeErr: () => undefined,
    getOutHelpWidth: () => Math.min(helpWidth, widthFor(undefined, world.env, world.stdout)),
  })
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

async function perform(
  globals: GlobalOptions,
  use: DiaryUse,
  body: Invocation['run'],
  world: World,
): Promise<number> {
  const open = await world.openDiary()
  // Help and version are printed without these.
  const { settingsFrom } = await import('../parse/settings/settings.ts')
  const locale = world.locale
  const mayAsk = globals.input && globals.json !== true
  const level = colorLevel(globals.color ?? 'auto', world.env, world.stdout)
  const theme = level === 0 ? plainTheme : (await import('../views/layout/colours.ts')).themeFor(level)
  const held = bufferForPager(world.stdout, world.stderr, mayAsk ? world.pager : null)
  const terminal = terminalOn({
    stdout: held.stdout,
    stderr: held.stderr,
    width: widthFor(globals.width, world.env, world.stdout),
    isScreen: world.stdout.isTTY,
    quiet: globals.quiet === true,
    json: globals.json === true,
    showsProgress: () =>
      mayAsk && world.stderr.isTTY && globals.quiet !== true && world.env['TERM'] !== 'dumb',
    prompts: () => (mayAsk ? held.asking(world.prompts) : null),
    keys: () => (mayAsk ? held.asking(world.keys) : null),
    editor: () => (mayAsk ? held.asking(world.editor) : null),
    links: showsLinks(world.env, world.stdout),
    visible: escapeControls,
    sentence: {
      out: sentencesOn(world.stdout, world, globals),
      err: sentencesOn(world.stderr, world, globals),
    },
  })
  let opened: Diary | null = null
  const clock = world.clock()
  const diaryFile = (): string => fileOf(globals, world)
  const diary = (): Diary =>
    (opened ??= openDiary(open, {
      file: diaryFile(),
      isDefaultPlace: namedFile(globals, world) === null,
      use,
      at: clock.now,
      terminal,
    }))
  const app: App = {
    ...clock,
    locale,
    words: dateWords(locale),
    diary,
    diaryFile,
    settings: () => settingsFrom(diary().settings(), locale),
    terminal,
    files: world.files,
    theme,
    json: globals.json === true,
    machine: { platform: world.platform, node: world.node },
    afresh: () => ({ ...app, ...world.clock() }),
  }
  try {
    const ending = await body(app)
    return ending === 'still-open' ? stillOpen : 0
  } finally {
    const used = opened as Diary | null
    used?.close()
    await held.finish()
    if (used !== null) backUpDaily(used, world, terminal)
  }
}

/** Makes the day's backup. What was written stands without it. */
function backUpDaily(diary: Diary, world: World, terminal: Terminal): void {
  try {
    diary.backups.daily(() => world.clock().now)
  } catch (error) {
    const { message, hint = null } = error instanceof FuError ? error : { message: String(error) }
    terminal.note(["The day's backup was not made.", message, ...(hint === null ? [] : [hint])].join(' '))
  }
}

/** @throws FuError where nobody says where the diary lies */
function fileOf(globals: GlobalOptions, world: World): string {
  const file = namedFile(globals, world) ?? defaultPlace(world)
  if (file === null) {
    throw failed(
      'There is no home folder to keep the diary in.',
      'Name a place with --diary <path> or FU_DIARY.',
    )
  }
  if (file === '') throw usage('--diary needs a path.', 'Name the diary file, as in --diary ~/diary.db.')
  return file
}

/** The diary that the user names; `null` if it lies in its default place. */
function namedFile(globals: GlobalOptions, world: World): string | null {
  const named = globals.diary ?? (world.env['FU_DIARY'] || null)
  // The shell leaves it as it is behind "=", and in a file of variables.
  return named === null ? null : expandHome(named, world)
}

type Opening = {
  readonly file: string
  readonly isDefaultPlace: boolean
  readonly use: DiaryUse
  readonly at: Moment
  readonly terminal: Terminal
}

function openDiary(
  open: (file: string, at: Moment) => Diary,
  { file, isDefaultPlace, use, at, terminal }: Opening,
): Diary {
  const diary = open(file, at)
  if (use !== 'needed') return diary
  if (diary.isBlank) terminal.note(`There is no diary at ${file} yet; "fu add" begins it.`)
  for (const place of diary.closeToOthers(isDefaultPlace)) {
    terminal.note(`${place} was open to other users; it is yours alone now.`)
  }
  return diary
}

function splitWords(words: readonly string[]): { name: string | null; rest: string[] } {
  for (const [index, word] of words.entries()) {
    if (word === '--') break
    if (word.startsWith('-') && word !== '-') continue
    if (withValue.has(words[index - 1] ?? '')) continue
    return { name: word, rest: [...words.slice(0, index), ...words.slice(index + 1)] }
  }
  return { name: null, rest: [...words] }
}

async function show(world: World, text: string): Promise<number> {
  const held = bufferForPager(world.stdout, world.stderr, world.pager)
  held.stdout.write(text)
  await held.finish()
  return 0
}

function unknownCommand(name: string): FuError {
  const like = commandsLike(name).map((candidate) => `"fu ${candidate}"`)
  const hint = like.length > 0 ? `Did you mean ${like.join(' or ')}?` : '"fu --help" lists the commands.'
  return usage(`There is no command "${name}".`, hint)
}

/** Where the details of a fault are; the first of them, where they could not be kept. */
async function crashReport(world: World, details: string): Promise<string> {
  try {
    return `The details are in ${await world.writeCrashReport(`fu ${world.version}\n${details}\n`)}`
  } catch {
    return `It is: ${details.split('\n')[0] ?? ''}`
  }
}

/** Says an error in a sentence, as JSON where the words ask for it; gives the exit status. */
export async function report(error: unknown, words: readonly string[], world: World): Promise<number> {
  if (isOfCommander(error)) {
    if (error.exitCode === 0) return 0
    return report(wrongWords(error, words), words, world)
  }
  const native = nativeFault(error)
  if (native !== null) return report(native, words, world)
  if (!(error instanceof FuError)) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const where = await crashReport(world, details)
    const hint = `${where}; "fu history" shows what was written.`
    return report(failed('This is a bug in fu.', hint), words, world)
  }
  const { kind, message, hint, candidates } = error
  const isJson = words.slice(0, words.includes('--') ? words.indexOf('--') : words.length).includes('--json')
  // Where nobody fits, the hint names those who come near.
  const listed = kind === 'ambiguous' ? candidates : []
  const lines = isJson
    ? [jsonText({ error: { kind, message, hint, candidates } })]
    : [
        message,
        ...listed.map(({ ref, name, detail }) => `  ${ref}  ${name}${detail === null ? '' : `, ${detail}`}`),
        ...(hint === null ? [] : [hint]),
      ].map(sentencesOn(world.stderr, world, {}))
  world.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return statuses[kind]
}

/** Makes sentences safe to show on a stream; where it is a screen, broken between words. */
function sentencesOn(
  stream: Stream,
  world: World,
  { width }: Pick<GlobalOptions, 'width'>,
): (text: string) => string {
  return (text) =>
    stream.isTTY ? wrapSentence(text, widthFor(width, world.env, world.stdout)) : escapeControls(text)
}

/** Told by its code: the class would have to be loaded to be asked. */
function isOfCommander(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

function wrongWords(error: CommanderError, words: readonly string[]): FuError {
  const { name } = splitWords(words)
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, '.')}`
  const hint = suggestion?.replace(/[()]/g, '')
  return usage(sentence, hint ?? `"fu ${name ?? 'today'} --help" shows how it is written.`)
}
