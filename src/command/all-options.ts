import type { Command, OptionValues } from '@commander-js/extra-typings'
import { usage } from '../domain/errors.ts'

/** Adds the options of a command that can change everything that filters choose. Call it before adding the filters. */
export function allOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
  about: string,
) {
  return command.option('-y, --yes', 'with --all: do not ask first').option('--all', about)
}

/**
 * Refuses options that only work with `--all`.
 *
 * @param filter the first filter that is given, with its dashes
 * @throws FuError `usage` if a filter or `--yes` is given
 */
export function refuseWithoutAll(filter: string | null, yes: true | undefined): void {
  const stray = filter ?? (yes === true ? '--yes' : null)
  if (stray === null) return
  throw usage(`${stray} needs --all.`, 'Without --all, the command changes what you name.')
}
