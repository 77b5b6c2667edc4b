import { usage } from '../domain/errors.ts'

/**
 * How many of something are asked for: a whole number from 1 on.
 *
 * @param option the option that it was typed for, as in `--limit`
 * @throws FuError `usage` for anything else
 */
export function readCount(typed: string, option: string): number {
  const count = Number(typed)
  if (/^\d+$/.test(typed) && count >= 1) return count
  throw usage(`${option} cannot be "${typed}".`, `It takes a whole number, as in ${option} 50.`)
}
