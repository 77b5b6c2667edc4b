import type { Command, OptionValues } from '@commander-js/extra-typings'
import { usage } from '../domain/errors.ts'

/** The options of a command that can change all that filters choose, ahead of the filters. */
export function allOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
  about: string,
) {
  return command.option('-y, --yes', 'with --all: do not ask first').option('--all', about)
}

/**
 * @param filter the first filter that is given, with its dashes
 * @throws FuError `usage` if something is given that goes with `--all` alone
 */
export function refuseWithoutAll(filter: string | null, yes: true | undefined): void {
  const stray = filter ?? (yes === true ? '--yes' : null)
  if (stray === null) return
  throw usage(`${stray} goes with --all.`, 'Without --all, the command changes what you name.')
}
