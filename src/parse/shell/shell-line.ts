import type { ShellLine } from '../../domain/completion.ts'

/**
 * Reads a line up to the cursor as bash splits it: quotes and backslashes are taken off, and nothing is expanded.
 *
 * @example readShellLine('fu show "Gary L') // { words: ['fu', 'show'], current: 'Gary L', raw: '"Gary L', quote: '"' }
 */
export function readShellLine(line: string): ShellLine {
  const words: string[] = []
  let [current, raw] = ['', '']
  let quote: ShellLine['quote'] = ''
  for (let index = 0; index < line.length; index += 1) {
    const char = line.charAt(index)
    const next = line.charAt(index + 1)
    if (quote === '' && /[ \t\n]/.test(char)) {
      if (raw !== '') words.push(current)
      ;[current, raw] = ['', '']
      continue
    }
    raw += char
    if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote) quote = ''
    else if (char === '\\' && isEscape(quote, next)) {
      raw += next
      current += next
      index += 1
    } else current += char
  }
  return { words: withoutAssignments(words), current, raw, quote }
}

/** Whether a backslash takes the meaning from the character behind it. */
function isEscape(quote: ShellLine['quote'], next: string): boolean {
  return quote === '' ? next !== '' : quote === '"' && next !== '' && '$`"\\'.includes(next)
}

/** The command and its words, without the settings before it: `FU_NOW=2026-11-25T09:00 fu today`. */
function withoutAssignments(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !/^\w+=/.test(word))
  return first < 0 ? [] : words.slice(first)
}

/** The part of the last word before the part that bash replaces, without an open quote at its start. */
export function leadOf({ raw, quote }: ShellLine, replaced: string): string {
  const before = raw.slice(0, Math.max(0, raw.length - replaced.length))
  return before === quote ? '' : readShellLine(before).current
}
