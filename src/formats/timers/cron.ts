import { refused } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import type { TimedCommand } from '../../domain/timer.ts'

/**
 * A line of a crontab. cron ends a command at a "%" without a backslash before it, even in quotes.
 *
 * @throws FuError `refused` for a word with a line break: even in quotes, cron would run the rest as a line of its own
 */
export function cronLine({ words, variables }: TimedCommand): string {
  const broken = [...words, ...variables.map(([, value]) => value)].find((word) => /[\n\r]/.test(word))
  if (broken !== undefined) {
    throw refused(
      `${broken} has a line break, which cron cannot read.`,
      'Give the file or folder another name.',
    )
  }
  const set = variables.map(([name, value]) => `${name}=${shellWord(value)}`)
  return `*/5 * * * * ${[...set, ...words.map(shellWord)].join(' ').replaceAll('%', String.raw`\%`)}`
}
