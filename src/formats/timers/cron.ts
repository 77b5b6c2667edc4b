import { shellWord } from '../../domain/shell-word.ts'
import type { TimedCommand } from '../../domain/timer.ts'

/** A line of a crontab. cron ends a command at a "%" without a backslash before it, even in quotes. */
export function cronLine({ words, variables }: TimedCommand): string {
  const set = variables.map(([name, value]) => `${name}=${shellWord(value)}`)
  return `*/5 * * * * ${[...set, ...words.map(shellWord)].join(' ').replaceAll('%', String.raw`\%`)}`
}
