import type { CommandLoader } from '../command/load-command.ts'
import { commands } from './catalogue.ts'

/** The command that a shell runs on TAB. */
export const complete: CommandLoader = async (load) =>
  (await import('../commands/complete.ts')).default(commands(), load)
