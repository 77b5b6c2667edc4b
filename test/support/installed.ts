import { spawnSync } from 'node:child_process'

/** Whether no test may be skipped for a missing program: continuous integration (`CI` is set) installs all of them. */
export const needsEveryProgram = (process.env['CI'] ?? '') !== ''

/**
 * Whether a program is installed. Tests that need it are skipped if it is not.
 *
 * @param runs how to check, if the program has no `--version`
 * @throws in continuous integration, where it must be installed
 */
export function isInstalled(
  program: string,
  runs = (): boolean => spawnSync(program, ['--version']).status === 0,
): boolean {
  if (runs()) return true
  if (needsEveryProgram) throw new Error(`${program} is not installed, and CI skips no test: see .ci/run.`)
  return false
}
