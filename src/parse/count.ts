import { usage } from '../domain/errors.ts'

/**
 * Reads a count: a whole number from 1.
 *
 * @param option its option, such as `--limit`
 * @throws FuError `usage` for anything else
 */
export function readCount(typed: string, option: string): number {
  const count = Number(typed)
  if (/^\d+$/.test(typed) && count >= 1) return count
  throw usage(`${option} cannot be "${typed}".`, `It takes a whole number, as in ${option} 50.`)
}
