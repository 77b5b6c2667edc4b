import { shellWord } from '../../domain/shell-word.ts'
import { joinWords } from '../layout/pluralize.ts'

/** What was written for a timer. */
export function written(paths: readonly string[]): string {
  return `Wrote ${joinWords(paths)}.`
}

/** Confirms that the timer was started, and says how to remove it. */
export function started(start: readonly string[]): string {
  return `Started with: ${commandLine(start)}. fu now looks every five minutes; "fu remind --uninstall" stops it.`
}

/** Says that the timer could not be started, and how to start it. */
export function notStarted(start: readonly string[], why: string): string {
  return `It was not started: ${why}. In your desktop session, start it with: ${commandLine(start)}`
}

/** Confirms that the timer was removed. */
export function removed(paths: readonly string[]): string {
  return paths.length === 0
    ? 'No timer was installed. Remove a line for cron with "crontab -e".'
    : `Stopped the timer and removed ${joinWords(paths)}.`
}

export const cronNote = 'There is no systemd here. Add this line with "crontab -e":'

/** A command as it is typed. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
