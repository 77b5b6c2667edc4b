import type { App } from '../../app.ts'
import { realPath } from '../../diary/file/real-path.ts'
import { failed } from '../../domain/errors.ts'
import type { TimedCommand } from '../../domain/timer.ts'
import { cronLine } from '../../formats/timers/cron.ts'
import { document } from '../../formats/json/json.ts'
import { failureOf, succeeded } from '../../terminal/programs.ts'
import {
  commandLine,
  cronNote,
  notStarted,
  removed,
  started,
  written,
} from '../../views/confirmations/timer.ts'
import { timedCommand, timerOn, type Timer } from './timer.ts'

/**
 * Installs and starts a timer that runs `fu remind` for this diary every five minutes. Without systemd, it prints a
 * line for cron. If the timer does not start, it prints why, and how to start it.
 *
 * @throws FuError `failed` if there is no home folder, or a file cannot be written
 */
export async function installTimer(app: App): Promise<void> {
  const command = timedCommand(app.machine, realPath(app.diaryFile()))
  if (!(await hasTimers(app))) {
    printCronLine(app, command)
    return
  }
  const timer = ownTimer(app, command)
  for (const { path, text } of timer.files) app.files.write(path, [text])
  for (const line of timer.prepare) await app.run(line)
  const ending = await app.run(timer.start)
  const paths = timer.files.map(({ path }) => path)
  const isStarted = succeeded(ending)
  if (app.json) {
    app.terminal.print(
      document({
        command: 'remind',
        files: paths,
        start: commandLine(timer.start),
        started: isStarted,
        cron: null,
      }),
    )
    return
  }
  app.terminal.say(written(paths))
  if (isStarted) app.terminal.say(started(timer.start))
  else app.terminal.note(notStarted(timer.start, failureOf(timer.start, ending)))
}

/**
 * Stops the timer and removes its files; reports if there is none.
 *
 * @throws FuError `failed` if there is no home folder, or a file cannot be removed
 */
export async function removeTimer(app: App): Promise<void> {
  const timer = ownTimer(app, timedCommand(app.machine, realPath(app.diaryFile())))
  const isThere = timer.files.some(({ path }) => app.files.exists(path))
  if (isThere) await app.run(timer.stop)
  const paths = timer.files.map(({ path }) => path).filter((path) => app.files.remove(path))
  if (isThere) for (const line of timer.cleanUp) await app.run(line)
  if (app.json) app.terminal.print(document({ command: 'remind', removed: paths }))
  else app.terminal.say(removed(paths))
}

/** @throws FuError `failed` if there is no home folder to keep a timer in */
function ownTimer(app: App, command: TimedCommand): Timer {
  if (app.machine.home === '') {
    throw failed(
      'There is no home folder to keep a timer in.',
      'Set HOME, or run "fu remind" by a timer of your own.',
    )
  }
  return timerOn(app.machine, command)
}

/** Whether the platform runs timers for its users: all do but Unix without systemd. */
async function hasTimers({ machine: { platform }, run }: App): Promise<boolean> {
  return platform === 'darwin' || platform === 'win32' || succeeded(await run(['systemctl', '--version']))
}

/**
 * Prints a line for cron. A cron job runs outside the desktop session, so the line names the message bus of the
 * session.
 */
function printCronLine(app: App, { words, variables }: TimedCommand): void {
  const { env, user } = app.machine
  const bus = env['DBUS_SESSION_BUS_ADDRESS'] ?? ''
  const address = bus === '' ? `unix:path=/run/user/${user ?? 0}/bus` : bus
  const line = cronLine({ words, variables: [...variables, ['DBUS_SESSION_BUS_ADDRESS', address]] })
  if (app.json) {
    app.terminal.print(document({ command: 'remind', files: [], start: null, started: false, cron: line }))
    return
  }
  app.terminal.note(cronNote)
  app.terminal.print(`${line}\n`)
}
