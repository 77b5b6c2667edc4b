import type { Machine } from '../../app.ts'
import type { TimedCommand, TimerFile } from '../../domain/timer.ts'
import { agentLabel, launchAgent } from '../../formats/timers/launchd.ts'
import { systemdUnits, unitName } from '../../formats/timers/systemd.ts'
import { scheduledTask, taskName } from '../../formats/timers/task-scheduler.ts'
import type { ProgramLine } from '../../terminal/programs.ts'

/** A timer of a platform: its files, and the programs that start and stop it. */
export type Timer = {
  readonly files: readonly TimerFile[]
  /** Run before the start, whatever their status: without them, the start may fail. */
  readonly prepare: readonly ProgramLine[]
  readonly start: ProgramLine
  readonly stop: ProgramLine
  /** Run after the files are removed. */
  readonly cleanUp: readonly ProgramLine[]
}

/** The variables of the date format, the first day of the week and the time zone: a timer does not inherit them. */
const variableNames = ['LC_ALL', 'LC_TIME', 'LANG', 'TZ'] as const

/** The command that a timer runs for a diary, which is given by its absolute path. */
export function timedCommand({ program, env }: Machine, diary: string): TimedCommand {
  return {
    words: [...program, 'remind', '--quiet', '--diary', diary],
    variables: variableNames.flatMap((name) => {
      const value = env[name] ?? ''
      return value === '' ? [] : [[name, value] as const]
    }),
  }
}

/** The timer of a platform that has one: systemd, launchd or the Task Scheduler. */
export function timerOn({ platform, env, home, user }: Machine, command: TimedCommand): Timer {
  if (platform === 'darwin') {
    const agent = launchAgent(`${home}/Library/LaunchAgents`, command)
    const domain = `gui/${user ?? 0}`
    const stop: ProgramLine = ['launchctl', 'bootout', `${domain}/${agentLabel}`]
    // launchd does not load an agent twice.
    return {
      files: [agent],
      prepare: [stop],
      start: ['launchctl', 'bootstrap', domain, agent.path],
      stop,
      cleanUp: [],
    }
  }
  if (platform === 'win32') {
    const task = scheduledTask(`${env['LOCALAPPDATA'] ?? `${home}\\AppData\\Local`}\\fu`, command)
    return {
      files: [task],
      prepare: [],
      start: ['schtasks', '/Create', '/F', '/TN', taskName, '/XML', task.path],
      stop: ['schtasks', '/Delete', '/F', '/TN', taskName],
      cleanUp: [],
    }
  }
  const named = env['XDG_CONFIG_HOME'] ?? ''
  const folder = `${named.startsWith('/') ? named : `${home}/.config`}/systemd/user`
  const reload = systemctl('daemon-reload')
  return {
    files: systemdUnits(folder, command),
    prepare: [reload],
    start: systemctl('enable', '--now', `${unitName}.timer`),
    stop: systemctl('disable', '--now', `${unitName}.timer`),
    cleanUp: [reload],
  }
}

function systemctl(...words: readonly string[]): ProgramLine {
  return ['systemctl', '--user', ...words]
}
