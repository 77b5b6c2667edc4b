import { shellWord } from '../../domain/shell-word.ts'
import type { TimedCommand } from '../../domain/timer.ts'

/** A line of a crontab. cron ends a command at a "%" unless a backslash stands before it, in quotes too. */
export function cronLine({ words, variables }: TimedCommand): string {
  const set = variables.map(([name, value]) => `${name}=${shellWord(value)}`)
  return `*/5 * * * * ${[...set, ...words.map(shellWord)].join(' ').replaceAll('%', String.raw`\%`)}`
}
