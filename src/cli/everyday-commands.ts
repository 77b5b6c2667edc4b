import { loaderFrom, type CommandLoaders } from '../command/load-command.ts'
import { complete } from './complete-command.ts'

/** The everyday commands. The build puts them into a bundle of their own, which starts faster than the full one. */
export const everydayCommands: CommandLoaders = {
  today: async () => (await import('../commands/today.ts')).default,
  next: async () => (await import('../commands/next.ts')).default,
  promise: async () => (await import('../commands/promise.ts')).default,
  wait: async () => (await import('../commands/wait.ts')).default,
  heard: async () => (await import('../commands/heard.ts')).default,
  sent: async () => (await import('../commands/sent.ts')).default,
  log: async () => (await import('../commands/log.ts')).default,
  done: async () => (await import('../commands/done.ts')).default,
  tried: async () => (await import('../commands/tried.ts')).default,
  move: async () => (await import('../commands/move.ts')).default,
  snooze: async () => (await import('../commands/snooze.ts')).default,
  drop: async () => (await import('../commands/drop.ts')).default,
  show: async () => (await import('../commands/show.ts')).default,
  undo: async () => (await import('../commands/undo.ts')).default,
  remind: async () => (await import('../commands/remind.ts')).default,
  complete,
}

/** Loads an everyday command. */
export const loadEverydayCommand = loaderFrom(everydayCommands)
