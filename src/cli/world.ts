import manifest from '../../package.json' with { type: 'json' }
import type { Machine } from '../app.ts'
import type { LoadCommand } from '../command/load-command.ts'
import type { loadDiary } from '../diary/load.ts'
import { reportError } from './report-error.ts'
import { run } from './run.ts'
import { startBackup } from './start-backup.ts'
import type { World } from './world-type.ts'
import { readClock } from '../terminal/clock.ts'
import { editorOn } from '../terminal/editor.ts'
import { files } from '../terminal/files.ts'
import { keysOn } from '../terminal/keys.ts'
import { localeFrom } from '../terminal/locale.ts'
import { openerOn } from '../terminal/opener.ts'
import { pagerFor } from '../terminal/pager.ts'
import { promptsOn } from '../terminal/prompts.ts'
import { typedOn } from '../terminal/typed.ts'
import { mayBeScreen, outputOn } from '../terminal/streams.ts'
import type { ReadMailbox } from '../domain/mail-source.ts'
import { once } from '../domain/memoize.ts'
import { escapeControls } from '../views/layout/escape-controls.ts'

/** The parts that a bundle may lack: commands, the diary, and the help pages. */
export type Loaders = {
  readonly loadCommand: LoadCommand
  readonly loadDiary: typeof loadDiary
  readonly loadHelp: World['loadHelp']
  readonly loadMailboxes: () => Promise<ReadMailbox>
}

const { env } = process

const stdout = outputOn(
  1,
  () => process.stdout,
  (error) => stopped(error, true),
)
const stderr = outputOn(
  2,
  () => process.stderr,
  (error) => stopped(error, false),
)

/** Checked lazily: examining the input takes time, and most commands never ask. */
const isInteractive = once(() => mayBeScreen(0) && process.stdin.isTTY)

const typed = once(() => typedOn(process.stdin))

const prompts = once(() =>
  isInteractive() && stderr.isTTY && env['TERM'] !== 'dumb'
    ? promptsOn(typed(), process.stderr, escapeControls)
    : null,
)
const keys = once(() => (stdout.isTTY && isInteractive() ? keysOn(typed()) : null))
const editor = once(() =>
  stdout.isTTY && isInteractive()
    ? editorOn({ env, platform: process.platform, temporary: os().tmpdir() })
    : null,
)

function realWorld({ loadCommand, loadDiary, loadHelp, loadMailboxes }: Loaders): World {
  return {
    loadCommand,
    loadHelp,
    version: manifest.version,
    platform: process.platform,
    env,
    node: process.version,
    get home() {
      return homeFolder()
    },
    locale: localeFrom(env),
    clock: () => readClock(env['FU_NOW']),
    stdout,
    stderr,
    get prompts() {
      return prompts()
    },
    get keys() {
      return keys()
    },
    get editor() {
      return editor()
    },
    pager: stdout.isTTY
      ? pagerFor(env, { rows: process.stdout.rows, columns: process.stdout.columns })
      : null,
    opener: openerOn(process.platform, env),
    run: async (line, more) => (await import('../terminal/programs.ts')).programsIn(env)(line, more),
    user: process.getuid?.() ?? null,
    get program(): Machine['program'] {
      return [process.execPath, startedScript()]
    },
    files,
    startBackup,
    async *readMailbox(source, since) {
      yield* (await loadMailboxes())(source, since)
    },
    openDiary: () => loadDiary({ version: process.version, napi: process.versions['napi'] }),
    writeCrashReport: async (details) => {
      const { writeCrashReport } = await import('./crash-report.ts')
      return writeCrashReport(details, import.meta.filename)
    },
  }
}

/**
 * Runs the command line of this process, and ends it.
 *
 * @throws NotInBundle if the bundle lacks a part that the command line needs; nothing was done
 */
export async function start(loaders: Loaders): Promise<void> {
  const world = realWorld(loaders)
  // Errors thrown asynchronously: in a stream or a timer.
  const onUncaught = (error: unknown): void => {
    void reportError(error, [], world).then((status) => process.exit(status))
  }
  process.once('uncaughtException', onUncaught)
  try {
    process.exitCode = await run(process.argv.slice(2), world)
  } catch (error) {
    process.removeListener('uncaughtException', onUncaught)
    throw error
  }
  // All output is written, so Node need not shut down in order. On a stream, exiting would cut off pending output.
  if (!stdout.isStreaming && !stderr.isStreaming) process.exit()
}

/** Ends the program when its output cannot be written. */
function stopped(error: NodeJS.ErrnoException, isStdout: boolean): void {
  // The reader of the pipe has closed it.
  if (error.code === 'EPIPE') process.exit(0)
  if (isStdout) {
    stderr.write(`The output cannot be written: ${error.message}.\n`)
    stderr.write('The changes to the diary are saved; "fu history" shows them.\n')
  }
  process.exit(1)
}

/** A missing home folder is not an error, because the diary may be named. */
function homeFolder(): string {
  if (process.platform !== 'win32' && env['HOME'] !== undefined && env['HOME'] !== '') return env['HOME']
  try {
    return os().homedir()
  } catch {
    return ''
  }
}

/** The script that Node was started with, with links resolved: a link may later lead to another version. */
function startedScript(): string {
  return process.getBuiltinModule('node:fs').realpathSync(process.argv[1] ?? import.meta.filename)
}

/** Loaded here, because most commands do not need it. */
function os(): typeof import('node:os') {
  return process.getBuiltinModule('node:os')
}
