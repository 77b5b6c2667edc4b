import type { App } from '../app.ts'
import type { DiaryUse, GlobalOptions, Invocation } from '../command/definition.ts'
import type { Diary } from '../diary/diary.ts'
import { defaultPlace, expandHome } from '../diary/file/place.ts'
import { dateWords } from '../domain/date-words.ts'
import { failed, FuError, usage } from '../domain/errors.ts'
import type { Moment } from '../domain/moment.ts'
import { colorLevel, widthFor } from '../terminal/display.ts'
import { showsLinks } from '../terminal/links.ts'
import { bufferForPager } from '../terminal/pager.ts'
import { terminalOn, type Terminal } from '../terminal/terminal.ts'
import { escapeControls } from '../views/layout/escape-controls.ts'
import { plainTheme } from '../views/layout/theme.ts'
import { sentencesOn } from './sentences.ts'
import type { World } from './world-type.ts'

/** The exit status if promises on the page are still open. */
const stillOpen = 6

/** Runs one command with the diary, the settings and the terminal; returns the exit status. */
export async function perform(
  globals: GlobalOptions,
  use: DiaryUse,
  body: Invocation['run'],
  world: World,
): Promise<number> {
  const open = await world.openDiary()
  // Help and version need neither.
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
    opener: world.opener,
    readMailbox: world.readMailbox,
    run: world.run,
    theme,
    json: globals.json === true,
    machine: world,
    afresh: () => ({ ...app, ...world.clock() }),
  }
  try {
    const ending = await body(app)
    return ending === 'still-open' ? stillOpen : 0
  } finally {
    const used = opened as Diary | null
    used?.close()
    await held.finish()
    if (used !== null) await backUpDaily(used, diaryFile(), world, terminal)
  }
}

/**
 * Starts a process that makes the day's backup, or makes it here if none can be started. Reports why the last one
 * failed. If this fails, the command has still succeeded.
 */
async function backUpDaily(diary: Diary, file: string, world: World, terminal: Terminal): Promise<void> {
  try {
    const due = diary.backups.due(() => world.clock().now)
    if (due === null) return
    if (due.failure !== null) noteFailure(terminal, due.failure, ['It is tried again now.'])
    if (world.startBackup(file)) return
    await diary.backups.daily(world.clock().now)
  } catch (error) {
    noteFailure(terminal, error instanceof FuError ? error : { message: String(error) })
  }
}

function noteFailure(
  terminal: Terminal,
  { message, hint = null }: { readonly message: string; readonly hint?: string | null },
  next: readonly string[] = [],
): void {
  const hints = hint === null ? [] : [hint]
  terminal.note(["The day's backup was not made.", message, ...hints, ...next].join(' '))
}

/** @throws FuError `usage` if the location of the diary is unknown */
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

/** The diary that the user named; `null` for the default place. */
function namedFile(globals: GlobalOptions, world: World): string | null {
  const named = globals.diary ?? (world.env['FU_DIARY'] || null)
  // The shell does not expand "~" after "=" or in a file of variables.
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
  if (use === 'optional') return diary
  if (diary.isBlank) {
    const how = use === 'needed' ? '; "fu add" creates it' : ''
    terminal.note(`There is no diary at ${file} yet${how}.`)
  }
  for (const place of diary.closeToOthers(isDefaultPlace)) {
    terminal.note(`${place} was open to other users; now it is private.`)
  }
  return diary
}
