import type { CommandLoader } from '../command/load-command.ts'
import { commands, topicNames } from './catalogue.ts'

/** The command that a shell runs on Tab. */
export const complete: CommandLoader = async (load) =>
  (await import('../commands/complete.ts')).default(
    { commands: commands(), topics: topicNames.map((word) => ({ word, about: 'a topic of the help' })) },
    load,
  )
