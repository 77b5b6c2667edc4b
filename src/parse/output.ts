import { usage } from '../domain/errors.ts'

/** Names of stdout on a command line. */
const stdoutNames = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])

/**
 * The file or folder of `--output`; `null` for stdout, which is also the default.
 *
 * @throws FuError `usage` if it is empty
 */
export function readOutput(output: string | undefined): string | null {
  if (output === '') throw usage('--output needs a path.', 'Name a file, or "-" for stdout.')
  return output === undefined || stdoutNames.has(output) ? null : output
}
