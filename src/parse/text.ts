import { usage } from '../domain/errors.ts'
import { isStorable } from '../domain/text.ts'

/**
 * A line of text as it is kept: trimmed, and not empty.
 *
 * @throws FuError `usage` if nothing is left, or the line has characters that a diary cannot keep
 */
export function readLine(text: string, what: string): string {
  const line = text.trim()
  if (line === '') throw usage(`${what} cannot be empty.`)
  if (!isStorable(line)) {
    throw usage(`${what} contains control characters.`, 'Type it again without them.')
  }
  return line
}
