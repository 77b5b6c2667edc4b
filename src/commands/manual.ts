import { shapeOf, type CommandSpec, type Group } from '../command/command-spec.ts'
import { defineCommand } from '../command/define-command.ts'
import type { CommandModule } from '../command/definition.ts'
import type { LoadCommand } from '../command/load-command.ts'
import type { CommandShape } from '../domain/command-shape.ts'
import { manualPage } from '../views/manual/manual.ts'

/** Prints the manual for `man`; the build stores it as `dist/fu.1.gz`. */
export default function manualOf(catalogue: readonly Group[], load: LoadCommand): CommandModule {
  const shape = async (command: CommandSpec): Promise<CommandShape> =>
    shapeOf(command, await load(command.name))
  return defineCommand({
    diary: 'optional',
    examples: [],
    options: (command) => command.argument('<version>', 'of the program'),
    run: async (app, [version]) => {
      const groups = await Promise.all(
        catalogue.map(async ({ title, commands }) => ({
          title,
          commands: await Promise.all(commands.map(shape)),
        })),
      )
      app.terminal.print(manualPage(version, groups))
    },
  })
}
