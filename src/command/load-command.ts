import type { CommandModule } from './definition.ts'

/**
 * Loads a command by name: its options and its body.
 *
 * @throws NotInBundle if the current bundle lacks the command
 */
export type LoadCommand = (name: string) => Promise<CommandModule>

/** Loads one command. Its argument loads other commands, in case it needs their options. */
export type CommandLoader = (load: LoadCommand) => Promise<CommandModule>

export type CommandLoaders = Readonly<Record<string, CommandLoader>>

/** Another bundle has to run this command line. */
export class NotInBundle extends Error {}

export function loaderFrom(loaders: CommandLoaders): LoadCommand {
  const load: LoadCommand = async (name) => {
    const loader = loaders[name]
    if (loader === undefined) throw new NotInBundle(name)
    return loader(load)
  }
  return load
}
