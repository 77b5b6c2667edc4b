import type { Command, OptionValues } from '@commander-js/extra-typings'

/** The options of the page of a day. */
export function pageOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .option('--brief', 'one line, for a prompt or a status bar')
    .option('--exit-code', 'exit with status 6 while anything on the page is open')
    .option('--all', 'every keep-in-touch line, not only the first few')
    .option('--full', 'the reasons of every line, in long sections too')
}
